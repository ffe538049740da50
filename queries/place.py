"""What is this place, and who is there?"""

from typing import ClassVar

from pydantic import BaseModel, Field

from graph.model import Place, Shape, Tie
from graph.store import Question, View
from graph.vocabulary import Relation
from queries.answers import Limit, PlaceName
from queries.profile import find, groups
from queries.resolution import resolve


class PlaceProfile(Shape):
    """All that the graph knows of a place."""

    place: Place
    holders: tuple[Tie, ...] = Field(description="Ties of captured, heaviest first.")
    holders_total: int = Field(description="How many of them there are, shown or not.")
    deployments: tuple[Tie, ...] = Field(description="Ties of deployed-to, heaviest first.")
    deployments_total: int = Field(description="How many of them there are, shown or not.")
    claims_about: int = Field(description="Claims that it was captured or deployed to.")
    claims_there: int = Field(description="Claims of something that happened there.")


class PlaceQuestion(Question[PlaceProfile]):
    """The profile of a place: names, coordinates, who holds or held it, who has forces there."""

    name: ClassVar[str] = "place"
    answer_type: ClassVar[type[BaseModel]] = PlaceProfile

    place: PlaceName
    limit: Limit = 10

    def answer(self, view: View) -> PlaceProfile:
        """Return the profile, with at most `limit` ties of each relation."""
        row = resolve(view, self.place, "place")
        ties = groups(view, row.id, self.limit)
        held = find(ties, Relation.CAPTURED, "object")
        deployed = find(ties, Relation.DEPLOYED_TO, "object")
        counts = view.read("place", PlaceCounts, place=row.id)[0]
        return PlaceProfile(
            place=Place.model_validate_json(row.payload),
            holders=held.ties,
            holders_total=held.total,
            deployments=deployed.ties,
            deployments_total=deployed.total,
            claims_about=counts.about,
            claims_there=counts.there,
        )


class PlaceCounts(BaseModel):
    """How many claims name a place."""

    about: int
    there: int


QUESTION = PlaceQuestion
