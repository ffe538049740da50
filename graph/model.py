"""The shapes: article, actor, place, claim, tie. Written here once, read by everything."""

import hashlib
import json
from datetime import datetime
from functools import cached_property
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from graph import vocabulary
from graph.vocabulary import (
    ActorKind,
    DateBasis,
    DatePrecision,
    Modality,
    PlaceKind,
    Polarity,
    Relation,
    Status,
)

PartialDate = Annotated[
    str,
    Field(
        pattern=r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$",
        description="ISO date, as much of it as is known: 2020, 2020-01 or 2020-01-06.",
    ),
]
FullDate = Annotated[
    str,
    Field(
        pattern=r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$",
        description="ISO date with day: 2020-01-06.",
    ),
]
ActorId = Annotated[str, Field(pattern=r"^actor:[a-z0-9-]+$", description="actor:<slug>")]
PlaceId = Annotated[str, Field(pattern=r"^place:[a-z0-9-]+$", description="place:<slug>")]
EntityId = Annotated[
    str, Field(pattern=r"^(actor|place):[a-z0-9-]+$", description="actor:<slug> or place:<slug>")
]


class Shape(BaseModel):
    """Frozen, and no field beyond those that are written down."""

    model_config = ConfigDict(frozen=True, extra="forbid")


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def digest(*parts: str | int | None) -> str:
    """Return 20 hex digits that depend on every part and on their order."""
    text = _ENCODER.encode(parts)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:20]


class Post(Shape):
    """A person leads an organisation, or an organisation is part of another, for a time."""

    id: ActorId = Field(description="The organisation.")
    role: str = Field(description="A mode of leads or of part-of.")
    since: PartialDate | None = None
    until: PartialDate | None = None


class Actor(Shape):
    """Someone who can back, oppose, capture or deploy."""

    id: ActorId
    name: str = Field(min_length=1, description="Full English name.")
    label: str = Field(min_length=1, description="Short form for drawings, such as GNA.")
    kind: ActorKind = ActorKind.UNKNOWN
    country: str | None = Field(default=None, description="ISO 3166-1 alpha-2 code.")
    aliases: tuple[str, ...] = Field(default=(), description="Other names it is known by.")
    leads: tuple[Post, ...] = Field(default=(), description="What the registry says he leads.")
    part_of: tuple[Post, ...] = Field(default=(), description="What the registry says it is in.")
    reviewed: bool = Field(default=False, description="False: found in a text, checked by nobody.")


class Place(Shape):
    """Somewhere that can be captured or deployed to."""

    id: PlaceId
    name: str = Field(min_length=1, description="English name.")
    label: str = Field(min_length=1, description="Short form for drawings.")
    kind: PlaceKind = PlaceKind.SITE
    country: str | None = Field(default=None, description="ISO 3166-1 alpha-2 code.")
    latitude: float | None = Field(default=None, ge=-90, le=90, description="Degrees north.")
    longitude: float | None = Field(default=None, ge=-180, le=180, description="Degrees east.")
    aliases: tuple[str, ...] = Field(default=(), description="Other names it is known by.")
    reviewed: bool = Field(default=False, description="False: found in a text, checked by nobody.")


Entity = Actor | Place


class Named(Shape):
    """An actor or place as it stands in an answer."""

    id: EntityId
    name: str
    label: str
    # No kind is of both, so the first that fits is it; to try each would take as long as the rest.
    kind: ActorKind | PlaceKind = Field(union_mode="left_to_right")


class End(Shape):
    """One end of a claim: who it is, and how the text calls it."""

    id: EntityId
    name: str
    mention: str = Field(description="The wording of the text.")


class Speaker(Shape):
    """Who the text says said it: the innermost source."""

    id: ActorId | None = Field(description="None when the text leaves the source unnamed.")
    name: str | None
    mention: str = Field(description="The wording of the text.")
    party: bool | None = Field(
        default=None, description="Whether the speaker is, or speaks for, one end of the claim."
    )


class Article(Shape):
    """What was published, or one row of a dataset."""

    text: str = Field(description="The stored text; offsets of claims count its code points.")
    published: FullDate | None = None
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    language: str | None = Field(default=None, description="ISO 639-1 code.")
    wire: str | None = Field(default=None, description="The agency or outlet it repeats, if any.")

    @cached_property
    def id(self) -> str:
        """Return article:<hash of what was published where and when>."""
        return "article:" + digest(self.url, self.published, self.text)

    @cached_property
    def text_hash(self) -> str:
        """Return a hash of the text alone."""
        return digest(self.text)

    @property
    def origin(self) -> str:
        """Return who is behind it: the wire it repeats, else its publisher, else itself."""
        return (self.wire or self.publisher or self.url or self.id).casefold()


class ArticleSummary(Shape):
    """An article without its text."""

    id: str
    title: str | None
    url: str | None
    publisher: str | None
    wire: str | None
    published: FullDate | None
    language: str | None
    recorded: datetime = Field(description="When this graph first loaded it, UTC.")


class Claim(Shape):
    """One statement found in one article. Immutable; its id is a hash of what it says and where."""

    article: str = Field(description="Id of the article.")
    relation: Relation
    mode: str = Field(description="One of the relation's modes.")
    subject: End
    object: End
    place: End | None = Field(default=None, description="Where it happened, if said.")
    polarity: Polarity = Polarity.AFFIRMED
    modality: Modality = Modality.ACTUAL
    speaker: Speaker | None = Field(default=None, description="None: the writer's own words.")
    event_from: PartialDate | None = None
    event_until: PartialDate | None = None
    date_precision: DatePrecision = DatePrecision.UNKNOWN
    date_basis: DateBasis = DateBasis.INFERRED
    statement_date: PartialDate | None = Field(default=None, description="When it was said.")
    published: FullDate | None = None
    quote: str = Field(min_length=1, description="The sentence: text[start:end].")
    start: int = Field(ge=0, description="Code points into the article's text.")
    end: int = Field(gt=0, description="Code points into the article's text.")
    extractor: str = Field(description="Name and version of what found it.")
    rule: str = Field(description="What decided it.")

    @model_validator(mode="after")
    def _keeps_the_vocabulary(self) -> Self:
        vocabulary.check(self.relation, self.mode, self.subject.id, self.object.id)
        if self.end - self.start != len(self.quote):
            raise ValueError(f"offsets {self.start}-{self.end} are not those of the quote")
        return self

    @cached_property
    def id(self) -> str:
        """Return claim:<hash of what it says and where it stands>."""
        speaker = (self.speaker.id, self.speaker.mention) if self.speaker else (None, None)
        said = (self.relation, self.mode, self.subject.id, self.object.id, self.polarity)
        return "claim:" + digest(
            self.article, *said, self.modality, *speaker, self.event_from, self.event_until,
            self.start, self.end,
        )  # fmt: skip

    @property
    def tie(self) -> str:
        """Return the key of the tie it speaks about."""
        return tie_key(self.subject.id, self.relation, self.object.id)


def tie_key(subject: str, relation: str, target: str) -> str:
    """Return `subject relation object`: ids hold no blank, so it is unique."""
    return f"{subject} {relation} {target}"


class Evidence(Shape):
    """The quote that stands for one side of a tie."""

    claim: str
    quote: str
    start: int
    end: int
    speaker: Speaker | None
    article: str
    title: str | None
    publisher: str | None
    published: FullDate | None
    url: str | None


class Tie(Shape):
    """What all claims about one subject, relation and object amount to. Derived, never edited."""

    subject: Named
    relation: Relation
    object: Named
    status: Status
    modes: tuple[str, ...] = Field(description="Modes of the affirmed claims, most told first.")
    claims_for: int
    claims_against: int
    origins_for: int = Field(description="Independent origins that affirm it.")
    origins_against: int
    first_event: PartialDate | None
    last_event: PartialDate | None
    first_report: FullDate | None
    last_report: FullDate | None
    best: Evidence = Field(description="The quote that supports the status best.")
    best_against: Evidence | None = Field(description="The best quote of the other side.")

    @property
    def key(self) -> str:
        """Return `subject relation object`."""
        return tie_key(self.subject.id, self.relation, self.object.id)

    @property
    def weight(self) -> int:
        """Return what ties are ordered by: origins first, then claims."""
        return self.origins_for * 1_000_000 + self.claims_for


class Note(Shape):
    """What was not understood, and why."""

    start: int
    end: int
    reason: str


class Reading(Shape):
    """One article as a loader read it: its claims, who they are about, what was not understood."""

    article: Article
    claims: tuple[Claim, ...] = ()
    entities: tuple[Entity, ...] = ()
    notes: tuple[Note, ...] = ()

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        known = {entity.id for entity in self.entities}
        for claim in self.claims:
            if claim.article != self.article.id:
                raise ValueError(f"claim of {claim.article} in a reading of {self.article.id}")
            if self.article.text[claim.start : claim.end] != claim.quote:
                raise ValueError(f"the quote is not at {claim.start}-{claim.end}: {claim.quote!r}")
            missing = _named(claim) - known
            if missing:
                raise ValueError(f"no entity given for {sorted(missing)}")
        return self


def _named(claim: Claim) -> set[str]:
    ends = {claim.subject.id, claim.object.id}
    if claim.place:
        ends.add(claim.place.id)
    if claim.speaker and claim.speaker.id:
        ends.add(claim.speaker.id)
    return ends
