"""Who has forces where?"""

from typing import ClassVar

from pydantic import BaseModel, Field

from graph.errors import InvalidInput
from graph.model import Named, Shape
from graph.store import Question, View
from queries.answers import (
    LIMIT,
    ActorName,
    Answered,
    Cursor,
    IncludeOrganisation,
    Limit,
    PlaceName,
    Position,
    TieRow,
    decode,
    page,
)
from queries.around import mark
from queries.resolution import EntityRow, organisations, resolve


class Deployed(Shape):
    """Ties of deployed-to, heaviest first."""

    actor: Named | None = Field(description="Whose forces were asked for; none: anyone's.")
    place: Named | None = Field(description="Where; none: anywhere.")
    included: tuple[Named, ...] = Field(description="Organisations asked for with the actor.")
    ties: tuple[Answered, ...]
    next: str | None = Field(default=None, description="Cursor of the next page, if any.")


class Deployments(Question[Deployed]):
    """Where an actor has sent forces, who has sent forces to a place, or both at once."""

    name: ClassVar[str] = "deployments"
    answer_type: ClassVar[type[BaseModel]] = Deployed

    actor: ActorName | None = Field(
        default=None, description="Id, name or alias of an actor; this or the place is needed."
    )
    place: PlaceName | None = Field(
        default=None, description="Id, name or alias of a place; this or the actor is needed."
    )
    include_organisation: IncludeOrganisation = True
    limit: Limit = LIMIT
    cursor: Cursor = None

    def answer(self, view: View) -> Deployed:
        """Return the deployments; raises InvalidInput when neither actor nor place is given."""
        if self.actor is None and self.place is None:
            raise InvalidInput("deployments of whom, or where? Give `actor`, `place` or both")
        actor = resolve(view, self.actor, "actor") if self.actor else None
        place = resolve(view, self.place, "place") if self.place else None
        included = organisations(view, actor) if actor and self.include_organisation else []
        ties, following = page(self._found(view, actor, included, place), self.limit)
        if actor:
            ties = [mark(tie, actor.id, included, "subject") for tie in ties]
        return Deployed(
            actor=actor.named if actor else None,
            place=place.named if place else None,
            included=tuple(included),
            ties=tuple(ties),
            next=following,
        )

    def _found(
        self, view: View, actor: EntityRow | None, included: list[Named], place: EntityRow | None
    ) -> list[TieRow]:
        after = decode(self.cursor, Position())
        return view.read(
            "deployments", TieRow,
            given="both" if actor and place else "actor" if actor else "place",
            actors=[actor.id, *(o.id for o in included)] if actor else [],
            place=place.id if place else "",
            after_weight=after.weight, after_key=after.key, limit=self.limit + 1,
        )  # fmt: skip


QUESTION = Deployments
