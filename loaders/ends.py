"""Who and where a row of a table means: known names first, else new ones that nobody reviewed."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.identity import Identity, new_actor, new_place
from graph.model import Actor, Entity, Place
from graph.names import slug
from graph.vocabulary import ActorKind, PlaceKind, family
from loaders.outcome import Unfit

_FAMILIES = ("actor", "place")
_LONGEST_NAME = 200


@dataclass(frozen=True)
class Naming:
    """A name in a cell: what it should be, when, and what it is where nobody knows it."""

    name: str
    family: str
    kind: ActorKind | PlaceKind | None = None
    on: str | None = None

    @property
    def identifier(self) -> str:
        """Return the id as it is written, or the one that the name gets if nobody knows it."""
        return self.name if is_id(self.name) else f"{self.family}:{slug(self.name)}"


def resolve(naming: Naming, identity: Identity, countries: Sequence[str] = ()) -> Entity:
    """Return whom a name or id means; Unfit for a name without letters and for an unknown id."""
    name = naming.name
    if len(name) > _LONGEST_NAME:
        raise Unfit(name, f"a name has at most {_LONGEST_NAME} characters; shorten it")
    if not slug(name):
        raise Unfit(name, "is not a name; write one with letters")
    wanted = family(name) if is_id(name) else naming.family
    known = (
        identity.place(name, countries) if wanted == "place" else identity.actor(name, naming.on)
    )
    if known is not None:
        return known
    if is_id(name):
        raise Unfit(name, "no known actor or place has this id; write its name")
    if wanted == "place":
        return _new_place(name, naming.kind)
    if naming.kind is None and identity.place(name, countries) is not None:
        raise Unfit(name, "is known as a place, not as an actor; say its kind if it is one")
    return _new_actor(name, naming.kind)


def _new_actor(name: str, kind: ActorKind | PlaceKind | None) -> Actor:
    return new_actor(name, kind if isinstance(kind, ActorKind) else ActorKind.UNKNOWN)


def _new_place(name: str, kind: ActorKind | PlaceKind | None) -> Place:
    return new_place(name, kind if isinstance(kind, PlaceKind) else PlaceKind.SITE)


def is_id(name: str) -> bool:
    """Say whether a cell holds an id, and not a name."""
    return name.partition(":")[0] in _FAMILIES and ":" in name
