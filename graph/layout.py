"""Where to draw what: positions for boxes joined by links, the same for the same input.

Each component starts from pivot multidimensional scaling (Brandes and Pich 2006), settles under
springs and repulsion, and is then spread until no two boxes overlap; components are packed in rows.
"""

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components

from graph import spreading, springs

Points = NDArray[np.float64]
Links = NDArray[np.int64]

_GAP = 40.0  # between components
_ASPECT = 1.5  # width to height aimed at for the whole drawing


def layout(sizes: Points, links: Links) -> Points:
    """Return the centre of each box.

    sizes: (n, 2) widths and heights of the boxes, node and label together, in drawing units.
    links: (m, 2) indices of the boxes that are joined; direction, repeats and loops are ignored.
    Returns (n, 2), centred on the origin, y downwards. Raises ValueError for other shapes.
    """
    if sizes.ndim != 2 or sizes.shape[1] != 2 or links.ndim != 2 or links.shape[1] != 2:
        raise ValueError(f"sizes {sizes.shape} and links {links.shape} must have two columns")
    if not len(sizes):
        return np.zeros((0, 2))
    links = distinct(links)
    weights = (np.ones(len(links)), (links[:, 0], links[:, 1]))
    count, component = connected_components(csr_matrix(weights, (len(sizes),) * 2), directed=False)
    groups = np.split(
        np.argsort(component, kind="stable"),
        np.cumsum(np.bincount(component, minlength=count))[:-1],
    )
    renumbered = np.empty(len(sizes), dtype=np.int64)
    link_groups = _by_component(links, component, count)
    positions = np.zeros((len(sizes), 2))
    for group, inner in zip(groups, link_groups, strict=True):
        renumbered[group] = np.arange(len(group))
        positions[group] = _component(sizes[group], renumbered[inner])
    return _pack(positions, sizes, groups)


def distinct(links: Links) -> Links:
    """Return each joined pair once, lower index first, in order; loops are dropped."""
    ordered = np.sort(links.reshape(-1, 2), axis=1)
    return np.unique(ordered[ordered[:, 0] != ordered[:, 1]], axis=0)


def _by_component(links: Links, component: NDArray[np.int32], count: int) -> list[Links]:
    owner = component[links[:, 0]]
    order = np.argsort(owner, kind="stable")
    return np.split(links[order], np.cumsum(np.bincount(owner, minlength=count))[:-1])


def _component(sizes: Points, links: Links) -> Points:
    if len(sizes) == 1:
        return np.zeros((1, 2))
    if len(sizes) == 2:  # side by side, with room for the link's arrow
        reach = sizes[:, 0].sum() / 2 + springs.LENGTH * 0.6
        return np.array([[-reach / 2, 0.0], [reach / 2, 0.0]])
    return spreading.spread(springs.settle(len(sizes), links), sizes, links)


def _pack(positions: Points, sizes: Points, groups: list[NDArray[np.int64]]) -> Points:
    """Set the components in rows, the largest first; rows about as wide as the aspect asks."""
    frames = [_frame(positions[group], sizes[group]) for group in groups]
    extents = [high - low + _GAP for low, high in frames]
    order = sorted(range(len(groups)), key=lambda one: (-len(groups[one]), int(groups[one][0])))
    area = sum(float(extent[0] * extent[1]) for extent in extents)
    width = max(float(np.sqrt(area * _ASPECT)) * 1.1, max(float(e[0]) for e in extents))
    packed = positions.copy()
    corner, row_height = np.zeros(2), 0.0
    for one in order:
        if corner[0] > 0 and corner[0] + extents[one][0] > width:
            corner, row_height = np.array([0.0, corner[1] + row_height]), 0.0
        packed[groups[one]] += corner - frames[one][0]
        corner = corner + (extents[one][0], 0.0)
        row_height = max(row_height, float(extents[one][1]))
    low, high = _frame(packed, sizes)
    return packed - (low + high) / 2


def _frame(positions: Points, sizes: Points) -> tuple[Points, Points]:
    return (positions - sizes / 2).min(axis=0), (positions + sizes / 2).max(axis=0)
