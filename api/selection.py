"""Which piece of the graph is exported: around one actor or place, or all of it from afar."""

from typing import Annotated

from pydantic import Field

from graph.errors import InvalidInput
from graph.exporters import exporters
from graph.exporters.exporter import Exporter
from graph.model import Shape
from graph.store import Store
from graph.subgraph import Subgraph
from queries.answers import EntityName, Relations, Statuses
from queries.graph import Overview
from queries.neighbours import Neighbours


class Selection(Shape):
    """A piece of the graph."""

    of: Annotated[
        EntityName | None, Field(description="Around whom; none: the heaviest of the whole graph.")
    ] = None
    hops: Annotated[int, Field(ge=1, le=3, description="How many ties away from it.")] = 1
    relations: Relations = ()
    statuses: Statuses = ()
    limit: Annotated[
        int, Field(ge=2, le=2000, description="How many actors and places at most.")
    ] = 500


def exporter_named(name: str) -> Exporter:
    """Return an exporter; InvalidInput, with those that there are, when none is called that."""
    found = exporters()
    if name not in found:
        raise InvalidInput(f"no format is called {name!r}; use one of {', '.join(found)}")
    return found[name]


def select(store: Store, selection: Selection) -> Subgraph:
    """Return what is selected, with counts of what was left out."""
    network = store.ask(_question(selection))
    ties = [
        tie
        for tie in network.ties
        if (not selection.relations or tie.relation in selection.relations)
        and (not selection.statuses or tie.status in selection.statuses)
    ]
    title = f"Around {network.asked.name}" if network.asked else "Conflict graph"
    return Subgraph(
        title=title,
        nodes=network.nodes,
        ties=tuple(ties),
        cut_nodes=network.cut.nodes,
        cut_ties=network.cut.ties + len(network.ties) - len(ties),
    )


def _question(selection: Selection) -> Overview | Neighbours:
    if selection.of is None:
        return Overview(limit=selection.limit)
    return Neighbours(
        of=selection.of, hops=selection.hops, relations=selection.relations,
        statuses=selection.statuses, limit=selection.limit,
    )  # fmt: skip
