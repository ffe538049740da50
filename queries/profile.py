"""What actor, place and who-captured share: the ties of one actor or place, by relation."""

from collections.abc import Sequence
from itertools import groupby
from typing import Literal

from pydantic import BaseModel, Field, Json

from graph.model import Shape, Tie
from graph.store import View
from graph.vocabulary import RELATIONS, Relation

Side = Literal["subject", "object"]


class Group(Shape):
    """The ties of one relation in which an actor or place stands at one end."""

    relation: Relation
    side: Side = Field(description="The end at which the one asked for stands.")
    label: str = Field(description="How it reads from there: backs, or backed by.")
    total: int = Field(description="How many there are, shown or not.")
    ties: tuple[Tie, ...] = Field(description="The heaviest of them.")


class GroupRow(BaseModel):
    """One tie, and how many there are of its relation at its side."""

    relation: Relation
    side: Side
    total: int
    tie: Json[Tie]


def groups(view: View, entity: str, limit: int) -> tuple[Group, ...]:
    """Return the ties of an actor or place, `limit` of each relation and side, in their order.

    A relation and side without a tie has no group.
    """
    rows = view.read("ties_by_relation", GroupRow, entity=entity, limit=limit)
    made = [
        _group(relation, side, list(found))
        for (relation, side), found in groupby(rows, key=lambda row: (row.relation, row.side))
    ]
    order = list(RELATIONS)
    return tuple(sorted(made, key=lambda g: (order.index(g.relation), g.side != "subject")))


def find(given: Sequence[Group], relation: Relation, side: Side) -> Group:
    """Return the group of that relation and side, an empty one when there is no tie."""
    found = (group for group in given if (group.relation, group.side) == (relation, side))
    return next(found, _group(relation, side, []))


def _group(relation: Relation, side: Side, rows: Sequence[GroupRow]) -> Group:
    row = RELATIONS[relation]
    return Group(
        relation=relation,
        side=side,
        label=row.label if side == "subject" else row.inverse,
        total=rows[0].total if rows else 0,
        ties=tuple(found.tie for found in rows),
    )
