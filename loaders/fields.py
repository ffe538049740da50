"""From what a source says of an article to the Article: each value checked, gaps filled."""

import re
from collections.abc import Mapping
from datetime import date
from urllib.parse import urlsplit

from graph.errors import InvalidInput
from graph.model import Article
from loaders import dates
from loaders.decoding import readable
from loaders.outcome import Defaults, Unfit, shown

KEYS = ("title", "publisher", "published", "url", "language", "wire")
"""What a source may say of an article beside its text."""

_LONGEST_LINE = 2000
_LANGUAGE = re.compile(r"([a-z]{2})([-_][a-z0-9]+)*")


def article(
    text: str, said: Mapping[str, str | None], defaults: Defaults, today: date, headline: str = ""
) -> Article:
    """Return the article; `said` holds any of KEYS, `headline` a title when nobody gives one.

    Raises Unfit naming the value that cannot be used.
    """
    if not readable(text).strip():
        raise Unfit(None, "holds no text; give an article of at least a sentence")
    given = {key: _checked(key, value, today) for key, value in said.items()}
    return Article(
        text=text,
        published=given.get("published") or defaults.published,
        title=given.get("title") or defaults.title or headline or None,
        url=given.get("url") or defaults.url,
        publisher=given.get("publisher") or defaults.publisher,
        language=given.get("language") or defaults.language,
        wire=given.get("wire"),
    )


def checked_defaults(defaults: Defaults, today: date) -> Defaults:
    """Return the defaults with their values checked; InvalidInput names the one that is wrong."""
    values = vars(defaults)
    try:
        return Defaults(**{key: _checked(key, value, today) for key, value in values.items()})
    except Unfit as unfit:
        value = "" if unfit.value is None else f"{shown(unfit.value)}: "
        raise InvalidInput(value + unfit.reason) from unfit


def web_address(value: str) -> str:
    """Return `value` when it is an address that a page may link to; Unfit otherwise."""
    try:
        parts = urlsplit(value)
        host, secret = parts.hostname, parts.password
    except ValueError as error:
        raise Unfit(value, "url is not an address; write https://host/path") from error
    if parts.scheme not in {"http", "https"} or not host or any(c.isspace() for c in value):
        raise Unfit(value, "url is not an address; write https://host/path")
    if secret:
        raise Unfit(None, "url carries a password; leave it out")
    return value


def line(value: str, key: str) -> str:
    """Return a value as one line without blanks around it; Unfit when it is no line of text."""
    flat = " ".join(readable(value, key).split())
    if len(flat) > _LONGEST_LINE:
        raise Unfit(flat, f"{key} has {len(flat):,} characters; use at most {_LONGEST_LINE:,}")
    return flat


def _checked(key: str, value: str | None, today: date) -> str | None:
    if value is None or not (flat := line(value, key)):
        return None
    if key == "published":
        return dates.published(flat, today)
    if key == "url":
        return web_address(flat)
    if key == "language":
        return _language(flat)
    return flat


def _language(value: str) -> str:
    code = _LANGUAGE.fullmatch(value.lower())
    if code is None:
        raise Unfit(value, "language is not an ISO 639-1 code; write en, fr, ar ...")
    return code.group(1)
