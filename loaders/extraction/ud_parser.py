"""Our own parser as a spaCy component."""

from collections.abc import Callable, Sequence

from spacy.tokens import Span, Token

from loaders.extraction.joined_clauses import given_back
from loaders.extraction.lexicon import Lexicon
from loaders.extraction.mended import mended
from loaders.extraction.parse import Parse, Parser
from loaders.extraction.parser_component import ParserComponent, spelling
from loaders.extraction.second_look import second_look


class UdParser(ParserComponent):
    """Parses with the bundled parser."""

    def __init__(
        self, parser: Parser, lexicon: Lexicon, wanted: Callable[[Span], bool] | None = None
    ) -> None:
        """Use `parser` on the sentences for which `wanted` is true (default: on all).

        Of a verb of `lexicon` that it may have taken for a noun it reads the sentence again.
        """
        super().__init__(wanted)
        self._parser = parser
        self._lexicon = lexicon

    def parse(self, words: Sequence[Token]) -> Parse:
        """Return the parse of one sentence, of words as `spelling` gives them."""
        spelt = [self._lexicon.read_as.get(word.lower_) or spelling(word) for word in words]
        parse = second_look(self._parser, spelt, self._lexicon)
        return given_back(mended(parse, spelt), spelt)
