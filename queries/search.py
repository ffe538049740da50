"""Who or what goes by a name like this?"""

from collections.abc import Sequence
from itertools import islice
from typing import Annotated, ClassVar, Literal

from pydantic import BaseModel, Field
from rapidfuzz import fuzz, process

from graph.model import Named, Shape
from graph.names import normal
from graph.store import Question, View
from graph.vocabulary import ActorKind, PlaceKind, family
from queries.answers import Limit
from queries.resolution import NameRow

How = Literal["exact", "prefix", "fuzzy"]
# Below that, names that are not alike score as well: Haftar and Hadi, Yemen and women get 60.
_LIKE = 75.0
_SHORTEST = 4  # of three letters, two that agree say nothing


class Hit(Named):
    """An actor or place, and the name by which it was found."""

    matched: str = Field(description="The name or alias that fits.")
    how: How
    ties: int = Field(description="How many ties it has.")


class Hits(Shape):
    """Actors and places that go by such a name: best first, each once."""

    hits: tuple[Hit, ...]


class Search(Question[Hits]):
    """Actors and places by name or alias: equal, beginning so, or spelt like it.

    Accents, case and punctuation are ignored.
    """

    name: ClassVar[str] = "search"
    answer_type: ClassVar[type[BaseModel]] = Hits

    q: Annotated[
        str, Field(min_length=1, max_length=300, description="What is typed.", examples=["haft"])
    ]
    family: Annotated[
        Literal["actor", "place"] | None, Field(description="Only actors, or only places.")
    ] = None
    limit: Limit = 10

    def answer(self, view: View) -> Hits:
        """Return exact hits, then names (then single words) that begin so, then similar names."""
        norm = normal(self.q)
        if not norm:
            return Hits(hits=())
        rows = view.read("search", MatchRow, norm=norm, family=self.family or "", limit=self.limit)
        hits = [row.hit("exact" if row.norm == norm else "prefix") for row in rows]
        if len(hits) < self.limit:
            hits += self._similar(view, norm, {hit.id for hit in hits})
        return Hits(hits=tuple(hits[: self.limit]))

    def _similar(self, view: View, norm: str, known: set[str]) -> list[Hit]:
        names = [
            row
            for row in view.read("names", NameRow)
            if row.id not in known and self.family in (None, family(row.id))
        ]
        begin = sorted(
            (row for row in names if f" {norm}" in row.norm),
            key=lambda row: (len(row.norm), row.norm, row.id),
        )
        found: dict[str, tuple[str, How]] = {}
        for row in begin:
            found.setdefault(row.id, (row.norm, "prefix"))
        for row in _near(names, norm):
            found.setdefault(row.id, (row.norm, "fuzzy"))
        return _hits(view, dict(islice(found.items(), self.limit)))


class MatchRow(BaseModel):
    """One name of an actor or place, and how many ties that has."""

    id: str
    name: str
    label: str
    kind: ActorKind | PlaceKind
    norm: str
    matched: str
    ties: int

    def hit(self, how: How) -> Hit:
        """Return it as it stands in answers."""
        return Hit.model_validate({**self.model_dump(exclude={"norm"}), "how": how})


def _near(names: Sequence[NameRow], norm: str) -> list[NameRow]:
    """Return the names that are spelt like `norm`, the likest first."""
    if len(norm) < _SHORTEST:
        return []
    likes = process.extract(
        norm, [row.norm for row in names], scorer=fuzz.WRatio, score_cutoff=_LIKE, limit=None
    )
    likes.sort(key=lambda like: (-like[1], names[like[2]].norm, names[like[2]].id))
    return [names[index] for _, _, index in likes]


def _hits(view: View, found: dict[str, tuple[str, How]]) -> list[Hit]:
    """Return a hit for each id, in this order, with the name in its own spelling."""
    rows = view.read("spellings", MatchRow, ids=list(found))
    spelt = {(row.id, row.norm): row for row in rows}
    return [spelt[identifier, norm].hit(how) for identifier, (norm, how) in found.items()]


QUESTION = Search
