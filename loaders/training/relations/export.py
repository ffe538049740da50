"""From the trained network to the three files that the run time reads."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
from torch import Tensor, nn

from graph.vocabulary import Relation
from loaders.training.quantisation import write_onnx
from loaders.training.relations.batches import pieces_of
from loaders.training.relations.labels import MODES
from loaders.training.relations.network import Network
from loaders.training.relations.watcher import numbered

_INPUTS = {"ids": "S", "shp": "S", "first": "W", "last": "W"}
_EXAMPLE = [[(3, 2)], [(2003, 1), (2015, 1)], [(1996, 1)]]
_TABLES = ("features", "labels", "flags", "flagged")
_LAYERS = ("first", "second", "out")


class _Words(nn.Module):  # type: ignore[misc]  # torch is absent where types are checked
    """The part of the network that reads one window."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self._network = network

    def forward(self, ids: Tensor, shp: Tensor, first: Tensor, last: Tensor) -> Tensor:
        return self._network.read(ids, shp, None, first, last)


def export(network: Network, folder: Path, *, full_precision: bool = False) -> None:
    """Write relations.int8.onnx, which reads a window, and relations.pairs.npz, which scores pairs.

    With `full_precision` weights are neither quantised nor halved, under the same names.
    """
    folder.mkdir(parents=True, exist_ok=True)
    laid = pieces_of([_EXAMPLE])
    axes = {name: {1: axis} for name, axis in _INPUTS.items()} | {"roles": {1: "W"}}
    write_onnx(
        _Words(network),
        {name: getattr(laid, name) for name in _INPUTS},
        ["roles"],
        axes,
        folder / "relations.int8.onnx",
        full_precision=full_precision,
    )
    kept = np.float32 if full_precision else np.float16
    weights = {name: value.numpy().astype(kept) for name, value in _of_pairs(network)}
    np.savez(folder / "relations.pairs.npz", **weights)


def describe(
    folder: Path, name: str, thresholds: Mapping[Relation, float], labels: Sequence[str],
    figures: Mapping[str, object],
) -> None:  # fmt: skip
    """Write relations.json: the model's name, and what its numbers mean.

    `thresholds` are the probabilities from which the model makes a claim of each relation by
    itself, `labels` those of the parser in its order, `figures` how it was trained and how right it
    is.
    """
    told = {
        "name": name,
        "thresholds": dict(thresholds),
        "labels": list(numbered(labels)),
        "modes": [list(mode) for mode in MODES],
        "figures": figures,
    }
    (folder / "relations.json").write_text(json.dumps(told), encoding="utf-8")


def _of_pairs(network: Network) -> Iterator[tuple[str, Tensor]]:
    """Yield the weights that score pairs, without the rows that stand for none."""
    for name in _TABLES:
        table = getattr(network, name)
        weight = table.weight.detach()
        yield name, weight if table.padding_idx is None else weight[: table.padding_idx]
    for layer in _LAYERS:
        for part in ("weight", "bias"):
            yield f"{layer}.{part}", getattr(getattr(network, layer), part).detach()
