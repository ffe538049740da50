"""From what a person calls an actor or place to the one in the graph."""

from typing import Annotated

from pydantic import BaseModel, Field, Json
from rapidfuzz import fuzz, process

from graph.errors import AmbiguousName, UnknownName
from graph.model import Actor, Named
from graph.names import normal
from graph.store import View
from graph.vocabulary import ActorKind, PlaceKind, family

_NEAREST = 5
_NEAR_ENOUGH = 75.0
_LEADING = {"head", "commander"}

# The first that fits: no kind is of both.
Kind = Annotated[ActorKind | PlaceKind, Field(union_mode="left_to_right")]


class EntityRow(BaseModel):
    """An actor or place with everything known of it, as JSON."""

    id: str
    name: str
    label: str
    kind: Kind
    payload: str

    @property
    def named(self) -> Named:
        """Return it as it stands in answers."""
        return Named.model_construct(id=self.id, name=self.name, label=self.label, kind=self.kind)


class NameRow(BaseModel):
    """One name of an actor or place."""

    norm: str
    id: str
    name: str
    label: str
    kind: Kind


class _Organisation(BaseModel):
    id: str


class _Led(BaseModel):
    """Of a tie, what says that someone leads."""

    object: _Organisation
    modes: tuple[str, ...]


class _LedRow(BaseModel):
    """A row that holds one tie."""

    tie: Json[_Led]


def resolve(view: View, name: str, *families: str) -> EntityRow:
    """Return the one actor or place called `name` (an id, a name or an alias).

    `families` is where to look, first one first: actor, place. Raises AmbiguousName with the
    candidates, UnknownName with the nearest names.
    """
    is_id = name.startswith(("actor:", "place:"))
    if is_id and (found := view.read("entities_by_id", EntityRow, ids=[name])):
        return _only(name, [row for row in found if family(row.id) in families], view, families)
    found = view.read("entities_by_name", EntityRow, norm=normal(name))
    for wanted in families:
        if candidates := [row for row in found if family(row.id) == wanted]:
            return _only(name, candidates, view, families)
    return _only(name, [], view, families)


def organisations(view: View, person: EntityRow) -> list[Named]:
    """Return what claims or the registry say a person heads or commands, by id."""
    if person.kind not in (ActorKind.PERSON, ActorKind.UNKNOWN):
        return []
    said = view.read("organisations", _LedRow, person=person.id)
    ids = {row.tie.object.id for row in said if not _LEADING.isdisjoint(row.tie.modes)}
    actor = Actor.model_validate_json(person.payload)
    ids |= {post.id for post in actor.leads if post.role in _LEADING}
    rows = view.read("entities_by_id", EntityRow, ids=sorted(ids)) if ids else []
    return [row.named for row in rows]


def nearest(view: View, name: str, families: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return the (id, name) of those whose names come closest to `name`."""
    rows = [row for row in view.read("names", NameRow) if family(row.id) in families]
    hits = process.extract(
        normal(name), [row.norm for row in rows], scorer=fuzz.WRatio,
        score_cutoff=_NEAR_ENOUGH, limit=_NEAREST * 4,
    )  # fmt: skip
    found = {rows[index].id: rows[index].name for _, _, index in hits}
    return list(found.items())[:_NEAREST]


def _only(
    name: str, candidates: list[EntityRow], view: View, families: tuple[str, ...]
) -> EntityRow:
    if not candidates:
        raise UnknownName(name, nearest(view, name, families))
    if len(candidates) > 1:
        raise AmbiguousName(name, [(row.id, row.name) for row in candidates])
    return candidates[0]
