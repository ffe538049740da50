"""What does this article say?"""

from typing import Annotated, ClassVar

from pydantic import BaseModel, Field, Json

from graph.errors import NotFound
from graph.model import Note
from graph.store import Question, View
from queries.articles import Listed

ArticleId = Annotated[
    str,
    Field(
        min_length=1, max_length=100, description="Id of an article.",
        examples=["article:4f0c9d7a31be82650f11"],
    ),
]  # fmt: skip


class WholeArticle(Listed):
    """An article with its text, and what was not understood of it."""

    text: str = Field(description="The stored text; offsets of claims count its code points.")
    notes: tuple[Note, ...] = Field(description="What was not understood, and why.")


class ArticleRow(Listed):
    """An article as stores keep it: its notes are JSON."""

    text: str
    notes: Json[tuple[Note, ...]]


class ArticleQuestion(Question[WholeArticle]):
    """One article with its text and with what was not understood of it."""

    name: ClassVar[str] = "article"
    answer_type: ClassVar[type[BaseModel]] = WholeArticle

    id: ArticleId

    def answer(self, view: View) -> WholeArticle:
        """Return the article; raises NotFound when it is not in the graph."""
        rows = view.read("article", ArticleRow, id=self.id)
        if not rows:
            raise unknown(self.id)
        return WholeArticle(**dict(rows[0]))


def unknown(article: str) -> NotFound:
    """Return the error for an id that no article has."""
    return NotFound(f"no article has the id {article!r}; `articles` lists those that are there")


QUESTION = ArticleQuestion
