"""Our own parser as a spaCy component."""

from collections.abc import Callable, Sequence

from spacy.tokens import Span, Token

from loaders.extraction.joined_clauses import given_back
from loaders.extraction.mended import mended
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
        return given_back(mended(self._parser.parse(spelt), spelt), spelt)
