"""Two clauses joined by "and": who does what to whom, where the parse has mixed them up."""

import pytest

from loaders.extraction.extractor import Extractor
from loaders.extraction.joined_clauses import given_back
from loaders.extraction.parse import Parse
from tests.extraction.told import read

HAFTAR, GNA = "Khalifa Haftar", "Government of National Accord"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Russia backs Haftar and Turkey backs the GNA.",
            {("Russia", "backs", HAFTAR), ("Turkey", "backs", GNA)},
        ),
        (
            "Russia backed Haftar and Turkey armed the GNA.",
            {("Russia", "backs", HAFTAR), ("Turkey", "backs", GNA)},
        ),
        (
            "Iran supports the Houthis and Saudi Arabia supports Yemen.",
            {("Iran", "backs", "Houthis"), ("Saudi Arabia", "backs", "Yemen")},
        ),
        (
            "Officials say Haftar and Turkey back the GNA.",
            {(HAFTAR, "backs", GNA), ("Turkey", "backs", GNA)},
        ),
        (
            "Turkey sent drones to Mali and Russia sent soldiers to Niger.",
            {
                ("Turkey", "backs", "Mali"),
                ("Turkey", "deployed-to", "Mali"),
                ("Russia", "deployed-to", "Niger"),
            },
        ),
        (
            "Syrian rebels captured Idlib and Aleppo, killing ten Iraqi soldiers.",
            {
                ("Syrian opposition", "captured", "Idlib"),
                ("Syrian opposition", "captured", "Aleppo"),
                ("Syrian opposition", "opposes", "Iraq"),
            },
        ),
    ],
)
def test_each_does_his_own(
    extractor: Extractor, text: str, told: set[tuple[str, str, str]]
) -> None:
    claims = read(extractor, text)
    assert {(c.subject.name, c.relation.value, c.object.name) for c in claims} == told


def _parse(heads: list[int], labels: list[str], tags: list[str]) -> Parse:
    return Parse(tuple(tags), tuple(heads), tuple(labels), ("",) * len(heads))


def test_what_is_let_go_is_listed() -> None:
    words = ["X", "lets", "arms", "and", "troops", "go"]
    labels = ["nsubj", "root", "obj", "cc", "conj", "xcomp"]
    tags = ["PROPN", "VERB", "NOUN", "CCONJ", "NOUN", "VERB"]
    parse = _parse([1, 1, 1, 4, 2, 1], labels, tags)
    assert given_back(parse, words) == parse


def test_a_doer_behind_the_verb_is_done_to() -> None:
    words = ["A", "backs", "B", "and", "C", "backs", "D"]
    labels = ["nsubj", "root", "nsubj", "cc", "conj", "conj", "obj"]
    tags = ["PROPN", "VERB", "PROPN", "CCONJ", "PROPN", "VERB", "PROPN"]
    mended = given_back(_parse([1, 1, 1, 4, 2, 1, 5], labels, tags), words)
    assert mended.labels == ("nsubj", "root", "obj", "cc", "nsubj", "conj", "obj")
    assert mended.heads == (1, 1, 1, 5, 5, 1, 5)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Houthis retook Aden.", ("Houthis", "captured", "Aden")),
        ("Houthis besiege Aden.", ("Houthis", "captured", "Aden")),
        ("US arms Syrian rebels", ("United States", "backs", "Syrian opposition")),
        ("EU sanctions Wagner", ("European Union", "opposes", "Wagner Group")),
    ],
)
def test_a_verb_is_no_noun(extractor: Extractor, text: str, told: tuple[str, str, str]) -> None:
    claims = read(extractor, text)
    assert told in {(c.subject.name, c.relation.value, c.object.name) for c in claims}


def test_a_noun_stays_one(extractor: Extractor) -> None:
    """A second look at "Armed Forces" and "drone attack" finds no verb."""
    text = "The US Armed Forces train Iraqi soldiers after a drone attack the army blamed on Iran."
    told = {(c.subject.name, c.relation.value) for c in read(extractor, text)}
    assert ("United States", "backs") in told
    assert ("United States", "opposes") not in told
