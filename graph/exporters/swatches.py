"""Small SVG pictures for legends: the marks of nodes and edges, without script or style."""

import math

from markupsafe import Markup

from graph.exporters.marks import (
    HALO_COLOUR,
    LEGEND,
    PAPER,
    KindMark,
    Legend,
    RelationMark,
    StatusMark,
)
from graph.model import Shape

_INK = "#33475b"
_RADIUS = 7.0
_CENTRE = (10.0, 9.0)


class Entry(Shape):
    """One row of a legend."""

    value: str
    label: str
    picture: str


class Key(Shape):
    """A legend ready to be shown: each picture is an `<svg>` without script or style."""

    kinds: tuple[Entry, ...]
    relations: tuple[Entry, ...]
    statuses: tuple[Entry, ...]


def key(legend: Legend = LEGEND) -> Key:
    """Return the rows of a legend: value of the vocabulary, words, picture."""
    return Key(
        kinds=tuple(Entry(value=m.kind, label=m.label, picture=_kind(m)) for m in legend.kinds),
        relations=tuple(
            Entry(value=m.relation, label=m.label, picture=_relation(m)) for m in legend.relations
        ),
        statuses=tuple(
            Entry(value=m.status, label=m.label, picture=_status(m)) for m in legend.statuses
        ),
    )


def _kind(mark: KindMark) -> Markup:
    paint = Markup('fill="{}" stroke="{}" stroke-width="{}"{}').format(
        mark.colour if mark.filled else PAPER, mark.colour, 1 if mark.filled else 2,
        Markup(' stroke-dasharray="3 2"') if mark.dashed else "",
    )  # fmt: skip
    x, y = _CENTRE
    if mark.shape == "dot":
        drawn = Markup('<circle cx="{}" cy="{}" r="{}" {}/>').format(x, y, _RADIUS, paint)
    else:
        drawn = Markup('<polygon points="{}" {}/>').format(_corners(mark.shape), paint)
    return _svg(20, drawn)


def _corners(shape: str) -> str:
    """Return the corners of a polygon about the centre, as an SVG attribute."""
    return " ".join(
        f"{_CENTRE[0] + _RADIUS * part * math.sin(turn):.1f},"
        f"{_CENTRE[1] - _RADIUS * part * math.cos(turn):.1f}"
        for turn, part in _POLYGONS[shape]
    )


def _regular(corners: int, first: float, part: float = 1.0) -> tuple[tuple[float, float], ...]:
    return tuple((first + 2 * math.pi * at / corners, part) for at in range(corners))


_POLYGONS = {
    "square": _regular(4, math.pi / 4, 1.2),
    "diamond": _regular(4, 0.0, 1.15),
    "triangle": _regular(3, 0.0, 1.2),
    "triangleDown": _regular(3, math.pi, 1.2),
    "hexagon": _regular(6, math.pi / 6, 1.1),
    "star": tuple((math.pi * at / 5, 0.55 if at % 2 else 1.25) for at in range(10)),
}


def _relation(mark: RelationMark) -> Markup:
    head = Markup(_HEADS[mark.arrow]).format(mark.colour)
    return _svg(44, _line(mark.colour, end=36) + head)


_HEADS = {
    "arrow": '<polygon points="34,4 43,9 34,14" fill="{}"/>',
    "bar": '<rect x="37" y="2" width="3" height="14" fill="{}"/>',
    "box": '<rect x="34" y="5" width="8" height="8" fill="{}"/>',
    "vee": '<polygon points="33,4 43,9 33,14 36,9" fill="{}"/>',
    "circle": '<circle cx="38" cy="9" r="4.5" fill="{}"/>',
    "diamond": '<polygon points="32,9 37.5,4.5 43,9 37.5,13.5" fill="{}"/>',
}


def _status(mark: StatusMark) -> Markup:
    drawn = Markup()
    if mark.halo:
        halo = Markup('<line x1="2" y1="9" x2="42" y2="9" stroke="{}" stroke-width="9"/>')
        drawn += halo.format(HALO_COLOUR)
    drawn += _line(_INK, end=42, dashes=mark.dashes, opacity=mark.opacity)
    if mark.barred:
        drawn += Markup('<rect x="21" y="2" width="3" height="14" fill="{}"/>').format(_INK)
    return _svg(44, drawn)


def _line(colour: str, end: int, dashes: tuple[int, ...] = (), opacity: float = 1.0) -> Markup:
    return Markup(
        '<line x1="2" y1="9" x2="{}" y2="9" stroke="{}" stroke-width="2.2" opacity="{}"{}/>'
    ).format(
        end, colour, opacity,
        Markup(' stroke-dasharray="{}"').format(" ".join(map(str, dashes))) if dashes else "",
    )  # fmt: skip


def _svg(width: int, drawn: Markup) -> Markup:
    return Markup(
        '<svg width="{0}" height="18" viewBox="0 0 {0} 18" aria-hidden="true">{1}</svg>'
    ).format(width, drawn)
