"""What the rules read around a word that may state a relation."""

from typing import NamedTuple

from spacy.tokens import Token

from graph.vocabulary import Modality, Polarity, Relation
from loaders.extraction.finding import Finding
from loaders.extraction.lexicon import Lexicon
from loaders.extraction.meaning import meaning
from loaders.extraction.sources import source_of

_POLARITIES, _MODALITIES = tuple(Polarity), tuple(Modality)


class Hints(NamedTuple):
    """Numbers of the polarity and modality, and 1 where the text names a source."""

    polarity: int
    modality: int
    told: int


class Rules:
    """Reads the rules around the words of one article, each word once."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Read by the lexicon's words."""
        self._lexicon = lexicon
        self._known: dict[Token, Hints] = {}

    def hints(self, token: Token) -> Hints:
        """Return what the rules read around a word."""
        if token not in self._known:
            stated = Finding(Relation.OPPOSES, "armed", token, None, None, "")
            said = meaning(stated, self._lexicon)
            told = source_of(token, self._lexicon) is not None
            self._known[token] = Hints(
                _POLARITIES.index(said.polarity), _MODALITIES.index(said.modality), int(told)
            )
        return self._known[token]
