"""Names of a text, resolved to known actors and places."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from graph.model import Actor, Place, Post
from graph.names import normal
from graph.vocabulary import ActorKind, PlaceKind
from loaders.registry.gazetteer import Gazetteer
from loaders.registry.known_files import Alias, Entry, Membership
from loaders.registry.known_index import KnownIndex
from loaders.registry.regions import Regions

_ABBREVIATION = 6


@dataclass(frozen=True, slots=True)
class Naming:
    """One name of one known actor, and what kind of name it is: name, demonym or metonym."""

    entry: Entry
    alias: Alias
    kind: str

    def fits(self, words: str) -> bool:
        """Say whether `words` is this name: an abbreviation only in its own capitals, or in all.

        "LeT" is one as well, and "let" another word.
        """
        own = self.alias.name
        inner = own.isalpha() and any(map(str.isupper, own[1:]))
        short = (own.isupper() or inner) and len(own) <= _ABBREVIATION
        return not short or words.replace("’", "'") == own or words.isupper()

    def holds(self, on: str | None) -> bool:
        """Say whether the name was in use at ISO date `on` (None: any time)."""
        return on is None or _within(on, self.alias.since, self.alias.until)


class Registry:
    """Known actors (data files) and places (gazetteer). Implements graph.identity.Identity."""

    def __init__(self, gazetteer: Gazetteer | None = None) -> None:
        """Read the shipped files."""
        self._known = KnownIndex()
        self._gazetteer = gazetteer or Gazetteer()
        self._regions = Regions()
        self._namings: dict[str, tuple[Naming, ...]] = {}
        self._actors: dict[str, Actor] = {}

    def longest(self, word: str) -> int:
        """Return the number of words in the longest name that starts with `word`; 0: none does."""
        return self._known.longest(word)

    def namings(self, norm: str) -> Sequence[Naming]:
        """Return every use of a name given in its normal form."""
        if (found := self._namings.get(norm)) is None:
            found = tuple(Naming(*use) for use in self._known.uses(norm))
            if found:  # what is no name is as many as there are words: it is not kept
                self._namings[norm] = found
        return found

    def entry(self, identifier: str) -> Entry | None:
        """Return what the files say of an actor."""
        return self._known.entry(identifier)

    def told_apart(
        self, namings: Iterable[Naming], on: str | None, countries: Sequence[str]
    ) -> Naming | None:
        """Return the one naming that is meant at this date, in a text about these countries.

        They come most named first: of two that fit, the one of the country named more is meant.
        """
        held = [naming for naming in namings if naming.holds(on)]
        homes = ([n for n in held if country in n.alias.where] for country in countries)
        fitting = next((home for home in homes if home), None)
        fitting = fitting or [n for n in held if not n.alias.where]
        names = [n for n in fitting if n.kind == "name"] or fitting
        return names[0] if len({n.entry.id for n in names}) == 1 else None

    def actor(
        self, name: str, on: str | None = None, countries: Sequence[str] = ()
    ) -> Actor | None:
        """Return the known actor called `name` (or of that id) at `on`; None: not known."""
        if entry := self.entry(name):
            return self.as_actor(entry)
        namings = [n for n in self.namings(normal(name)) if n.kind != "demonym" and n.fits(name)]
        meant = self.told_apart(namings, on, countries)
        return self.as_actor(meant.entry) if meant else None

    def place(self, name: str, countries: Sequence[str] = ()) -> Place | None:
        """Return the known place called `name` (or of that id), nearest to `countries`."""
        if found := self._states.get(name):
            return found
        for naming in self.namings(normal(name)):
            if naming.entry.kind is ActorKind.STATE and naming.kind == "name":
                return self._states[self._place_id(naming.entry)]
        words = name.removeprefix("place:").replace("-", " ") if name.startswith("place:") else name
        if found := self.region(words):
            return found
        place = self._gazetteer.nearest(words, countries)
        return None if place is None or place.id in self._states else place

    def town(self, name: str, countries: Sequence[str]) -> Place | None:
        """Return the town of the gazetteer called `name`, nearest to `countries`."""
        return self._gazetteer.nearest(name, countries)

    def region(self, name: str) -> Place | None:
        """Return the region, sea or line called `name`; a town there that is called so wins."""
        found = self._regions.find(name)
        if found is None:
            return None
        own = (town for town in self._gazetteer.towns(name) if town.country == found.country)
        return None if any(normal(town.name) == normal(name) for town in own) else found

    def is_town(self, name: str) -> bool:
        """Say whether any place of the gazetteer, wherever it is, goes by `name`."""
        return bool(self._gazetteer.towns(name))

    def state_of(self, country: str | None) -> Entry | None:
        """Return the state with an ISO code."""
        return self._by_country.get(country or "")

    def government(self, country: str, on: str | None) -> Entry | None:
        """Return the government, beside the state's own, that sat in the capital at `on`."""
        state = self.state_of(country)
        capitals = {normal(seat.name) for seat in state.metonyms} if state else set()
        found = [
            entry
            for entry in self._known.of_kind(ActorKind.GOVERNMENT, country)
            if on is not None
            and _within(on, entry.since, entry.until)
            and any(normal(seat.name) in capitals for seat in entry.metonyms)
        ]
        return found[0] if len(found) == 1 else None

    def army(self, country: str) -> Entry | None:
        """Return the army of a country that has an entry of its own, such as Sudan's."""
        state = self.state_of(country)
        found = [
            entry
            for entry in self._known.of_kind(ActorKind.MILITARY, country)
            if entry.name.endswith("Armed Forces")
            and state is not None
            and any(post.id == state.id and post.until is None for post in entry.part_of)
        ]
        return found[0] if len(found) == 1 else None

    def led_by(self, person: str, on: str | None, roles: Iterable[str]) -> list[Entry]:
        """Return what a person leads at `on` in one of `roles`, as the files say."""
        entry = self.entry(person)
        posts = [p for p in entry.leads if p.role in set(roles)] if entry else []
        held = (p for p in posts if on is None or _within(on, p.since, p.until))
        return [led for post in held if (led := self.entry(post.id))]

    def leaders(self, organisation: str, on: str | None, roles: Iterable[str]) -> list[Entry]:
        """Return who leads an organisation at `on` in one of `roles`, as the files say."""
        wanted = set(roles)
        return [
            entry
            for entry in self._known.leaders(organisation)
            for post in entry.leads
            if post.id == organisation
            and post.role in wanted
            and (on is None or _within(on, post.since, post.until))
        ]

    def as_actor(self, entry: Entry) -> Actor:
        """Return an entry as the graph keeps it."""
        if made := self._actors.get(entry.id):
            return made
        made = self._actors[entry.id] = self._made(entry)
        return made

    @staticmethod
    def _made(entry: Entry) -> Actor:
        names = dict.fromkeys(a.name for a in (*entry.aliases, *entry.metonyms))
        return Actor(
            id=entry.id, name=entry.name, label=entry.label, kind=entry.kind,
            country=entry.country, aliases=tuple(n for n in names if n != entry.name),
            leads=tuple(_post(post) for post in entry.leads),
            part_of=tuple(_post(post) for post in entry.part_of), reviewed=True,
        )  # fmt: skip

    @cached_property
    def _by_country(self) -> dict[str, Entry]:
        current = (entry for entry in self._known.states() if entry.country and not entry.until)
        return {str(entry.country): entry for entry in current}

    @cached_property
    def _states(self) -> dict[str, Place]:
        places = (
            Place(
                id=self._place_id(entry),
                name=entry.name,
                label=entry.label,
                kind=PlaceKind.COUNTRY,
                country=entry.country,
                reviewed=True,
                aliases=tuple(alias.name for alias in entry.aliases),
            )  # fmt: skip
            for entry in self._known.states()
        )
        return {place.id: place for place in places}

    @staticmethod
    def _place_id(entry: Entry) -> str:
        return "place:" + entry.id.removeprefix("actor:")


def _post(post: Membership) -> Post:
    return Post(id=post.id, role=post.role, since=post.since, until=post.until)


def _within(on: str, since: str | None, until: str | None) -> bool:
    return (since or "") <= on and on <= (until or "9999") + "-99"
