"""The rows of a table of claims, from CSV or JSON Lines: cells by column, nothing resolved yet."""

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from graph.errors import InvalidInput
from loaders import json_rows
from loaders.decoding import letters
from loaders.json_rows import Row
from loaders.outcome import Unfit, shown

REQUIRED = ("relation", "subject", "object")
COLUMNS = (
    *REQUIRED,
    "mode",
    "subject_kind",
    "object_kind",
    "place",
    "polarity",
    "modality",
    "speaker",
    "event_from",
    "event_until",
    "statement_date",
    "published",
    "quote",
    "title",
    "url",
    "publisher",
    "wire",
)
HEADER = ",".join(COLUMNS)
"""The documented header; the first three columns are required, the order is free."""

_DELIMITERS = ",;\t"
_LONGEST_LINE = 1_000_000


def rows(name: str, content: bytes) -> Iterator[tuple[int, Row | Unfit]]:
    """Yield (line from 1, cells by column or why there are none); blank rows are passed over.

    JSON Lines are known by the suffix .jsonl of `name` or by a first `{`. Raises InvalidInput for
    a table that is not text, or whose header lacks a column or has one that is not documented.
    """
    if PurePath(name).suffix.lower() == ".jsonl" or content.lstrip()[:1] == b"{":
        yield from _of_objects(content)
    else:
        yield from _of_csv(name, content)


def _of_objects(content: bytes) -> Iterator[tuple[int, Row | Unfit]]:
    for number, row in json_rows.rows(io.BytesIO(content), _LONGEST_LINE):
        unknown = () if isinstance(row, Unfit) else [key for key in row if key not in COLUMNS]
        if unknown:
            row = Unfit(unknown[0], f"is not a key of a claim; use {', '.join(COLUMNS)}")
        yield number, row


def _of_csv(name: str, content: bytes) -> Iterator[tuple[int, Row | Unfit]]:
    try:
        text = letters(content)
    except Unfit as unfit:
        raise InvalidInput(f"{name}: {unfit.reason}") from unfit
    delimiter = max(_DELIMITERS, key=text.partition("\n")[0].count)
    # strict: a quotation mark that is not closed would swallow the rows after it
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    header = _header(name, reader)
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield line, Unfit(None, f"is not CSV ({error}); put cells with quotation marks in such")
            continue
        if any(cell.strip() for cell in cells):
            yield line, _row(header, cells)


def _header(name: str, reader: Iterator[Sequence[str]]) -> list[str]:
    try:
        header = [cell.strip().lower() for cell in next(reader, [])]
    except csv.Error as error:
        raise InvalidInput(f"{name}: the header is not CSV ({error}); write {HEADER}") from error
    for column in REQUIRED:
        if column not in header:
            raise InvalidInput(f"{name}: no column {column!r} in the header; write {HEADER}")
    for column in header:
        if column not in COLUMNS:
            raise InvalidInput(f"{name}: {shown(column)} is not a column; write {HEADER}")
        if header.count(column) > 1:
            raise InvalidInput(f"{name}: column {column!r} stands twice in the header; leave one")
    return header


def _row(header: Sequence[str], cells: Sequence[str]) -> Row | Unfit:
    if len(cells) > len(header):
        extra = next((cell for cell in cells[len(header) :] if cell.strip()), None)
        if extra is not None:
            why = f"is beyond the header's {len(header)} columns; put cells with commas in quotes"
            return Unfit(extra, why)
    return dict(zip(header, cells, strict=False))
