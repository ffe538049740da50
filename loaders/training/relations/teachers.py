"""What trained networks hold likely, kept in a file for others to learn from."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from safetensors.numpy import load_file, save_file

from loaders.extraction.relations.flags import RELATIONS
from loaders.extraction.relations.network import Floats, Scores
from loaders.training.relations.example import Example

_LEAST = 1e-4
"""Added to probabilities, so that none is without odds."""


def write(file: Path, scored: Iterable[tuple[Example, Scores]]) -> None:
    """Write the probabilities of each window's pairs under its id: float16 [n, 4 + 2 + 5 + modes].

    Those of the modes add up to 1 over the modes of all relations.
    """
    save_file({example.id: _probabilities(scores) for example, scores in scored}, file)


def read(files: Sequence[Path]) -> dict[str, Floats]:
    """Return what several teachers wrote, taken together, by the ids of windows.

    Of relations that is the mean of their log odds, of the rest the mean of the probabilities.

    Raises ValueError when they did not read the same windows.
    """
    every = [load_file(file) for file in files]
    if odd := [
        file for file, one in zip(files, every, strict=True) if one.keys() != every[0].keys()
    ]:
        raise ValueError(f"{odd[0]} is of other windows than {files[0]}: write both of one input")
    return {name: _together([one[name] for one in every]) for name in (every[0] if every else ())}


def taught(teachers: Mapping[str, Floats], example: Example) -> Floats | None:
    """Return what teachers say of a window; None: nothing.

    Raises ValueError when it has another number of pairs now.
    """
    found = teachers.get(example.id)
    if found is not None and len(found) != len(example.ends):
        raise ValueError(
            f"window {example.id} has {len(example.ends)} pairs and {len(found)} in --soft: "
            "write that file anew, by --scores"
        )
    return found


def _together(every: Sequence[Floats]) -> Floats:
    said = np.stack([one.astype(np.float32) for one in every])
    relations, others = np.split(said, [len(RELATIONS)], axis=2)
    odds = np.log((relations + _LEAST) / (1 - relations + _LEAST)).mean(0)
    return np.concatenate([1 / (1 + np.exp(-odds)), others.mean(0)], axis=1)


def _probabilities(scores: Scores) -> npt.NDArray[np.float16]:
    raised = np.exp(scores.modes - scores.modes.max(1, keepdims=True))
    modes = raised / raised.sum(1, keepdims=True)
    columns = [scores.relations, scores.polarity, scores.modality, modes]
    return np.concatenate(columns, 1).astype(np.float16)
