"""What is kept of a claim to compare it with labels."""

from collections.abc import Iterable
from typing import Self

from graph.model import Claim, End, PartialDate, Shape, Speaker
from graph.vocabulary import Modality, Polarity, Relation


class FoundClaim(Shape):
    """A claim that some extractor gave, without what no label speaks of."""

    relation: Relation
    mode: str
    subject: End
    object: End
    polarity: Polarity = Polarity.AFFIRMED
    modality: Modality = Modality.ACTUAL
    speaker: Speaker | None = None
    event_from: PartialDate | None = None
    event_until: PartialDate | None = None
    start: int
    """Code points into the item's text: where the sentence is that it was found in."""
    end: int

    @classmethod
    def of(cls, claim: Claim) -> Self:
        """Return what is compared of a claim."""
        return cls(
            relation=claim.relation, mode=claim.mode, subject=claim.subject, object=claim.object,
            polarity=claim.polarity, modality=claim.modality, speaker=claim.speaker,
            event_from=claim.event_from, event_until=claim.event_until,
            start=claim.start, end=claim.end,
        )  # fmt: skip

    @property
    def a_fact(self) -> bool:
        """Whether it is given as so, by whoever says it: affirmed and actual."""
        return self.polarity is Polarity.AFFIRMED and self.modality is Modality.ACTUAL

    def __str__(self) -> str:
        """Return who does what to whom, and what is said of it beside that it is so."""
        said = [
            word for word in (self.polarity, self.modality) if word not in ("affirmed", "actual")
        ]
        ends = f"{self.subject.name} {self.relation} {self.object.name}"
        return f"{ends} [{' '.join(said)}]" if said else ends


Found = dict[str, list[FoundClaim]]
"""Claims by the id of the item that they were found in."""


def found_in(claims: Iterable[Claim]) -> list[FoundClaim]:
    """Return what is compared of each claim."""
    return [FoundClaim.of(claim) for claim in claims]
