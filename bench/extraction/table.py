"""Aligned text: the first column to the left, figures to the right."""

from collections.abc import Iterable, Iterator, Sequence


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield the lines of a Markdown table. A row of fewer cells ends with one that runs on."""
    body = list(rows)
    whole = [header, *(row for row in body if len(row) == len(header))]
    firsts = [len(row[0]) for row in (header, *body)]
    widths = [max(firsts), *(max(len(r[i]) for r in whole) for i in range(1, len(header)))]
    yield _line(header, widths)
    yield "|" + "|".join("-" * (width + 1) + ("-" if i == 0 else ":") for i, width in
                         enumerate(widths)) + "|"  # fmt: skip
    for row in body:
        yield _line(row, widths)


def share(value: float | None) -> str:
    """Return a share with two digits after the point; nothing stands for a share of nothing."""
    return "" if value is None else f"{value:.2f}"


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    if len(row) < len(widths):
        return f"| {row[0].ljust(widths[0])} | {' '.join(row[1:])} |"
    cells = (cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))
    return " | ".join([f"| {row[0].ljust(widths[0])}", *cells]) + " |"
