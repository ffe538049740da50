"""Windows and their pairs side by side in arrays."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor

from loaders.extraction.pieces import Piece, Row, laid
from loaders.extraction.relations.pairs import NO_WORD, SIZES
from loaders.extraction.relations.windows import LONGEST
from loaders.training.batches import table
from loaders.training.relations.example import Example

_STARTS = np.cumsum([0, *SIZES.values()])[:-1]


class Pieces(NamedTuple):
    """b windows of at most p pieces and n words; column 0 of `first` and `last` is the opening."""

    ids: Tensor
    shp: Tensor
    mask: Tensor
    first: Tensor
    last: Tensor


class Pairs(NamedTuple):
    """q pairs of b windows: `window` [q], the rest as in `PairTable`, features' values in a row."""

    window: Tensor
    words: Tensor
    between: Tensor
    labels: Tensor
    features: Tensor
    flags: Tensor


def pieces_of(windows: Iterable[Sequence[Sequence[Piece]]]) -> Pieces:
    """Lay the words of windows side by side, cut where the run time cuts them."""
    rows = [_row(words) for words in windows]
    length = max(len(pieces) for pieces, _, _ in rows)
    words = max(len(first) for _, first, _ in rows)
    return Pieces(
        ids=_tensor([[piece for piece, _ in pieces] for pieces, _, _ in rows], length),
        shp=_tensor([[shape for _, shape in pieces] for pieces, _, _ in rows], length),
        mask=_tensor([[1] * len(pieces) for pieces, _, _ in rows], length).bool(),
        first=_tensor([first for _, first, _ in rows], words),
        last=_tensor([last for _, _, last in rows], words),
    )


def pairs_of(examples: Sequence[Example], hidden: Sequence[bool]) -> Pairs:
    """Lay the pairs of windows under one another; hide the frames' flags of some windows."""
    sizes = [len(example.ends) for example in examples]
    tables = [example.table for example in examples]
    flags = np.concatenate([t.flags for t in tables])
    flags[np.repeat(hidden, sizes)] = NO_WORD
    return Pairs(
        window=torch.arange(len(examples)).repeat_interleave(torch.tensor(sizes)),
        words=torch.from_numpy(np.concatenate([t.words for t in tables])),
        between=torch.from_numpy(np.concatenate([t.between for t in tables])),
        labels=torch.from_numpy(np.concatenate([t.labels for t in tables])),
        features=torch.from_numpy(np.concatenate([t.features for t in tables]) + _STARTS),
        flags=torch.from_numpy(flags),
    )


def _row(words: Sequence[Sequence[Piece]]) -> Row:
    """Return a window's row; names that are shown instead of others may make it too long."""
    row = laid(words)
    pieces = row.pieces[:LONGEST]
    end = len(pieces) - 1
    return Row(
        pieces, [min(place, end) for place in row.first], [min(place, end) for place in row.last]
    )


def _tensor(rows: Sequence[Sequence[int]], width: int) -> Tensor:
    return torch.from_numpy(table(rows, width, 0))
