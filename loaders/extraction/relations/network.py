"""The relation network: windows in, what it makes of each pair out."""

import json
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import as_file, files
from importlib.resources.abc import Traversable

import numpy as np
import numpy.typing as npt

from graph.vocabulary import Relation
from loaders.extraction.encoder import Encoder, session
from loaders.extraction.pieces import laid
from loaders.extraction.relations.flags import RELATIONS
from loaders.extraction.relations.pairs import SIZES, PairTable
from loaders.extraction.relations.windows import Window, pieces

Floats = npt.NDArray[np.float32]

ROLES = 4
"""Each word is seen as a subject, as an object, as a word passed, and as the top of a path."""


@dataclass(frozen=True, slots=True)
class Scores:
    """What the network makes of n pairs.

    `relations` float [n, 4], the probability of each of RELATIONS, independent of one another;
    `polarity` [n, 2] and `modality` [n, 5] probabilities that add up to 1, in the order of the
    vocabulary; `modes` [n, 28] scores of each relation's modes, in the order of relations.json.
    """

    relations: Floats
    polarity: Floats
    modality: Floats
    modes: Floats


class Network:
    """The shipped network on one thread: equal windows score equally."""

    def __init__(self, encoder: Encoder, folder: Traversable | None = None) -> None:
        """Read the network from `folder` (default: the shipped one); `encoder` cuts words."""
        folder = folder or files("loaders.extraction") / "model"
        told = json.loads((folder / "relations.json").read_text(encoding="utf-8"))
        self.name: str = told["name"]
        self.thresholds = {Relation(name): float(p) for name, p in told["thresholds"].items()}
        self.labels: dict[str, int] = {label: place for place, label in enumerate(told["labels"])}
        self._modes: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for place, (relation, mode) in enumerate(told["modes"]):
            self._modes[relation].append((place, mode))
        self._encoder = encoder
        self._session = session((folder / "relations.int8.onnx").read_bytes())
        with as_file(folder / "relations.pairs.npz") as path, np.load(path) as weights:
            self._weights = {name: weights[name].astype(np.float32) for name in weights.files}

    def read(self, window: Window) -> Floats:
        """Return what a window's words mean, each in four roles: float [words, 4, width]."""
        row = laid(pieces(word, self._encoder) for word in window.words)
        table = np.array([row.pieces], np.int64)
        feed = {
            "ids": table[:, :, 0],
            "shp": table[:, :, 1],
            "first": np.array([row.first], np.int64),
            "last": np.array([row.last], np.int64),
        }
        (roles,) = self._session.run(["roles"], feed)
        words: Floats = roles[0, 1:].reshape(len(window.words), ROLES, -1)
        return words

    def score(self, roles: Floats, pairs: PairTable) -> Scores:
        """Score pairs of a window's words, `roles` being what `read` gave."""
        weights = self._weights
        subject = roles[pairs.words[:, 0], 0]
        target = roles[pairs.words[:, 1], 1]
        passed = _mean(roles[pairs.between, 2], pairs.between >= 0)
        top = roles[pairs.words[:, 2], 3]
        told = weights["features"][pairs.features + self._starts].sum(1)
        told += _sum(weights["labels"], pairs.labels) + _sum(weights["flags"], pairs.flags)
        row = np.concatenate([subject, target, subject * target, passed, top, told], axis=1)
        for layer in ("first", "second"):
            row = _gelu(row @ weights[f"{layer}.weight"].T + weights[f"{layer}.bias"])
        out = row @ weights["out.weight"].T + weights["out.bias"]
        relations, polarity, modality, modes = np.split(out, self._cuts, axis=1)
        relations = relations + _sum(weights["flagged"], pairs.flags)
        return Scores(1 / (1 + np.exp(-relations)), _softmax(polarity), _softmax(modality), modes)

    def mode(self, relation: Relation, scores: Floats) -> str:
        """Return the likeliest mode of a relation; `scores` is one pair's row of `Scores.modes`."""
        return max(self._modes[relation], key=lambda mode: float(scores[mode[0]]))[1]

    @cached_property
    def _starts(self) -> npt.NDArray[np.int64]:
        """Where each feature's values begin in the table of all features."""
        return np.cumsum([0, *SIZES.values()])[:-1]

    @cached_property
    def _cuts(self) -> npt.NDArray[np.int64]:
        return np.cumsum([len(RELATIONS), SIZES["polarity"], SIZES["modality"]])


def _mean(rows: Floats, there: npt.NDArray[np.bool_]) -> Floats:
    many = np.maximum(there.sum(1, keepdims=True), 1)
    mean: Floats = (rows * there[..., None]).sum(1) / many
    return mean.astype(np.float32)


def _sum(table: Floats, rows: npt.NDArray[np.int64]) -> Floats:
    total: Floats = (table[rows] * (rows >= 0)[..., None]).sum(1)
    return total


def _gelu(x: Floats) -> Floats:
    curve: Floats = 0.5 * x * (1 + np.tanh(0.7978845608 * (x + 0.044715 * x * x * x)))
    return curve


def _softmax(scores: Floats) -> Floats:
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares: Floats = raised / raised.sum(axis=1, keepdims=True)
    return shares
