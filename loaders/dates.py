"""Dates as sources write them: checked against the calendar and against today."""

import re
from datetime import UTC, date, datetime, timedelta

from loaders.outcome import Unfit

_FULL = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_PARTIAL = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?", re.ASCII)


def today() -> date:
    """Return today's date, UTC."""
    return datetime.now(UTC).date()


def full(value: str, name: str) -> str:
    """Return `value` when it is a day of the calendar, written 2020-01-06; Unfit otherwise."""
    if not _FULL.fullmatch(value) or not _on_the_calendar(value):
        raise Unfit(value, f"{name} is not a date; write it with its day, as in 2020-01-06")
    return value


def partial(value: str, name: str) -> str:
    """Return `value` when it is a year, month or day (2020, 2020-01, 2020-01-06); else Unfit."""
    if not _PARTIAL.fullmatch(value) or not _on_the_calendar(value):
        raise Unfit(value, f"{name} is not a date; write 2020, 2020-01 or 2020-01-06")
    return value


def past(value: str, name: str, now: date) -> str:
    """Return a checked date when it is not in the future; Unfit otherwise.

    One day is allowed beyond `now`, which may be UTC while the publisher is east of it.
    """
    if value > (now + timedelta(days=1)).isoformat():
        raise Unfit(value, f"{name} lies in the future (today is {now}); correct it")
    return value


def published(value: str, now: date) -> str:
    """Return `value` when an article can have been published on it; Unfit otherwise."""
    return past(full(value, "published"), "published", now)


def _on_the_calendar(value: str) -> bool:
    try:
        date.fromisoformat(value + "-01-01"[len(value) - 4 :] if len(value) < 10 else value)
    except ValueError:
        return False
    return True
