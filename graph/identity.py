"""From a name in a text, at a date, in a context, to the actor or place it means."""

from collections.abc import Sequence
from typing import Protocol

from graph.model import Actor, Place
from graph.names import slug
from graph.vocabulary import ActorKind, PlaceKind


class Identity(Protocol):
    """Who goes by which name. A name that it does not know is never glued to one that it does."""

    def actor(
        self, name: str, on: str | None = None, countries: Sequence[str] = ()
    ) -> Actor | None:
        """Return the known actor called `name` (or of that id) at ISO date `on`.

        `countries` (ISO alpha-2) is what the text is about. None: unknown, or not to be told apart.
        """
        ...

    def place(self, name: str, countries: Sequence[str] = ()) -> Place | None:
        """Return the known place called `name` (or of that id), nearest to `countries`."""
        ...


def new_actor(name: str, kind: ActorKind = ActorKind.UNKNOWN) -> Actor:
    """Return an actor that nobody has reviewed yet; its id is made from its name."""
    return Actor(id=f"actor:{slug(name)}", name=name, label=name, kind=kind)


def new_place(name: str, kind: PlaceKind = PlaceKind.SITE) -> Place:
    """Return a place that nobody has reviewed yet; its id is made from its name."""
    return Place(id=f"place:{slug(name)}", name=name, label=name, kind=kind)
