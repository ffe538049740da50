"""Measures the shipped parser: `python -m loaders.extraction.parse_accuracy FILE.conllu`."""

import sys
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from loaders.extraction.parse import Parse, Parser


class Gold(NamedTuple):
    """An annotated sentence: words, tags, heads (indexes; the root its own) and labels."""

    words: list[str]
    tags: list[str]
    heads: list[int]
    labels: list[str]


def read(path: Path) -> Iterator[Gold]:
    """Read a CoNLL-U file's sentences; empty nodes and the lines of contractions are left out."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = [line.split("\t") for line in block.splitlines() if line[:1].isdigit()]
        rows = [line for line in lines if line[0].isdigit()]
        if rows:
            heads = [int(row[6]) - 1 if row[6] != "0" else place for place, row in enumerate(rows)]
            yield Gold([r[1] for r in rows], [r[3] for r in rows], heads, [r[7] for r in rows])


def accuracy(gold: list[Gold], parses: list[Parse]) -> dict[str, float]:
    """Give UPOS over all words, UAS and LAS over all but punctuation, in per cent."""
    hits = {"UPOS": 0, "UAS": 0, "LAS": 0}
    words = counted = 0
    for truth, parse in zip(gold, parses, strict=True):
        for place, label in enumerate(truth.labels):
            words += 1
            hits["UPOS"] += truth.tags[place] == parse.tags[place]
            if label != "punct":
                counted += 1
                right = truth.heads[place] == parse.heads[place]
                hits["UAS"] += right
                hits["LAS"] += right and label == parse.labels[place]
    return {
        name: round(100 * count / (words if name == "UPOS" else counted), 2)
        for name, count in hits.items()
    }


def main() -> None:
    """Parse the gold words of the file named on the command line and print the figures."""
    gold = list(read(Path(sys.argv[1])))
    parser = Parser()
    started = perf_counter()
    parses = [parser.parse(sentence.words) for sentence in gold]
    seconds = perf_counter() - started
    print(accuracy(gold, parses))
    print(f"{len(gold)} sentences, {len(gold) / seconds:.0f} a second on one thread")


if __name__ == "__main__":
    main()
