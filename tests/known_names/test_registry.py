"""Names resolve at a date, in a context; an unknown name resolves to nobody."""

import pytest

from loaders.registry.known_files import Alias
from loaders.registry.registry import Naming, Registry


@pytest.fixture(scope="module")
def registry() -> Registry:
    return Registry()


@pytest.mark.parametrize(
    ("name", "on", "countries", "expected"),
    [
        ("Haftar", "2020-01-07", [], "actor:khalifa-haftar"),
        ("GNA", "2020-01-07", ["LY"], "actor:government-of-national-accord"),
        ("the Kremlin", "2022-03-01", [], None),
        ("Kremlin", "2022-03-01", [], "actor:russia"),
        ("Ankara", "2020-01-07", [], "actor:turkey"),
        ("Tripoli", "2020-01-07", ["LY"], "actor:government-of-national-accord"),
        ("Tripoli", "2008-01-07", ["LY"], "actor:libya"),
        ("Türkiye", "2023-01-01", [], "actor:turkey"),
        ("turkiye", "2023-01-01", [], "actor:turkey"),
        ("IS", "2016-01-01", [], "actor:islamic-state"),
        ("is", "2016-01-01", [], None),
        ("LeT", "2016-01-01", ["IN"], "actor:lashkar-e-taiba"),
        ("Let", "2016-01-01", ["IN"], None),
        ("blue helmets", "2016-01-01", [], "actor:united-nations"),
        ("Haftarr", "2020-01-07", [], None),
        ("Maoists", "2006-01-07", ["NP", "IN"], "actor:communist-party-of-nepal-maoist"),
        ("Maoists", "2006-01-07", ["IN", "NP"], "actor:communist-party-of-india-maoist"),
    ],
)
def test_actor(
    registry: Registry, name: str, on: str, countries: list[str], expected: str | None
) -> None:
    found = registry.actor(name, on, countries)
    assert (found.id if found else None) == expected


@pytest.mark.parametrize(
    ("name", "countries", "expected"),
    [
        ("Sirte", ["LY"], "place:sirte"),
        ("Libya", [], "place:libya"),
        ("Tripoli", ["LY"], "place:tripoli"),
        ("Tripoli", ["LB"], "place:tripoli-lb"),
        ("al-Fashir", ["SD"], "place:el-fasher"),
        ("Severodonetsk", ["UA"], "place:siverskodonetsk"),
        ("Nowhere-on-Sea", ["LY"], None),
        ("Gao", ["UA"], None),
        ("Sirte", [], "place:sirte"),  # a name that no place elsewhere has
        ("Bargarh", [], "place:bargarh"),
        ("Baga", [], None),  # as Bargarh is called too: other names count only at home
    ],
)
def test_place(registry: Registry, name: str, countries: list[str], expected: str | None) -> None:
    found = registry.place(name, countries)
    assert (found.id if found else None) == expected


def test_a_script_without_capitals_has_no_abbreviations(registry: Registry) -> None:
    entry = registry.entry("actor:khalifa-haftar")
    assert entry is not None
    assert Naming(entry, Alias(name="حفتر"), "name").fits("حَفتر")
    assert not Naming(entry, Alias(name="HaF"), "name").fits("Haf")


def test_a_place_has_its_country_and_coordinates(registry: Registry) -> None:
    sirte = registry.place("Sirte", ["LY"])
    assert sirte is not None
    assert (sirte.country, round(sirte.latitude or 0), round(sirte.longitude or 0)) == (
        "LY",
        31,
        17,
    )


def test_who_leads_what_and_when(registry: Registry) -> None:
    heads = ("head", "commander")
    led = registry.led_by("actor:khalifa-haftar", "2020-01-07", heads)
    assert "actor:libyan-national-army" in {entry.id for entry in led}
    assert registry.led_by("actor:recep-tayyip-erdogan", "1999-01-01", heads) == []


def test_the_government_in_the_capital(registry: Registry) -> None:
    found = registry.government("LY", "2020-01-07")
    assert found is not None
    assert found.id == "actor:government-of-national-accord"
    assert registry.government("FR", "2020-01-07") is None


def test_regions_seas_and_lines_are_places(registry: Registry) -> None:
    bank = registry.place("West Bank")
    assert bank and (bank.id, bank.kind, bank.country) == ("place:west-bank", "region", "PS")
    assert registry.place("Caribbean Sea") and registry.place("Line of Control")
    assert registry.region("Nowhere at all") is None


def test_a_town_wins_over_the_region_around_it(registry: Registry) -> None:
    idlib = registry.place("Idlib", ["SY"])
    assert idlib and idlib.kind == "town"
    assert registry.region("Idlib") is None
