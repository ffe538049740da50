"""Articles and claims as they are sent to the service, made into what loaders read."""

import io
import json
from collections.abc import Iterator

from pydantic import Field

from graph.errors import InvalidInput, TooLarge
from graph.identity import Identity
from graph.model import Article, FullDate, Reading, Shape
from loaders import claims_table, dates
from loaders.document import REMEDY, too_large
from loaders.formats import json_lines
from loaders.outcome import Defaults, Refusal, shown

_TABLES = {
    "text/csv": "claims.csv",
    "application/json": "claims.jsonl",
    "application/jsonl": "claims.jsonl",
    "application/jsonlines": "claims.jsonl",
    "application/x-ndjson": "claims.jsonl",
}


class Submission(Shape):
    """An article as it is sent."""

    text: str = Field(
        min_length=1,
        description="The article's text, kept as it is; offsets of claims count its code points.",
        examples=["Egypt and Russia back Haftar, the diplomat said on Monday."],
    )
    title: str | None = Field(default=None, examples=["Who stands behind Haftar"])
    published: FullDate | None = Field(default=None, examples=["2020-01-07"])
    url: str | None = Field(default=None, examples=["https://example.org/haftar"])
    publisher: str | None = Field(default=None, examples=["Harbour Wire"])
    language: str | None = Field(default=None, description="ISO 639-1 code.", examples=["en"])
    wire: str | None = Field(default=None, description="The agency or outlet it repeats, if any.")


def article_of(submission: Submission, limit: int) -> Article:
    """Return the article; TooLarge for a text over `limit` bytes, else InvalidInput says why."""
    size = len(submission.text.encode())
    if size > limit:
        raise too_large("the text", f"{size:,}", limit)
    line = io.BytesIO(submission.model_dump_json(exclude_none=True).encode())
    (found,) = json_lines.articles("the article", line, Defaults(), limit, dates.today())
    if isinstance(found, Refusal):
        value = f"{shown(found.value)}: " if found.value is not None else ""
        raise InvalidInput(value + found.reason)
    return found


def claims_of(
    content: bytes, content_type: str, identity: Identity, limit: int
) -> Iterator[Reading | Refusal]:
    """Yield what a table of claims holds; its rows are counted from 1.

    The type says what it is: text/csv, application/jsonl, or a list in application/json. Raises
    TooLarge for one over `limit` bytes, InvalidInput for one that cannot be read at all.
    """
    if len(content) > limit:
        raise TooLarge(f"{len(content):,} bytes of claims are more than {limit:,}; {REMEDY}")
    kind = content_type.partition(";")[0].strip().lower()
    if kind not in _TABLES:
        raise InvalidInput(
            f"content type {content_type!r} holds no claims; send one of {', '.join(_TABLES)}"
        )
    if kind == "application/json":
        content = _as_lines(content)
    yield from claims_table.read(_TABLES[kind], content, identity, dates.today())


def _as_lines(content: bytes) -> bytes:
    try:
        rows = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise InvalidInput(f"the claims are not JSON ({error}); send a list of objects") from error
    if not isinstance(rows, list):
        raise InvalidInput("the claims are not a JSON list; send a list of objects")
    return "\n".join(json.dumps(row) for row in rows).encode()
