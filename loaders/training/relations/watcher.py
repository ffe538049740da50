"""Stands in the judge's place and decides nothing: it keeps what the judge would be shown."""

from collections.abc import Sequence
from typing import NamedTuple

from spacy.tokens import Doc, Span

from loaders.extraction.encoder import Encoder
from loaders.extraction.lexicon import Lexicon
from loaders.extraction.proposal import Proposal
from loaders.extraction.relations.candidates import Candidate
from loaders.extraction.relations.hints import Rules
from loaders.extraction.relations.pairs import Pair, PairTable, pairs, table
from loaders.extraction.relations.rulings import Rulings
from loaders.extraction.relations.verdict import Key, Verdict
from loaders.extraction.relations.windows import Window, windows

NEVER = 1.01
"""A threshold that no probability reaches."""


class Shown(NamedTuple):
    """The pairs of one sentence, its own and those with the sentence before."""

    pairs: list[Pair]
    table: PairTable


class Watched(NamedTuple):
    """A window and, a sentence each, what the judge would be shown of it."""

    window: Window
    shown: list[Shown]


def numbered(labels: Sequence[str]) -> dict[str, int]:
    """Number the labels of arcs as the network does: "", any other, comes first."""
    return {label: place for place, label in enumerate(("", *labels))}


class Watcher:
    """Watches the reading of one article, in which the frames decide alone."""

    def __init__(self, encoder: Encoder, lexicon: Lexicon) -> None:
        """Cut windows by the pieces that `encoder` makes of words.

        `rulings` are asked as those of a judge are; without a verdict the frames decide alone.
        """
        self.watched: list[Watched] = []
        self.rulings = Rulings("", NEVER, lexicon)
        self._encoder = encoder
        self._vocabulary = numbered(encoder.labels)
        self._rules = Rules(lexicon)
        self._paragraph: list[Watched] = []
        self._before: tuple[list[Candidate], Sequence[Proposal]] = ([], ())

    def start_paragraph(self, doc: Doc) -> None:
        """Begin a parsed paragraph."""
        self._paragraph = [Watched(window, []) for window in windows(doc, self._encoder)]
        self.watched += self._paragraph
        self._before = ([], ())

    def judge(
        self, sentence: Span, candidates: list[Candidate], proposals: Sequence[Proposal]
    ) -> dict[Key, Verdict]:
        """Keep the pairs of a sentence; give no verdict."""
        earlier, said = self._before
        self._before = (candidates, proposals)
        first = next(token.i for token in sentence if not token.is_space)
        window, shown = next(one for one in self._paragraph if first in one.window.place)
        near = [candidate for candidate in earlier if candidate.token.i in window.place]
        if found := pairs(candidates, near):
            told = (*said, *proposals)
            shown.append(
                Shown(found, table(found, window, self._vocabulary, told, self._rules.hints))
            )
        return {}

    def pass_over(self) -> None:
        """Go past a sentence that was not parsed."""
        self._before = ([], ())
