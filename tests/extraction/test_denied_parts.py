"""Who denies a part in it, says only that it is not so, or disputes what others claim."""

import pytest

from loaders.extraction.extractor import Extractor
from tests.extraction.told import read


def _denied(extractor: Extractor, text: str) -> set[str]:
    return {
        f"{c.subject.name} {c.relation} {c.object.name}, {c.speaker.name if c.speaker else None}"
        for c in read(extractor, text)
        if (c.polarity, c.modality) == ("denied", "actual")
    }


def _facts(extractor: Extractor, text: str) -> set[str]:
    return {
        f"{c.subject.name} {c.relation} {c.object.name}"
        for c in read(extractor, text)
        if (c.polarity, c.modality) == ("affirmed", "actual")
    }


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        (
            "Iran denied any role in the Houthi attack on Saudi Arabia.",
            "Iran opposes Saudi Arabia, Iran",
        ),
        (
            "The Taliban denies involvement in the attack on Afghan soldiers in Ghazni.",
            "Taliban opposes Afghanistan, Taliban",
        ),
        (
            "Russia denies claims of troops in Libya.",
            "Russia deployed-to Libya, Russia",
        ),
        (
            "The UN says Rwanda arms M23; Kigali says it does not.",
            "Rwanda backs March 23 Movement, Rwanda",
        ),
        (
            "The SDF say they hold Manbij. Turkey says that they do not.",
            "Syrian Democratic Forces captured Manbij, Turkey",
        ),
        (
            "Ukraine accuses Russia of striking the theatre in Mariupol, while Russian authorities "
            "deny responsibility.",
            "Russia opposes Ukraine, Russia",
        ),
        (
            "Rwanda disputes claims by the UN that it backs M23.",
            "Rwanda backs March 23 Movement, Rwanda",
        ),
    ],
)
def test_is_denied_by_him(extractor: Extractor, text: str, denied: str) -> None:
    assert denied in _denied(extractor, text)
    told = denied.partition(",")[0]
    assert told not in _facts(extractor, text) or "say" in text  # "X says": somebody else's word


@pytest.mark.parametrize(
    "text",
    [
        "The UN says Rwanda arms M23. Kigali says it does not want a war.",
        "The UN says Rwanda arms M23. Kigali did not deny any role in the war.",
        "The UN says Rwanda arms M23. Kigali says they have met.",
    ],
)
def test_is_no_denial(extractor: Extractor, text: str) -> None:
    assert _denied(extractor, text) == set()
    assert "Rwanda backs March 23 Movement" in _facts(extractor, text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Haftar's forces all but captured Tripoli.", "affirmed attempted"),
        ("Reports that Russia had captured Bakhmut proved false.", "denied actual"),
        ("Claims that Russia has captured Bakhmut are untrue.", "denied actual"),
        ("A Turkish attack on the SDF looks imminent.", "affirmed planned"),
        ("A Turkish attack on the SDF is imminent.", "affirmed planned"),
    ],
)
def test_what_only_seems_to_be_told(extractor: Extractor, text: str, said: str) -> None:
    claims = read(extractor, text)
    assert claims
    assert {f"{c.polarity} {c.modality}" for c in claims} == {said}
