"""Weights to begin from: an encoder as it is published, or a network that was trained before."""

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor

from loaders.training.transformer import Transformer

_ENCODER = {
    "attention.output.dense": "output",
    "attention.output.LayerNorm": "output_norm",
    "intermediate.dense": "inner",
    "output.dense": "outer",
    "output.LayerNorm": "outer_norm",
}
_ATTENTION = ("query", "key", "value")
_PARTS = ("weight", "bias")
# The short names of the trial's weights, which the first bundled parser has.
_SHORT = {
    "we": "pieces",
    "pe": "places",
    "se": "shapes",
    "ln": "norm",
    "tag": "tag",
    "ner": "kind",
    "ad": "arc_dependent",
    "ah": "arc_head",
    "U": "arc_pair",
    "ub": "arc_single",
    "rd": "label_dependent",
    "rh": "label_head",
    "R": "label_pair",
    "rb": "label_single",
}
_SHORT_LAYER = {
    "o": "output",
    "ln1": "output_norm",
    "f1": "inner",
    "f2": "outer",
    "ln2": "outer_norm",
}


def load_encoder(network: Transformer, folder: Path) -> None:
    """Take over the first layers of `folder`/model.safetensors (all-MiniLM-L6-v2, or alike).

    The heads keep their own weights. Raises ValueError when the file is of another kind.
    """
    file = folder / "model.safetensors"
    try:
        network.load_state_dict(_encoder(load_file(file), len(network.layers)), strict=False)
    except (KeyError, RuntimeError) as problem:
        raise ValueError(f"{file} is no encoder like all-MiniLM-L6-v2: {reason(problem)}") from None


def _encoder(given: dict[str, Tensor], layers: int) -> dict[str, Tensor]:
    weights = {f"norm.{part}": given[f"embeddings.LayerNorm.{part}"] for part in _PARTS}
    weights["pieces.weight"] = given["embeddings.word_embeddings.weight"]
    # All pieces are of the first segment: its embedding goes into that of the places.
    segment = given["embeddings.token_type_embeddings.weight"][0]
    weights["places.weight"] = given["embeddings.position_embeddings.weight"] + segment
    for layer in range(layers):
        old, new = f"encoder.layer.{layer}", f"layers.{layer}"
        for part in _PARTS:
            for name, ours in _ENCODER.items():
                weights[f"{new}.{ours}.{part}"] = given[f"{old}.{name}.{part}"]
            three = [given[f"{old}.attention.self.{name}.{part}"] for name in _ATTENTION]
            weights[f"{new}.attention.{part}"] = torch.cat(three)
    return weights


def read_weights(file: Path) -> dict[str, Tensor]:
    """Read the weights of a network trained before, in full precision and under our names."""
    given = {name: value.float() for name, value in load_file(file).items()}
    return _lengthened(given) if "we.weight" in given else given


def reason(problem: Exception) -> str:
    """Give the beginning of what torch says of weights that do not fit."""
    return str(problem).splitlines()[-1].strip()[:100]


def _lengthened(given: dict[str, Tensor]) -> dict[str, Tensor]:
    weights = {}
    for name, value in given.items():
        top, _, rest = name.partition(".")
        if top in _SHORT:
            weights[f"{_SHORT[top]}.{rest}"] = value
        elif top == "layers":
            layer, short, part = rest.split(".")
            if short == "q":
                three = [given[f"layers.{layer}.{one}.{part}"] for one in "qkv"]
                weights[f"layers.{layer}.attention.{part}"] = torch.cat(three)
            elif short in _SHORT_LAYER:
                weights[f"layers.{layer}.{_SHORT_LAYER[short]}.{part}"] = value
    weights["places.weight"] = weights["places.weight"] + given["te.weight"][0]
    return weights
