"""How much is in the graph?"""

from typing import ClassVar

from pydantic import BaseModel, Field

from graph.model import FullDate, Shape
from graph.store import Question, View
from graph.vocabulary import Relation, Status


class Totals(Shape):
    """How many there are of each thing."""

    articles: int
    claims: int
    actors: int
    places: int
    ties: int
    first_published: FullDate | None = Field(description="Of the oldest article with a date.")
    last_published: FullDate | None = Field(description="Of the newest article with a date.")


class TieCount(Shape):
    """How many ties have one relation and one status."""

    relation: Relation
    status: Status
    ties: int


class Counts(Totals):
    """How much is in the graph."""

    by_relation: tuple[TieCount, ...] = Field(
        description="By relation, then status; one without ties is left out."
    )


class Stats(Question[Counts]):
    """How many articles, claims, actors, places and ties the graph holds, and of what dates."""

    name: ClassVar[str] = "stats"
    answer_type: ClassVar[type[BaseModel]] = Counts

    def answer(self, view: View) -> Counts:
        """Return the counts; all are 0 and the dates None in an empty graph."""
        totals = view.read("totals", Totals)[0]
        return Counts(**totals.model_dump(), by_relation=tuple(view.read("stats", TieCount)))


QUESTION = Stats
