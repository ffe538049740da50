"""From the words of an expression of time to the time that they mean."""

from collections.abc import Mapping
from datetime import date, timedelta

from graph.vocabulary import DateBasis, DatePrecision
from loaders.extraction.dates import EventTime, calendar, in_month, in_year, month_number, on_day
from loaders.extraction.relative_dates import ago, count_of, day_word, past, unit_of, weekday

_MONTHS_OF_A_YEAR = 12
_NEW_YEAR = "0000-01-01"
_FEASTS = {"new": (1, 1), "chr": (12, 25)}
_LATER = "later"
_EXACT = (DatePrecision.DAY, DatePrecision.MONTH, DatePrecision.YEAR)
_UNITS = {"month": 1, "year": 2}
"""Up to which of these a time may be to count such units from it; days and weeks, from a day."""

Words = Mapping[str, str | None]


def resolve(words: Words, day: date | None, last: EventTime | None) -> EventTime | None:
    """Return the time that the groups of a pattern mean; None where they mean none for sure.

    `day` is the day from which relative words count, that of publication; without it they mean
    nothing. `last` is the time told before, of which "the same day" speaks.
    """
    if words.get("month") or words.get("number") or words.get("mark"):
        return _dated(words, day)
    if year := words.get("year"):
        return in_year(int(year))
    if words.get("same") or words.get("next"):
        return _from_day(last, 1 if words.get("next") else 0)
    if day is None:
        return None
    if feast := words.get("feast"):
        return _feast(feast, (words.get("eve") or "").casefold() == "eve", day)
    if unit := words.get("unit"):
        return _counted(words, unit.casefold(), day)
    return _relative(words, day)


def origin(last: EventTime | None, unit: str, day: date | None) -> date | None:
    """Return the day from which "two years earlier" counts: the time told last, else `day`.

    None if what was told last is less exact than the unit that is counted.
    """
    if last is None or not last.until:
        return day
    if _EXACT.index(last.precision) > _UNITS.get(unit.casefold(), 0):
        return None
    return date.fromisoformat(last.until + _NEW_YEAR[len(last.until) :])


def _from_day(last: EventTime | None, days: int) -> EventTime | None:
    """Return the day so many after the one told last."""
    if last is None or last.precision is not DatePrecision.DAY or not last.until:
        return None
    return on_day(date.fromisoformat(last.until) + timedelta(days=days), last.basis)


def _feast(name: str, eve: bool, day: date) -> EventTime:
    """Return the last New Year or Christmas up to `day`, or the day before it."""
    month, number = _FEASTS[name.casefold()[:3]]
    first = date(day.year, month, number) - timedelta(days=eve)
    if first > day:
        first = date(day.year - 1, month, number) - timedelta(days=eve)
    return on_day(first, DateBasis.RELATIVE)


def _relative(words: Words, day: date) -> EventTime | None:
    which = words.get("which") or ""
    if word := words.get("word"):
        return day_word(word, day)
    if name := words.get("weekday"):
        return weekday(name, which, day)
    return unit_of(which, (words.get("span") or "").casefold(), words.get("part") or "", day)


def _counted(words: Words, unit: str, day: date) -> EventTime | None:
    """Return the time of "two days ago" and of "the past two days"."""
    count = count_of(words.get("count") or "")
    if not count:
        return None
    if (words.get("away") or "").casefold() == _LATER:
        return ago(-count, unit, day)
    return ago(count, unit, day) if words.get("away") else past(count, unit, day)


def _dated(words: Words, day: date | None) -> EventTime | None:
    """Return a date of the calendar."""
    year = int(words.get("year") or 0)
    if name := words.get("month"):
        return _month(words, name, year, day)
    if number := words.get("number"):
        return _numeric(int(words.get("day") or 0), int(number), year)
    first, second = int(words.get("first") or 0), int(words.get("second") or 0)
    if first > _MONTHS_OF_A_YEAR or first == second:
        return _numeric(first, second, year)
    return _numeric(second, first, year) if second > _MONTHS_OF_A_YEAR else None


def _month(words: Words, name: str, year: int, day: date | None) -> EventTime | None:
    days = [int(given) for key in ("day", "last") if (given := words.get(key))]
    if (words.get("which") or "").casefold() == "next" and day:
        year = day.year + (month_number(name) <= day.month)
        return in_month(year, month_number(name), DateBasis.RELATIVE)
    return calendar(name, days, year, day)


def _numeric(day: int, month: int, year: int) -> EventTime | None:
    try:
        return on_day(date(year, month, day))
    except ValueError:  # 2020-13-01
        return None
