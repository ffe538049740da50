"""Who backs an actor?"""

from typing import ClassVar

from pydantic import BaseModel

from graph.store import Question, View
from queries.answers import LIMIT, ActorName, Cursor, IncludeOrganisation, Limit, Ties
from queries.around import ties_around


class WhoBacks(Question[Ties]):
    """Everyone who is said to back an actor, each with the best quote for it."""

    name: ClassVar[str] = "who-backs"
    answer_type: ClassVar[type[BaseModel]] = Ties

    actor: ActorName
    include_organisation: IncludeOrganisation = True
    limit: Limit = LIMIT
    cursor: Cursor = None

    def answer(self, view: View) -> Ties:
        """Return the backers, those with the most independent origins first."""
        return ties_around(
            view, "who_backs", self.actor, "actor",
            include_organisation=self.include_organisation, limit=self.limit, cursor=self.cursor,
        )  # fmt: skip


QUESTION = WhoBacks
