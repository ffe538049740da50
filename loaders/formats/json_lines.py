"""JSON Lines of articles: keys text (required), those of `loaders.fields.KEYS`, and id (unread)."""

from collections.abc import Iterator
from datetime import date
from typing import BinaryIO

from graph.model import Article
from loaders import fields, json_rows
from loaders.document import REMEDY, too_large
from loaders.outcome import Defaults, Refusal, Unfit

_UNREAD = frozenset({"id"})


def articles(
    name: str, stream: BinaryIO, defaults: Defaults, limit: int, today: date
) -> Iterator[Article | Refusal]:
    """Yield an article or a refusal for each line, in order; `limit` bytes is the longest text."""
    number = 0
    for number, row in json_rows.rows(stream, limit, REMEDY, _UNREAD):
        try:
            yield _article(row, defaults, limit, today)
        except Unfit as unfit:
            yield unfit.refusal(name, number)
    if not number:
        yield Refusal(name, None, None, "holds no lines; give one JSON object a line")


def _article(row: json_rows.Row | Unfit, defaults: Defaults, limit: int, today: date) -> Article:
    if isinstance(row, Unfit):
        raise row
    for key in row:
        if key not in (*fields.KEYS, "text"):
            raise Unfit(key, f"is not a key of an article; use text, {', '.join(fields.KEYS)}")
    text = row.get("text")
    if text is None:
        raise Unfit(None, "has no text; give the article under the key text")
    size = len(text.encode("utf-8", "surrogatepass"))
    if size > limit:
        raise Unfit(None, str(too_large("the text", f"{size:,}", limit)))
    said = {key: value for key, value in row.items() if key in fields.KEYS}
    return fields.article(text, said, defaults, today)
