"""Places of GeoNames (CC BY 4.0) and of our own list, looked up in two sorted files.

The files are not read whole: an article asks for a few names.
"""

import mmap
import re
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import as_file, files
from typing import NamedTuple

from graph.model import Place
from graph.names import normal, slug
from graph.vocabulary import PlaceKind

_ARTICLE = re.compile(r"^(?:al|el|ar|as|ad|at|az|an|ash|adh|ath) (?=\S{4})")
_FOLDER = files(__package__) / "gazetteer"
# A namesake far from what the text is about must be a city that news names without its country,
# or bear a name that no place elsewhere has.
_WORLD_CITY = 200_000
_ONLY_TOWN = 50_000


class Town(NamedTuple):
    """One place; on a frontier, or disputed, of several countries, the most telling first."""

    id: str
    name: str
    kind: PlaceKind
    countries: tuple[str, ...]
    latitude: float
    longitude: float
    population: int
    aliases: tuple[str, ...]

    @property
    def country(self) -> str:
        """The most telling of its countries."""
        return self.countries[0]

    @property
    def is_listed(self) -> bool:
        """Whether it is of our own list, of places that wars made known."""
        return not self.id.isdigit()


class Gazetteer:
    """Populated places by any of their names."""

    def nearest(self, name: str, countries: Iterable[str]) -> Place | None:
        """Return the place called `name` in one of `countries`, most telling country first.

        Elsewhere only a large city counts by its own name, and one that nothing elsewhere is called
        like. None: not known.
        """
        found = self.towns(name)
        for country in countries:
            if here := [town for town in found if country in town.countries]:
                return self._place(max(here, key=lambda t: (_is(t, name), t.population)))
        only = len({town.country for town in found}) == 1
        least = _ONLY_TOWN if only else _WORLD_CITY
        far = [town for town in found if town.population >= least and _is(town, name)]
        if only:
            far += [town for town in found if town.is_listed]
        return self._place(max(far, key=lambda town: town.population)) if far else None

    def towns(self, name: str) -> tuple[Town, ...]:
        """Return every place that goes by `name`, largest first."""
        return _towns(normal(name))

    def _place(self, town: Town) -> Place:
        return Place(
            id=self._id(town),
            name=town.name,
            label=town.name,
            kind=town.kind,
            country=town.country,
            latitude=town.latitude,
            longitude=town.longitude,
            aliases=town.aliases,
            reviewed=True,
        )

    def _id(self, town: Town) -> str:
        """Return the plain slug for the largest of that name; others say their country."""
        base = f"place:{slug(town.name)}"
        namesakes = [t for t in self.towns(town.name) if normal(t.name) == normal(town.name)]
        if town in namesakes[:1] or not namesakes:  # none: a name that is not written in ASCII
            return base
        first = next(t for t in namesakes if t.country == town.country)
        ending = town.country.casefold()
        return f"{base}-{ending}" if first == town else f"{base}-{ending}-{town.id}"


@lru_cache(maxsize=10_000)  # an article asks for the same few names again and again
def _towns(name: str) -> tuple[Town, ...]:
    rows = _rows(_lines("place_names.tsv"), name)
    towns = [_town(row.split("\t")[1]) for row in rows]
    return tuple(sorted(towns, key=lambda town: (-town.population, town.id)))


def _town(identifier: str) -> Town:
    (row,) = _rows(_lines("places.tsv"), identifier)
    _, name, kind, countries, latitude, longitude, population, aliases = row.split("\t")
    return Town(
        identifier, name, PlaceKind(kind), tuple(countries.split("|")),
        float(latitude), float(longitude), int(population),
        tuple(aliases.split("|")) if aliases else (),
    )  # fmt: skip


def _is(town: Town, name: str) -> bool:
    return bare(normal(town.name)) == bare(normal(name))


def bare(form: str) -> str:
    """Return a normal form without its Arabic article and the h at its end, which spellings add."""
    return _ARTICLE.sub("", form).removesuffix("h")


@lru_cache
def _lines(file: str) -> mmap.mmap:
    with as_file(_FOLDER / file) as path, path.open("rb") as opened:
        return mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ)


def _rows(lines: mmap.mmap, key: str) -> list[str]:
    """Return the rows of a sorted file whose first field is `key`."""
    wanted = key.encode() + b"\t"
    low, high = 0, len(lines)
    while low < high:
        middle = lines.rfind(b"\n", 0, (low + high) // 2) + 1
        if lines[middle : middle + len(wanted)] < wanted:
            low = lines.find(b"\n", (low + high) // 2) + 1
        else:
            high = middle
    found = []
    while lines[low : low + len(wanted)] == wanted:
        end = lines.find(b"\n", low)
        found.append(lines[low:end].decode())
        low = end + 1
    return found
