"""Who opposes an actor?"""

from typing import Annotated, ClassVar

from pydantic import BaseModel, Field

from graph.store import Question, View
from queries.answers import LIMIT, ActorName, Cursor, IncludeOrganisation, Limit, Ties
from queries.around import ties_around


class WhoOpposes(Question[Ties]):
    """Everyone who is said to oppose an actor (fight it, sanction it), with the best quote."""

    name: ClassVar[str] = "who-opposes"
    answer_type: ClassVar[type[BaseModel]] = Ties

    actor: ActorName
    include_organisation: IncludeOrganisation = True
    either_way: Annotated[
        bool,
        Field(
            description="Also those whom it opposes: who fights whom is told in either direction,"
            " and the tie keeps the direction in which it was told."
        ),
    ] = True
    limit: Limit = LIMIT
    cursor: Cursor = None

    def answer(self, view: View) -> Ties:
        """Return the opponents, those with the most independent origins first."""
        return ties_around(
            view, "who_opposes", self.actor, "actor",
            at="either" if self.either_way else "object", either_way=int(self.either_way),
            include_organisation=self.include_organisation, limit=self.limit, cursor=self.cursor,
        )  # fmt: skip


QUESTION = WhoOpposes
