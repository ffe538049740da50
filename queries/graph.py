"""What does the whole graph look like from afar?"""

from typing import Annotated, ClassVar

from pydantic import BaseModel, Field

from graph.store import Question, View
from queries.answers import Position
from queries.network import Cut, Link, Network, nodes, ties_among
from queries.stats import Totals

_PAGE = 1000


class Overview(Question[Network]):
    """The heaviest ties of the whole graph, and the actors and places at their ends."""

    name: ClassVar[str] = "graph"
    answer_type: ClassVar[type[BaseModel]] = Network

    limit: Annotated[
        int, Field(ge=2, le=2000, description="How many actors and places at most.")
    ] = 80

    def answer(self, view: View) -> Network:
        """Return the overview; what was cut is counted over the whole graph."""
        shown = dict.fromkeys(self._heaviest(view))
        ties, _ = ties_among(view, shown)
        totals = view.read("totals", Totals)[0]
        cut = Cut(nodes=totals.actors + totals.places - len(shown), ties=totals.ties - len(ties))
        return Network(asked=None, nodes=nodes(view, shown), ties=ties, cut=cut)

    def _heaviest(self, view: View) -> list[str]:
        """Return the ends of the heaviest ties; a tie for whose ends no room is left is passed."""
        found: dict[str, None] = {}
        after = Position()
        while len(found) < self.limit:
            links = view.read(
                "graph", Link, after_weight=after.weight, after_key=after.key, limit=_PAGE
            )
            for link in links:
                new = [end for end in link.ends if end not in found]
                if len(found) + len(new) <= self.limit:
                    found |= dict.fromkeys(new)
            if len(links) < _PAGE:
                break
            after = Position(weight=links[-1].weight, key=links[-1].key)
        return list(found)


QUESTION = Overview
