"""What the network reads of a sentence, as at run time."""

from collections.abc import Sequence
from pathlib import Path

from loaders.extraction.encoder import POSITIONS
from loaders.extraction.pieces import Pieces, Row, laid


class Reader:
    """Turns words into what the network reads of them."""

    def __init__(self, tokenizer: Path) -> None:
        """Read the word pieces of `tokenizer`, a tokenizer.json."""
        self._pieces = Pieces(tokenizer.read_text("utf-8"))

    def sentence(self, words: Sequence[str]) -> Row | None:
        """Give a sentence's row, or None where it is too long for one call at run time."""
        row = laid(map(self._pieces.of, words))
        return row if len(row.pieces) <= POSITIONS else None
