"""The drawing: each kind, relation and status is told apart; labels have room."""

from itertools import combinations

import pytest

from graph.exporters import labels
from graph.exporters.drawing import canvas, drawing
from graph.exporters.drawn import Drawing, DrawnNode
from graph.exporters.marks import KIND_MARKS, LEGEND, RELATION_MARKS, STATUS_MARKS
from graph.exporters.swatches import key
from graph.subgraph import Subgraph
from graph.vocabulary import ActorKind, PlaceKind, Relation, Status
from tests.drawing import ties


def test_no_two_marks_look_alike() -> None:
    assert set(KIND_MARKS) == {*ActorKind, *PlaceKind}
    assert set(RELATION_MARKS) == set(Relation) and set(STATUS_MARKS) == set(Status)
    kinds = [(mark.shape, mark.filled, mark.dashed) for mark in LEGEND.kinds]
    colours = [mark.colour for mark in LEGEND.relations]
    arrows = [mark.arrow for mark in LEGEND.relations]
    lines = [(mark.dashes, mark.halo, mark.barred) for mark in LEGEND.statuses]
    for marks in (kinds, colours, arrows, lines):
        assert len(set(marks)) == len(marks)


def test_the_legend_has_a_picture_for_each_mark() -> None:
    rows = key()
    assert len(rows.kinds) == 12 and len(rows.relations) == 6 and len(rows.statuses) == 8
    pictures = [row.picture for row in (*rows.kinds, *rows.relations, *rows.statuses)]
    assert len(set(pictures)) == 26
    assert all(one.startswith("<svg ") and one.endswith("</svg>") for one in pictures)


def test_the_drawing_is_that_of_the_legend() -> None:
    subgraph = ties.small_war()
    drawn = drawing(subgraph)
    assert [node.id for node in drawn.nodes] == [node.id for node in subgraph.nodes]
    for node in drawn.nodes:
        assert node.shape == KIND_MARKS[node.kind].shape
    for edge, told in zip(drawn.edges, subgraph.ties, strict=True):
        assert (edge.id, edge.source, edge.to) == (told.key, told.subject.id, told.object.id)
        assert edge.color.color == RELATION_MARKS[told.relation].colour
        assert edge.arrows.to.type == RELATION_MARKS[told.relation].arrow
        assert bool(edge.dashes) == bool(STATUS_MARKS[told.status].dashes)
        assert edge.background.enabled == (told.status in (Status.DENIED, Status.CONTESTED))
        assert (edge.arrows.middle is not None) == (told.status is Status.DENIED)
    sizes = {node.id: node.size for node in drawn.nodes}
    assert sizes["actor:lna"] > sizes["actor:wagner"] > sizes["actor:un"]


def test_json_speaks_as_vis_network_does() -> None:
    drawn = drawing(ties.small_war())
    written = drawn.model_dump(mode="json")
    assert {"id", "label", "x", "y", "borderWidth", "shapeProperties"} <= set(written["nodes"][0])
    assert {"id", "from", "to", "arrows", "smooth"} <= set(written["edges"][0])
    assert written["options"]["physics"] == {"enabled": False}
    assert Drawing.model_validate(written) == drawn


def test_positions_do_not_depend_on_the_order() -> None:
    subgraph = ties.small_war()
    turned = Subgraph(nodes=subgraph.nodes[::-1], ties=subgraph.ties[::-1])
    assert _positions(drawing(subgraph)) == _positions(drawing(turned))


def test_parallel_ties_are_bent_apart() -> None:
    lines = [
        edge for edge in drawing(ties.small_war()).edges
        if {edge.source, edge.to} == {"actor:lna", "actor:turkey"}
    ]  # fmt: skip
    assert len(lines) == 2
    # Opposite directions with the same turn bend to opposite sides.
    assert lines[0].source == lines[1].to and lines[0].smooth == lines[1].smooth
    assert lines[0].smooth.enabled and lines[0].smooth.roundness > 0.1


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize(("nodes", "edges"), [(6, 5), (25, 40), (80, 90), (150, 320)])
def test_no_two_labels_overlap(nodes: int, edges: int, seed: int) -> None:
    areas = [_label_area(node) for node in drawing(ties.random_war(nodes, edges, seed)).nodes]
    assert len(areas) == nodes
    for one, other in combinations(areas, 2):
        apart = (
            one[0] >= other[2] or other[0] >= one[2] or one[1] >= other[3] or other[1] >= one[3]
        )  # fmt: skip
        assert apart, (one, other)


@pytest.mark.parametrize(
    ("label", "drawn"),
    [
        ("GNA", "GNA"),
        ("Special Deterrence Force", "Special Deterrence\nForce"),
        ("a\x00b\u202ec\nd", "a b c d"),
        ("\u200b", "?"),
        ("one two three four five six seven eight nine ten eleven twelve thirteen", None),
    ],
)
def test_labels_are_broken(label: str, drawn: str | None) -> None:
    broken = labels.broken(label)
    assert drawn is None or broken == drawn
    assert len(broken.split("\n")) <= 3 and max(map(len, broken.split("\n"))) <= 18
    assert drawn or broken.endswith("…")


def test_pyvis_holds_the_network() -> None:
    net = canvas(ties.small_war())
    assert (net.num_nodes(), net.num_edges()) == (25, 34)
    assert net.directed


def _positions(drawn: Drawing) -> dict[str, tuple[float, float]]:
    return {node.id: (node.x, node.y) for node in drawn.nodes}


def _label_area(node: DrawnNode) -> tuple[float, float, float, float]:
    """Return the area of shape and label as it is drawn: left, top, right, bottom."""
    width, height = labels.room(node.label)
    half = max(width / 2, node.size)
    return node.x - half, node.y - node.size, node.x + half, node.y + node.size + 5 + height
