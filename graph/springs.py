"""Springs along links and repulsion between points: the shape of one connected component."""

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra
from scipy.spatial import cKDTree

Points = NDArray[np.float64]
Links = NDArray[np.int64]

LENGTH = 90.0  # about how long a link becomes, in drawing units
_PIVOTS = 50
_GRAVITY = 0.05  # towards the middle, against long arms
_DENSE = 300  # up to here every pair repels; beyond, only those within reach
_REACH = 3.0 * LENGTH
_MOST_PAIRS = 30  # per point; of more, a fixed share is drawn
_SEED = 20200106  # any constant: the same graph must be drawn the same way each time


def settle(count: int, links: Links) -> Points:
    """Return (count, 2) positions for one connected component of at least three points."""
    random = np.random.default_rng(_SEED)
    positions = _pivot_scaling(count, links, random)
    degree = np.bincount(links.ravel(), minlength=count).astype(float)
    # A hub's many springs would pull its neighbours into a knot: each is the weaker for it.
    stiffness = 1 / np.sqrt(np.minimum(degree[links[:, 0]], degree[links[:, 1]]))
    charge = np.clip(np.sqrt(degree / degree.mean()), 0.8, 2.2)
    rounds = _rounds(count)
    for turn in range(rounds):
        force = _repulsion(positions, charge, random) - positions * _GRAVITY
        force += _pull(positions, links, stiffness)
        most = LENGTH * (1.2 * (1 - turn / rounds) ** 1.5 + 0.02)
        length = np.maximum(np.hypot(force[:, 0], force[:, 1]), 1e-9)[:, None]
        positions = positions + force / length * np.minimum(length, most)
    return _turned(positions)


def _rounds(count: int) -> int:
    if count <= _DENSE:
        return min(300, 12 * count)
    return 90 if count <= 1500 else 70


def _pivot_scaling(count: int, links: Links, random: np.random.Generator) -> Points:
    """Return classical scaling to distances from pivots, each the farthest from those before."""
    joined = csr_matrix((np.ones(len(links)), (links[:, 0], links[:, 1])), (count, count))
    nearest = np.full(count, np.inf)
    pivot, rows = int(np.bincount(links.ravel(), minlength=count).argmax()), []
    for _ in range(min(_PIVOTS, count)):
        rows.append(dijkstra(joined, directed=False, indices=pivot, unweighted=True))
        nearest = np.minimum(nearest, rows[-1])
        pivot = int(nearest.argmax())
    squared = np.array(rows).T ** 2
    centred = -0.5 * (squared - squared.mean(0) - squared.mean(1)[:, None] + squared.mean())
    _, vectors = np.linalg.eigh(centred.T @ centred)
    start = centred @ vectors[:, [-1, -2]]
    start *= np.where(start[np.abs(start).argmax(axis=0), [0, 1]] < 0, -1, 1)
    spread = start.std(axis=0)
    # A pivot among equals stands far out: cut, or it never comes back.
    start = np.clip(start / np.where(spread > 1e-9, spread, 1), -2.5, 2.5)
    start = start * LENGTH * np.sqrt(count) * 0.45
    # Leaves of one hub coincide in the scaling: a little noise lets repulsion part them.
    parted: Points = start + random.normal(0, LENGTH * 0.3, start.shape)
    return parted


def _pull(positions: Points, links: Links, stiffness: NDArray[np.float64]) -> Points:
    away = positions[links[:, 1]] - positions[links[:, 0]]
    length = np.hypot(away[:, 0], away[:, 1])
    drawn = away * (stiffness * 0.6 * length / LENGTH)[:, None]
    return _summed(links[:, 0], links[:, 1], drawn, len(positions))


def _repulsion(
    positions: Points, charge: NDArray[np.float64], random: np.random.Generator
) -> Points:
    if len(positions) <= _DENSE:
        return _repulsion_of_all(positions, charge)
    pairs = cKDTree(positions).query_pairs(_REACH, output_type="ndarray")
    share = 1.0
    if len(pairs) > _MOST_PAIRS * len(positions):
        share = len(pairs) / (_MOST_PAIRS * len(positions))
        pairs = pairs[random.integers(0, len(pairs), _MOST_PAIRS * len(positions))]
    first, second = pairs[:, 0], pairs[:, 1]
    away = positions[first] - positions[second]
    length = np.maximum(np.hypot(away[:, 0], away[:, 1]), 1.0)
    strength = share * charge[first] * charge[second] * (LENGTH / length) ** 2
    fading = strength * (1 - length / _REACH)
    return _summed(first, second, away * fading[:, None], len(positions))


def _repulsion_of_all(positions: Points, charge: NDArray[np.float64]) -> Points:
    across = positions[:, 0, None] - positions[None, :, 0]
    down = positions[:, 1, None] - positions[None, :, 1]
    strength = (charge[:, None] * charge[None, :] * LENGTH**2) / np.maximum(
        across * across + down * down, 1.0
    )
    return np.stack([(across * strength).sum(axis=1), (down * strength).sum(axis=1)], axis=1)


def _summed(first: Links, second: Links, force: Points, count: int) -> Points:
    """Add each force to the first point of its pair, and take it from the second."""
    columns = [
        np.bincount(first, force[:, axis], count) - np.bincount(second, force[:, axis], count)
        for axis in (0, 1)
    ]
    return np.stack(columns, axis=1)


def _turned(positions: Points) -> Points:
    """Turn so that the longest extent lies across: screens and pages are wider than high."""
    centred = positions - positions.mean(axis=0)
    _, axes = np.linalg.eigh(centred.T @ centred)
    axes = axes[:, ::-1]
    axes = axes * np.where(axes[np.abs(axes).argmax(axis=0), [0, 1]] < 0, -1, 1)
    turned: Points = centred @ axes
    return turned
