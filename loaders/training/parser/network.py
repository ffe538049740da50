"""The network: a small transformer over word pieces with heads for tags, arcs, labels and kinds."""

from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional

from loaders.training.dropout import Dropout
from loaders.training.transformer import WIDTH, Transformer, rows

ARC_WIDTH, LABEL_WIDTH = 256, 96
_NEVER = -1e4


class Words(NamedTuple):
    """Answers for b sentences of n words, the root counted.

    `tags` and `kinds` are scores [b, n, names], `arcs` [b, n dependents, n heads]; `as_dependent`
    and `as_head` [b, n, `LABEL_WIDTH`] are what labels are told by.
    """

    tags: Tensor
    kinds: Tensor
    arcs: Tensor
    as_dependent: Tensor
    as_head: Tensor


class Network(Transformer):
    """Scores the words of sentences; a word is the mean of its first and last piece."""

    def __init__(self, tags: int, labels: int, kinds: int, layers: int) -> None:
        """Make a network with weights at random for so many names and layers."""
        super().__init__(layers)
        self.tag = nn.Linear(WIDTH, tags)
        self.kind = nn.Linear(WIDTH, kinds)
        self.arc_dependent = nn.Linear(WIDTH, ARC_WIDTH)
        self.arc_head = nn.Linear(WIDTH, ARC_WIDTH)
        self.arc_pair = nn.Linear(ARC_WIDTH, ARC_WIDTH, bias=False)
        self.arc_single = nn.Linear(ARC_WIDTH, 1, bias=False)
        self.label_dependent = nn.Linear(WIDTH, LABEL_WIDTH)
        self.label_head = nn.Linear(WIDTH, LABEL_WIDTH)
        self.label_pair = nn.Linear(LABEL_WIDTH, labels * LABEL_WIDTH, bias=False)
        self.label_single = nn.Linear(2 * LABEL_WIDTH, labels)
        nn.init.orthogonal_(self.arc_pair.weight, 0.3)
        nn.init.zeros_(self.arc_single.weight)
        nn.init.normal_(self.label_pair.weight, std=0.02)
        self.word_dropout = Dropout(0.33)

    def forward(
        self, ids: Tensor, shp: Tensor, mask: Tensor, first: Tensor, last: Tensor, wmask: Tensor
    ) -> Words:
        """Score a batch, laid out as `batches.Inputs`."""
        words = self.word_dropout(self.words(ids, shp, mask, first, last))
        dependent, head = self._side(self.arc_dependent, words), self._side(self.arc_head, words)
        arcs = torch.matmul(self.arc_pair(dependent), head.transpose(1, 2))
        arcs = (arcs + self.arc_single(head).transpose(1, 2)) * ARC_WIDTH**-0.5
        itself = torch.eye(first.shape[1], dtype=arcs.dtype)
        arcs = arcs + (~wmask).to(arcs.dtype)[:, None, :] * _NEVER + itself * _NEVER
        return Words(
            self.tag(words),
            self.kind(words),
            arcs,
            self._side(self.label_dependent, words),
            self._side(self.label_head, words),
        )

    def label(self, words: Words, heads: Tensor) -> Tensor:
        """Score the labels of the arcs to the given heads [b, n]: float [b, n, labels]."""
        governors = rows(words.as_head, heads)
        pairs = self.label_pair(words.as_dependent).unflatten(2, (-1, LABEL_WIDTH))
        both = torch.cat([words.as_dependent, governors], -1)
        return torch.matmul(pairs, governors[..., None])[..., 0] + self.label_single(both)

    def _side(self, linear: nn.Linear, words: Tensor) -> Tensor:
        return self.word_dropout(functional.gelu(linear(words)))
