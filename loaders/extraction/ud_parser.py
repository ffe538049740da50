"""Our own parser as a spaCy component."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from spacy.tokens import Span, Token

from loaders.extraction.joined_clauses import given_back
from loaders.extraction.parse import Parse, Parser
from loaders.extraction.parser_component import ParserComponent, spelling


class UdParser(ParserComponent):
    """Parses with the bundled parser."""

    def __init__(self, parser: Parser, wanted: Callable[[Span], bool] | None = None) -> None:
        """Use `parser` on the sentences for which `wanted` is true (default: on all)."""
        super().__init__(wanted)
        self._parser = parser

    def parse(self, words: Sequence[Token]) -> Parse:
        """Return the parse of one sentence, of words as `spelling` gives them."""
        spelt = [spelling(word) for word in words]
        return given_back(_mended(self._parser.parse(spelt)), spelt)


def _mended(parse: Parse) -> Parse:
    """Mend shapes that are no grammar.

    A name as part of a verb's "name" is the verb's object. Who said it, in "A took B, its chief,
    X, said", is no other word for B. And "A, X said, took B" puts words into a clause, not a name.
    """
    heads, labels = list(parse.heads), list(parse.labels)
    for word, tag in enumerate(parse.tags):
        if labels[word] == "flat" and heads[word] < word and parse.tags[heads[word]] == "VERB":
            labels[word] = "obj"
        if tag == "VERB" and (source := _lost_source(parse, word)) is not None:
            heads[source], labels[source] = word, "nsubj"
        above = heads[word]
        if tag == "VERB" and labels[word] == "parataxis" and labels[above].startswith("nsubj"):
            heads[word] = heads[above]
    return replace(parse, heads=tuple(heads), labels=tuple(labels))


def _lost_source(parse: Parse, verb: int) -> int | None:
    """Return the apposition before a verb that has what was said and nobody who said it."""
    said = [label for head, label in zip(parse.heads, parse.labels, strict=True) if head == verb]
    before = [w for w in range(verb) if parse.heads[w] == verb and parse.labels[w] == "ccomp"]
    if not before or any(label.startswith(("nsubj", "csubj")) for label in said):
        return None
    word = verb - 1
    while word > before[0] and parse.tags[word] == "PUNCT":
        word -= 1
    source = None
    while word not in (verb, *before) and parse.heads[word] != word:
        if parse.labels[word] == "appos":
            source = word
        word = parse.heads[word]
    return source
