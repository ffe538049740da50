"""A question that no user asks: everything that a store keeps, to compare graphs by."""

from typing import ClassVar

from pydantic import BaseModel, ConfigDict

from graph.store import Question, Store, View

_MOST = 100_000


class AnyRow(BaseModel):
    """A row of any statement."""

    model_config = ConfigDict(extra="allow")


class Everything(BaseModel):
    """All rows, by what they are rows of."""

    rows: dict[str, list[str]]

    @property
    def is_empty(self) -> bool:
        """Whether nothing is left."""
        return not any(self.rows.values())


class Whole(Question[Everything]):
    """Everything that is kept, in an order that depends on it alone."""

    name: ClassVar[str] = "whole"
    answer_type: ClassVar[type[BaseModel]] = Everything

    def answer(self, view: View) -> Everything:
        """Return it."""
        names = view.read("names", AnyRow)
        entities = sorted({row.id for row in names})  # type: ignore[attr-defined]  # any row
        articles = _ids(
            view.read(
                "articles", AnyRow, publisher=None, since=None, until=None,
                after_moment="~", after_id="", limit=_MOST,
            )
        )  # fmt: skip
        claims = _ids(view.read("claims_of_articles", AnyRow, articles=articles))
        links = view.read("graph", AnyRow, after_weight=2**62, after_key="", limit=_MOST)
        keys = [row.key for row in links]  # type: ignore[attr-defined]  # any row
        found = {
            "names": names,
            "entities": view.read("entities_as_kept", AnyRow, ids=entities),
            "articles": [row for i in articles for row in view.read("article", AnyRow, id=i)],
            "particulars": view.read("articles_as_kept", AnyRow, ids=articles),
            "claims": view.read("claims_by_id", AnyRow, ids=claims),
            "links": links,
            "ties": view.read("path", AnyRow, keys=keys),
        }
        return Everything(
            rows={k: sorted(row.model_dump_json() for row in rows) for k, rows in found.items()}
        )


def whole(store: Store) -> Everything:
    """Return everything that `store` keeps."""
    return store.ask(Whole())


def _ids(rows: list[AnyRow]) -> list[str]:
    return [row.id for row in rows]  # type: ignore[attr-defined]  # any row
