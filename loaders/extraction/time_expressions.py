"""The expressions of time in a sentence: absolute and relative, against the publication date."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from spacy.tokens import Span

from graph.vocabulary import DateBasis, DatePrecision
from loaders.extraction.dates import EventTime, in_the_year_of, stretch
from loaders.extraction.time_patterns import PATTERNS
from loaders.extraction.time_words import origin, resolve

_LEAD = re.compile(
    r"\b(since|until|from|before|by|after)\s*(?:(?:late|early|mid|\w+|\d+)[ -]?)?$", re.IGNORECASE
)
_JOINED = re.compile(r"\s?(?:to|and|or|until|through|till|-|–)\s?", re.IGNORECASE)
_OTHER_YEAR = (" of that year", " that year", " of the same year", " the same year")
_FROM_A_TIME_TOLD = ("earlier", "prior", "previously", "before", "after", "later")
_LATER = "later"
"""Never counted from the publication: that would be a day to come."""
_BACK = ("earlier", "prior", "before", "previously")
_YEAR = len("2020")


class Expression(NamedTuple):
    """An expression of time at a place of a Doc (characters)."""

    start: int
    end: int
    time: EventTime
    after: bool = False
    """It tells by how much it followed what is named next: "three days after the raid"."""
    told: bool = True
    """The text tells a time before it, from which it counts if it counts from any."""
    coming: bool = False
    """It lies after the publication."""
    back: bool = False
    """It counts back from what is told: "two days earlier", "the day before"."""


def expressions(sentence: Span, published: str | None) -> Iterator[Expression]:
    """Return the expressions of time in a sentence that resolve to a date, in the text's order."""
    day = date.fromisoformat(published) if published else None
    held: Expression | None = None
    for found in _read(sentence, day):
        both = held and _joined(held, found, sentence)
        if held and not both:
            yield held
        held = both or found
    if held:
        yield held


def _read(sentence: Span, day: date | None) -> Iterator[Expression]:
    """Return each expression by itself; those that count from a time told, from the last one."""
    text, base, last = sentence.text, sentence.start_char, None
    before = _told_before(sentence, day)
    for match in _matches(text):
        words: dict[str, str | None] = match.groupdict()
        away = (words.get("away") or "").casefold()
        last = last or (before if away == _LATER or _is_day(before) else None)
        origin_day = day
        if away in _FROM_A_TIME_TOLD:
            untold = None if away == _LATER else day
            origin_day = origin(last, words.get("unit") or "day", untold)
        time = resolve(words, origin_day, last)
        if time is None or text.startswith(_OTHER_YEAR, match.end()):
            continue
        told, last = last is not None, last if words.get("feast") else time
        if not _describes(match):
            time = _bounded(time, text[: match.start()] + match.group(0).split(" ")[0])
        place = (base + match.start(), base + match.end())
        coming, back = _coming(time, day), away in _BACK
        yield Expression(*place, time, away == "after", told, coming, back)


def _told_before(sentence: Span, day: date | None) -> EventTime | None:
    """Return the time that the sentence before tells last."""
    last = None
    if sentence.start:
        before = sentence.doc[sentence.start - 1].sent
        for match in _matches(before.text):
            last = resolve(match.groupdict(), day, None) or last
    return last


def _is_day(time: EventTime | None) -> bool:
    return time is not None and time.precision is DatePrecision.DAY


def _matches(text: str) -> list[re.Match[str]]:
    """Return what the patterns find, the first of them where two overlap, in the text's order."""
    taken: list[re.Match[str]] = []
    for pattern in PATTERNS:
        for match in pattern.finditer(text):
            if not any(
                match.start() < other.end() and other.start() < match.end() for other in taken
            ):
                taken.append(match)
    return sorted(taken, key=lambda match: match.start())


def _describes(match: re.Match[str]) -> bool:
    """Say whether it is part of a name of the event ("the 2003 invasion", "June's raid")."""
    after = match.string[match.end() : match.end() + 2]
    bare = len(match.group(0)) == _YEAR and after[:1] == " "
    return bare or after in ("'s", "’s")


def _joined(first: Expression, last: Expression, sentence: Span) -> Expression | None:
    """Return "June 2009 until March 2010" as one; a year that is told last holds for both."""
    text, base = sentence.text, sentence.start_char
    link = _JOINED.match(text, first.end - base)
    a_weekday = text[: first.end - base].casefold().endswith("day")
    if not link or not link.end() >= last.start - base >= link.start() or a_weekday:
        return None
    begun, ended = first.time, last.time
    if not begun.since or not ended.until:
        return None
    if begun.basis is DateBasis.RELATIVE and ended.basis is DateBasis.STATED:
        begun = in_the_year_of(begun, ended.until)
    whole = stretch(begun, ended)
    if not whole.since or whole.since > ended.until:
        return None
    return first._replace(end=last.end, time=whole)


def _coming(time: EventTime, day: date | None) -> bool:
    last = time.until or time.since
    return bool(day and last and last > day.isoformat())


def _bounded(time: EventTime, before: str) -> EventTime:
    """Turn "since 2014" and "until May" into what they bound."""
    lead = _LEAD.search(before)
    word = lead.group(1).casefold() if lead else ""
    if word in ("since", "from", "after"):
        return time._replace(until=None)
    if word in ("until", "before", "by"):
        return time._replace(since=None)
    return time
