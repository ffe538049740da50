"""A few known names, so that tests of a table do not depend on the registry's data."""

from collections.abc import Sequence

from graph.model import Actor, Place
from graph.vocabulary import ActorKind, PlaceKind


def _actor(slug: str, name: str, kind: ActorKind, country: str, *aliases: str) -> Actor:
    return Actor(
        id=f"actor:{slug}", name=name, label=name, kind=kind, country=country, aliases=aliases,
        reviewed=True,
    )  # fmt: skip


def _place(slug: str, name: str, kind: PlaceKind, country: str) -> Place:
    return Place(
        id=f"place:{slug}", name=name, label=name, kind=kind, country=country, reviewed=True
    )


ACTORS = (
    _actor("turkey", "Turkey", ActorKind.STATE, "TR", "Ankara"),
    _actor("egypt", "Egypt", ActorKind.STATE, "EG"),
    _actor("qatar", "Qatar", ActorKind.STATE, "QA"),
    _actor("russia", "Russia", ActorKind.STATE, "RU"),
    _actor("libya", "Libya", ActorKind.STATE, "LY"),
    _actor("government-of-national-accord", "Government of National Accord",
           ActorKind.GOVERNMENT, "LY", "GNA"),
    _actor("libyan-national-army", "Libyan National Army", ActorKind.ARMED_GROUP, "LY", "LNA"),
    _actor("khalifa-haftar", "Khalifa Haftar", ActorKind.PERSON, "LY", "Haftar"),
    _actor("recep-tayyip-erdogan", "Recep Tayyip Erdogan", ActorKind.PERSON, "TR", "Erdogan"),
)  # fmt: skip
PLACES = (
    _place("libya", "Libya", PlaceKind.COUNTRY, "LY"),
    _place("sirte", "Sirte", PlaceKind.TOWN, "LY"),
    _place("tripoli", "Tripoli", PlaceKind.TOWN, "LY"),
    _place("tripoli-lb", "Tripoli", PlaceKind.TOWN, "LB"),
)


class Known:
    """Implements graph.identity.Identity; keeps the dates that it was asked for."""

    def __init__(self) -> None:
        self.asked_on: list[str | None] = []

    def actor(
        self, name: str, on: str | None = None, countries: Sequence[str] = ()
    ) -> Actor | None:
        self.asked_on.append(on)
        found = (a for a in ACTORS if name in {a.id, a.name, *a.aliases})
        return next(found, None)

    def place(self, name: str, countries: Sequence[str] = ()) -> Place | None:
        found = [place for place in PLACES if name in {place.id, place.name}]
        return max(found, key=lambda place: place.country in set(countries), default=None)
