"""What an article has told so far: when, about which countries, whom it named."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from spacy.tokens import Token

from graph.identity import new_actor
from graph.model import Actor, Place
from graph.names import ends_in, normal
from graph.vocabulary import ActorKind, PlaceKind
from loaders.extraction.calling import Calling
from loaders.registry.registry import Registry

WhoOf = Callable[[Token, int], Actor | None]
"""How rooms ask whom a word means, and how many words deep they have asked already."""
WhereOf = Callable[[Token, bool, int], Place | None]
"""How rooms ask which place a word means: the word, known places only, words deep."""

# "the March 23 Movement (M23)": a name, then its abbreviation in brackets
# A hyphen before a small letter is inside a word, any other parts two: so each stretch of text
# is taken in one way only, and a scan takes time in step with its length.
_CAPITAL = r"[\w'’]*+(?:-[a-z][\w'’]*+)*+"
_WORD = rf"[A-Z0-9]{_CAPITAL}|of|for|and|the|de|du|des|la|al|et"
_INTRODUCED = re.compile(
    rf"(?<!\w)((?:[A-Z]{_CAPITAL}|of|the|al)(?:[ -](?:{_WORD})){{1,9}})"
    r" ?\(([A-Z][A-Z0-9-]{1,8})\)"
)
_OFTEN = 2
_MOSTLY = 2
_NO_TOWN = (PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.SITE)
_LEADING = ("head", "commander")
_SPEAKING = (*_LEADING, "minister", "spokesperson")
_ARMED = (ActorKind.MILITARY, ActorKind.ARMED_GROUP, ActorKind.GOVERNMENT, ActorKind.COALITION)


@dataclass(frozen=True, slots=True)
class Seen:
    """An actor that was named at a place of the text."""

    actor: Actor
    offset: int
    sentence: int
    subject: bool


@dataclass(frozen=True, slots=True)
class SeenPlace:
    """A place that was named at a place of the text."""

    place: Place
    offset: int
    sentence: int


def home_of(named: Mapping[str, int]) -> str | None:
    """Return the country whose a text's "soldiers" are: the only one named, or by far the most.

    `named` tells how often each country is named, most named first.
    """
    (home, times), *others = named.items() or [(None, 0)]
    return home if all(times >= _MOSTLY * less for _, less in others) else None


@dataclass
class Context:
    """One article as it is read from its start to its end.

    `countries` are those that it names, most named first; `home` is what home_of says of them;
    `where` are those in which the places named so far lie.
    """

    registry: Registry
    published: str | None
    countries: Sequence[str]
    home: str | None
    local: dict[str, Actor] = field(default_factory=dict)
    seen: list[Seen] = field(default_factory=list)
    named: dict[str, Actor] = field(default_factory=dict)
    places: list[SeenPlace] = field(default_factory=list)
    where: set[str] = field(default_factory=set)
    led: dict[str, Actor] = field(default_factory=dict)
    calling: Calling = field(default_factory=Calling)
    sentence: int = 0

    @property
    def country(self) -> str | None:
        """Return the country that the text names most."""
        return self.countries[0] if self.countries else None

    @property
    def elsewhere(self) -> bool:
        """Whether all places named so far lie in countries of which the text names nobody."""
        return bool(self.where) and self.where.isdisjoint(self.countries)

    def introduce(self, text: str) -> None:
        """Learn the abbreviations that a text introduces for names it gives in full."""
        for match in _INTRODUCED.finditer(text):
            name, short = match.groups()
            for words in _tails(name):
                if _abbreviates(short, words):
                    known = self.registry.actor(words, self.published, self.countries)
                    self.local.setdefault(short, known or new_actor(words, ActorKind.ARMED_GROUP))
                    break

    def organisation(self, person: Actor) -> Actor:
        """Return whom a person's forces are: what he leads by the text or the registry, else he."""
        if person.kind not in (ActorKind.PERSON, ActorKind.UNKNOWN):
            return person
        if led := self.led.get(person.id):
            return led
        entries = self.registry.led_by(person.id, self.published, _LEADING)
        armed = [entry for entry in entries if entry.kind in _ARMED] or entries
        return self.registry.as_actor(armed[0]) if armed else person

    def spoken_for(self, person: str) -> Actor | None:
        """Return whom the person of an id leads or speaks for, by the text or the registry."""
        if led := self.led.get(person):
            return led
        posts = self.registry.led_by(person, self.published, _SPEAKING)
        return self.registry.as_actor(posts[0]) if posts else None

    def government(self) -> Actor | None:
        """Return the government of the country that the text is about, the named one first."""
        if self.country is None:
            return None
        named = [
            actor
            for actor in self.named.values()
            if actor.kind is ActorKind.GOVERNMENT and actor.country == self.country
        ]
        if len(named) == 1:
            return named[0]
        entry = self.registry.government(self.country, self.published)
        entry = entry or self.registry.state_of(self.country)
        return self.registry.as_actor(entry) if entry else None

    def note(self, actor: Actor, offset: int, subject: bool) -> None:
        """Remember that an actor was named."""
        self.seen.append(Seen(actor, offset, self.sentence, subject))
        self.named.setdefault(actor.id, actor)

    def note_place(self, place: Place, offset: int) -> None:
        """Remember that a place was named."""
        self.places.append(SeenPlace(place, offset, self.sentence))
        if place.country:
            self.where.add(place.country)

    def before(self, offset: int, reach: int) -> list[Seen]:
        """Return who was named before an offset, latest first, up to `reach` sentences back."""
        first = self.sentence - reach
        near = takewhile(lambda seen: seen.sentence >= first, reversed(self.seen))
        return [seen for seen in near if seen.offset < offset]

    def place_before(self, offset: int, reach: int) -> Place | None:
        """Return the place that was named last before an offset, a town before a country."""
        first = self.sentence - reach
        recent = takewhile(lambda seen: seen.sentence >= first, reversed(self.places))
        near = [seen.place for seen in recent if seen.offset < offset]
        towns = [place for place in near if place.kind is not PlaceKind.COUNTRY]
        return next(iter(towns or near), None)

    def place_called(self, word: str, offset: int) -> Place | None:
        """Return the place named last before an offset of which a name ends in a word."""
        before = (seen.place for seen in reversed(self.places) if seen.offset < offset)
        return next(
            (place for place in before if ends_in((place.name, *place.aliases), word)), None
        )

    def town_before(self, offset: int, reach: int) -> Place | None:
        """Return the town that "the town" is: the one named last, unless another is named more."""
        towns = [seen for seen in self.places if seen.place.kind is PlaceKind.TOWN]
        times = Counter(seen.place.id for seen in towns if seen.offset < offset)
        last = self._town_before(offset, reach)
        (most, count), *others = times.most_common(2) or [("", 0)]
        if count < _OFTEN or any(other == count for _, other in others):
            return last
        return next(seen.place for seen in towns if seen.place.id == most)

    def _town_before(self, offset: int, reach: int) -> Place | None:
        """Return the last place that may be a town, further back the only one."""
        before = [seen for seen in self.places if seen.offset < offset]
        towns = [seen for seen in before if seen.place.kind not in _NO_TOWN]
        near = [seen for seen in towns if seen.sentence >= self.sentence - reach]
        only = {seen.place.id for seen in towns}
        return near[-1].place if near else towns[0].place if len(only) == 1 else None

    def army(self) -> Actor | None:
        """Return the army of the country that the text is about: its own entry, else the state.

        None where the text's places lie elsewhere: it names a helper more often than the country.
        """
        if self.where and self.country not in self.where:
            return None
        entry = self.registry.army(self.country) if self.country else None
        return self.registry.as_actor(entry) if entry else self.government()


def _tails(name: str) -> Iterator[str]:
    """Return a run of capitalised words, then the same with words left off at its start."""
    words = name.split(" ")
    for start in range(len(words)):
        if words[start][:1].isupper() or words[start][:1].isdigit():
            yield " ".join(words[start:])


def _abbreviates(short: str, name: str) -> bool:
    """Say whether the letters of an abbreviation start the words of a name, in order."""
    letters = [c for c in short.casefold() if c.isalpha()]
    words = [w for w in normal(name).split() if w not in ("of", "for", "and", "the", "de", "la")]
    initials = iter(w[0] for w in words)
    return len(words) <= len(letters) + 1 and all(letter in initials for letter in letters)
