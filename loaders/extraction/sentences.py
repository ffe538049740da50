"""From a paragraph to its sentences, by rule."""

import re
from collections.abc import Iterator

from loaders.extraction.abbreviations import ENDINGS, NUMBERED, OPENERS, TITLES
from loaders.extraction.text import Range, stripped

# Every alternative takes all it meets and gives nothing back, so a scan is linear.
_STOP = re.compile(
    r"(?P<mark>[.!?…‽]++(?:\s[.…]++)*+)"
    r"(?P<close>(?:[ \xa0\u202f]?[»›”]|[\"'’“)\]}]|\[\d{1,3}\])*+)"
)
_BULLET = re.compile(r"(?:[•▪◦‣●■·*–—-]+\s+)+")
_NUMBERING = re.compile(r"\(?(?:\d{1,2}|[a-zA-Z]|[ivxIVX]{1,4})[.)]$")
_OPENING = re.compile(r"[\s\"'“‘«‹„(\[{–—•▪-]*")
_WORD = re.compile(r"\w+")
_LOWER_NAME = re.compile(r"(?:al|el|an|ad|as|ash|at|az|ar|de|von|van|bin|ibn)[- ’'][A-Z]")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_MONTH = re.compile(r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)")
_ASKED = re.compile(
    r"\s(?:[\w.’'-]{1,30} ){0,6}?(?:said|asked|told|added|wrote|says|asks|declared|shouted"
    r"|demanded|warned|tweeted|replied|insisted|exclaimed|cried|chanted)\b(?![,:]\s[\"“«‘'])"
)
_GLUED = re.compile(r"[A-Z][a-z]+(?=[\s,;:’'])")
_REACH = 40


def sentences(text: str, paragraph: Range) -> list[Range]:
    """Give the paragraph's sentences in order: stripped, none overlapping, each with a letter.

    Closing quotes and brackets stay with their sentence, a leading bullet with none. Time is
    linear in the paragraph's length.
    """
    found = []
    start = paragraph.start
    bullet = _BULLET.match(text, *paragraph)
    if bullet:
        start = bullet.end()
    for end in (*_ends(text, Range(start, paragraph.end)), paragraph.end):
        sentence = stripped(text, start, end)
        if any(map(str.isalnum, text[slice(*sentence)])):
            found.append(sentence)
        start = end
    return found


def _ends(text: str, paragraph: Range) -> Iterator[int]:
    for stop in _STOP.finditer(text, *paragraph):
        if stop.end() < paragraph.end and _is_end(text, paragraph, stop):
            yield stop.end()


def _is_end(text: str, paragraph: Range, stop: re.Match[str]) -> bool:
    """Judge one mark by the word before it and the word after it."""
    if _numbers(text, paragraph.start, stop.end()):
        return False
    if not text[stop.end()].isspace():
        return _glued(text, paragraph, stop)
    opening = _OPENING.match(text, stop.end(), min(stop.end() + _REACH, paragraph.end))
    first = opening.end() if opening else stop.end()
    if first >= paragraph.end:
        return False
    if text[first].islower() and not _LOWER_NAME.match(text, first, paragraph.end):
        return False
    quote_closes = bool(stop["close"].strip(")]}"))
    if stop["mark"] == "." and not quote_closes:
        quote_opens = bool(opening and opening.group().strip("–—- \xa0\u202f\r\n\t"))
        before = _before(text, paragraph.start, stop.start())
        return not _abbreviated(before, _after(text, first, paragraph.end), quote_opens)
    asked = quote_closes and stop["mark"][-1] in "?!"
    return not (asked and _ASKED.match(text, stop.end(), min(stop.end() + 120, paragraph.end)))


def _numbers(text: str, start: int, end: int) -> bool:
    """Say whether the paragraph's first mark belongs to a list's number: "1." or "(b)."."""
    return end - start <= 5 and _NUMBERING.fullmatch(text, start, end) is not None


def _before(text: str, start: int, end: int) -> str:
    """Give the word that ends at `end`, of a compound its last part."""
    words = text[max(start, end - _REACH) : end].split()
    return words[-1].lstrip("\"'“‘«‹„([{").rpartition("-")[2] if words else ""


def _after(text: str, start: int, end: int) -> str:
    """Give the word that starts at `start`, or "" for none and for an initial ("A.")."""
    match = _WORD.match(text, start, min(start + _REACH, end))
    word = match.group() if match else ""
    initial = len(word) == 1 and word.isalpha() and text.startswith(".", start + 1)
    return "" if initial else word


def _abbreviated(before: str, after: str, quoted: bool) -> bool:
    """Say whether the full stop after `before` belongs to it, given that no small letter follows.

    `quoted` says that a quotation or bracket opens between the two words.
    """
    if before in TITLES:
        return True
    if before in NUMBERED:
        return after[:1].isdigit() or bool(_MONTH.match(after))
    if before in ENDINGS or _INITIALS.fullmatch(before):
        return not quoted and after not in OPENERS
    return False


def _glued(text: str, paragraph: Range, stop: re.Match[str]) -> bool:
    """Say whether a stop without a space after it ends a sentence: "the city.Turkey said"."""
    before = _before(text, paragraph.start, stop.start())
    tail = text[max(paragraph.start, stop.start() - 2) : stop.start()]
    plain = len(tail) == 2 and tail.islower() and tail.isalpha() and not set(before) & set("./@:")
    return plain and _GLUED.match(text, stop.end(), paragraph.end) is not None
