"""Every question at its own name (GET /who-backs?actor=Haftar), and three at the address of what
they ask for."""

from typing import Annotated

from fastapi import APIRouter, FastAPI, Query, Response
from pydantic import BaseModel

from api.dependencies import OpenStore
from graph.store import Question
from queries import questions
from queries.actor import ActorProfile, ActorQuestion
from queries.answers import LIMIT, ActorName, Cursor, Limit
from queries.article import ArticleId, ArticleQuestion, WholeArticle
from queries.article_claims import ArticleClaims, ArticleClaimsQuestion


def install(app: FastAPI) -> None:
    """Add the routes to `app`."""
    routes = APIRouter(tags=["questions"])
    for question in questions().values():
        _add(routes, question)
    routes.get("/articles/{id}", response_model=WholeArticle)(article)
    routes.get("/articles/{id}/claims", response_model=ArticleClaims)(claims_of_article)
    routes.get("/actors/{id}", response_model=ActorProfile)(actor)
    app.include_router(routes)


def _add(routes: APIRouter, question: type[Question[BaseModel]]) -> None:
    def ask(asked: Question[BaseModel], store: OpenStore) -> Response:
        return _as_json(store.ask(asked))

    # The parameters of the route are the fields of the class, which is known only here.
    ask.__annotations__["asked"] = Annotated[question, Query()]
    routes.add_api_route(
        f"/{question.name}",
        ask,
        response_model=question.answer_type,
        summary=question.name,
        description=question.__doc__,
        operation_id=question.name,
    )


def article(id: ArticleId, store: OpenStore) -> Response:
    """One article with its text and with what was not understood of it."""
    return _as_json(store.ask(ArticleQuestion(id=id)))


def claims_of_article(
    id: ArticleId, store: OpenStore, limit: Limit = LIMIT, cursor: Cursor = None
) -> Response:
    """The claims that were found in one article, in the order of its text."""
    return _as_json(store.ask(ArticleClaimsQuestion(article=id, limit=limit, cursor=cursor)))


def actor(id: ActorName, store: OpenStore, limit: Limit = 10) -> Response:
    """The profile of an actor: names, ties in both directions, what it leads and belongs to."""
    return _as_json(store.ask(ActorQuestion(actor=id, limit=limit)))


def _as_json(answer: BaseModel) -> Response:
    # Answers are not validated again: a store gives the shapes themselves.
    return Response(answer.model_dump_json(), media_type="application/json")
