"""What the reader of an article asks of whoever judges its sentences."""

from collections.abc import Sequence
from typing import Protocol

from spacy.tokens import Doc, Span

from loaders.extraction.proposal import Proposal
from loaders.extraction.relations.candidates import Candidate
from loaders.extraction.relations.rulings import Rulings
from loaders.extraction.relations.verdict import Key, Verdict


class Judging(Protocol):
    """Follows one article sentence by sentence."""

    @property
    def rulings(self) -> Rulings:
        """Return what follows from the verdicts."""
        ...

    def start_paragraph(self, doc: Doc) -> None:
        """Begin a parsed paragraph."""
        ...

    def judge(
        self, sentence: Span, candidates: list[Candidate], proposals: Sequence[Proposal]
    ) -> dict[Key, Verdict]:
        """Return the likeliest verdict on each relation of each two entities of a sentence."""
        ...

    def pass_over(self) -> None:
        """Go past a sentence that was not parsed."""
        ...
