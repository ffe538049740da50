"""Columns and wrapped lines for a terminal."""

import shutil
import textwrap
from collections.abc import Iterable, Sequence

_WIDEST = 120


def width() -> int:
    """Return how wide a line may be."""
    return min(_WIDEST, shutil.get_terminal_size((100, 24)).columns)


def safe(text: str) -> str:
    """Return one line that no terminal takes for a command: what cannot be printed is spelt out."""
    flat = " ".join(text.split())
    return "".join(c if c.isprintable() else repr(c)[1:-1] for c in flat)


def columns(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return rows of cells as lines, the cells of a column under each other."""
    clean = [[safe(cell) for cell in row] for row in rows]
    widths = [max(len(cell) for cell in column) for column in zip(*clean, strict=True)]
    return [
        "  ".join(cell.ljust(w) for cell, w in zip(row, widths, strict=True)).rstrip()
        for row in clean
    ]


def indented(text: str, by: int = 4) -> list[str]:
    """Return text as lines of the terminal's width, indented."""
    return textwrap.wrap(
        safe(text), width(), initial_indent=" " * by, subsequent_indent=" " * (by + 2)
    )


def joined(parts: Iterable[str | None], by: str = ", ") -> str:
    """Return the parts that are there."""
    return by.join(part for part in parts if part)
