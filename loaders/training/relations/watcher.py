"""Stands in the judge's place and decides nothing: it keeps what the judge would be shown."""

from collections.abc import Sequence

from spacy.tokens import Doc, Span

from loaders.extraction.encoder import Encoder
from loaders.extraction.lexicon import Lexicon
from loaders.extraction.proposal import Proposal
from loaders.extraction.relations.candidates import Candidate
from loaders.extraction.relations.hints import Rules
from loaders.extraction.relations.paragraph import Paragraph, Shown
from loaders.extraction.relations.rulings import Rulings
from loaders.extraction.relations.verdict import Key, Verdict
from loaders.extraction.relations.windows import Window

Watched = tuple[Window, list[Shown]]
"""A window and, a sentence each, what the judge would be shown of it."""


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
        self.rulings = Rulings("", {}, lexicon)
        self._encoder = encoder
        self._labels = numbered(encoder.labels)
        self._rules = Rules(lexicon)

    def start_paragraph(self, doc: Doc) -> None:
        """Begin a parsed paragraph."""
        self._paragraph = Paragraph(doc, self._encoder, self._labels, self._rules)
        self.watched += [(window, []) for window in self._paragraph.windows]

    def judge(
        self, sentence: Span, candidates: list[Candidate], proposals: Sequence[Proposal]
    ) -> dict[Key, Verdict]:
        """Keep the pairs of a sentence; give no verdict."""
        if shown := self._paragraph.show(sentence, candidates, proposals):
            kept = next(kept for window, kept in self.watched if window is shown.window)
            kept.append(shown)
        return {}

    def pass_over(self) -> None:
        """Go past a sentence that was not parsed."""
        self._paragraph.pass_over()
