"""Nouns that name who does it: "an ally of X", "X's backers", "A, along with B,"."""

import pytest

from loaders.extraction.extractor import Extractor
from tests.extraction.told import read

HAFTAR = "Khalifa Haftar"


def _backers(extractor: Extractor, text: str) -> dict[str, str]:
    """Return who backs Haftar by a text, and whether that is affirmed."""
    return {
        claim.subject.name: claim.polarity.value
        for claim in read(extractor, text)
        if (claim.relation, claim.object.name) == ("backs", HAFTAR)
    }


EGYPT, BOTH = {"Egypt"}, {"Egypt", "Russia"}


@pytest.mark.parametrize(
    ("text", "backers"),
    [
        ("Egypt is a staunch ally of Haftar.", EGYPT),
        ("Egypt is one of Haftar's closest allies.", EGYPT),
        ("Egypt remains a key backer of Khalifa Haftar.", EGYPT),
        ("Egypt and Russia are Haftar's main sponsors.", BOTH),
        ("Haftar's main backers are Egypt and Russia.", BOTH),
        ("Haftar's backers include Egypt and Russia.", BOTH),
        ("Haftar's backers, including Egypt and Russia, met in Cairo.", BOTH),
        ("Haftar's foreign backers - Egypt and Russia - met in Cairo.", BOTH),
        ("Among Haftar's backers are Egypt and Russia.", BOTH),
        ("Haftar counts Egypt and Russia among his backers.", BOTH),
        ("Haftar's ally Egypt called on him to accept a truce.", EGYPT),
        ("Russia, along with Egypt, supports Haftar.", BOTH),
    ],
)
def test_who_is_named(extractor: Extractor, text: str, backers: set[str]) -> None:
    assert _backers(extractor, text) == dict.fromkeys(backers, "affirmed")


def test_no_ally_is_denied(extractor: Extractor) -> None:
    assert _backers(extractor, "Egypt is not an ally of Haftar.") == {"Egypt": "denied"}


def test_what_hangs_on_an_ally_says_nothing_of_the_tie(extractor: Extractor) -> None:
    text = "Turkey asked Egypt's ally Haftar to withdraw from Sirte."
    found = [c for c in read(extractor, text) if c.relation == "backs"]
    assert [(c.polarity, c.modality) for c in found] == [("affirmed", "actual")]
