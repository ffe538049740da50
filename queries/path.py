"""How are two actors or places connected?"""

from typing import Annotated, ClassVar

from pydantic import BaseModel, Field

from graph.model import Named, Shape, Tie
from graph.store import Question, View
from graph.vocabulary import Relation, Status
from queries.answers import EntityName, Relations
from queries.network import Link, ties_of
from queries.resolution import EntityRow, resolve
from queries.shortest import shortest


class Route(Shape):
    """The shortest way from one actor or place to another, or that there is none."""

    source: Named
    target: Named
    found: bool = Field(description="False: no way of at most max_hops ties.")
    hops: int | None = Field(description="How many ties it takes; none when there is no way.")
    nodes: tuple[Named, ...] = Field(description="From source to target, both included.")
    ties: tuple[Tie, ...] = Field(description="In the order of the way, each in its own direction.")


class Path(Question[Route]):
    """The shortest way between two actors or places, whichever way its ties point."""

    name: ClassVar[str] = "path"
    answer_type: ClassVar[type[BaseModel]] = Route

    source: EntityName = Field(validation_alias="from", serialization_alias="from")
    target: EntityName = Field(validation_alias="to", serialization_alias="to")
    relations: Relations = ()
    max_hops: Annotated[int, Field(ge=1, le=6, description="How many ties at most.")] = 6

    def answer(self, view: View) -> Route:
        """Return the way; of several as short, the one that takes the heavier tie first."""
        source = resolve(view, self.source, "actor", "place")
        target = resolve(view, self.target, "actor", "place")
        relations = list(self.relations) or list(Relation)

        def around(ids: list[str]) -> list[Link]:
            return view.read(
                "neighbours", Link, ids=ids, relations=relations, statuses=list(Status)
            )

        links = shortest(around, source.id, target.id, self.max_hops)
        return _route(view, source, target, links)


def _route(view: View, source: EntityRow, target: EntityRow, links: list[Link] | None) -> Route:
    ids = [source.id]
    for link in links or ():
        ids.append(link.other(ids[-1]))
    named = {row.id: row.named for row in view.read("entities_by_id", EntityRow, ids=ids)}
    found = links is not None
    return Route(
        source=source.named,
        target=target.named,
        found=found,
        hops=None if links is None else len(links),
        nodes=tuple(named[identifier] for identifier in ids) if found else (),
        ties=ties_of(view, [link.key for link in links or ()]),
    )


QUESTION = Path
