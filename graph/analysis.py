"""Analysis of a subgraph by networkx: the network itself, who stands in the middle."""

import networkx as nx
from pydantic import Field

from graph.model import EntityId, Shape
from graph.subgraph import Subgraph

_EXACT = 400  # up to this many nodes every one is a source of shortest paths
_SAMPLE = 200
_SEED = 1


class Centrality(Shape):
    """How much one node stands in the middle."""

    id: EntityId
    degree: int = Field(description="How many ties it has in the subgraph.")
    betweenness: float = Field(
        ge=0, description="Share of the shortest paths between others that lead through it."
    )


def network(subgraph: Subgraph) -> "nx.MultiDiGraph[str]":
    """Return a directed multigraph: nodes by id, edges by the tie's key, plain attributes.

    Nodes carry name, label, kind; edges relation, status, modes (joined by comma), claims_for,
    claims_against, origins_for, origins_against, and the dates that are known.
    """
    made: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in subgraph.nodes:
        made.add_node(node.id, name=node.name, label=node.label, kind=str(node.kind))
    for tie in subgraph.ties:
        dates = {
            "first_event": tie.first_event, "last_event": tie.last_event,
            "first_report": tie.first_report, "last_report": tie.last_report,
        }  # fmt: skip
        made.add_edge(
            tie.subject.id, tie.object.id, key=tie.key, relation=str(tie.relation),
            status=str(tie.status), modes=", ".join(tie.modes),
            claims_for=tie.claims_for, claims_against=tie.claims_against,
            origins_for=tie.origins_for, origins_against=tie.origins_against,
            **{name: date for name, date in dates.items() if date},
        )  # fmt: skip
    return made


def centrality(subgraph: Subgraph) -> tuple[Centrality, ...]:
    """Return degree and betweenness of each node, the most between first, then by degree and id.

    Direction is left out. Beyond 400 nodes betweenness is estimated from 200 fixed sources.
    """
    made = network(subgraph)
    size = made.number_of_nodes()
    between = nx.betweenness_centrality(
        nx.Graph(made), k=None if size <= _EXACT else _SAMPLE, seed=_SEED
    )
    found = [
        Centrality(id=node, degree=made.degree[node], betweenness=round(between[node], 6))
        for node in made
    ]
    return tuple(sorted(found, key=lambda one: (-one.betweenness, -one.degree, one.id)))
