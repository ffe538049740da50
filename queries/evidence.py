"""What speaks for and against it?"""

from typing import Annotated, ClassVar

from pydantic import BaseModel, Field

from graph.errors import NotFound
from graph.model import Shape, Tie, tie_key
from graph.store import Question, View
from graph.vocabulary import RELATIONS, Polarity, Relation
from queries.answers import LIMIT, ActorName, Cursor, EntityName, Limit
from queries.network import ties_of
from queries.resolution import EntityRow, resolve
from queries.told import Told, told_page


class Grounds(Shape):
    """A tie, and a page of the claims that it is made of, first published first."""

    tie: Tie = Field(description="Its claims_for and claims_against count all of them.")
    affirmed: tuple[Told, ...] = Field(description="Those on this page that say it is so.")
    denied: tuple[Told, ...] = Field(description="Those on this page that say it is not so.")
    next: str | None = Field(default=None, description="Cursor of the next page, if any.")


class Evidence(Question[Grounds]):
    """Every claim for and against one tie: who backs, opposes, captured ... whom or what."""

    name: ClassVar[str] = "evidence"
    answer_type: ClassVar[type[BaseModel]] = Grounds

    subject: ActorName
    relation: Annotated[Relation, Field(description="How the subject is said to stand to it.")]
    object: Annotated[EntityName, Field(description="Id, name or alias of an actor or place.")]
    limit: Limit = LIMIT
    cursor: Cursor = None

    def answer(self, view: View) -> Grounds:
        """Return the claims; raises NotFound when none speaks of that tie."""
        subject = resolve(view, self.subject, "actor")
        target = resolve(view, self.object, RELATIONS[self.relation].object_family)
        key = tie_key(subject.id, self.relation, target.id)
        found = ties_of(view, [key])
        if not found:
            raise NotFound(self._nothing(subject, target))
        told, following = told_page(view, "evidence", self.limit, self.cursor, tie=key)
        return Grounds(
            tie=found[0],
            affirmed=tuple(t for t in told if t.claim.polarity is Polarity.AFFIRMED),
            denied=tuple(t for t in told if t.claim.polarity is Polarity.DENIED),
            next=following,
        )

    def _nothing(self, subject: EntityRow, target: EntityRow) -> str:
        label = RELATIONS[self.relation].label
        return (
            f"no article says whether {subject.name} {label} {target.name};"
            " ask `neighbours` what is told of each, or turn subject and object round"
        )


QUESTION = Evidence
