"""Sentences of like length side by side in arrays."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from loaders.extraction.pieces import Row
from loaders.training.batches import Integers, table
from loaders.training.parser.inventory import Inventory
from loaders.training.parser.treebank import Tree

Flags = npt.NDArray[np.bool_]

UNKNOWN = -100
"""The target of what is not to be learnt: the root, padding, kinds that are not annotated."""


class Inputs(NamedTuple):
    """b sentences of at most p pieces and n words, the root counted, under the network's names."""

    ids: Integers
    shp: Integers
    mask: Flags
    first: Integers
    last: Integers
    wmask: Flags


class Targets(NamedTuple):
    """What is right, each [b, n]: numbers of tags, heads (0 the root), labels and kinds."""

    tags: Integers
    heads: Integers
    labels: Integers
    kinds: Integers


def inputs(batch: Sequence[Row]) -> Inputs:
    """Lay sentences side by side, padded with zeros."""
    pieces = max(len(one.pieces) for one in batch)
    words = max(len(one.first) for one in batch)
    return Inputs(
        ids=table([[piece for piece, _ in one.pieces] for one in batch], pieces, 0),
        shp=table([[shape for _, shape in one.pieces] for one in batch], pieces, 0),
        mask=table([[1] * len(one.pieces) for one in batch], pieces, 0).astype(bool),
        first=table([one.first for one in batch], words, 0),
        last=table([one.last for one in batch], words, 0),
        wmask=table([[1] * len(one.first) for one in batch], words, 0).astype(bool),
    )


def targets(batch: Sequence[Tree], inventory: Inventory) -> Targets:
    """Number what the trees say; the root's own column is unknown."""
    words = 1 + max(len(tree.words) for tree in batch)
    rows = [inventory.numbered(tree) for tree in batch]
    return Targets(
        *(table([[UNKNOWN, *row[field]] for row in rows], words, UNKNOWN) for field in range(4))
    )
