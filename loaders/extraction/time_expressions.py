"""The expressions of time in a sentence: absolute and relative, against the publication date."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Span

from loaders.extraction.dates import WEEKDAYS, EventTime, resolve

_MONTH = (
    r"(?P<month>jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?|july?"
    r"|aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_PATTERNS = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH}(?:,? {_YEAR})?\b",
        rf"\b{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,? {_YEAR})?",
        rf"\b{_MONTH},? {_YEAR}\b",
        rf"\b(?:in|since|until|from|by|during|late|early|mid|last)[ -]{_MONTH}\b",
        rf"\b(?:in|since|until|from|by|during|of|late|early|mid|to)[ -]{_YEAR}\b",
        rf"(?<=\bthe ){_YEAR}\b(?= [A-Za-z])",
        r"\b(?P<word>yesterday|today|tonight|overnight)\b",
        rf"\b(?P<weekday>{'|'.join(WEEKDAYS)})\b",
        r"\b(?P<span>(?:last|this) (?:week|month|year))\b",
    )
]
_LEAD = re.compile(
    r"\b(since|until|from|before|by|after)\s*(?:(?:late|early|mid|\w+|\d+)[ -]?)?$", re.IGNORECASE
)


_OTHER_YEAR = (" of that year", " that year", " of the same year", " the same year")


class Expression(NamedTuple):
    """An expression of time at a place of a Doc (characters)."""

    start: int
    end: int
    time: EventTime


def expressions(sentence: Span, published: str | None) -> Iterator[Expression]:
    """Return the expressions of time in a sentence that resolve to a date, the longer first."""
    taken: list[tuple[int, int]] = []
    text, base = sentence.text, sentence.start_char
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            time = resolve(match.groupdict(), published)
            if time is None or text.startswith(_OTHER_YEAR, match.end()):
                continue
            taken.append(match.span())
            time = _bounded(time, text[: match.start()] + match.group(0).split(" ")[0])
            yield Expression(base + match.start(), base + match.end(), time)


def _bounded(time: EventTime, before: str) -> EventTime:
    """Turn "since 2014" and "until May" into what they bound."""
    lead = _LEAD.search(before)
    word = lead.group(1).casefold() if lead else ""
    if word in ("since", "from", "after"):
        return time._replace(until=None)
    if word in ("until", "before", "by"):
        return time._replace(since=None)
    return time
