"""Places that wars made known, of our own list, beside GeoNames' towns."""

import pytest

from graph.names import normal
from loaders.registry.build_places import FOLDER, Row, listed
from loaders.registry.gazetteer import Gazetteer
from loaders.registry.registry import Registry

LINES = (FOLDER / "listed_places.tsv").read_text("utf-8")


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer()


@pytest.fixture(scope="module")
def registry() -> Registry:
    return Registry()


def test_every_listed_name_is_found_near_where_the_list_says(gazetteer: Gazetteer) -> None:
    far = [
        (name, row.id)
        for row in listed(LINES)
        for name in row.names.values()
        if not any(_is_near(row, town.latitude, town.longitude) for town in gazetteer.towns(name))
    ]
    assert far == []


def _is_near(row: Row, latitude: float, longitude: float) -> bool:
    return abs(row.latitude - latitude) < 1 and abs(row.longitude - longitude) < 1


@pytest.mark.parametrize(
    ("name", "countries", "expected"),
    [
        ("Heglig", ["SD"], "place:heglig"),
        ("Heglig", ["SS"], "place:heglig"),  # on a frontier: of both
        ("Heglig", [], "place:heglig"),  # nothing elsewhere is called so
        ("Hodeidah", ["YE"], "place:al-hudaydah"),  # another spelling of a town that GeoNames has
        ("Maarat al-Numan", ["SY"], "place:ma-arrat-an-nu-man"),
        ("Baghuz", ["SY"], "place:baghuz"),
    ],
)
def test_listed_place(name: str, countries: list[str], expected: str, registry: Registry) -> None:
    found = registry.place(name, countries)
    assert found is not None
    assert found.id == expected


def test_a_site_is_no_town(registry: Registry) -> None:
    found = registry.place("Azovstal", ["UA"])
    assert found is not None
    assert found.kind == "site"


def test_the_list_is_sorted_and_has_each_place_once() -> None:
    lines = LINES.splitlines()
    assert lines == sorted(lines, key=str.encode)
    keys = [(normal(row.name), row.countries[0]) for row in listed(LINES)]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("line", ["Heglig", "Heglig\tsite\tSD\tnorth\t", "Heglig\thill\tSD\t1,2\t"])
def test_a_bad_line_is_named(line: str) -> None:
    with pytest.raises(ValueError, match=r"line 1: .*Heglig"):
        list(listed(line))
