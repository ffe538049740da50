"""From the trained network to the four files that the run time reads."""

import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from loaders.training.parser import batches
from loaders.training.parser.features import Reader
from loaders.training.parser.inventory import Inventory
from loaders.training.parser.network import Network
from loaders.training.quantisation import write_onnx

_OUTPUTS = {"tag": "BW", "ner": "BW", "arc": "BWW", "label": "BW", "rd": "BW", "rh": "BW"}
_EXAMPLES = (("Rebels", "took", "the", "town", "."), ("Nobody", "came"))


@dataclass(frozen=True)
class Product:
    """A trained network with what is needed to use it; `training` says how it was made."""

    network: Network
    inventory: Inventory
    tokenizer: Path
    training: Mapping[str, object]


class _Answers(nn.Module):  # type: ignore[misc]  # torch is absent where types are checked
    """The network as the run time calls it: tags and labels chosen, the rest as scores."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self._network = network

    def forward(self, *inputs: Tensor) -> tuple[Tensor, ...]:
        words = self._network(*inputs)
        labels = self._network.label(words, words.arcs.argmax(-1))
        answers = words.tags.argmax(-1), words.kinds, words.arcs, labels.argmax(-1)
        return (*answers, words.as_dependent, words.as_head)


def export(product: Product, folder: Path, full_precision: bool = False) -> None:
    """Write parser.int8.onnx, parser.labels.npz, parser.json and tokenizer.json to `folder`.

    With `full_precision` weights are not quantised, under the same names.
    """
    folder.mkdir(parents=True, exist_ok=True)
    network = product.network.eval()
    examples = _examples(product.tokenizer)
    axes = {name: "BW" for name in examples} | {name: "BS" for name in ("ids", "shp", "mask")}
    write_onnx(
        _Answers(network),
        examples,
        list(_OUTPUTS),
        {name: dict(enumerate(axis)) for name, axis in (axes | _OUTPUTS).items()},
        folder / "parser.int8.onnx",
        full_precision=full_precision,
    )
    np.savez(
        folder / "parser.labels.npz",
        R=network.label_pair.weight.detach().numpy().astype(np.float16),
        rbw=network.label_single.weight.detach().numpy(),
        rbb=network.label_single.bias.detach().numpy(),
    )
    names = {
        "upos": product.inventory.tags,
        "rels": product.inventory.labels,
        "ner": product.inventory.kinds,
        "layers": len(network.layers),
        "training": product.training,
    }
    (folder / "parser.json").write_text(json.dumps(names), encoding="utf-8")
    shutil.copyfile(product.tokenizer, folder / "tokenizer.json")


def _examples(tokenizer: Path) -> dict[str, Tensor]:
    reader = Reader(tokenizer)
    features = [read for words in _EXAMPLES if (read := reader.sentence(words))]
    laid = batches.inputs(features)
    return {name: torch.from_numpy(table) for name, table in laid._asdict().items()}
