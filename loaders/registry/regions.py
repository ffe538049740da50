"""Named regions, seas and lines that no gazetteer of towns has, from a file of their own."""

from collections.abc import Iterator
from importlib.resources import files

from graph.identity import new_place
from graph.model import Place
from graph.names import normal
from graph.vocabulary import PlaceKind

_FILE = files(__package__) / "gazetteer" / "regions.tsv"


class Regions:
    """Regions by any of their names."""

    def __init__(self) -> None:
        """Read the file; raises ValueError where a line has not four fields."""
        self._by_name = dict(_named())

    def find(self, name: str) -> Place | None:
        """Return the region called `name`."""
        return self._by_name.get(normal(name))


def _named() -> Iterator[tuple[str, Place]]:
    for line in _FILE.read_text("utf-8").splitlines():
        name, countries, where, others = line.split("\t")
        latitude, longitude = map(float, where.split(","))
        aliases = tuple(others.split("|")) if others else ()
        made = new_place(name, PlaceKind.REGION)
        region = made.model_copy(
            update={
                "country": countries.split("|")[0] or None,
                "latitude": latitude,
                "longitude": longitude,
                "aliases": aliases,
                "reviewed": True,
            }
        )
        for spelling in (name, *aliases):
            yield normal(spelling), region
