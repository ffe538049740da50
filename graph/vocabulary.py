"""The relations: each is one row, with its inverse, its ends and its modes.

The modes of `backs` follow the codes of UCDP's External Support dataset.
"""

from dataclasses import dataclass
from enum import StrEnum

from graph.errors import InvalidClaim


class Relation(StrEnum):
    """How a subject stands to an object."""

    BACKS = "backs"
    OPPOSES = "opposes"
    CAPTURED = "captured"
    DEPLOYED_TO = "deployed-to"
    LEADS = "leads"
    PART_OF = "part-of"


class Polarity(StrEnum):
    """Whether the text says that it is so, or that it is not."""

    AFFIRMED = "affirmed"
    DENIED = "denied"


class Modality(StrEnum):
    """How real the text says it is."""

    ACTUAL = "actual"
    PLANNED = "planned"
    ATTEMPTED = "attempted"
    ALLEGED = "alleged"
    CONDITIONAL = "conditional"


class ActorKind(StrEnum):
    """What sort of actor it is."""

    STATE = "state"
    GOVERNMENT = "government"
    MILITARY = "military"
    ARMED_GROUP = "armed-group"
    COALITION = "coalition"
    ORGANISATION = "organisation"
    PERSON = "person"
    UNKNOWN = "unknown"


class PlaceKind(StrEnum):
    """What sort of place it is."""

    COUNTRY = "country"
    REGION = "region"
    TOWN = "town"
    SITE = "site"


class DatePrecision(StrEnum):
    """How exact the event time is."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    UNKNOWN = "unknown"


class DateBasis(StrEnum):
    """Where the event time comes from."""

    STATED = "stated"
    RELATIVE = "relative"
    INFERRED = "inferred"


class Status(StrEnum):
    """What all claims about one tie amount to."""

    ASSERTED = "asserted"
    DENIED = "denied"
    CONTESTED = "contested"
    PLANNED = "planned"
    ATTEMPTED = "attempted"
    ALLEGED = "alleged"
    CONDITIONAL = "conditional"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class RelationRow:
    """One relation: its words, the family of its object, its modes."""

    relation: Relation
    label: str
    inverse: str
    edge_type: str
    object_family: str
    modes: tuple[str, ...]
    ending_modes: frozenset[str] = frozenset()
    subject_kinds: frozenset[str] = frozenset()


RELATIONS: dict[Relation, RelationRow] = {
    row.relation: row
    for row in (
        RelationRow(
            Relation.BACKS,
            "backs",
            "backed by",
            "BACKS",
            "actor",
            (
                "troops",
                "mercenaries",
                "weapons",
                "materiel",
                "training",
                "funding",
                "intelligence",
                "territory",
                "joint-operations",
                "airstrikes",
                "political",
                "recognition",
                "unspecified",
            ),
        ),
        RelationRow(
            Relation.OPPOSES,
            "opposes",
            "opposed by",
            "OPPOSES",
            "actor",
            ("armed", "political", "sanctions", "unspecified"),
        ),
        RelationRow(
            Relation.CAPTURED,
            "captured",
            "captured by",
            "CAPTURED",
            "place",
            ("captured", "recaptured", "controls", "besieges", "lost", "withdrew"),
            frozenset({"lost", "withdrew"}),
        ),
        RelationRow(
            Relation.DEPLOYED_TO,
            "deployed to",
            "hosts forces of",
            "DEPLOYED_TO",
            "place",
            ("troops", "mercenaries", "equipment", "observers", "withdrew"),
            frozenset({"withdrew"}),
        ),
        RelationRow(
            Relation.LEADS,
            "leads",
            "led by",
            "LEADS",
            "actor",
            ("head", "commander", "minister", "spokesperson"),
            subject_kinds=frozenset({ActorKind.PERSON, ActorKind.UNKNOWN}),
        ),
        RelationRow(
            Relation.PART_OF, "part of", "includes", "PART_OF", "actor", ("unit", "member")
        ),
    )
}


def family(entity_id: str) -> str:
    """Return `actor` or `place`: the part of an id before its colon."""
    return entity_id.partition(":")[0]


def check(relation: Relation, mode: str, subject_id: str, object_id: str) -> None:
    """Raise InvalidClaim when mode or ends are not ones that `relation` allows."""
    row = RELATIONS[relation]
    if mode not in row.modes:
        raise InvalidClaim(f"mode {mode!r} is not one of {relation}: use {', '.join(row.modes)}")
    if family(subject_id) != "actor":
        raise InvalidClaim(f"subject {subject_id!r} of {relation} must be an actor (actor:...)")
    if family(object_id) != row.object_family:
        raise InvalidClaim(
            f"object {object_id!r} of {relation} must be a {row.object_family}"
            f" ({row.object_family}:...)"
        )
    if subject_id == object_id:
        raise InvalidClaim(f"{subject_id!r} cannot stand on both ends of {relation}")
