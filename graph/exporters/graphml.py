"""GraphML by networkx: typed attributes, positions and colours as Gephi reads them."""

import io
import re

import networkx as nx

from graph.analysis import network
from graph.exporters.drawing import drawing
from graph.exporters.exporter import Exporter
from graph.exporters.marks import RELATION_MARKS
from graph.subgraph import Subgraph

# What XML 1.0 cannot hold, even escaped: https://www.w3.org/TR/xml/#charsets
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def export(subgraph: Subgraph) -> bytes:
    """Return UTF-8 GraphML of a directed graph; a tie's key is its edge's id.

    Nodes have label, name, kind, x, y (upwards), size; edges have label, weight (origins that
    affirm it, at least 1), relation, status, counts, dates, best quote, its speaker and source.
    """
    made = network(subgraph)
    for node in drawing(subgraph).nodes:
        made.nodes[node.id].update(x=node.x, y=-node.y, size=node.size)
    for tie in subgraph.ties:
        speaker, best = tie.best.speaker, tie.best
        told = {
            "label": RELATION_MARKS[tie.relation].label,
            "weight": float(max(1, tie.origins_for)),
            "quote": best.quote,
            "speaker": speaker and (speaker.name or speaker.mention),
            "publisher": best.publisher,
            "published": best.published,
            "url": best.url,
        }
        edge = made.edges[tie.subject.id, tie.object.id, tie.key]
        edge.update({name: value for name, value in told.items() if value is not None})
    written = io.BytesIO()
    nx.write_graphml(_writable(made), written, named_key_ids=True)
    return written.getvalue()


def _writable(made: "nx.MultiDiGraph[str]") -> "nx.MultiDiGraph[str]":
    """Replace the characters that no XML file may hold."""
    for _, attributes in made.nodes(data=True):
        attributes.update(_cleaned(attributes))
    for *_, attributes in made.edges(data=True):
        attributes.update(_cleaned(attributes))
    return made


def _cleaned(attributes: dict[str, object]) -> dict[str, object]:
    return {
        name: _NOT_XML.sub("\ufffd", value)
        for name, value in attributes.items()
        if isinstance(value, str)
    }


EXPORTER = Exporter("graphml", "application/graphml+xml", ".graphml", export)
