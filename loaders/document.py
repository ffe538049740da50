"""One source as it came: its bytes, and what is known of them from outside."""

from dataclasses import dataclass
from typing import BinaryIO

from graph.errors import TooLarge

REMEDY = "shorten it or raise WHOBACKS_MAX_TEXT"
"""What to do about a text that is too long: the setting is the one that gives the limit."""

_CHUNK = 1 << 20
_COUNTED = 16


@dataclass(frozen=True)
class Document:
    """The bytes of one text. `url` and `charset` are what the server said, if one was asked."""

    name: str
    content: bytes
    url: str | None = None
    charset: str | None = None


def too_large(name: str, size: str, limit: int) -> TooLarge:
    """Return the error for a text of `size` (in words) over `limit` bytes."""
    return TooLarge(
        f"{name}: {size} bytes are more than the {limit:,} allowed for one text; {REMEDY}"
    )


def read_whole(name: str, stream: BinaryIO, limit: int) -> bytes:
    """Return all that `stream` holds; TooLarge, with its size, when that is over `limit` bytes."""
    content = stream.read(limit + 1)
    if len(content) <= limit:
        return content
    size, ended = _size(stream, len(content), limit * _COUNTED)
    raise too_large(name, f"{size:,}" if ended else f"more than {size:,}", limit)


def _size(stream: BinaryIO, size: int, most: int) -> tuple[int, bool]:
    """Return how many bytes there are, and whether they ended: some streams never do."""
    while size < most:
        more = len(stream.read(_CHUNK))
        if not more:
            return size, True
        size += more
    return size, False
