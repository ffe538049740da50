"""Words as networks read them: cut into pieces, each with how it is written."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from tokenizers import Tokenizer

Piece = tuple[int, int]
"""A word piece's id, and how it is written (`shape`)."""

_OPEN, _CLOSE, _UNKNOWN = (101, 0), (102, 0), 100
_MOST_PIECES, _KEPT_AT_END = 12, 4
_MOST_LETTERS = 160
_CACHED_WORDS = 50_000
_PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"', "–": "-", "—": "-", "…": "..."}
)


class Row(NamedTuple):
    """n words in p pieces.

    `pieces` has length p + 2, for the marks that open and close; `first` and `last` say where
    each word's pieces start and end, length n + 1: the root comes first, at the opening mark.
    """

    pieces: list[Piece]
    first: list[int]
    last: list[int]


class Pieces:
    """Cuts words into pieces."""

    def __init__(self, tokenizer: str) -> None:
        """Cut by `tokenizer`, what a tokenizer.json holds."""
        self._tokenizer = Tokenizer.from_str(tokenizer)
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self.of = lru_cache(maxsize=_CACHED_WORDS)(self._of)

    def _of(self, word: str) -> tuple[Piece, ...]:
        """Give the pieces of a word, at least one and at most 12.

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
            found = found[: _MOST_PIECES - _KEPT_AT_END] + found[-_KEPT_AT_END:]
        return tuple(found)


def laid(words: Iterable[Sequence[Piece]]) -> Row:
    """Lay the pieces of words one after the other, between the two marks."""
    pieces, first, last = [_OPEN], [0], [0]
    for word in words:
        first.append(len(pieces))
        pieces.extend(word)
        last.append(len(pieces) - 1)
    pieces.append(_CLOSE)
    return Row(pieces, first, last)


def shape(word: str) -> int:
    """Say how a word is written: networks read lower case and learn case from this.

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
