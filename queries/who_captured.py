"""Who captured a place?"""

from typing import ClassVar

from pydantic import BaseModel, Field

from graph.model import Named, Shape, Tie
from graph.store import Question, View
from graph.vocabulary import Relation
from queries.answers import LIMIT, Cursor, Limit, PlaceName
from queries.profile import find, groups
from queries.resolution import resolve
from queries.told import Told, told_page


class Captures(Shape):
    """Who is said to have taken, held, besieged or lost a place, and the claims in order."""

    place: Named
    holders: tuple[Tie, ...] = Field(
        description="What is told of each side's hold on it, of every status, heaviest first."
    )
    holders_total: int = Field(description="How many such ties there are, shown or not.")
    timeline: tuple[Told, ...] = Field(
        description="The claims by when it happened (event_until, else event_from, else when"
        " published), undated ones last."
    )
    next: str | None = Field(default=None, description="Cursor of the timeline's next page.")


class WhoCaptured(Question[Captures]):
    """Who captured, holds, besieges or lost a place, and the timeline of what was claimed."""

    name: ClassVar[str] = "who-captured"
    answer_type: ClassVar[type[BaseModel]] = Captures

    place: PlaceName
    limit: Limit = LIMIT
    cursor: Cursor = None

    def answer(self, view: View) -> Captures:
        """Return the ties, and a page of the timeline."""
        place = resolve(view, self.place, "place")
        told = find(groups(view, place.id, self.limit), Relation.CAPTURED, "object")
        timeline, following = told_page(
            view, "who_captured", self.limit, self.cursor, place=place.id
        )
        return Captures(
            place=place.named,
            holders=told.ties,
            holders_total=told.total,
            timeline=timeline,
            next=following,
        )


QUESTION = WhoCaptured
