"""A piece of the graph to be drawn: its shape, and how questions put it together."""

from collections.abc import Iterable, Mapping, Sequence

from pydantic import BaseModel, Field, Json

from graph.model import Named, Shape, Tie
from graph.store import View
from graph.vocabulary import ActorKind, PlaceKind, Relation, Status

# More than these cannot be told apart in a drawing, and make an answer of many megabytes.
_MOST_TIES = 500
_TIES_PER_NODE = 5


class Node(Named):
    """An actor or place in a drawing."""

    degree: int = Field(description="How many ties it has in the whole graph.")
    hops: int | None = Field(
        default=None, description="Ties between it and the one asked for; none in an overview."
    )


class Cut(Shape):
    """What was seen but left out."""

    nodes: int
    ties: int


class Network(Shape):
    """Actors and places, and the ties among them, heaviest first."""

    asked: Named | None = Field(description="Around whom; none in an overview.")
    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...]
    cut: Cut = Field(description="What was seen but is not shown.")


class Link(BaseModel):
    """A tie without what is told of it, for searching."""

    key: str
    subject: str
    object: str
    weight: int

    @property
    def ends(self) -> tuple[str, str]:
        """Return subject and object."""
        return self.subject, self.object

    def other(self, end: str) -> str:
        """Return the end that is not `end`."""
        return self.object if end == self.subject else self.subject


class DegreeRow(BaseModel):
    """An actor or place, and how many ties it has."""

    id: str
    name: str
    label: str
    kind: ActorKind | PlaceKind
    degree: int


class KeyRow(BaseModel):
    """The key of a tie."""

    key: str


class PlainRow(BaseModel):
    """A row that holds one tie."""

    tie: Json[Tie]


def nodes(view: View, hops: Mapping[str, int | None]) -> tuple[Node, ...]:
    """Return these actors and places in the order given, with the hops given."""
    rows = {row.id: row for row in view.read("degrees", DegreeRow, ids=list(hops))}
    return tuple(
        Node.model_validate({**rows[identifier].model_dump(), "hops": distance})
        for identifier, distance in hops.items()
    )


def ties_among(
    view: View,
    ids: Iterable[str],
    relations: Iterable[Relation] = (),
    statuses: Iterable[Status] = (),
) -> tuple[tuple[Tie, ...], set[str]]:
    """Return the heaviest ties whose ends are both among `ids`, and the keys of all such ties.

    At most five ties for each of `ids`, or 500 if that is more. No relation means all of them; so
    does no status.
    """
    among = list(ids)
    keys = view.read(
        "ties_among", KeyRow, ids=among,
        relations=list(relations) or list(Relation), statuses=list(statuses) or list(Status),
    )  # fmt: skip
    most = max(_MOST_TIES, _TIES_PER_NODE * len(among))
    return ties_of(view, [row.key for row in keys[:most]]), {row.key for row in keys}


def ties_of(view: View, keys: Sequence[str]) -> tuple[Tie, ...]:
    """Return the ties with these keys, in this order."""
    ties = {row.tie.key: row.tie for row in view.read("path", PlainRow, keys=keys)}
    return tuple(ties[key] for key in keys if key in ties)
