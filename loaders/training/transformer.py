"""The transformer over word pieces that the parser and the relation model are made of."""

import torch
from torch import Tensor, nn
from torch.nn import functional

from loaders.training.dropout import Dropout

WIDTH, INNER, ATTENTIONS = 384, 1536, 12
PIECES, PLACES, SHAPES = 30522, 512, 8
PARTS = ("pieces", "places", "shapes", "norm", "layers")
"""What the names of the transformer's own weights begin with, in every network."""

_SMALLEST = 1e-12
_NEVER = -1e4


class Layer(nn.Module):  # type: ignore[misc]  # torch is absent where types are checked
    """One layer of the transformer, as in BERT."""

    def __init__(self, dropout: float) -> None:
        """Make a layer with weights at random that drops a share of its numbers in training."""
        super().__init__()
        self.attention = nn.Linear(WIDTH, 3 * WIDTH)
        self.output = nn.Linear(WIDTH, WIDTH)
        self.output_norm = nn.LayerNorm(WIDTH, eps=_SMALLEST)
        self.inner = nn.Linear(WIDTH, INNER)
        self.outer = nn.Linear(INNER, WIDTH)
        self.outer_norm = nn.LayerNorm(WIDTH, eps=_SMALLEST)
        self.dropout = Dropout(dropout)

    def forward(self, states: Tensor, padding: Tensor | None) -> Tensor:
        """Map states [b, p, width] to the next; `padding` [b, 1, 1, p] is added to attention."""
        batch, length, _ = states.shape
        parts = self.attention(states).view(batch, length, 3, ATTENTIONS, WIDTH // ATTENTIONS)
        query, key, value = parts.permute(2, 0, 3, 1, 4).unbind(0)
        scores = torch.matmul(query, key.transpose(2, 3)) * (WIDTH // ATTENTIONS) ** -0.5
        if padding is not None:
            scores = scores + padding
        # Faster to train on a CPU than the fused call, whose way back is slow with a mask.
        mixed = torch.matmul(functional.softmax(scores, -1), value)
        mixed = mixed.transpose(1, 2).reshape(batch, length, WIDTH)
        states = self.output_norm(states + self.dropout(self.output(mixed)))
        inner = functional.gelu(self.inner(states))
        return self.outer_norm(states + self.dropout(self.outer(inner)))


class Transformer(nn.Module):  # type: ignore[misc]  # torch is absent where types are checked
    """Reads word pieces; the networks derive from it, so that their weights have equal names."""

    def __init__(self, layers: int, dropout: float = 0.1) -> None:
        """Make so many layers with weights at random."""
        super().__init__()
        self.pieces = nn.Embedding(PIECES, WIDTH)
        self.places = nn.Embedding(PLACES, WIDTH)
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        nn.init.zeros_(self.shapes.weight)  # a pretrained encoder begins as it was
        self.norm = nn.LayerNorm(WIDTH, eps=_SMALLEST)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(layers))
        self.dropout = Dropout(dropout)

    def words(
        self, ids: Tensor, shp: Tensor, mask: Tensor | None, first: Tensor, last: Tensor
    ) -> Tensor:
        """Return what b texts' n words mean: [b, n, width], the mean of first and last piece.

        `ids` and `shp` int [b, p] are pieces and how they are written, `mask` bool [b, p] where
        there is one (None: everywhere), `first` and `last` int [b, n] the words' pieces.
        """
        states = self.pieces(ids) + self.places.weight[: ids.shape[1]] + self.shapes(shp)
        states = self.dropout(self.norm(states))
        padding = None if mask is None else (~mask).float()[:, None, None, :] * _NEVER
        for layer in self.layers:
            states = layer(states, padding)
        return (rows(states, first) + rows(states, last)) * 0.5


def rows(states: Tensor, places: Tensor) -> Tensor:
    """Pick rows [b, n, width] of states [b, p, width] by their places [b, n]."""
    return torch.gather(states, 1, places[:, :, None].expand(-1, -1, states.shape[2]))
