"""Hand-made claims, from CSV or from JSON Lines with the same keys.

The columns are those of `loaders.table_rows.COLUMNS`, in any order; the cells of CSV are parted by
commas, semicolons or tabs. Required: relation, subject, object. The rest may be empty or absent:

    mode                        unspecified (backs, opposes), captured; else it must be given
    subject_kind, object_kind   what a name is that nobody knows yet: state, armed-group, town ...
    place                       where it happened
    polarity, modality          affirmed, actual
    speaker                     who said it; all in lower case ("officials"): a source without name
    event_from, event_until     2020, 2020-01 or 2020-01-06
    statement_date              when it was said, likewise
    published                   2020-01-06
    quote                       the sentence; without one the row itself is put in words
    title, url, publisher, wire of the article

Ends are names or ids (actor:..., place:...). The quote is the text of the row's article. Rows of
one url, date and quote stand in one article.
"""

from collections.abc import Iterator
from datetime import date

from graph.identity import Identity
from graph.model import Article, Claim, Entity, Reading
from loaders import table_rows
from loaders.claim_rows import RowClaim, row_claim
from loaders.outcome import Refusal, Unfit

_MERGED = ("title", "publisher", "wire")


def read(name: str, content: bytes, identity: Identity, today: date) -> Iterator[Reading | Refusal]:
    """Yield a refusal for each bad row, then a reading for each article, both in order of lines.

    `name` is what refusals call the table; its suffix .jsonl, or a first `{`, says JSON Lines.
    Raises InvalidInput for a table that cannot be read at all.
    """
    articles: dict[str, _ArticleOfRows] = {}
    line = 0
    for line, row in table_rows.rows(name, content):
        try:
            if isinstance(row, Unfit):
                raise row
            found = row_claim(row, identity, today)
            group = articles.setdefault(found.article.id, _ArticleOfRows(found.article))
            group.add(line, found)
        except Unfit as unfit:
            yield unfit.refusal(name, line)
    if not line:
        yield Refusal(name, None, None, "holds no claims; write a row for each")
    for group in articles.values():
        yield group.reading()


class _ArticleOfRows:
    """The rows that stand in one article."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._claims: dict[str, tuple[int, Claim]] = {}
        self._entities: dict[str, Entity] = {}

    def add(self, line: int, found: RowClaim) -> None:
        """Take one more row; Unfit when it contradicts what an earlier one says of the same."""
        article = self._merged(found.article)
        earlier, claim = self._claims.setdefault(found.claim.id, (line, found.claim))
        if claim != found.claim:
            raise Unfit(None, f"is the claim of line {earlier} with other details; keep one")
        self._article = article
        for entity in found.entities:
            self._entities.setdefault(entity.id, entity)

    def _merged(self, article: Article) -> Article:
        values = {}
        for key in _MERGED:
            mine, other = getattr(self._article, key), getattr(article, key)
            if mine and other and mine != other:
                raise Unfit(other, f"{key} is {mine!r} in an earlier row of this article; keep one")
            values[key] = mine or other
        return self._article.model_copy(update=values)

    def reading(self) -> Reading:
        claims = tuple(claim for _, claim in self._claims.values())
        entities = tuple(self._entities.values())
        return Reading(article=self._article, claims=claims, entities=entities)
