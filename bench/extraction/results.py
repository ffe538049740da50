"""The shape of one run."""

from pydantic import Field

from bench.extraction.scores import Counts, Score
from graph.model import Shape


class RowResult(Shape):
    """One extractor on one set."""

    row: str
    absent: str | None = Field(default=None, description="Why there is no score.")
    score: Score | None = None
    seen: Score | None = Field(default=None, description="Items of countries seen in training.")
    unseen: Score | None = None


class SetResult(Shape):
    """All extractors on one set."""

    name: str
    rows: tuple[RowResult, ...]


class CurvePoint(Shape):
    """The shipped extractor at one threshold."""

    threshold: float
    total: Counts
    poison_per_100: float | None = None


class MentionResult(Shape):
    """One relation of re3d, as one extractor finds it."""

    row: str
    annotated_as: str
    relation: str
    claims: int = Field(description="Affirmed, in sentences in which re3d annotated a relation.")
    right: int = Field(description="Of these, those with an annotated relation of this type.")
    annotated: int
    found: int
    named: int = Field(description="Annotated relations with a name at both ends.")
    named_found: int


class EventResult(Shape):
    """PLOVER's gold records, as one extractor reads them."""

    row: str
    quad: str = Field(description="The records' quad class; all: of every class.")
    records: int = Field(description="With a source and a target.")
    any_claim: int = Field(description="Records with any claim of the four relations.")
    both_ends: int = Field(description="Records with a claim that has source and target as ends.")
    direction: int = Field(description="Of these, from source to target.")
    quad_class: int = Field(description="Of these, with the record's quad class.")
    side: int = Field(description="Of these, with the record's cooperation or conflict.")


class Results(Shape):
    """One run."""

    version: str
    quick: bool
    seen_countries: tuple[str, ...] = Field(description="ISO alpha-2; empty: no training items.")
    sets: tuple[SetResult, ...]
    curve: tuple[CurvePoint, ...]
    re3d: tuple[MentionResult, ...] = ()
    plover: tuple[EventResult, ...] = ()
