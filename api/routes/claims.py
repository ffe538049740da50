"""Hand-made claims, as CSV or JSON."""

from typing import Annotated

from fastapi import APIRouter, Depends, FastAPI, Header, Request, Response
from pydantic import Field

from api.dependencies import ArticleReader, CurrentSettings, OpenStore
from api.errors import FieldError, told
from api.guard import may_write
from api.intake import Intake
from api.submission import claims_of
from graph.model import Article, Reading, Shape
from graph.store import Loaded
from loaders.outcome import Refusal
from loaders.table_rows import HEADER

_EXAMPLE = {
    "relation": "backs", "subject": "Egypt", "object": "Haftar", "published": "2020-01-07",
    "quote": "Egypt backs Haftar.",
}  # fmt: skip
_BODY = {
    "requestBody": {
        "required": True,
        "content": {
            "application/json": {
                "schema": {"type": "array", "items": {"type": "object"}},
                "example": [_EXAMPLE],
            },
            "application/jsonl": {"schema": {"type": "string"}},
            "text/csv": {
                "schema": {"type": "string"},
                "example": f"{','.join(_EXAMPLE)}\n{','.join(_EXAMPLE.values())}\n",
            },
        },
    }
}


class Refused(Shape):
    """A row that was not loaded, and why."""

    row: int | None = Field(description="Row of JSON, line of CSV, from 1; none: all of it.")
    value: str | None = Field(description="What is wrong.")
    reason: str


class Taken(Shape):
    """What came of a table of claims."""

    loaded: Loaded = Field(description="What the graph did not have before.")
    claims: int = Field(description="Claims that the good rows make.")
    refused: tuple[Refused, ...]


def install(app: FastAPI) -> None:
    """Add the routes to `app`."""
    routes = APIRouter(tags=["claims"], dependencies=[Depends(may_write)])
    routes.post(
        "/claims", response_model=Taken, openapi_extra=_BODY,
        description=f"Load hand-made claims: the good rows; each bad one is told. Columns: {HEADER}"
        f" (the first three are required).",
    )(post)  # fmt: skip
    app.include_router(routes)


async def _body(request: Request) -> bytes:
    return await request.body()


def post(
    content: Annotated[bytes, Depends(_body)],
    store: OpenStore,
    reader: ArticleReader,
    settings: CurrentSettings,
    content_type: Annotated[str, Header()] = "",
) -> Taken | Response:
    """Load the good rows; 422 when there is none."""
    found = claims_of(content, content_type, reader.identity, settings.max_text)
    tally = Intake(store, _no_article).take(found)
    if tally.refusals and not tally.stored:
        errors = [FieldError(field=f"row {r.line}", message=str(r)) for r in tally.refusals]
        return told(422, "no row could be read; `errors` says why of each", errors)
    refused = tuple(_refused(refusal) for refusal in tally.refusals)
    return Taken(loaded=tally.loaded, claims=tally.claims, refused=refused)


def _refused(refusal: Refusal) -> Refused:
    return Refused(row=refusal.line, value=refusal.value, reason=refusal.reason)


def _no_article(article: Article) -> Reading:
    raise AssertionError(f"a table of claims gives readings, not {article.id}")
