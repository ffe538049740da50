"""The best tree over a sentence's arc scores (Chu and Liu 1965, Edmonds 1967)."""

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float64]


def is_tree(heads: list[int]) -> bool:
    """Say whether heads[1:] make one tree: exactly one child of 0 and no cycle."""
    return heads[1:].count(0) == 1 and not _cycle(heads)


def best_tree(scores: npt.NDArray[np.floating]) -> list[int]:
    """Give the heads of the highest scoring tree with a single child of node 0.

    `scores` is [n dependents, n heads], finite, row 0 unused; the result has length n and starts
    with 0.
    """
    table = scores.astype(np.float64)
    # Dearer than any tree can win back: the optimum then hangs exactly one word on the root.
    table[:, 0] -= (table.max() - table.min() + 1.0) * len(table)
    np.fill_diagonal(table, -np.inf)
    return _best(table)


def _best(scores: Scores) -> list[int]:
    heads = [0, *map(int, scores[1:].argmax(axis=1))]
    cycle = _cycle(heads)
    if not cycle:
        return heads
    outside = [node for node in range(len(heads)) if node not in set(cycle)]
    kept = scores[cycle, [heads[node] for node in cycle]]
    # The cycle becomes one node, the last. To enter it at a node costs that node's cyclic arc.
    entering = scores[np.ix_(cycle, outside)] - kept[:, None]
    leaving = scores[np.ix_(outside, cycle)]
    smaller = np.full((len(outside) + 1, len(outside) + 1), -np.inf)
    smaller[:-1, :-1] = scores[np.ix_(outside, outside)]
    smaller[-1, :-1] = entering.max(axis=0)
    smaller[:-1, -1] = leaving.max(axis=1)
    solved = _best(smaller)
    for place, node in enumerate(outside[1:], start=1):
        over = solved[place]
        inside = over == len(outside)
        heads[node] = cycle[int(leaving[place].argmax())] if inside else outside[over]
    entry = cycle[int(entering[:, solved[-1]].argmax())]
    heads[entry] = outside[solved[-1]]
    return heads


def _cycle(heads: list[int]) -> list[int]:
    """Give the nodes of one cycle, or nothing."""
    seen = [0] * len(heads)
    seen[0] = -1
    for start in range(1, len(heads)):
        node = start
        while not seen[node]:
            seen[node] = start
            node = heads[node]
        if seen[node] == start:
            cycle = [node]
            while heads[cycle[-1]] != node:
                cycle.append(heads[cycle[-1]])
            return cycle
    return []
