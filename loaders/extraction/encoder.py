"""The small encoder: words of one sentence in, scores for tags, heads and labels out."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import as_file, files
from importlib.resources.abc import Traversable

import numpy as np
import numpy.typing as npt
import onnxruntime  # type: ignore[import-untyped]  # it ships no types

from loaders.extraction.pieces import Pieces, laid

Floats = npt.NDArray[np.float32]

POSITIONS = 256
"""Pieces in one call, the opening and closing marks included. The network has 512 places, but its
longest training sentence has 174 pieces, and the cost grows with the square."""

_OUTPUTS = ["tag", "ner", "arc", "label", "rd", "rh"]


@dataclass(frozen=True)
class Scores:
    """What the encoder says of one sentence of n words; row 0 stands for the root.

    `tags` int [n+1], `kinds` int [n+1], `arcs` float [n+1 dependents, n+1 heads], `labels` int
    [n+1] for each word's best head, `as_dependent` and `as_head` float [n+1, width].
    """

    tags: npt.NDArray[np.int64]
    kinds: npt.NDArray[np.int64]
    arcs: Floats
    labels: npt.NDArray[np.int64]
    as_dependent: Floats
    as_head: Floats


class Encoder:
    """The shipped network on one thread, one sentence a call, so that equal words score equally."""

    def __init__(self, folder: Traversable | None = None) -> None:
        """Read the network, its word pieces and names from `folder` (default: the shipped one)."""
        folder = folder or files("loaders.extraction") / "model"
        names = json.loads((folder / "parser.json").read_text(encoding="utf-8"))
        self.tags: list[str] = names["upos"]
        self.labels: list[str] = names["rels"]
        self.kinds: list[str] = [tag[2:] for tag in names["ner"]]
        self._session = session((folder / "parser.int8.onnx").read_bytes())
        with as_file(folder / "parser.labels.npz") as path, np.load(path) as weights:
            self._pair = weights["R"].astype(np.float32).reshape(len(self.labels), -1)
            self._single: Floats = weights["rbw"]
            self._bias: Floats = weights["rbb"]
        self.pieces = Pieces((folder / "tokenizer.json").read_text("utf-8")).of

    def score(self, words: Sequence[str]) -> Scores:
        """Score one sentence; its pieces must fit in `POSITIONS` less two."""
        row = laid(map(self.pieces, words))
        table = np.array([row.pieces], np.int64)
        feed = {
            "ids": table[:, :, 0],
            "shp": table[:, :, 1],
            "mask": np.ones(table.shape[:2], bool),
            "first": np.array([row.first], np.int64),
            "last": np.array([row.last], np.int64),
            "wmask": np.ones((1, len(row.first)), bool),
        }
        tags, kinds, arcs, labels, dependent, head = self._session.run(_OUTPUTS, feed)
        best = kinds[0].argmax(-1)
        return Scores(tags[0], best, arcs[0], labels[0], dependent[0], head[0])

    def label_scores(self, scores: Scores, word: int, head: int) -> Floats:
        """Score every label for the arc from `head` to `word` (0 is the root): float [labels]."""
        dependent, governor = scores.as_dependent[word], scores.as_head[head]
        pair = self._pair.reshape(len(self.labels), governor.size, -1) @ dependent
        both = np.concatenate([dependent, governor])
        total: Floats = pair @ governor + self._single @ both + self._bias
        return total


def session(network: bytes) -> onnxruntime.InferenceSession:
    """Load a network on one thread, so that it gives the same each time."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.use_deterministic_compute = True
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(network, options, providers=["CPUExecutionProvider"])
