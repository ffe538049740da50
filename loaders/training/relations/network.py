"""The relation network: what each pair of a window's words states."""

from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional

from graph.vocabulary import Modality, Polarity
from loaders.extraction.relations.flags import KINDS_OF_FLAGS, RELATIONS
from loaders.extraction.relations.network import ROLES
from loaders.extraction.relations.pairs import SIZES
from loaders.training.dropout import Dropout
from loaders.training.relations.batches import Pairs, Pieces
from loaders.training.transformer import WIDTH, Transformer

ROLE_WIDTH, FIRST, SECOND = 160, 320, 256
_PARTS = 6
_WORD_DROPOUT = 0.2
_SPREAD = 0.05
_SELDOM = -3.5
"""Where the scores of relations begin: three pairs in a hundred state one."""


class Answers(NamedTuple):
    """Scores of q pairs: `relations` [q, 4] each by itself, the others against one another."""

    relations: Tensor
    polarity: Tensor
    modality: Tensor
    modes: Tensor


class Network(Transformer):
    """Reads windows once and scores their pairs; the run time computes the same."""

    def __init__(
        self, labels: int, modes: int, layers: int, dropout: float = 0.1, pair_dropout: float = 0.2
    ) -> None:
        """Make a network with weights at random; `labels` of arcs, the one for any other too."""
        super().__init__(layers, dropout)
        self.roles = nn.Linear(WIDTH, ROLES * ROLE_WIDTH)
        self.features = nn.Embedding(sum(SIZES.values()), ROLE_WIDTH)
        self.labels = nn.Embedding(2 * labels + 1, ROLE_WIDTH, padding_idx=2 * labels)
        self.flags = nn.Embedding(KINDS_OF_FLAGS + 1, ROLE_WIDTH, padding_idx=KINDS_OF_FLAGS)
        self.flagged = nn.Embedding(KINDS_OF_FLAGS + 1, len(RELATIONS), padding_idx=KINDS_OF_FLAGS)
        self.sizes = (len(RELATIONS), len(Polarity), len(Modality), modes)
        self.first = nn.Linear(_PARTS * ROLE_WIDTH, FIRST)
        self.second = nn.Linear(FIRST, SECOND)
        self.out = nn.Linear(SECOND, sum(self.sizes))
        self.word_dropout, self.pair_dropout = Dropout(_WORD_DROPOUT), Dropout(pair_dropout)
        with torch.no_grad():
            for table in (self.features, self.labels, self.flags):
                table.weight.normal_(std=_SPREAD)
            for table in (self.labels, self.flags):
                table.weight[table.padding_idx] = 0
            self.flagged.weight.zero_()
            self.out.bias[: len(RELATIONS)] = _SELDOM

    def forward(self, pieces: Pieces, pairs: Pairs) -> Answers:
        """Score the pairs of a batch of windows."""
        return self.score(self.read(*pieces), pairs)

    def read(
        self, ids: Tensor, shp: Tensor, mask: Tensor | None, first: Tensor, last: Tensor
    ) -> Tensor:
        """Return words in their roles, [b, n, 4 * `ROLE_WIDTH`], of windows laid as `Pieces`."""
        words = self.word_dropout(self.words(ids, shp, mask, first, last))
        return functional.gelu(self.roles(words))

    def score(self, roles: Tensor, pairs: Pairs) -> Answers:
        """Score pairs of the words that `read` gave."""
        table = roles.reshape(-1, ROLE_WIDTH)
        opening = pairs.window * roles.shape[1]

        def seen(words: Tensor, role: int) -> Tensor:
            windows = opening.view(-1, *[1] * (words.dim() - 1))
            rows = (windows + 1 + words.clamp(min=0)) * ROLES + role
            return functional.embedding(rows, table)

        subject, target = seen(pairs.words[:, 0], 0), seen(pairs.words[:, 1], 1)
        there = (pairs.between >= 0)[..., None].to(table.dtype)
        passed = (seen(pairs.between, 2) * there).sum(1) / there.sum(1).clamp(min=1)
        top = seen(pairs.words[:, 2], 3)
        told = self.features(pairs.features).sum(1)
        told = told + _sum(self.labels, pairs.labels) + _sum(self.flags, pairs.flags)
        row = torch.cat([subject, target, subject * target, passed, top, told.to(table.dtype)], -1)
        for layer in (self.first, self.second):
            row = self.pair_dropout(functional.gelu(layer(row), approximate="tanh"))
        relations, *others = self.out(row).float().split(self.sizes, -1)
        return Answers(relations + _sum(self.flagged, pairs.flags), *others)


def _sum(table: nn.Embedding, rows: Tensor) -> Tensor:
    """Add up rows [q, m] of a table, -1 being none."""
    return table(torch.where(rows < 0, table.padding_idx, rows)).sum(1)
