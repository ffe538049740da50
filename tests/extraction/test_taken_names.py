"""Names that no file holds are places where places stand, and people where people stand.

The names are made up, so that no gazetteer comes to hold them.
"""

import pytest

from loaders.extraction.extractor import Extractor
from tests.extraction.told import facts, read


@pytest.mark.parametrize(
    ("text", "taker", "mode", "place"),
    [
        ("Al-Shabaab took Qorbulo on Wednesday.", "al-shabaab", "captured", "qorbulo"),
        ("Qorbulo was taken by al-Shabaab on Tuesday.", "al-shabaab", "captured", "qorbulo"),
        ("Qorbulo fell to al-Shabaab on Tuesday.", "al-shabaab", "captured", "qorbulo"),
        ("The fall of Qorbulo to al-Shabaab drew warnings.", "al-shabaab", "captured", "qorbulo"),
        ("Azerbaijan said it had captured Hazrut.", "azerbaijan", "captured", "hazrut"),
        ("The Taliban retook Sher Dobit from the army.", "taliban", "recaptured", "sher-dobit"),
        ("Hazrut, which Azerbaijan captured in May, is empty.", "azerbaijan", "captured", "hazrut"),
        ("Hamas's siege of Hazrut lasted a week.", "hamas", "besieges", "hazrut"),
    ],
)
def test_what_is_taken_is_a_place(
    text: str, taker: str, mode: str, place: str, extractor: Extractor
) -> None:
    taken = {row[:3] for row in facts(read(extractor, text))}
    assert (f"captured/{mode}", taker, place) in taken


@pytest.mark.parametrize(
    "text",
    [
        "The Taliban seized Ali Salem in Kabul.",
        "The Taliban captured Commander Orhan Belcek in Herat.",
        "Belcek, an aide to the president, fell out with al-Shabaab.",
    ],
)
def test_people_who_are_taken_are_no_places(text: str, extractor: Extractor) -> None:
    claims = read(extractor, text)
    assert not [c for c in claims if c.relation == "captured"]


def test_a_later_part_of_a_name_is_nobody_else(extractor: Extractor) -> None:
    text = 'Russia sent arms to Haftar, said Brigadier Rajendra Belcek. "We saw them," he added.'
    names = {c.speaker.name for c in read(extractor, text) if c.speaker}
    assert names <= {"Brigadier Rajendra Belcek"}
