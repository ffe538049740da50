"""Stretches of time, and the calendar that turns a date's words into one."""

from datetime import date, timedelta
from typing import NamedTuple

from graph.vocabulary import DateBasis, DatePrecision

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WHOLE_DAY = len("2020-01-06")


class EventTime(NamedTuple):
    """A stretch of time: its first and last day, month or year (ISO), as exact as the words are.

    A week has its days as bounds and the precision of a month: it is no day.
    """

    since: str | None
    until: str | None
    precision: DatePrecision
    basis: DateBasis


class Settled(EventTime):
    """A time whose words leave no choice between past and future: "yesterday", "next year"."""

    __slots__ = ()


def in_year(year: int, basis: DateBasis = DateBasis.STATED) -> EventTime:
    """Return a year."""
    return EventTime(f"{year:04}", f"{year:04}", DatePrecision.YEAR, basis)


def in_month(year: int, month: int, basis: DateBasis = DateBasis.STATED) -> EventTime:
    """Return a month of a year."""
    text = f"{year:04}-{month:02}"
    return EventTime(text, text, DatePrecision.MONTH, basis)


def on_day(day: date, basis: DateBasis = DateBasis.STATED) -> EventTime:
    """Return a day."""
    return EventTime(day.isoformat(), day.isoformat(), DatePrecision.DAY, basis)


def calendar(name: str, days: list[int], year: int, published: date | None) -> EventTime | None:
    """Return a month, a day of it, or the days from the first to the last that are given.

    Without a year (0) it is the last before the publication; None where no such day exists.
    """
    month = month_number(name)
    basis = DateBasis.STATED if year else DateBasis.RELATIVE
    if not year:
        if published is None:
            return None
        later = (month, days[0] if days else 1) > (published.month, published.day)
        year = published.year - later
    if not days:
        return in_month(year, month, basis)
    try:
        first, last = (on_day(date(year, month, day), basis) for day in (days[0], days[-1]))
    except ValueError:  # 31 June
        return None
    return stretch(first, last) if days[0] <= days[-1] else None


def stretch(first: EventTime, last: EventTime) -> EventTime:
    """Return the time from the beginning of one to the end of the other, precise as the coarser."""
    precision = first.precision if first.precision is last.precision else _coarser(first, last)
    basis = first.basis if first.basis is last.basis else DateBasis.RELATIVE
    return EventTime(first.since, last.until, precision, basis)


def in_the_year_of(time: EventTime, other: str) -> EventTime:
    """Return a day or month without a year in the year of another; none if it lacks that day."""
    text = f"{other[:4]}{(time.since or '')[4:]}"
    try:
        date.fromisoformat(text if len(text) == _WHOLE_DAY else f"{text}-01")
    except ValueError:  # 29 February, or a whole year
        return time._replace(since=None, until=None)
    return EventTime(text, text, time.precision, DateBasis.STATED)


def _coarser(first: EventTime, last: EventTime) -> DatePrecision:
    both = (first.precision, last.precision)
    return DatePrecision.YEAR if DatePrecision.YEAR in both else DatePrecision.MONTH


def month_number(name: str) -> int:
    """Return the number of a month; its first three letters tell it."""
    start = name.casefold()[:3]
    return next(n for n, month in enumerate(MONTHS, start=1) if month.startswith(start))


def ahead(time: EventTime, published: str | None) -> EventTime:
    """Return the time that is meant where words without a year speak of what is to come.

    "By May", written in April, is in the same year; written in June, in the next. "On Monday" is
    the Monday that comes.
    """
    last = time.until or time.since
    if published is None or last is None or time.basis is not DateBasis.RELATIVE:
        return time
    if isinstance(time, Settled):
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
