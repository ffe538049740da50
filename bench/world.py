"""Who and what the made-up articles are about: conflicts, with actors, places and what is told."""

from collections.abc import Sequence
from itertools import accumulate
from random import Random
from typing import Generic, NamedTuple, TypeVar

from graph.model import Actor, Place
from graph.names import slug
from graph.vocabulary import RELATIONS, ActorKind, PlaceKind, Relation

_CONFLICTS, _ACTORS, _PLACES, _FACTS = 40, 30, 25, 150
_SKEW = 0.8
_RELATIONS = {
    Relation.BACKS: 35, Relation.OPPOSES: 25, Relation.CAPTURED: 15, Relation.DEPLOYED_TO: 12,
    Relation.LEADS: 8, Relation.PART_OF: 5,
}  # fmt: skip
_SYLLABLES = (
    "ba", "ka", "lo", "mir", "tan", "du", "she", "ra", "vol", "ne", "zi", "gor", "hal", "ul", "ye",
    "ost", "ma", "ri", "ko", "san", "te", "fu", "dar",
)  # fmt: skip
_KINDS = (
    (ActorKind.ARMED_GROUP, 9), (ActorKind.PERSON, 8), (ActorKind.STATE, 5),
    (ActorKind.MILITARY, 3), (ActorKind.GOVERNMENT, 2), (ActorKind.ORGANISATION, 2),
    (ActorKind.COALITION, 1),
)  # fmt: skip
_FORMS = {
    ActorKind.ARMED_GROUP: "{} Liberation Front", ActorKind.PERSON: "General {}",
    ActorKind.MILITARY: "{} National Army", ActorKind.GOVERNMENT: "Government of {}",
    ActorKind.ORGANISATION: "{} Relief Organisation", ActorKind.COALITION: "Coalition for {}",
}  # fmt: skip

T = TypeVar("T")


class Skewed(Generic[T]):
    """Things of which the first are drawn far more often: the nth about 1/n**0.8 as often."""

    def __init__(self, things: Sequence[T]) -> None:
        """Keep the things; the most talked of come first."""
        self.things = tuple(things)
        self._weights = tuple(accumulate((rank + 1) ** -_SKEW for rank in range(len(things))))

    def draw(self, rng: Random) -> T:
        """Return one of them."""
        return rng.choices(self.things, cum_weights=self._weights)[0]


class Fact(NamedTuple):
    """What articles may tell, or deny."""

    subject: Actor
    relation: Relation
    object: Actor | Place


class Conflict:
    """Those who take part, where it is fought, and 150 facts that most articles repeat."""

    def __init__(self, rng: Random, actors: Sequence[Actor], places: Sequence[Place]) -> None:
        """Make up the facts."""
        self.actors, self._places = Skewed(actors), Skewed(places)
        people = [actor for actor in actors if actor.kind is ActorKind.PERSON]
        self._people = Skewed(people or actors[:1])
        self._facts = Skewed([self._any(rng) for _ in range(_FACTS)])

    def draw(self, rng: Random) -> Fact:
        """Return a fact: in nine of ten cases one that others tell as well."""
        return self._facts.draw(rng) if rng.random() < 0.9 else self._any(rng)

    def _any(self, rng: Random) -> Fact:
        relation = rng.choices(list(_RELATIONS), list(_RELATIONS.values()))[0]
        subject = (self._people if relation is Relation.LEADS else self.actors).draw(rng)
        of_places = RELATIONS[relation].object_family == "place"
        objects: Skewed[Actor] | Skewed[Place] = self._places if of_places else self.actors
        target = objects.draw(rng)
        while target.id == subject.id:
            target = objects.draw(rng)
        return Fact(subject, relation, target)


class World:
    """40 conflicts with 30 actors and 25 places each; the same for the same seed."""

    def __init__(self, seed: int) -> None:
        """Make everybody up."""
        self._rng = Random(f"world {seed}")
        self._used: set[str] = set()
        self.conflicts = Skewed([self._conflict() for _ in range(_CONFLICTS)])

    def _conflict(self) -> Conflict:
        actors = [self._actor() for _ in range(_ACTORS)]
        return Conflict(self._rng, actors, [self._place() for _ in range(_PLACES)])

    def _actor(self) -> Actor:
        kinds, weights = zip(*_KINDS, strict=True)
        kind = self._rng.choices(kinds, weights)[0]
        word = self._word()
        name = _FORMS.get(kind, "{}").format(word)
        return Actor(
            id=f"actor:{slug(name)}", name=name, label=word, kind=kind,
            aliases=(f"{word} side", f"the {name}"), reviewed=self._rng.random() < 0.7,
        )  # fmt: skip

    def _place(self) -> Place:
        name = self._word()
        return Place(
            id=f"place:{slug(name)}", name=name, label=name, kind=PlaceKind.TOWN,
            latitude=round(self._rng.uniform(-30, 50), 4),
            longitude=round(self._rng.uniform(-10, 60), 4),
            aliases=(f"{name} city",), reviewed=self._rng.random() < 0.7,
        )  # fmt: skip

    def _word(self) -> str:
        """Return a name that nobody else has."""
        while True:
            word = "".join(self._rng.choices(_SYLLABLES, k=self._rng.randint(3, 4))).capitalize()
            if word not in self._used:
                self._used.add(word)
                return word
