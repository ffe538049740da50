"""Plain sentences of the news: who is meant, who did it, and what is no claim."""

import pytest

from loaders.extraction.extractor import Extractor
from tests.extraction.told import read


def _told(extractor: Extractor, text: str) -> set[str]:
    return {
        f"{c.subject.name} {c.relation} {c.object.name}: {c.polarity} {c.modality}"
        for c in read(extractor, text)
    }


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Clashes erupted between the SDF and Turkish forces near Manbij.",
            "Syrian Democratic Forces opposes Turkey: affirmed actual",
        ),
        (
            "Hezbollah is a proxy of Iran.",
            "Iran backs Hezbollah: affirmed actual",
        ),
        (
            "Kataib Hezbollah, an Iranian proxy in Iraq, fired rockets at American troops.",
            "Iran backs Kataib Hezbollah: affirmed actual",
        ),
        (
            "The Netherlands became the first NATO country to end its mission in Afghanistan.",
            "Netherlands deployed-to Afghanistan: affirmed actual",
        ),
        (
            "The Rapid Support Forces began to withdraw from El Fasher on Monday.",
            "Rapid Support Forces captured El Fasher: affirmed actual",
        ),
        (
            "There are no British troops fighting in Bakhmut.",
            "United Kingdom deployed-to Bakhmut: denied actual",
        ),
        (
            "Raqqa surrendered to the Islamic State.",
            "Islamic State captured Ar Raqqah: affirmed actual",
        ),
        (
            "The Ivorian army has renewed its allegiance to Laurent Gbagbo.",
            "Ivory Coast backs Laurent Gbagbo: affirmed actual",
        ),
        (
            "Iraq allowed Turkey to send troops into Duhok.",
            "Turkey deployed-to Dihok: affirmed actual",
        ),
    ],
)
def test_what_it_tells(extractor: Extractor, text: str, told: str) -> None:
    assert told in _told(extractor, text)


@pytest.mark.parametrize(
    ("text", "never"),
    [
        (
            "Kenya proscribed al-Shabaab in 2010, and Britain followed suit.",
            "Kenya backs Al-Shabaab",
        ),
        ("China and Russia opposed sanctions against Syria.", "Russia opposes Syria"),
        ("Hungary blocked an embargo on Russian oil.", "Hungary opposes Russia"),
        (
            "Chadian troops fought shoulder to shoulder with France in Mali.",
            "Chad deployed-to France",
        ),
        ("Saudi Arabia withdrew its ambassador from Beirut.", "Saudi Arabia captured Beirut"),
        ("Brazil surrendered meekly to Germany in Belo Horizonte.", "Germany captured"),
        ("Russia rejected a Saudi request to send troops to Yemen.", "Saudi Arabia deployed-to"),
        (
            "The Netherlands became the first NATO country to end its mission in Afghanistan.",
            "North Atlantic Treaty Organization deployed-to",
        ),
        (
            "Turkey allowed its bases to be used by the United States against Islamic State.",
            "Turkey deployed-to United States",
        ),
        (
            "The Houthis took Marib. The Emirates announced that they were reducing their forces"
            " in Yemen.",
            "Houthis deployed-to Yemen",
        ),
    ],
)
def test_what_it_does_not_tell(extractor: Extractor, text: str, never: str) -> None:
    assert not [told for told in _told(extractor, text) if told.startswith(never)]


def test_the_enclave_is_the_place_named_before(extractor: Extractor) -> None:
    told = _told(extractor, "Turkish troops entered Afrin. Russia keeps observers in the enclave.")
    assert "Russia deployed-to Afrin: affirmed actual" in told


def test_where_they_came_by_is_not_where_they_are(extractor: Extractor) -> None:
    text = "The United States military said Russia had flown fighter jets to Libya via Syria."
    told = _told(extractor, text)
    assert "Russia deployed-to Libya: affirmed actual" in told
    assert not [claim for claim in told if "deployed-to Syria" in claim]


def test_to_them_is_not_whom_the_clause_tells_of(extractor: Extractor) -> None:
    text = (
        "The United States trained the SDF against Islamic State, which lost its last village,"
        " Baghuz, to them in March."
    )
    told = _told(extractor, text)
    assert "Syrian Democratic Forces captured Baghuz: affirmed actual" in told
    assert not [claim for claim in told if claim.startswith("Islamic State opposes Islamic State")]
