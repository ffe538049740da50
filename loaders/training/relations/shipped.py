"""An exported network as one to go on from: its weights, as exact as 7 bits hold them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

from loaders.extraction.relations.network import Floats

_OWN = "_network."
_MULTIPLIED = ("MatMulInteger", "FusedMatMul", "MatMul")
_QUANTISED, _SCALE, _ZERO = "_quantized", "_scale", "_zero_point"
_NONE = 1
"""Rows for none that the tables of pairs get again; their export leaves them out."""


def read_shipped(folder: Path) -> dict[str, Tensor]:
    """Return the weights of the network that was exported to `folder`, under its own names.

    Raises ValueError when a file is missing or is of something else.
    """
    try:
        graph = onnx.load(str(folder / "relations.int8.onnx")).graph
        with np.load(folder / "relations.pairs.npz") as tables:
            pairs = {name: tables[name].astype(np.float32) for name in tables.files}
    except FileNotFoundError as problem:
        raise ValueError(f"{folder} holds no exported relation model: {problem}") from None
    weights = {name: torch.from_numpy(np.array(value)) for name, value in _words(graph)}
    return weights | {name: torch.from_numpy(value) for name, value in _pairs(pairs)}


def _words(graph: Any) -> Iterator[tuple[str, Floats]]:
    """Yield the weights of the part that reads windows; `Any`: onnx ships no types."""
    kept = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    for name in kept:
        if name.startswith(_OWN) and not name.endswith((_SCALE, _ZERO)):
            whole = name.removesuffix(_QUANTISED)
            yield whole.removeprefix(_OWN), _in_full(kept, whole)
    for node in graph.node:
        weight = node.input[1] if node.op_type in _MULTIPLIED else ""
        if weight in kept:  # of "/layers.0/inner/MatMul_quant"
            path = node.name.strip("/").partition("/MatMul")[0].replace("/", ".")
            yield f"{path}.weight", _in_full(kept, weight.removesuffix(_QUANTISED)).T


def _in_full(kept: dict[str, Floats], name: str) -> Floats:
    """Return a weight as floats; quantised ones have a scale, of all or of each column."""
    if name in kept:
        return kept[name].astype(np.float32)
    levels = kept[name + _QUANTISED].astype(np.float32) - kept[name + _ZERO]
    return np.asarray(levels * kept[name + _SCALE], np.float32)


def _pairs(tables: dict[str, Floats]) -> Iterator[tuple[str, Floats]]:
    """Yield the weights that score pairs, tables as embeddings with their row for none."""
    for name, value in tables.items():
        if "." in name:
            yield name, value
        elif name == "features":
            yield f"{name}.weight", value
        else:
            yield f"{name}.weight", np.pad(value, ((0, _NONE), (0, 0)))
