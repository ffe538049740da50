"""Moves boxes off the lines that lead past them, so that no line seems to end where it does not."""

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
Links = NDArray[np.int64]

_MARGIN = 3.0
_MOST = 20.0  # drawing units a box may move in one round


def clear(positions: Points, sizes: Points, links: Links) -> Points:
    """Return the move (n, 2) for each box that takes it some way off the lines that cross it.

    The ends of a crossing line move the other way, by half as much. All zeros: nothing crosses.
    """
    start, along = positions[links[:, 0]], positions[links[:, 1]] - positions[links[:, 0]]
    length = np.maximum(np.hypot(along[:, 0], along[:, 1]), 1e-6)
    across = np.stack([-along[:, 1], along[:, 0]], axis=1) / length[:, None]
    offset = positions[None, :, :] - start[:, None, :]
    part = (offset * along[:, None, :]).sum(axis=2) / length[:, None] ** 2
    distance = (offset * across[:, None, :]).sum(axis=2)
    reach = np.abs(across) @ (sizes.T / 2) + _MARGIN
    crossed = (part > 0) & (part < 1) & (np.abs(distance) < reach)
    row = np.arange(len(links))
    crossed[row, links[:, 0]] = crossed[row, links[:, 1]] = False
    which, box = np.nonzero(crossed)
    side = np.where(distance[which, box] >= 0, 1.0, -1.0)
    short = (reach - np.abs(distance))[which, box]
    push = across[which] * (side * short)[:, None] * 0.5
    moves = np.zeros_like(positions)
    np.add.at(moves, box, push)
    for end in (0, 1):
        np.add.at(moves, links[which, end], -push / 2)
    size = np.maximum(np.hypot(moves[:, 0], moves[:, 1]), 1e-9)[:, None]
    limited: Points = moves / size * np.minimum(size, _MOST)
    return limited
