"""A teacher's weights in a file, so that a training that was cut off goes on."""

import json
from pathlib import Path

from safetensors import safe_open
from torch import Tensor

from loaders.training.relations.training import Plan


def made_by(encoder: str, layers: str, plan: Plan, windows: int) -> dict[str, str]:
    """Return what stands beside a teacher's weights: how they were made."""
    how = {"encoder": Path(encoder).name, "layers": layers, "windows": windows, **vars(plan)}
    return {"made by": json.dumps(how, sort_keys=True)}


def file_of(folder: Path | None, number: int) -> Path | None:
    """Return the file of a teacher in a folder, which is made now: hours later is too late."""
    if folder is None:
        return None
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"teacher_{number}.safetensors"


def read_teacher(file: Path, wanted: dict[str, str]) -> dict[str, Tensor]:
    """Return the weights of a teacher that an earlier run kept.

    Raises ValueError where they were made in another way than `wanted` says.
    """
    with safe_open(file, framework="pt") as kept:
        if kept.metadata() != wanted:
            raise ValueError(f"{file} is of a teacher trained in another way: delete it")
        return {name: kept.get_tensor(name) for name in kept.keys()}  # noqa: SIM118 - no mapping
