"""What questions give back and take: shapes and parameters that several of them share."""

import base64
import binascii
from typing import Annotated, TypeVar

from pydantic import BaseModel, Field, Json

from graph.errors import InvalidInput
from graph.model import Named, Shape, Tie
from graph.vocabulary import Relation, Status

LIMIT = 50
Limit = Annotated[int, Field(ge=1, le=500, description="How many rows at most.", examples=[20])]
Cursor = Annotated[
    str | None, Field(max_length=600, description="`next` of the page before, to go on from there.")
]
ActorName = Annotated[
    str,
    Field(
        min_length=1, max_length=300, description="Id, name or alias of an actor.",
        examples=["Haftar"],
    ),
]  # fmt: skip
PlaceName = Annotated[
    str,
    Field(
        min_length=1, max_length=300, description="Id, name or alias of a place.",
        examples=["Sirte"],
    ),
]  # fmt: skip
EntityName = Annotated[
    str,
    Field(
        min_length=1, max_length=300, examples=["Haftar"],
        description="Id, name or alias of an actor or place; a name of both means the actor.",
    ),
]  # fmt: skip
IncludeOrganisation = Annotated[
    bool, Field(description="Asking for a leader asks for what he leads as well, marked so.")
]
Relations = Annotated[
    tuple[Relation, ...],
    Field(description="Only ties of these relations; none named: all.", examples=[["backs"]]),
]
Statuses = Annotated[
    tuple[Status, ...],
    Field(description="Only ties of these statuses; none named: all.", examples=[["asserted"]]),
]


class Answered(Tie):
    """A tie in an answer."""

    via: Named | None = Field(
        default=None, description="The organisation it is about, where a leader was asked for."
    )


class Ties(Shape):
    """Ties around the actor or place that was asked for, heaviest first."""

    asked: Named
    included: tuple[Named, ...] = Field(description="Organisations that were asked for with it.")
    ties: tuple[Answered, ...]
    next: str | None = Field(default=None, description="Cursor of the next page, if any.")


class TieRow(BaseModel):
    """A row that holds one tie."""

    tie: Json[Answered]


class Position(Shape):
    """A place in a list of ties: all that is lighter, or as heavy with a later key, follows."""

    weight: int = Field(default=2**62, ge=0, le=2**62)
    key: str = ""


At = TypeVar("At", bound=Shape)


def encode(position: Shape) -> str:
    """Return a cursor."""
    return base64.urlsafe_b64encode(position.model_dump_json().encode()).decode()


def decode(cursor: str | None, start: At) -> At:
    """Return where a cursor points, `start` without one.

    Raises InvalidInput for a cursor that was not made for this kind of list.
    """
    if cursor is None:
        return start
    try:
        return type(start).model_validate_json(base64.urlsafe_b64decode(cursor.encode()))
    except (ValueError, binascii.Error) as error:
        raise InvalidInput(
            f"cursor {cursor!r} is not one that `next` gave; leave it out"
        ) from error


def page(found: list[TieRow], limit: int) -> tuple[list[Answered], str | None]:
    """Return at most `limit` ties, and the cursor that goes on, from rows asked for one more."""
    ties = [row.tie for row in found[:limit]]
    more = len(found) > limit
    return ties, encode(Position(weight=ties[-1].weight, key=ties[-1].key)) if more else None
