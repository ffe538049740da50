"""Texts of like length side by side."""

from collections.abc import Iterator, Sequence
from random import Random

import numpy as np
import numpy.typing as npt

Integers = npt.NDArray[np.int64]

_SORTED_TOGETHER = 2000


def table(rows: Sequence[Sequence[int]], width: int, padding: int) -> Integers:
    """Lay rows of at most `width` numbers under one another, filled up with `padding`."""
    laid = np.full((len(rows), width), padding, np.int64)
    for place, row in enumerate(rows):
        laid[place, : len(row)] = row
    return laid


def drawn(sizes: Sequence[int], most: int, random: Random) -> Iterator[list[int]]:
    """Put all texts, by number, into batches of at most `most` pieces, padding counted.

    Texts of like length come together; which ones do and the batches' order are drawn.
    """
    order = list(range(len(sizes)))
    random.shuffle(order)
    batches = [
        batch
        for start in range(0, len(order), _SORTED_TOGETHER)
        for batch in _filled(
            sorted(order[start : start + _SORTED_TOGETHER], key=sizes.__getitem__), sizes, most
        )
    ]
    random.shuffle(batches)
    yield from batches


def _filled(order: Sequence[int], sizes: Sequence[int], most: int) -> Iterator[list[int]]:
    batch: list[int] = []
    for one in order:  # from short to long: the newest is the longest
        if batch and sizes[one] * (len(batch) + 1) > most:
            yield batch
            batch = []
        batch.append(one)
    if batch:
        yield batch
