"""Stretches of time, and the calendar that turns words of a text into one."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from graph.vocabulary import DateBasis, DatePrecision

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WHOLE_DAY = len("2020-01-06")
_DAY_BEFORE = ("yesterday", "overnight")


class EventTime(NamedTuple):
    """A stretch of time: ISO dates, as exact as the words are."""

    since: str | None
    until: str | None
    precision: DatePrecision
    basis: DateBasis


def resolve(words: Mapping[str, str | None], published: str | None) -> EventTime | None:
    """Return the time that words mean: `month`, `day`, `year`, `word`, `weekday`, `span`.

    `published` is an ISO date; without it relative words mean nothing.
    """
    day = date.fromisoformat(published) if published else None
    if month := words.get("month"):
        return _calendar(month, int(words.get("day") or 0), int(words.get("year") or 0), day)
    if year := words.get("year"):
        return EventTime(year, year, DatePrecision.YEAR, DateBasis.STATED)
    if day is None:
        return None
    if word := words.get("word"):
        return _relative_day(day - timedelta(days=word.casefold() in _DAY_BEFORE))
    if weekday := words.get("weekday"):
        ago = (day.weekday() - WEEKDAYS.index(weekday.casefold())) % 7
        return _relative_day(day - timedelta(days=ago))
    return _relative_span(words.get("span") or "", day)


def _calendar(name: str, day: int, year: int, published: date | None) -> EventTime | None:
    """Return a day or a month; one without a year is the last before the publication."""
    month = _month(name)
    basis = DateBasis.STATED
    if not year:
        if published is None:
            return None
        later = (month, day or 1) > (published.month, published.day)
        year, basis = published.year - later, DateBasis.RELATIVE
    if not day:
        text = f"{year:04}-{month:02}"
        return EventTime(text, text, DatePrecision.MONTH, basis)
    try:
        text = date(year, month, day).isoformat()
    except ValueError:  # 31 June
        return None
    return EventTime(text, text, DatePrecision.DAY, basis)


def _month(name: str) -> int:
    """Return the number of a month; its first three letters tell it."""
    start = name.casefold()[:3]
    return next(n for n, month in enumerate(MONTHS, start=1) if month.startswith(start))


def _relative_day(day: date) -> EventTime:
    text = day.isoformat()
    return EventTime(text, text, DatePrecision.DAY, DateBasis.RELATIVE)


def _relative_span(span: str, day: date) -> EventTime | None:
    """Return the year or month in "last year", "this month"; a week is not kept."""
    which, unit = span.casefold().split()
    last = which == "last"
    if unit == "year":
        text = str(day.year - last)
        return EventTime(text, text, DatePrecision.YEAR, DateBasis.RELATIVE)
    if unit == "month":
        first = day.replace(day=1)
        text = (first - timedelta(days=1) if last else first).isoformat()[:7]
        return EventTime(text, text, DatePrecision.MONTH, DateBasis.RELATIVE)
    return None


def ahead(time: EventTime, published: str | None) -> EventTime:
    """Return the time that is meant where words without a year speak of what is to come.

    "By May", written in April, is in the same year; written in June, in the next. "On Monday" is
    the Monday that comes.
    """
    last = time.until or time.since
    if published is None or last is None or time.basis is not DateBasis.RELATIVE:
        return time
    if last >= published[: len(last)] or time.precision is DatePrecision.YEAR:
        return time
    return time._replace(since=_coming(time.since, published), until=_coming(time.until, published))


def _coming(day: str | None, published: str) -> str | None:
    """Return the next day of that name after publication: a weekday's, or the calendar's."""
    if day is None:
        return None
    if len(day) == _WHOLE_DAY:
        next_week = date.fromisoformat(day) + timedelta(days=7)
        if next_week >= date.fromisoformat(published):
            return next_week.isoformat()
    coming = f"{int(day[:4]) + 1:04}{day[4:]}"
    return f"{coming[:-2]}28" if coming.endswith("-02-29") else coming
