"""Draws a subgraph: positions, shapes, colours; the same drawing for page and snapshot."""

import math
from collections import Counter
from importlib.resources import files
from importlib.resources.abc import Traversable

import numpy as np
from numpy.typing import NDArray
from pydantic import JsonValue
from pyvis.network import Network

from graph.exporters import labels
from graph.exporters.drawn import Drawing, DrawnEdge, DrawnNode, NodeColour, NodeShape, Paint
from graph.exporters.edges import drawn_edge, parallel
from graph.exporters.marks import KIND_MARKS, PAPER, KindMark
from graph.layout import layout
from graph.model import Named
from graph.subgraph import Subgraph

_CHOSEN = "#000000"
_LABEL_GAP = 6.0  # vis-network's distance between a shape and its label
_MANY_EDGES = 1200  # from here edges hide while the view is dragged


def vis_network() -> Traversable:
    """Return the script of the vis-network that the installed pyvis brings: version 9.

    Version 10 writes inline styles, which our Content-Security-Policy forbids.
    """
    return files("pyvis") / "templates" / "lib" / "vis-9.1.2" / "vis-network.min.js"


def drawing(subgraph: Subgraph) -> Drawing:
    """Return the nodes, edges and options that vis-network draws; deterministic.

    Positions do not depend on the order of nodes and ties.
    """
    nodes, edges, _, _, _, _ = canvas(subgraph).get_network_data()
    return Drawing(
        nodes=tuple(DrawnNode.model_validate(node) for node in nodes),
        edges=tuple(DrawnEdge.model_validate(edge) for edge in edges),
        options=_options(len(edges)),
    )


def canvas(subgraph: Subgraph) -> Network:
    """Return pyvis's network of the subgraph, physics off, every node at its position."""
    net = Network(height="100%", width="100%", directed=True, heading=subgraph.title)
    net.options = _options(len(subgraph.ties))
    for node in _nodes(subgraph):
        options = node.model_dump(mode="json", exclude={"id"}, exclude_none=True)
        net.add_node(node.id, **options)
    bends = parallel(subgraph.ties)
    # Not add_edge, which searches a list of all nodes twice for each edge.
    net.edges.extend(
        drawn_edge(tie, bends[tie.key]).model_dump(mode="json", exclude_none=True)
        for tie in subgraph.ties
    )
    return net


def _options(edges: int) -> dict[str, JsonValue]:
    return {
        "physics": {"enabled": False},
        "layout": {"improvedLayout": False},
        "nodes": {
            "font": {
                "face": 'system-ui, "DejaVu Sans", sans-serif', "size": labels.FONT_SIZE,
                "color": "#16202b", "strokeWidth": 4, "strokeColor": PAPER,
            },
        },
        "edges": {"arrowStrikethrough": False, "selectionWidth": 1.5, "hoverWidth": 0.5},
        "interaction": {
            "hover": True, "tooltipDelay": 250, "multiselect": True,
            "hideEdgesOnDrag": edges > _MANY_EDGES, "hideEdgesOnZoom": edges > _MANY_EDGES,
        },
    }  # fmt: skip


def _nodes(subgraph: Subgraph) -> list[DrawnNode]:
    degrees = Counter(end.id for tie in subgraph.ties for end in (tie.subject, tie.object))
    places = _positions(subgraph, degrees)
    return [_node(node, degrees[node.id], places[node.id]) for node in subgraph.nodes]


def _node(node: Named, degree: int, place: tuple[float, float]) -> DrawnNode:
    mark = KIND_MARKS[node.kind]
    return DrawnNode(
        id=node.id, label=labels.broken(node.label), name=node.name, kind=node.kind,
        title=f"{node.name}\n{mark.label}, {degree} {'tie' if degree == 1 else 'ties'}",
        degree=degree, x=place[0], y=place[1], shape=mark.shape, size=_size(degree),
        color=_colour(mark), border_width=1.0 if mark.filled else 2.5,
        shape_properties=NodeShape(border_dashes=(4, 3) if mark.dashed else False),
    )  # fmt: skip


def _colour(mark: KindMark) -> NodeColour:
    inside = mark.colour if mark.filled else PAPER
    return NodeColour(
        background=inside,
        border=mark.colour,
        highlight=Paint(background=inside, border=_CHOSEN),
    )


def _size(degree: int) -> float:
    return round(9 + min(14.0, 3 * math.sqrt(degree)), 1)


def _positions(subgraph: Subgraph, degrees: Counter[str]) -> dict[str, tuple[float, float]]:
    ordered = sorted(subgraph.nodes, key=lambda node: node.id)
    index = {node.id: at for at, node in enumerate(ordered)}
    boxes = np.array([_box(node, degrees[node.id]) for node in ordered]).reshape(-1, 2)
    ends = [(index[tie.subject.id], index[tie.object.id]) for tie in subgraph.ties]
    centres = layout(boxes, np.array(ends, dtype=np.int64).reshape(-1, 2))
    # The box holds the shape above and the label below; the shape's centre is what is placed.
    sizes: NDArray[np.float64] = np.array([_size(degrees[node.id]) for node in ordered])
    tops = centres[:, 1] - boxes[:, 1] / 2 + sizes if len(ordered) else sizes
    return {
        node.id: (round(float(centres[at, 0]), 1), round(float(tops[at]), 1))
        for at, node in enumerate(ordered)
    }


def _box(node: Named, degree: int) -> tuple[float, float]:
    width, height = labels.room(labels.broken(node.label))
    size = _size(degree)
    return max(width, 2 * size), 2 * size + _LABEL_GAP + height
