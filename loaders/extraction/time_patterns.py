"""How expressions of time are written: the patterns, each with the groups that it fills."""

import re

from loaders.extraction.dates import WEEKDAYS
from loaders.extraction.relative_dates import NUMBERS

_MONTH = (
    r"(?P<month>jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?|july?"
    r"|aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)
_NO_NAME = r"(?P<month>january|february|april|june|july|august|september|october|november|december)"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_LAST = r"(?:\s?(?:-|–|and|or|to|through|until)\s?(?P<last>\d{1,2})(?:st|nd|rd|th)?)?"
_COUNT = rf"(?P<count>an?|the|(?:a )?couple of|{'|'.join(NUMBERS[1:])}|\d{{1,3}})"
_UNIT = r"(?P<unit>day|week|month|year)s?"
_PART = r"(?:(?P<part>earlier|later) )?"
_BEFORE = (
    r"in|since|until|from|by|before|after|during|of|late|early|mid|to|between|and|through"
    r"|as (?:late|early|recently) as"
)

PATTERNS = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_YEAR}-(?P<number>\d\d)-(?P<day>\d\d)\b(?!-)",
        rf"\b(?P<first>\d{{1,2}})(?P<mark>[/.])(?P<second>\d{{1,2}})(?P=mark){_YEAR}\b",
        rf"\b{_DAY}{_LAST}(?: of)? {_MONTH}(?:,? {_YEAR})?\b",
        rf"\b{_MONTH} {_DAY}(?:{_LAST}\b(?!,\d))?(?:,? {_YEAR})?\b",
        rf"\b{_MONTH},? (?:of )?{_YEAR}\b",
        rf"\b(?:{_BEFORE}|(?P<which>last|next|this))[ -]{_MONTH}\b",
        rf"\b{_NO_NAME}(?=['’]s\b| (?:and|or|to) {_MONTH.replace('?P<month>', '?:')}\b)",
        rf"\b(?:{_BEFORE}|spring|summer|autumn|fall|winter)[ -]{_YEAR}(?![-/\d])\b",
        rf"(?<![\d.,:/–-])\b{_YEAR}\b(?= [A-Za-z])",
        rf"^{_YEAR}\b",
        rf"(?<!\bfor )\b{_COUNT} {_UNIT} (?P<away>ago|earlier(?! than)|prior(?! to)|after"
        r"|previously|later|before(?=\W*$|[,.;:)]))\b",
        rf"\b(?:last|past|previous|preceding) {_COUNT} {_UNIT}\b",
        rf"\b(?:the|over|during) (?P<past>past|preceding|previous) {_UNIT}\b",
        rf"\b{_PART}(?P<which>last|this|next|previous) (?P<span>weekend|week|month|year)\b",
        r"\b(?:over|during|at|on|of) (?P<which>the) (?P<span>weekend)\b",
        r"\b(?P<same>the same|that) day\b",
        r"\bthe (?P<next>next|following) (?:day|morning|night|evening)\b",
        r"\b(?P<feast>New Year['’]s|Christmas) (?P<eve>Day|Eve)\b",
        r"\b(?P<word>yesterday|today|tonight|tomorrow|overnight|last night"
        r"|this (?:morning|afternoon|evening))\b",
        r"(?<!\bBloody )(?<!\bBlack )(?<!\bGood )(?<!\bPalm )(?<!\bEaster )"
        rf"\b(?:(?P<which>last|next|this|past) )?(?P<weekday>{'|'.join(WEEKDAYS)})\b",
    )
]
