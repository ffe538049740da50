"""Our own parser as a spaCy component."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from spacy.tokens import Span, Token

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
        return _mended(self._parser.parse([spelling(word) for word in words]))


def _mended(parse: Parse) -> Parse:
    """Make a name that is part of a verb's "name", which there is not, the verb's object."""
    labels = (
        "obj" if label == "flat" and head < word and parse.tags[head] == "VERB" else label
        for word, (label, head) in enumerate(zip(parse.labels, parse.heads, strict=True))
    )
    return replace(parse, labels=tuple(labels))
