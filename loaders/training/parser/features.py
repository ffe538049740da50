"""What the network reads of a word: its pieces and how it is written, as at run time."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from tokenizers import Tokenizer

from loaders.extraction.encoder import POSITIONS, shape

# The run time's own values, which are private there; a test compares the features of both.
_OPEN, _CLOSE, _UNKNOWN = 101, 102, 100
_MOST_PIECES, _KEPT_AT_END = 12, 4
_MOST_LETTERS = 160
_PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"', "–": "-", "—": "-", "…": "..."}
)


class Features(NamedTuple):
    """One sentence of n words in p pieces.

    `pieces` and `shapes` have length p + 2, for the marks that open and close; `first` and `last`
    say where each word's pieces start and end, length n + 1: the root comes first, at the opening.
    """

    pieces: list[int]
    shapes: list[int]
    first: list[int]
    last: list[int]


class Reader:
    """Turns words into features."""

    def __init__(self, tokenizer: Path) -> None:
        """Read the word pieces of `tokenizer`, a tokenizer.json."""
        self._tokenizer = Tokenizer.from_file(str(tokenizer))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self.word = lru_cache(maxsize=None)(self._word)

    def _word(self, word: str) -> tuple[tuple[int, int], ...]:
        """Give the (piece, shape) pairs of a word, at least one and at most twelve."""
        if len(word) > _MOST_LETTERS:
            half = _MOST_LETTERS // 2
            word = f"{word[:half]} {word[-half:]}"
        found = [(piece, shape(part)) for part in word.split() for piece in self._pieces(part)]
        if len(found) > _MOST_PIECES:
            found = found[: _MOST_PIECES - _KEPT_AT_END] + found[-_KEPT_AT_END:]
        return tuple(found) or ((_UNKNOWN, shape(word)),)

    def _pieces(self, part: str) -> list[int]:
        ids: list[int] = self._tokenizer.encode(
            part.translate(_PLAIN), add_special_tokens=False
        ).ids
        return ids

    def sentence(self, words: Sequence[str]) -> Features | None:
        """Give a sentence's features, or None where it is too long for one call at run time."""
        pairs, first, last = [(_OPEN, 0)], [0], [0]
        for word in words:
            first.append(len(pairs))
            pairs.extend(self.word(word))
            last.append(len(pairs) - 1)
        pairs.append((_CLOSE, 0))
        if len(pairs) > POSITIONS:
            return None
        return Features([pair[0] for pair in pairs], [pair[1] for pair in pairs], first, last)
