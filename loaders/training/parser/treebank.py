"""Treebanks in CoNLL-U: sentences, their trees, and where each word stands in its text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from loaders.training.parser.entity_spans import kinds_of

Span = tuple[int, int]
_PARAGRAPH = re.compile(r"# new(?:doc|par)\b")


@dataclass(frozen=True)
class Tree:
    """The analysis of n words, each field of length n.

    `heads` count from 1, 0 is the root. `kinds` are "O" or "B-" or "I-" with person, organization
    or place; None where the treebank does not say what names are.
    """

    words: tuple[str, ...]
    tags: tuple[str, ...]
    heads: tuple[int, ...]
    labels: tuple[str, ...]
    kinds: tuple[str, ...] | None = None


@dataclass(frozen=True)
class Sentence:
    """A tree with its text: `spans[i]` is where word i stands in `text`, in code points.

    The words of a contraction that cannot be cut letter by letter share the contraction's span.
    """

    tree: Tree
    text: str
    spans: tuple[Span, ...]
    opens_paragraph: bool


def read(path: Path) -> list[Sentence]:
    """Read a CoNLL-U file; empty nodes are left out.

    Raises ValueError when a sentence's words are not those of its text, or a row has not ten
    columns.
    """
    content = path.read_text(encoding="utf-8")
    named = "Entity=" in content
    return [_sentence(lines, named, path) for lines in _blocks(content)]


def _blocks(content: str) -> Iterator[list[str]]:
    for block in content.split("\n\n"):
        lines = [line for line in block.split("\n") if line]
        if any(line[0].isdigit() for line in lines):
            yield lines


def _sentence(lines: Sequence[str], named: bool, path: Path) -> Sentence:
    rows = [line.split("\t") for line in lines if line[0] != "#"]
    if broken := [row for row in rows if len(row) != 10]:
        raise ValueError(f"{path}: row {broken[0]} has not ten columns: give a CoNLL-U file")
    nodes = [row for row in rows if row[0].isdigit()]
    heads = tuple(int(node[6]) for node in nodes)
    tags = tuple(node[3] for node in nodes)
    tree = Tree(
        words=tuple(node[1] for node in nodes),
        tags=tags,
        heads=heads,
        labels=tuple(node[7] for node in nodes),
        kinds=kinds_of([node[9] for node in nodes], heads, tags) if named else None,
    )
    text = next((line[9:].strip() for line in lines if line.startswith("# text = ")), "")
    opens = any(_PARAGRAPH.match(line) for line in lines)
    return Sentence(tree, text, tuple(_spans(rows, text, path)), opens)


def _spans(rows: Sequence[Sequence[str]], text: str, path: Path) -> Iterator[Span]:
    """Find each word in the text, from left to right; a range's row stands before its words."""
    end = within = 0
    for number, surface, *_ in rows:
        if "-" in number:
            first, last = map(int, number.split("-"))
            within = last - first + 1
            forms = [row[1] for row in rows if row[0].isdigit() and first <= int(row[0]) <= last]
            start, end = _after(text, end, surface, path)
            yield from _parts(forms, surface, start)
        elif number.isdigit() and within:
            within -= 1
        elif number.isdigit():
            start, end = _after(text, end, surface, path)
            yield start, end


def _parts(forms: Sequence[str], surface: str, start: int) -> Iterator[Span]:
    whole = (start, start + len(surface))
    cut = "".join(forms) == surface
    for form in forms:
        yield (start, start + len(form)) if cut else whole
        start += len(form)


def _after(text: str, end: int, surface: str, path: Path) -> Span:
    while end < len(text) and text[end].isspace():
        end += 1
    if not text.startswith(surface, end):
        raise ValueError(
            f"{path}: {surface!r} is not what its text has next, {text[end : end + 20]!r}: "
            "the file is damaged, fetch it again"
        )
    return end, end + len(surface)
