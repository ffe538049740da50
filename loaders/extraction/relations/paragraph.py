"""The pairs of one paragraph's sentences, as the sentences are read one after the other."""

from collections.abc import Sequence
from typing import NamedTuple

from spacy.tokens import Doc, Span

from loaders.extraction.encoder import Encoder
from loaders.extraction.proposal import Proposal
from loaders.extraction.relations.candidates import Candidate
from loaders.extraction.relations.hints import Rules
from loaders.extraction.relations.pairs import Pair, PairTable, pairs, table
from loaders.extraction.relations.windows import Window, windows


class Shown(NamedTuple):
    """The pairs of a sentence, its own and those with the sentence before, in their window."""

    window: Window
    pairs: list[Pair]
    table: PairTable


class Paragraph:
    """Goes through a parsed paragraph; remembers the sentence before."""

    def __init__(self, doc: Doc, encoder: Encoder, labels: dict[str, int], rules: Rules) -> None:
        """Cut windows by `encoder`'s pieces; `labels` numbers the labels of arcs."""
        self.windows = list(windows(doc, encoder))
        self._labels = labels
        self._rules = rules
        self._before: tuple[list[Candidate], Sequence[Proposal]] = ([], ())

    def show(
        self, sentence: Span, candidates: list[Candidate], proposals: Sequence[Proposal]
    ) -> Shown | None:
        """Return a parsed sentence's pairs; None: there are none.

        Words that the network cannot read, at the end of a very long sentence, are in none.
        """
        earlier, said = self._before
        self._before = (candidates, proposals)
        first = next(token.i for token in sentence if not token.is_space)
        window = next(window for window in self.windows if first in window.place)
        here, near = (
            [candidate for candidate in some if candidate.token.i in window.place]
            for some in (candidates, earlier)
        )
        found = pairs(here, near)
        if not found:
            return None
        told = (*said, *proposals)
        return Shown(window, found, table(found, window, self._labels, told, self._rules.hints))

    def pass_over(self) -> None:
        """Go past a sentence that was not parsed."""
        self._before = ([], ())
