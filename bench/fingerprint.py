"""A graph as one digest, to tell whether two graphs hold the same, and nothing twice."""

import hashlib
from typing import ClassVar

from pydantic import BaseModel, ConfigDict

from graph.model import Shape
from graph.store import Question, Store, View

_ALL = 1_000_000


class _Row(BaseModel):
    """A row of any statement."""

    model_config = ConfigDict(extra="allow")

    def value(self, column: str) -> str:
        """Return one column as text."""
        return str((self.model_extra or {})[column])


class Fingerprint(Shape):
    """How much there is, and a digest of all of it but the time at which it was recorded."""

    articles: int
    claims: int
    ties: int
    digest: str


class _Whole(Question[Fingerprint]):
    """What the whole graph amounts to; one row more or less, or another, changes it."""

    name: ClassVar[str] = "fingerprint"
    answer_type: ClassVar[type[BaseModel]] = Fingerprint

    def answer(self, view: View) -> Fingerprint:
        """Return it."""
        articles = view.read(
            "articles", _Row, publisher=None, since=None, until=None, after_moment="~",
            after_id="", limit=_ALL,
        )  # fmt: skip
        listed = view.read("claims_of_articles", _Row, articles=_column(articles, "id"))
        claims = view.read("claims_by_id", _Row, ids=_column(listed, "id"))
        links = view.read("graph", _Row, after_weight=2**62, after_key="", limit=_ALL)
        ties = view.read("path", _Row, keys=_column(links, "key"))
        names = view.read("names", _Row)
        entities = view.read("entities_as_kept", _Row, ids=sorted({n.value("id") for n in names}))
        digest = hashlib.sha256()
        for rows in (articles, listed, claims, links, ties, names, entities):
            for text in sorted(row.model_dump_json(exclude={"recorded"}) for row in rows):
                digest.update(text.encode())
            digest.update(b"\n")
        return Fingerprint(
            articles=len(articles), claims=len(claims), ties=len(links), digest=digest.hexdigest()
        )


def fingerprint(store: Store) -> Fingerprint:
    """Return that of the graph in `store`."""
    return store.ask(_Whole())


def _column(rows: list[_Row], column: str) -> list[str]:
    return [row.value(column) for row in rows]
