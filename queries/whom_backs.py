"""Whom does an actor back?"""

from typing import ClassVar

from pydantic import BaseModel

from graph.store import Question, View
from queries.answers import LIMIT, ActorName, Cursor, IncludeOrganisation, Limit, Ties
from queries.around import ties_around


class WhomBacks(Question[Ties]):
    """Everyone whom an actor is said to back, each with the best quote for it."""

    name: ClassVar[str] = "whom-backs"
    answer_type: ClassVar[type[BaseModel]] = Ties

    actor: ActorName
    include_organisation: IncludeOrganisation = True
    limit: Limit = LIMIT
    cursor: Cursor = None

    def answer(self, view: View) -> Ties:
        """Return those it backs, those with the most independent origins first."""
        return ties_around(
            view, "whom_backs", self.actor, "actor", at="subject",
            include_organisation=self.include_organisation, limit=self.limit, cursor=self.cursor,
        )  # fmt: skip


QUESTION = WhomBacks
