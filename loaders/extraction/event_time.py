"""When: absolute and relative expressions of time, against the publication date."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from spacy.tokens import Span, Token

from graph.vocabulary import DateBasis, DatePrecision

MONTHS = (
    ("january", "february", "march", "april", "may", "june", "july", "august", "september")
    + ("october", "november", "december")
)  # fmt: skip
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH = r"(?P<month>jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?|july?|"
_MONTH += r"aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_PATTERNS = [
    re.compile(p, re.IGNORECASE)
    for p in (
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH}(?:,? {_YEAR})?\b",
        rf"\b{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,? {_YEAR})?",
        rf"\b{_MONTH},? {_YEAR}\b",
        rf"\b(?:in|since|until|from|by|during|late|early|mid|last)[ -]{_MONTH}\b",
        rf"\b(?:in|since|until|from|by|during|of|late|early|mid|to)[ -]{_YEAR}\b",
        r"\b(?P<word>yesterday|today|tonight|overnight)\b",
        rf"\b(?P<weekday>{'|'.join(_DAYS)})\b",
        r"\b(?P<span>(?:last|this) (?:week|month|year))\b",
    )
]
_LEAD = re.compile(
    r"\b(since|until|from|before|by|after)\s*(?:(?:late|early|mid|\w+|\d+)[ -]?)?$", re.IGNORECASE
)


_APART = ("acl:relcl", "advcl", "parataxis", "appos", "advcl:relcl")


class EventTime(NamedTuple):
    """A stretch of time: ISO dates, as exact as the words are."""

    since: str | None
    until: str | None
    precision: DatePrecision
    basis: DateBasis


class Expression(NamedTuple):
    """An expression of time at a place of a Doc (characters)."""

    start: int
    end: int
    time: EventTime


def expressions(sentence: Span, published: str | None) -> Iterator[Expression]:
    """Return the expressions of time in a sentence that resolve to a date."""
    taken: list[tuple[int, int]] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(sentence.text):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            time = _resolve(match, published)
            if time is None:
                continue
            taken.append(match.span())
            base = sentence.start_char
            time = _bounded(time, sentence.text[: match.start()] + match.group(0).split(" ")[0])
            yield Expression(base + match.start(), base + match.end(), time)


def times_of(
    trigger: Token, saying: Token | None, found: list[Expression]
) -> tuple[EventTime | None, str | None]:
    """Return the time of what a trigger states, and the day on which it was said."""
    event, said = None, None
    above = _above(trigger, saying)
    for expression in found:
        span = trigger.doc.char_span(expression.start, expression.end, alignment_mode="expand")
        if span is None:
            continue
        holder = _clause(span.root)
        if holder == saying and expression.time.precision is DatePrecision.DAY:
            said = said or expression.time.until
        elif holder in above and (event is None or holder == trigger):
            event = expression.time
    return event, said


def _above(trigger: Token, saying: Token | None) -> list[Token]:
    """Return a trigger and the words that govern it, within the clause that it belongs to."""
    chain = [trigger]
    while chain[-1].head not in (chain[-1], saying) and chain[-1].dep_ not in _APART:
        chain.append(chain[-1].head)
    return chain


def _clause(token: Token) -> Token:
    """Return the verb or event noun that an expression of time hangs on."""
    node = token
    while node.head != node:
        if node.dep_ in ("obl", "obl:unmarked", "obl:tmod", "advmod", "nmod:unmarked", "nmod"):
            return node.head
        node = node.head
    return node


def _bounded(time: EventTime, before: str) -> EventTime:
    """Turn "since 2014" and "until May" into what they bound."""
    lead = _LEAD.search(before)
    word = lead.group(1).casefold() if lead else ""
    if word in ("since", "from", "after"):
        return time._replace(until=None)
    if word in ("until", "before", "by"):
        return time._replace(since=None)
    return time


def _resolve(match: re.Match[str], published: str | None) -> EventTime | None:
    groups = match.groupdict()
    day = date.fromisoformat(published) if published else None
    if groups.get("month"):
        return _calendar(groups, day)
    if year := groups.get("year"):
        return EventTime(year, year, DatePrecision.YEAR, DateBasis.STATED)
    if day is None:
        return None
    if word := groups.get("word"):
        back = 1 if word.casefold() in ("yesterday", "overnight") else 0
        return _relative_day(day - timedelta(days=back))
    if weekday := groups.get("weekday"):
        ago = (day.weekday() - _DAYS.index(weekday.casefold())) % 7
        return _relative_day(day - timedelta(days=ago))
    return _relative_span(groups["span"].casefold().split(), day)


def _calendar(groups: dict[str, str | None], published: date | None) -> EventTime | None:
    month = next(
        number
        for number, name in enumerate(MONTHS, start=1)
        if name.startswith(str(groups["month"]).casefold().rstrip(".")[:3])
    )
    number = int(groups.get("day") or 0)
    year, basis = int(groups.get("year") or 0), DateBasis.STATED
    if not year:
        if published is None:
            return None
        later = (month, number or 1) > (published.month, published.day)
        year, basis = published.year - later, DateBasis.RELATIVE
    if not number:
        text = f"{year:04}-{month:02}"
        return EventTime(text, text, DatePrecision.MONTH, basis)
    try:
        text = date(year, month, number).isoformat()
    except ValueError:
        return None
    return EventTime(text, text, DatePrecision.DAY, basis)


def _relative_day(day: date) -> EventTime:
    text = day.isoformat()
    return EventTime(text, text, DatePrecision.DAY, DateBasis.RELATIVE)


def _relative_span(words: list[str], day: date) -> EventTime | None:
    last = words[0] == "last"
    if words[1] == "year":
        text = str(day.year - last)
        return EventTime(text, text, DatePrecision.YEAR, DateBasis.RELATIVE)
    if words[1] == "month":
        first = day.replace(day=1)
        month = first - timedelta(days=1) if last else first
        text = month.isoformat()[:7]
        return EventTime(text, text, DatePrecision.MONTH, DateBasis.RELATIVE)
    return None
