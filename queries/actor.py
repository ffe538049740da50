"""Who is this actor?"""

from collections.abc import Iterable, Sequence
from typing import ClassVar, Literal

from pydantic import BaseModel, Field

from graph.model import Actor, Named, PartialDate, Post, Shape
from graph.store import Question, View
from graph.vocabulary import Relation, Status
from queries.answers import ActorName, Limit
from queries.profile import Group, Side, find, groups
from queries.resolution import EntityRow, resolve


class Bond(Shape):
    """Someone who leads or belongs, seen from the other end: told in claims, or in the registry."""

    other: Named
    roles: tuple[str, ...] = Field(description="Modes of leads or of part-of.")
    source: Literal["claims", "registry"]
    status: Status | None = Field(description="What the claims amount to; none for the registry.")
    since: PartialDate | None = Field(default=None, description="What the registry says.")
    until: PartialDate | None = Field(default=None, description="What the registry says.")


class ActorProfile(Shape):
    """All that the graph knows of an actor."""

    actor: Actor
    groups: tuple[Group, ...] = Field(
        description="Its ties by relation and side, each with how many there are."
    )
    leads: tuple[Bond, ...] = Field(description="What it leads, as far as it is in the graph.")
    led_by: tuple[Bond, ...] = Field(description="Who leads it.")
    part_of: tuple[Bond, ...] = Field(description="What it belongs to.")
    includes: tuple[Bond, ...] = Field(description="What belongs to it.")


class ActorQuestion(Question[ActorProfile]):
    """The profile of an actor: names, ties in both directions, what it leads and belongs to."""

    name: ClassVar[str] = "actor"
    answer_type: ClassVar[type[BaseModel]] = ActorProfile

    actor: ActorName
    limit: Limit = 10

    def answer(self, view: View) -> ActorProfile:
        """Return the profile, with at most `limit` ties of each relation and side."""
        row = resolve(view, self.actor, "actor")
        actor = Actor.model_validate_json(row.payload)
        ties = groups(view, row.id, self.limit)
        others = view.read("actor", EntityRow, mark=f'"id":"{row.id}"')
        known = [Actor.model_validate_json(other.payload) for other in others]
        return ActorProfile(
            actor=actor,
            groups=ties,
            leads=_told(ties, Relation.LEADS, "subject") + _posts(view, actor.leads),
            led_by=_told(ties, Relation.LEADS, "object")
            + _holders(others, (a.leads for a in known), row.id),
            part_of=_told(ties, Relation.PART_OF, "subject") + _posts(view, actor.part_of),
            includes=_told(ties, Relation.PART_OF, "object")
            + _holders(others, (a.part_of for a in known), row.id),
        )


def _told(ties: Sequence[Group], relation: Relation, side: Side) -> tuple[Bond, ...]:
    return tuple(
        Bond(
            other=tie.object if side == "subject" else tie.subject,
            roles=tie.modes,
            source="claims",
            status=tie.status,
        )
        for tie in find(ties, relation, side).ties
    )


def _posts(view: View, posts: Sequence[Post]) -> tuple[Bond, ...]:
    """Return what the registry says of an actor, as far as the others are in the graph."""
    rows = view.read("entities_by_id", EntityRow, ids=sorted({post.id for post in posts}))
    named = {row.id: row.named for row in rows}
    return tuple(_bond(named[post.id], post) for post in posts if post.id in named)


def _holders(
    others: Iterable[EntityRow], posts: Iterable[Sequence[Post]], entity: str
) -> tuple[Bond, ...]:
    """Return what the registry says of others that hold a post in `entity`, by their ids."""
    return tuple(
        _bond(other.named, post)
        for other, held in zip(others, posts, strict=True)
        for post in held
        if post.id == entity
    )


def _bond(other: Named, post: Post) -> Bond:
    return Bond(
        other=other,
        roles=(post.role,),
        source="registry",
        status=None,
        since=post.since,
        until=post.until,
    )


QUESTION = ActorQuestion
