"""JSON Lines: one object a line, its values text or null."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import BinaryIO

from loaders.decoding import decode, marked
from loaders.outcome import Unfit, shown

Row = dict[str, str | None]

# A letter may be written as \uXXXX, six bytes; the rest is room for the other keys.
_ESCAPED, _OTHER_KEYS = 6, 65_536


def rows(
    stream: BinaryIO, limit: int, remedy: str = "shorten it", unread: frozenset[str] = frozenset()
) -> Iterator[tuple[int, Row | Unfit]]:
    """Yield (line number from 1, object or why it is none); blank lines are passed over.

    `limit` is the longest text allowed, in bytes, `remedy` what is said to do about a longer one;
    keys of `unread` are left out, whatever their values.
    """
    longest = limit * _ESCAPED + _OTHER_KEYS
    number = 0
    while line := stream.readline(longest + 1):
        number += 1
        if number == 1 and (marked(line)[0] or "utf-8") != "utf-8":
            yield 1, Unfit(None, "JSON Lines are UTF-8, these are UTF-16; save them as UTF-8")
            return
        size = len(line) + _rest(stream, line, longest)
        if size > longest + 1:
            yield (
                number,
                Unfit(
                    None, f"the line has {size:,} bytes, too many for {limit:,} of text; {remedy}"
                ),
            )
        elif line.strip():
            yield number, _row(line, unread)


def _rest(stream: BinaryIO, line: bytes, longest: int) -> int:
    """Pass over what is left of a line that is too long; give its length."""
    passed = 0
    while len(line) > longest and not line.endswith(b"\n"):
        line = stream.readline(longest + 1)
        passed += len(line)
        if not line:
            break
    return passed


def _row(line: bytes, unread: frozenset[str]) -> Row | Unfit:
    try:
        found = json.loads(decode(line), object_pairs_hook=_pairs)
    except Unfit as unfit:
        return unfit
    except (ValueError, RecursionError) as error:
        return Unfit(_start(line), f"is not JSON ({error}); write one object a line")
    if not isinstance(found, dict):
        return Unfit(_start(line), "is not a JSON object; write one object a line")
    row = {key: value for key, value in found.items() if key not in unread}
    for key, value in row.items():
        if not isinstance(value, str | None):
            kind = type(value).__name__
            return Unfit(kind, f"{shown(key)} is not text; write it in quotes")
    return row


def _pairs(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        [(twice, _)] = Counter(key for key, _ in pairs).most_common(1)
        raise Unfit(twice, "this key stands twice in one object; leave one")
    return found


def _start(line: bytes) -> str:
    return line.strip().decode("utf-8", "replace")
