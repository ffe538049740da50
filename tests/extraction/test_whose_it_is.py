"""Who is meant by a noun with a name beside it, an organ of a state, "his country", "them"."""

import pytest

from loaders.extraction.extractor import Extractor
from tests.extraction.told import read


def _facts(extractor: Extractor, text: str) -> set[str]:
    return {
        f"{c.subject.name} {c.relation}/{c.mode} {c.object.name}"
        for c in read(extractor, text)
        if (c.polarity, c.modality) == ("affirmed", "actual")
    }


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "American and Norwegian instructors train a Syrian faction called Maghaweir al-Thowra.",
            "Norway backs/training Syrian Free Army",
        ),
        (
            "Ankara trains a Syrian militia known as Liwa Qorbul.",
            "Turkey backs/training Liwa Qorbul",
        ),
        (
            "Qorbul al-Izza, a small outfit supplied by the CIA, is based in Idlib.",
            "United States backs/unspecified Qorbul al-Izza",
        ),
        (
            "North Korea's Central Military Commission acknowledged for the first time that it had "
            "sent soldiers to fight alongside Russia in Kursk.",
            "North Korea backs/troops Russia",
        ),
        (
            "French president Emmanuel Macron said his country had sent troops to Mali.",
            "France deployed-to/troops Mali",
        ),
        (
            "Nicaragua became the second country after Russia to recognise South Ossetia.",
            "Russia backs/recognition South Ossetia",
        ),
        ("Iran has sold Sudan missiles.", "Iran backs/weapons Sudan"),
        (
            "Saudi warplanes pounded Houthi positions after the rebels killed a Saudi soldier.",
            "Houthis opposes/armed Saudi Arabia",
        ),
        ("Britain flew its soldiers home from Mali.", "United Kingdom deployed-to/withdrew Mali"),
        ("Armenia gave up Qorbulo on Monday.", "Armenia captured/lost Qorbulo"),
    ],
)
def test_who_is_meant(extractor: Extractor, text: str, told: str) -> None:
    assert told in _facts(extractor, text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Iran launched missiles at Israel, and American aircraft helped to bring them down.",
            {"Iran opposes/armed Israel"},
        ),
        (
            "Iran launched missiles at Israel, and the United States shot them down.",
            {"Iran opposes/armed Israel"},
        ),
        ("The minister said his country had sent troops to Syria.", set()),
        ("The army gave up Ali Qorbul.", set()),
        (
            "A Saudi soldier killed two Iranians.",
            set(),
        ),
    ],
)
def test_who_is_not(extractor: Extractor, text: str, told: set[str]) -> None:
    assert _facts(extractor, text) == told


def test_the_army_of_another_country_is_not_meant(extractor: Extractor) -> None:
    """Of the towns of a country that a text does not name "the army" is not that of one it does."""
    found = _facts(extractor, "Rwandan-backed rebels entered Goma after the army fled.")
    assert "Rwandan-backed rebels captured/captured Goma" in found
    assert not any(fact.startswith(("Rwanda captured", "Rwanda deployed")) for fact in found)


def test_who_calls_it_a_lie_has_not_said_it(extractor: Extractor) -> None:
    text = "Congo's president accused Rwanda of sending troops to Uganda; Rwanda said it was a lie."
    claims = [c for c in read(extractor, text) if c.relation == "opposes"]
    assert claims
    assert all(c.speaker is None or c.speaker.name != "Rwanda" for c in claims)
