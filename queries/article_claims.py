"""Which claims were found in an article?"""

from typing import ClassVar

from pydantic import BaseModel, Field

from graph.model import Shape
from graph.store import Question, View
from queries.answers import LIMIT, Cursor, Limit
from queries.article import ArticleId, unknown
from queries.told import Told, told_page


class ArticleClaims(Shape):
    """A page of an article's claims, in the order in which they stand in its text."""

    article: str = Field(description="Id of the article.")
    claims: tuple[Told, ...]
    next: str | None = Field(default=None, description="Cursor of the next page, if any.")


class KeptRow(BaseModel):
    """The id of an article that is there."""

    id: str


class ArticleClaimsQuestion(Question[ArticleClaims]):
    """The claims that were found in one article, in the order of its text."""

    name: ClassVar[str] = "article-claims"
    answer_type: ClassVar[type[BaseModel]] = ArticleClaims

    article: ArticleId
    limit: Limit = LIMIT
    cursor: Cursor = None

    def answer(self, view: View) -> ArticleClaims:
        """Return the claims; raises NotFound when the article is not in the graph."""
        if not view.read("articles_as_kept", KeptRow, ids=[self.article]):
            raise unknown(self.article)
        told, following = told_page(
            view, "article_claims", self.limit, self.cursor, article=self.article
        )
        return ArticleClaims(article=self.article, claims=told, next=following)


QUESTION = ArticleClaimsQuestion
