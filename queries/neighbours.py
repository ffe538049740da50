"""Who stands around an actor or place?"""

from typing import Annotated, ClassVar

from pydantic import BaseModel, Field

from graph.store import Question, View
from graph.vocabulary import Relation, Status
from queries.answers import EntityName, Relations, Statuses
from queries.network import Cut, Link, Network, nodes, ties_among
from queries.resolution import resolve


class Neighbours(Question[Network]):
    """The actors and places within some hops of one, and the ties among them."""

    name: ClassVar[str] = "neighbours"
    answer_type: ClassVar[type[BaseModel]] = Network

    of: EntityName
    hops: Annotated[int, Field(ge=1, le=3, description="How many ties away.")] = 1
    relations: Relations = ()
    statuses: Statuses = ()
    limit: Annotated[
        int, Field(ge=1, le=2000, description="How many actors and places at most.")
    ] = 60

    def answer(self, view: View) -> Network:
        """Return the nearest first; among as near ones, those with the heaviest tie."""
        asked = resolve(view, self.of, "actor", "place")
        shown: dict[str, int | None] = {asked.id: 0}
        seen, keys = {asked.id}, set[str]()
        frontier = [asked.id]
        for hop in range(1, self.hops + 1):
            links = self._around(view, frontier)
            keys |= {link.key for link in links}
            ends = list(dict.fromkeys(end for link in links for end in link.ends))
            room = self.limit - len(shown)
            frontier = [end for end in ends if end not in shown][:room]
            shown |= dict.fromkeys(frontier, hop)
            seen |= set(ends)
            if len(shown) == self.limit or not frontier:
                break
        ties, among = ties_among(view, shown, self.relations, self.statuses)
        cut = Cut(nodes=len(seen - set(shown)), ties=len(keys | among) - len(ties))
        return Network(asked=asked.named, nodes=nodes(view, shown), ties=ties, cut=cut)

    def _around(self, view: View, frontier: list[str]) -> list[Link]:
        return view.read(
            "neighbours", Link, ids=frontier, relations=list(self.relations) or list(Relation),
            statuses=list(self.statuses) or list(Status),
        )  # fmt: skip


QUESTION = Neighbours
