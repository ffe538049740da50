"""The small encoder: words of one sentence in, scores for tags, heads and labels out."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import as_file, files
from importlib.resources.abc import Traversable

import numpy as np
import numpy.typing as npt
import onnxruntime  # type: ignore[import-untyped]  # it ships no types
from tokenizers import Tokenizer

Floats = npt.NDArray[np.float32]

POSITIONS = 256
"""Pieces in one call, the opening and closing marks included. The network has 512 places, but its
longest training sentence has 174 pieces, and the cost grows with the square."""

_OPEN, _CLOSE, _UNKNOWN = 101, 102, 100
_MOST_PIECES = 12
_MOST_LETTERS = 160
_CACHED_WORDS = 50_000
_OUTPUTS = ["tag", "ner", "arc", "label", "rd", "rh"]
_PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"', "–": "-", "—": "-", "…": "..."}
)


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
        self._tokenizer = Tokenizer.from_str((folder / "tokenizer.json").read_text("utf-8"))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self.pieces = lru_cache(maxsize=_CACHED_WORDS)(self._pieces)

    def _pieces(self, word: str) -> tuple[tuple[int, int], ...]:
        """Give the (piece id, shape) pairs of a word, at least one and at most 12.

        A name of several words may be one word here; each part keeps its own shape.
        """
        if len(word) > _MOST_LETTERS:
            word = f"{word[: _MOST_LETTERS // 2]} {word[-_MOST_LETTERS // 2 :]}"
        found = [
            (piece, shape(part))
            for part in word.split()
            for piece in self._tokenizer.encode(
                part.translate(_PLAIN), add_special_tokens=False
            ).ids
        ] or [(_UNKNOWN, shape(word))]
        if len(found) > _MOST_PIECES:
            found = found[: _MOST_PIECES - 4] + found[-4:]
        return tuple(found)

    def score(self, words: Sequence[str]) -> Scores:
        """Score one sentence; its pieces must fit in `POSITIONS` less two."""
        pieces, first, last = [(_OPEN, 0)], [0], [0]
        for word in words:
            first.append(len(pieces))
            pieces.extend(self.pieces(word))
            last.append(len(pieces) - 1)
        pieces.append((_CLOSE, 0))
        table = np.array([pieces], np.int64)
        feed = {
            "ids": table[:, :, 0],
            "shp": table[:, :, 1],
            "mask": np.ones(table.shape[:2], bool),
            "first": np.array([first], np.int64),
            "last": np.array([last], np.int64),
            "wmask": np.ones((1, len(first)), bool),
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


def shape(word: str) -> int:
    """Say how a word is written: the encoder reads lower case and learns case from this.

    1 lower, 2 Title, 3 CAPITALS, 4 one capital, 5 mixed, 6 with a digit, 7 without letters.
    """
    if any(letter.isdigit() for letter in word):
        return 6
    if not any(letter.isalpha() for letter in word):
        return 7
    if word.islower():
        return 1
    if word.isupper():
        return 3 if len(word) > 1 else 4
    return 2 if word[0].isupper() and word[1:].islower() else 5


def session(network: bytes) -> onnxruntime.InferenceSession:
    """Load a network on one thread, so that it gives the same each time."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.use_deterministic_compute = True
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(network, options, providers=["CPUExecutionProvider"])
