"""Articles in and out: what is sent is read, kept, and told back."""

from fastapi import APIRouter, Depends, FastAPI, Response
from pydantic import Field

from api.dependencies import ArticleReader, CurrentSettings, OpenStore
from api.guard import may_write
from api.submission import Submission, article_of
from graph.model import Claim, Note, Shape
from graph.store import Loaded
from queries.article import ArticleId, unknown


class Understood(Shape):
    """What was understood of an article, and what was not."""

    article: str = Field(description="Its id.", examples=["article:4f0c9d7a31be82650f11"])
    loaded: Loaded = Field(description="What the graph did not have before; all 0: it had it all.")
    claims: tuple[Claim, ...]
    notes: tuple[Note, ...] = Field(description="What was not understood, and why.")


def install(app: FastAPI) -> None:
    """Add the routes to `app`."""
    routes = APIRouter(tags=["articles"], dependencies=[Depends(may_write)])
    routes.post("/articles", status_code=201)(post)
    routes.delete("/articles/{id}", status_code=204)(delete)
    app.include_router(routes)


def post(
    submission: Submission,
    store: OpenStore,
    reader: ArticleReader,
    settings: CurrentSettings,
    response: Response,
) -> Understood:
    """Read an article, keep it with its claims, and say what was understood.

    201 when it is new, 200 when the graph had it: then its claims are those found now.
    """
    reading = reader.read(article_of(submission, settings.max_text))
    loaded = store.load([reading])
    response.headers["Location"] = f"/articles/{reading.article.id}"
    if not loaded.articles:
        response.status_code = 200
    return Understood(
        article=reading.article.id, loaded=loaded, claims=reading.claims, notes=reading.notes
    )


def delete(id: ArticleId, store: OpenStore) -> None:
    """Remove an article and its claims; what other articles say of the same is derived anew."""
    if not store.delete_article(id):
        raise unknown(id)
