"""Times that are told by their distance from a day: "yesterday", "last week", "two months ago"."""

from datetime import date, timedelta

from graph.vocabulary import DateBasis, DatePrecision
from loaders.extraction.dates import WEEKDAYS, EventTime, Settled, in_month, in_year, on_day

NUMBERS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve",
)  # fmt: skip
_ONE = ("a", "an", "the", "")
_TWO = ("a couple of", "couple of")
_WEEK = 7
_FIGURES = 4
"""A thousand years ago is no date of the news."""
_BEFORE = ("yesterday", "overnight", "last night")
_AHEAD = ("next", "coming", "following")
_BEHIND = ("last", "past", "previous", "preceding")


def count_of(words: str) -> int | None:
    """Return the number that words tell: "two", "a couple of", "10"; None for "several"."""
    text = " ".join(words.casefold().split())
    if text.isdecimal():
        return int(text) if len(text) < _FIGURES else None
    if text in _ONE:
        return 1
    if text in _TWO:
        return 2
    return NUMBERS.index(text) if text in NUMBERS else None


def day_word(word: str, day: date) -> EventTime:
    """Return the day of "today", "last night", "tomorrow", told on `day`."""
    text = word.casefold()
    move = -1 if text in _BEFORE else text == "tomorrow"
    return _settled(on_day(day + timedelta(days=move), DateBasis.RELATIVE))


def weekday(name: str, which: str, day: date) -> EventTime:
    """Return the latest day of that name up to `day`; the one before for "last", a coming "next".

    A bare name may yet mean the one that comes.
    """
    ago = (day.weekday() - WEEKDAYS.index(name.casefold())) % _WEEK
    if which.casefold() in _AHEAD:
        return _settled(on_day(day + timedelta(days=_WEEK - ago), DateBasis.RELATIVE))
    if which.casefold() in _BEHIND:
        return _settled(on_day(day - timedelta(days=ago or _WEEK), DateBasis.RELATIVE))
    return on_day(day - timedelta(days=ago), DateBasis.RELATIVE)


def ago(count: int, unit: str, day: date) -> EventTime:
    """Return the time so many units before `day`, as exact as the unit: a week is half one off."""
    if unit == "day":
        return _back(day, count, 0)
    if unit == "week":
        return _back(day, count * _WEEK, _WEEK // 2)
    return _calendar_unit(-count, unit, day)


def past(count: int, unit: str, day: date) -> EventTime:
    """Return the stretch of so many units that ends on `day`."""
    if unit in ("day", "week"):
        first = day - timedelta(days=count * (_WEEK if unit == "week" else 1))
        return _days(first, day)
    begun = _calendar_unit(-count, unit, day)
    return begun._replace(until=day.isoformat()[: len(begun.since or "")])


def unit_of(which: str, unit: str, part: str, day: date) -> EventTime:
    """Return "last week", "this month", "next year", "the weekend"; `part` is "earlier" or "later".

    Weeks begin on Monday.
    """
    move = (which.casefold() in _AHEAD) - (which.casefold() in _BEHIND)
    if unit == "weekend":
        return _weekend(move, which, day)
    if unit != "week":
        return _calendar_unit(move, unit, day)
    first = day - timedelta(days=day.weekday() - move * _WEEK)
    last = first + timedelta(days=_WEEK - 1)
    if not move and part:
        first, last = (first, day) if part.casefold() == "earlier" else (day, last)
    return _days(first, last)


def _weekend(move: int, which: str, day: date) -> EventTime:
    """Return the weekend that has begun last, the one after for "next"; "this" may yet come."""
    saturday = day - timedelta(days=(day.weekday() - WEEKDAYS.index("saturday")) % _WEEK)
    if move > 0 or (move < 0 and day >= saturday and day.weekday() >= saturday.weekday()):
        saturday += timedelta(days=move * _WEEK)
    time = _days(saturday, saturday + timedelta(days=1))
    return EventTime(*time) if which.casefold() in ("this", "the") else time


def _calendar_unit(move: int, unit: str, day: date) -> EventTime:
    """Return the month or year that lies so many from the one of `day`."""
    if unit == "month":
        year, month = divmod(day.year * 12 + day.month - 1 + move, 12)
        return _settled(in_month(year, month + 1, DateBasis.RELATIVE))
    return _settled(in_year(day.year + move, DateBasis.RELATIVE))


def _back(day: date, days: int, margin: int) -> EventTime:
    middle, room = day - timedelta(days=days), timedelta(days=margin)
    if not margin:
        return _settled(on_day(middle, DateBasis.RELATIVE))
    return _days(middle - room, middle + room)


def _days(first: date, last: date) -> EventTime:
    """Return some days of which none is the one: no more exact than the month."""
    return Settled(first.isoformat(), last.isoformat(), DatePrecision.MONTH, DateBasis.RELATIVE)


def _settled(time: EventTime) -> EventTime:
    return Settled(*time)
