"""Claims as answers give them: each with where it was published, in pages."""

from datetime import datetime

from pydantic import BaseModel, Field

from graph.model import ArticleSummary, Claim, Shape
from graph.records import claim_of
from graph.store import Parameter, View
from queries.answers import decode, encode


class Told(Shape):
    """One claim and the article in which it stands."""

    id: str = Field(description="Id of the claim.", examples=["claim:4f0c9d7a31be82650f11"])
    claim: Claim
    article: ArticleSummary


class Moment(Shape):
    """A place in a list of claims: all at a later moment, or at it with a later id, follows."""

    moment: str = ""
    id: str = ""


class MomentRow(BaseModel):
    """A row that names one claim and where it stands in the list: moment first, then id."""

    id: str
    moment: str


class ToldRow(BaseModel):
    """One claim as the flat record that stores keep, and its article's particulars."""

    id: str
    article: str
    relation: str
    mode: str
    subject: str
    subject_name: str
    subject_mention: str
    object: str
    object_name: str
    object_mention: str
    place: str | None
    place_name: str | None
    place_mention: str | None
    polarity: str
    modality: str
    speaker_id: str | None
    speaker_name: str | None
    speaker_mention: str | None
    speaker_party: int | None
    event_from: str | None
    event_until: str | None
    date_precision: str
    date_basis: str
    statement_date: str | None
    published: str | None
    quote: str
    start_offset: int
    end_offset: int
    extractor: str
    rule: str
    title: str | None
    url: str | None
    publisher: str | None
    wire: str | None
    article_published: str | None
    language: str | None
    recorded: datetime

    @property
    def told(self) -> Told:
        """Return it as it stands in answers."""
        article = ArticleSummary(
            id=self.article, title=self.title, url=self.url, publisher=self.publisher,
            wire=self.wire, published=self.article_published, language=self.language,
            recorded=self.recorded,
        )  # fmt: skip
        return Told(id=self.id, claim=claim_of(self.model_dump()), article=article)


def told_page(
    view: View, statement: str, limit: int, cursor: str | None, **parameters: Parameter
) -> tuple[tuple[Told, ...], str | None]:
    """Return at most `limit` of the claims that `statement` lists, and the cursor that goes on."""
    after = decode(cursor, Moment())
    found = view.read(
        statement, MomentRow, after_moment=after.moment, after_id=after.id, limit=limit + 1,
        **parameters,
    )  # fmt: skip
    listed = found[:limit]
    rows = view.read("claims_by_id", ToldRow, ids=[row.id for row in listed])
    by_id = {row.id: row.told for row in rows}
    more = len(found) > limit
    following = encode(Moment(moment=listed[-1].moment, id=listed[-1].id)) if more else None
    return tuple(by_id[row.id] for row in listed), following
