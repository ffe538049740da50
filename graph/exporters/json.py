"""JSON: the subgraph as it is, readable back into `Subgraph`."""

from graph.exporters.exporter import Exporter
from graph.subgraph import Subgraph


def export(subgraph: Subgraph) -> bytes:
    """Return UTF-8 JSON of every field, indented, ending in a newline."""
    return subgraph.model_dump_json(indent=2).encode() + b"\n"


EXPORTER = Exporter("json", "application/json", ".json", export)
