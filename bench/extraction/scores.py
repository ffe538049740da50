"""The shapes of what is scored."""

from typing import Self

from pydantic import Field

from graph.model import Shape


class Counts(Shape):
    """Claims and labels of one relation, or of all."""

    claims: int = Field(description="Given by the extractor.")
    right: int = Field(description="Claims that are among the labels, required or optional.")
    required: int = Field(description="Labels that must be found.")
    found: int = Field(description="Required labels that were found.")
    precision: float | None = None
    recall: float | None = None
    f1: float | None = None


class Accuracy(Shape):
    """How often matched claims have one attribute as the label has it."""

    of: int
    right: int
    share: float | None = None


class Fault(Shape):
    """One thing that is wrong."""

    kind: str = Field(description="miss, extra, poison, or the attribute that is wrong.")
    item: str
    claim: str = Field(description="Who does what to whom: of the label, else of the claim.")
    expected: str | None = Field(default=None, description="What the label says.")
    given: str | None = Field(default=None, description="What the claim says.")
    sentence: str


class Score(Shape):
    """One extractor on one set of labelled texts."""

    items: int
    labels: int = Field(description="All of them: required, optional and traps.")
    total: Counts
    relations: dict[str, Counts]
    attributes: dict[str, Accuracy]
    facts: int = Field(description="Claims given as affirmed and actual.")
    poison: int = Field(description="Of these, what the text denies, plans, tries or reverses.")
    poison_per_100: float | None = None
    faults: tuple[Fault, ...] = ()

    def without_faults(self) -> Self:
        """Return the figures alone: of a part of a set, whose faults the whole set tells."""
        return self.model_copy(update={"faults": ()})


def counts(claims: int, right: int, required: int, found: int) -> Counts:
    """Return counts with their ratios."""
    precision, recall = ratio(right, claims), ratio(found, required)
    f1 = None
    if precision is not None and recall is not None:
        f1 = round(2 * precision * recall / (precision + recall or 1), 3)
    return Counts(
        claims=claims, right=right, required=required, found=found,
        precision=precision, recall=recall, f1=f1,
    )  # fmt: skip


def ratio(part: int, whole: int) -> float | None:
    """Return a share, to three digits; None: of nothing."""
    return round(part / whole, 3) if whole else None
