"""How many articles sources seem to hold, found out without reading them."""

from collections.abc import Iterable
from pathlib import Path

from loaders import articles, folders, signs, web

_CHUNK = 1 << 20


def count(sources: Iterable[str]) -> int | None:
    """Return how many articles and refusals `sources` will give, None when that cannot be told.

    It cannot be told of standard input, of pipes, of addresses and of tables. Lines are counted as
    articles, be they blank or not.
    """
    total = 0
    for source in sources:
        if source == articles.STDIN or web.is_address(source) or source.lower().endswith(".csv"):
            return None
        path = Path(source)
        try:
            if path.is_fifo() or path.is_char_device():
                return None
            total += _in_folder(path) if path.is_dir() else _in_file(path)
        except (OSError, ValueError):  # whoever reads it says what is wrong with it
            total += 1
    return total


def _in_folder(folder: Path) -> int:
    found = folders.articles_in(folder, frozenset(signs.SUFFIXES))
    return sum(_in_file(one) if isinstance(one, Path) else 1 for one in found)


def _in_file(path: Path) -> int:
    if signs.by_name(path.name) != "jsonl":
        return 1
    lines, last = 0, b"\n"
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            lines += chunk.count(b"\n")
            last = chunk[-1:]
    return lines + (last != b"\n")
