"""Which articles are in the graph?"""

from typing import Annotated, ClassVar

from pydantic import BaseModel, Field

from graph.model import ArticleSummary, PartialDate, Shape
from graph.store import Question, View
from queries.answers import LIMIT, Cursor, Limit, decode, encode
from queries.told import Moment


class Listed(ArticleSummary):
    """An article without its text, and how many claims were found in it."""

    claims: int


class Articles(Shape):
    """A page of articles, newest first, undated ones last."""

    articles: tuple[Listed, ...]
    next: str | None = Field(default=None, description="Cursor of the next page, if any.")


class ArticlesQuestion(Question[Articles]):
    """The articles in the graph, newest first, each with how many claims were found in it."""

    name: ClassVar[str] = "articles"
    answer_type: ClassVar[type[BaseModel]] = Articles

    publisher: Annotated[
        str | None, Field(max_length=300, description="Only of this publisher, as it is spelt.")
    ] = None
    since: Annotated[
        PartialDate | None, Field(description="Only those published on that date or later.")
    ] = None
    until: Annotated[
        PartialDate | None, Field(description="Only those published on or before that date.")
    ] = None
    limit: Limit = LIMIT
    cursor: Cursor = None

    def answer(self, view: View) -> Articles:
        """Return a page of them; an undated article is left out where a date is asked for."""
        after = decode(self.cursor, Moment(moment="~"))
        rows = view.read(
            "articles", Listed, publisher=self.publisher, since=self.since,
            until=self.until and f"{self.until}-99",  # 2020-01 ends after every day of it
            after_moment=after.moment, after_id=after.id, limit=self.limit + 1,
        )  # fmt: skip
        listed = rows[: self.limit]
        following = None
        if len(rows) > self.limit:
            following = encode(Moment(moment=listed[-1].published or "", id=listed[-1].id))
        return Articles(articles=tuple(listed), next=following)


QUESTION = ArticlesQuestion
