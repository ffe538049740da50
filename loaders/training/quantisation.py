"""From a network to the ONNX file that the run time reads."""

import logging
import shutil
import warnings
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import onnxruntime  # type: ignore[import-untyped]  # it ships no types
import torch
from onnxruntime.quantization import (  # type: ignore[import-untyped]  # it ships no types
    QuantType,
    quantize_dynamic,
)
from torch import Tensor, nn

_OPSET = 17
_FLOAT = 1  # onnx.TensorProto.FLOAT


def write_onnx(
    network: nn.Module, inputs: Mapping[str, Tensor], outputs: Sequence[str],
    axes: Mapping[str, Mapping[int, str]], file: Path, *, full_precision: bool = False,
) -> None:  # fmt: skip
    """Write what `network` makes of inputs; `axes` names the sizes that may differ from them.

    Weights are quantised to 7 bits, which no CPU's int8 arithmetic overflows; with
    `full_precision` they stay 32-bit floats, to measure what that costs.
    """
    with TemporaryDirectory() as scratch:
        traced, fused = Path(scratch) / "traced.onnx", Path(scratch) / "fused.onnx"
        with torch.no_grad(), warnings.catch_warnings():
            # torch calls this way of tracing old; the new one wants a package more.
            warnings.simplefilter("ignore")
            torch.onnx.export(
                network.eval(),
                tuple(inputs.values()),
                str(traced),
                input_names=list(inputs),
                output_names=list(outputs),
                dynamic_axes={name: dict(axis) for name, axis in axes.items()},
                opset_version=_OPSET,
                dynamo=False,
            )
        _fuse(traced, fused)
        if full_precision:
            shutil.copyfile(fused, file)
        else:
            _quantise(fused, file)


def _fuse(traced: Path, fused: Path) -> None:
    """Let onnxruntime join operations before they are quantised."""
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
    options.optimized_model_filepath = str(fused)
    options.log_severity_level = 3
    onnxruntime.InferenceSession(str(traced), options, providers=["CPUExecutionProvider"])


def _quantise(fused: Path, file: Path) -> None:
    # It warns of each type that it cannot infer, though the default below is what they are.
    logging.disable(logging.WARNING)
    try:
        quantize_dynamic(
            str(fused),
            str(file),
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=True,
            extra_options={"MatMulConstBOnly": True, "DefaultTensorType": _FLOAT},
        )
    finally:
        logging.disable(logging.NOTSET)
