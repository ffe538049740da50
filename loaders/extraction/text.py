"""From an article's text to its paragraphs: where they start and end, no letter changed."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_BREAK = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u202a\u202b\u202c\u202d\u202e\xad"
_BULLET = re.compile(r"(?P<dot>[•▪◦‣●■·*-])?(?(dot)|(?:[–—]|\d{1,2}[.)]|\(\d{1,2}\)))\s")
_CLOSED = frozenset(".!?…:;\"”»’'")
_UNFINISHED = re.compile(
    r"(?:,|\b(?:an?|the|of|to|in|on|at|by|for|from|with|and|or|as|that|which|who|is|are|was|were"
    r"|has|have|had|into|near|its|their|his|her))$",
    re.IGNORECASE,
)
_WIDEST_WRAP = 120
_NARROWEST_WRAP = 40


class Range(NamedTuple):
    """A stretch of an article's text, `text[start:end]`, counted in code points."""

    start: int
    end: int


def stripped(text: str, start: int, end: int) -> Range:
    """Narrow a range by white space of every kind and by invisible marks at both ends."""
    while start < end and (text[start].isspace() or text[start] in _INVISIBLE):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in _INVISIBLE):
        end -= 1
    return Range(start, end)


def paragraphs(text: str) -> list[Range]:
    """Give the paragraphs in order, stripped, none empty.

    A line is a paragraph, unless lines are wrapped: a line joins the one before when that one is
    as full as its neighbours allow in a text that is wrapped throughout, or when it plainly stops
    in mid-sentence. A blank line and a bullet always start a paragraph.
    """
    lines = list(_lines(text))
    width = _wrap_width(text, lines)
    found: list[Range] = []
    last = Range(0, 0)
    for line in lines:
        if line.start == line.end:
            last = line
            continue
        if last.end > last.start and _continues(text, last, line, width):
            found[-1] = Range(found[-1].start, line.end)
        else:
            found.append(line)
        last = line
    return found


def _lines(text: str) -> Iterator[Range]:
    start = 0
    for match in _BREAK.finditer(text):
        yield stripped(text, start, match.start())
        start = match.end()
    yield stripped(text, start, len(text))


def _wrap_width(text: str, lines: list[Range]) -> int:
    """Give the column at which a hard-wrapped text is wrapped, else 0."""
    pairs = [
        (above, below)
        for above, below in zip(lines, lines[1:], strict=False)
        if above.start < above.end <= below.start < below.end
        and text.find(" ", *above) >= 0
        and not _BULLET.match(text, *below)
    ]
    width = max((above.end - above.start for above, _ in pairs), default=0)
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return 0
    full = sum(_full(text, above, below, width) for above, below in pairs)
    broken = any(
        _full(text, above, below, width) and _mid_sentence(text, above, below)
        for above, below in pairs
    )
    return width if broken and full >= 0.6 * len(pairs) else 0


def _continues(text: str, above: Range, below: Range, width: int) -> bool:
    filled = 0 < above.end - above.start <= width and _full(text, above, below, width)
    bullet = _BULLET.match(text, *below)
    if bullet:  # A dash or a number may also be where the line happened to break.
        return filled and not bullet["dot"] and text[above.end - 1] not in _CLOSED
    if filled:
        return True
    long_enough = above.end - above.start >= _NARROWEST_WRAP
    return long_enough and _mid_sentence(text, above, below)


def _full(text: str, above: Range, below: Range, width: int) -> bool:
    """Say whether the first word of the line below would not have fitted on the line above."""
    space = text.find(" ", *below)
    word = (below.end if space < 0 else space) - below.start
    return above.end - above.start + 1 + word > width


def _mid_sentence(text: str, above: Range, below: Range) -> bool:
    if text[above.end - 1] in _CLOSED:
        return False
    tail = text[max(above.start, above.end - 12) : above.end]
    return text[below.start].islower() or _UNFINISHED.search(tail) is not None
