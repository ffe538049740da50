"""Our own parser as a spaCy component."""

from collections.abc import Callable, Sequence

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
        return self._parser.parse([spelling(word) for word in words])
