"""Measures the shipped parser: `python -m loaders.extraction.parse_accuracy FILE.conllu ...`."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from spacy.language import Language

from loaders.extraction.encoder import Encoder
from loaders.extraction.parse import Parse, Parser
from loaders.extraction.sentences import sentences
from loaders.extraction.text import Range
from loaders.extraction.tokens import document, offset, tokeniser
from loaders.training.parser.figures import MEASURES, Tally, judged
from loaders.training.parser.treebank import Sentence, Span, read


@dataclass(frozen=True)
class Word:
    """A word by its place in a text, and its head's; the root's head is None."""

    span: Span
    head: Span | None
    tag: str
    label: str


def paragraphs(treebank: Sequence[Sentence]) -> list[list[Sentence]]:
    """Group sentences by the paragraph, or document, that they stand in."""
    found: list[list[Sentence]] = []
    for sentence in treebank:
        if sentence.opens_paragraph or not found:
            found.append([])
        found[-1].append(sentence)
    return found


def gold_words(paragraph: Sequence[Sentence]) -> Iterator[Word]:
    """Give a paragraph's annotated words; its sentences are joined by one space each."""
    start = 0
    for sentence in paragraph:
        tree = sentence.tree
        spans = [(start + first, start + end) for first, end in sentence.spans]
        for span, head, tag, label in zip(spans, tree.heads, tree.tags, tree.labels, strict=True):
            yield Word(span, spans[head - 1] if head else None, tag, label)
        start += len(sentence.text) + 1


def found_words(text: str, parser: Parser, nlp: Language) -> Iterator[Word]:
    """Cut a paragraph into sentences and words and parse them, as extraction does."""
    doc = document(text, sentences(text, Range(0, len(text))), nlp)
    for sentence in doc.sents if len(doc) else ():
        words = [token for token in sentence if not token.is_space]
        parse = parser.parse([word.text for word in words])
        spans = [(offset(word), offset(word) + len(word.text)) for word in words]
        yield from _words(spans, parse)


def _words(spans: Sequence[Span], parse: Parse) -> Iterator[Word]:
    for place, (head, tag, label) in enumerate(
        zip(parse.heads, parse.tags, parse.labels, strict=True)
    ):
        yield Word(spans[place], None if head == place else spans[head], tag, label)


def count(tally: Tally, gold: Sequence[Word], found: Sequence[Word]) -> None:
    """Compare two analyses of one text as the CoNLL shared tasks do.

    A word is right only where a gold word has the very same span, and its head only where both
    heads have the same span or both words are roots.
    """
    known = {word.span: word for word in gold}
    for word in gold:
        tally.gold(word.label)
    for word in found:
        same = known.pop(word.span, None)
        tally.found(same.label if same else word.label)
        if same:
            tally.pair((same.tag, same.label), (word.tag, word.label), same.head == word.head)


def main() -> None:
    """Print the figures of each file named on the command line, from gold words and from text."""
    arguments = argparse.ArgumentParser(prog="python -m loaders.extraction.parse_accuracy")
    arguments.add_argument("treebanks", type=Path, nargs="+", metavar="FILE.conllu")
    arguments.add_argument("--model", type=Path, help="folder of the parser, if not the shipped")
    options = arguments.parse_args()
    try:
        parser = Parser(Encoder(options.model))
        for path in options.treebanks:
            _measure(path, read(path), parser)
    except (OSError, ValueError) as problem:
        sys.exit(f"error: {problem}")


def _measure(path: Path, treebank: Sequence[Sentence], parser: Parser) -> None:
    started = perf_counter()
    parses = [parser.parse(sentence.tree.words) for sentence in treebank]
    pace = len(treebank) / (perf_counter() - started)
    print(f"{path.name}: {len(treebank)} sentences, {pace:.0f} a second on one thread, gold words")
    _print("gold words", judged([sentence.tree for sentence in treebank], parses))
    tally, nlp = Tally(), tokeniser()
    for paragraph in paragraphs(treebank):
        text = " ".join(sentence.text for sentence in paragraph)
        count(tally, list(gold_words(paragraph)), list(found_words(text, parser, nlp)))
    _print("raw text", tally)


def _print(name: str, tally: Tally) -> None:
    for punctuation in (True, False):
        figures = tally.figures(punctuation)
        words = " ".join(f"{measure} {figures[measure]:.2f}" for measure in MEASURES)
        print(f"  {name}, {'with' if punctuation else 'without'} punctuation: {words}")


if __name__ == "__main__":
    main()
