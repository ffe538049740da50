"""What stands beside a deed and is none of it: people abroad, flags, cups, what is only where."""

import pytest

from loaders.extraction.extractor import Extractor
from tests.extraction.told import read


def _told(extractor: Extractor, text: str, published: str) -> set[str]:
    claims = read(extractor, text, published)
    return {f"{c.subject.name} {c.relation} {c.object.name}" for c in claims}


@pytest.mark.parametrize(
    ("text", "told", "untold"),
    [
        (
            "Ten Syrian citizens, including two children, are killed in an Israeli airstrike on a "
            "residential building in Nabatieh, Lebanon.",
            "Israel opposes Lebanon",
            "Israel opposes Syria",
        ),
        (
            "Three Ethiopian migrants were killed by a Saudi air raid near Saada, Yemen.",
            "Saudi Arabia opposes Yemen",
            "Saudi Arabia opposes Ethiopia",
        ),
        (
            "Washington sanctioned Iran and declared two Mexican cartels to be terrorists.",
            "United States opposes Iran",
            "United States opposes Mexico",
        ),
        (
            "Pakistani commandos cleared most of the Red Mosque in Islamabad on Tuesday.",
            "Pakistan captured Red Mosque",
            "Pakistan captured Islamabad",
        ),
        (
            "Libyan rebels took Brega on Monday and reported gains south of the capital Tripoli.",
            "National Liberation Army of Libya captured Al Burayqah",
            "National Liberation Army of Libya captured Tripoli",
        ),
        (
            "Chile's president called Álvaro Uribe a liar, and Rafael Correa expelled his envoy; "
            "Venezuela expelled the Colombian ambassador.",
            "Venezuela opposes Colombia",
            "Rafael Correa opposes Ecuador",
        ),
    ],
)
def test_another_is_meant(extractor: Extractor, text: str, told: str, untold: str) -> None:
    found = _told(extractor, text, "2011-05-01")
    assert told in found
    assert untold not in found


@pytest.mark.parametrize(
    "text",
    [
        "India captured the World Cup in Mumbai on Saturday, beating Sri Lanka by six wickets.",
        "A Liberian-flagged vessel entered Odesa on Monday.",
        "A Russian-made rocket struck Kilis in Turkey.",
    ],
)
def test_nothing_is_told(extractor: Extractor, text: str) -> None:
    assert _told(extractor, text, "2011-05-01") == set()


def test_fighters_of_a_man_are_no_states(extractor: Extractor) -> None:
    """Who is at the head of a state is not so for those who fight for him as rebels."""
    for fighters in ("Fighters backing", "On Monday fighters backing", "Fighters loyal to"):
        text = f"{fighters} Alassane Ouattara took Yamoussoukro."
        assert _told(extractor, text, "2011-03-31") == {"Alassane Ouattara captured Yamoussoukro"}


@pytest.mark.parametrize(
    ("text", "untold"),
    [
        (
            "The Islamic Courts Union had given up Mogadishu and its men were seen driving south "
            "to Kismayo.",
            "Islamic Courts Union captured Kismayo",
        ),
        (
            "Seiyun fell to forces of the Southern Transitional Council; the Hadramaut Alliance "
            "still held Qorbul on Wednesday.",
            "Hadramaut Alliance captured Seiyun",
        ),
        (
            "Hezbollah men died in Qusayr. They were killed fighting alongside the Syrian army; "
            "Russia bombed Idlib.",
            "Syria opposes Hezbollah",
        ),
        (
            "Ukraine handed the bodies of Russian soldiers to Russia and bombed Belgorod.",
            "Ukraine deployed-to Russia",
        ),
        (
            "Egypt cut ties with Qatar, accusing it of supporting the Muslim Brotherhood, Islamic "
            "State and groups backed by Iran.",
            "Iran backs Muslim Brotherhood",
        ),
    ],
)
def test_it_is_told_of_another(extractor: Extractor, text: str, untold: str) -> None:
    found = _told(extractor, text, "2020-05-01")
    assert found
    assert untold not in found


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("A pact obliges Armenia to give up Kalbajar by 15 November.", "captured"),
        ("American soldiers who are to train Philippine troops landed on Basilan.", "backs"),
    ],
)
def test_what_is_to_happen_has_not(extractor: Extractor, text: str, relation: str) -> None:
    claims = [c for c in read(extractor, text, "2020-11-10") if c.relation == relation]
    assert [c.modality for c in claims] == ["planned"]


def test_a_described_subject_does_what_is_told(extractor: Extractor) -> None:
    text = "Wagner mercenaries fighting for Haftar withdrew from Sirte."
    claims = read(extractor, text, "2020-11-10")
    told = {f"{c.subject.name} {c.relation}/{c.mode} {c.object.name}: {c.polarity}" for c in claims}
    assert told == {
        "Wagner Group backs/troops Khalifa Haftar: affirmed",
        "Wagner Group captured/withdrew Sirte: affirmed",
        "Wagner Group deployed-to/withdrew Sirte: affirmed",
    }
