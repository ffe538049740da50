"""The shortest way to parse some bytes in a test."""

from datetime import date

from graph.model import Article
from loaders import articles
from loaders.outcome import Defaults, Refusal

TODAY = date(2026, 1, 10)
LIMIT = 10_000


def parsed(
    content: bytes | str, format: str = "text", defaults: Defaults | None = None
) -> list[Article | Refusal]:
    """Return what parse() yields for a text called "sample"."""
    raw = content.encode() if isinstance(content, str) else content
    given = defaults or Defaults()
    return list(articles.parse("sample", raw, given, LIMIT, format, today=TODAY))


def article(
    content: bytes | str, format: str = "text", defaults: Defaults | None = None
) -> Article:
    """Return the one article; fail when there is none or more."""
    [found] = parsed(content, format, defaults)
    assert isinstance(found, Article), str(found)
    return found


def refusal(content: bytes | str, format: str = "text") -> Refusal:
    """Return the one refusal; fail when there is none or more."""
    [found] = parsed(content, format)
    assert isinstance(found, Refusal), found
    return found
