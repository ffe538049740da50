"""Moves overlapping boxes apart and keeps their order: labels that can be read."""

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from graph.clearance import clear

Points = NDArray[np.float64]
Indices = NDArray[np.int64]

_MARGIN = 6.0  # drawing units kept free between two boxes
_ROUNDS = 300
_CLEARED = 150
_FEW_LINKS = 600  # with more, lines cross boxes wherever these go
_CLEARING_ROUNDS = 80
_LINK = 2.3  # the middle length of a link, in sides of an average box
_FILL = 0.06  # of the whole area that boxes cover at least, if it must grow
_ROOM = 1.25  # from a box to its second neighbour, in sides of an average box
_GUARANTEED = 400  # up to this many boxes none overlap; beyond, some may be left


def spread(positions: Points, sizes: Points, links: Indices) -> Points:
    """Return positions (n, 2) at which no two boxes of `sizes` (n, 2) overlap.

    Holds for up to 400 boxes; beyond, a few overlaps may be left where the graph is densest.
    Up to 150 boxes are also moved off the `links` (m, 2) that lead past them, as far as that
    goes, where these are at most 600.
    """
    boxes = sizes + _MARGIN
    # Neighbours must about fit in the first place: pushing far tears the shape.
    moved = positions * _fitting_scale(positions, boxes, links)
    if len(boxes) <= _CLEARED and len(links) <= _FEW_LINKS:
        for _ in range(_CLEARING_ROUNDS):
            off = clear(moved, sizes, links)
            if not off.any():
                break
            moved = moved + off
            moved = moved + _push(moved, boxes, *overlaps(moved, boxes)) * 0.6
    return _parted(moved, boxes)


def _parted(moved: Points, boxes: Points) -> Points:
    for turn in range(_ROUNDS if len(boxes) <= _GUARANTEED else _ROUNDS // 3):
        first, second = overlaps(moved, boxes)
        if not len(first):
            return moved
        moved = moved + _push(moved, boxes, first, second) * (0.9 if turn % 2 else 0.6)
        if turn % 20 == 19:
            moved = moved * 1.05
    return _stretched(moved, boxes) if len(boxes) <= _GUARANTEED else moved


def overlaps(positions: Points, sizes: Points) -> tuple[Indices, Indices]:
    """Return the pairs of boxes, lower index first, that share any area."""
    squeezed = positions / sizes.max(axis=0)
    pairs = cKDTree(squeezed).query_pairs(1.0, p=np.inf, output_type="ndarray").astype(np.int64)
    pairs = pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))]
    first, second = pairs[:, 0], pairs[:, 1]
    apart = np.abs(positions[first] - positions[second])
    hit = (apart < (sizes[first] + sizes[second]) / 2).all(axis=1)
    return first[hit], second[hit]


def _fitting_scale(positions: Points, boxes: Points, links: Indices) -> float:
    """Return the scale at which neighbours have room, and links a length that can be seen."""
    distance, _ = cKDTree(positions).query(positions, k=min(3, len(positions)))
    side = np.sqrt((boxes[:, 0] * boxes[:, 1]).mean())
    along = positions[links[:, 0]] - positions[links[:, 1]]
    length = np.median(np.hypot(along[:, 0], along[:, 1]))
    room = _ROOM * side / max(float(np.median(distance[:, -1])), 1e-6)
    scale = max(room, _LINK * side / max(float(length), 1e-6))
    # Where a few are crowded, pushing parts them better than blowing up the whole.
    thinnest = np.sqrt((boxes[:, 0] * boxes[:, 1]).sum() / _FILL / np.prod(np.ptp(positions, 0)))
    return float(min(scale, max(1.0, thinnest)))


def _push(positions: Points, boxes: Points, first: Indices, second: Indices) -> Points:
    """Return half of each overlap for either box, along the axis on which it is smaller."""
    away = positions[first] - positions[second]
    shared = (boxes[first] + boxes[second]) / 2 - np.abs(away)
    axis = (shared[:, 1] < shared[:, 0]).astype(np.int64)
    row = np.arange(len(first))
    step = np.where(away[row, axis] >= 0, 0.5, -0.5) * (shared[row, axis] + 0.5)
    push = np.zeros_like(positions)
    np.add.at(push, (first, axis), step)
    np.add.at(push, (second, axis), -step)
    return push


def _stretched(positions: Points, boxes: Points) -> Points:
    """Stretch as a whole until nothing overlaps: the last resort, always enough."""
    moved = positions + np.arange(len(boxes))[:, None] * (1e-3, 1e-3)  # no two at one point
    while len(overlaps(moved, boxes)[0]):
        moved = moved * 1.1
    return moved
