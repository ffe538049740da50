"""What the model finds and the sentence rules out: who did it, by how its clauses are joined."""

from types import SimpleNamespace
from typing import Any

import pytest

from graph.model import Claim
from graph.vocabulary import Relation
from loaders.extraction.extractor import Extractor
from loaders.extraction.lexicon import read_lexicon
from loaders.extraction.relations import overruling
from loaders.extraction.relations.overruling import overruled
from tests.extraction.told import read


def told(claims: tuple[Claim, ...], relation: str) -> set[tuple[str, str]]:
    return {(c.subject.name, c.object.name) for c in claims if c.relation == relation}


def test_who_does_something_else_does_it_alone(extractor: Extractor) -> None:
    text = (
        "ECOWAS, the AU and France have all recognised Alassane Ouattara as president, but the"
        " Ivorian army's chief of staff has renewed his allegiance to Laurent Gbagbo."
    )
    backs = told(read(extractor, text), "backs")
    assert {who for who, whom in backs if whom == "Laurent Gbagbo"} == {"Ivory Coast"}
    assert len({who for who, whom in backs if whom == "Alassane Ouattara"}) == 3


def test_a_place_goes_from_one_to_another(extractor: Extractor) -> None:
    text = (
        "ISIL agrees to hand over control of Yarmouk Camp in southern Damascus to the Syrian Army"
        " in return for safe passage."
    )
    captured = told(read(extractor, text), "captured")
    assert {who for who, _ in captured} == {"Islamic State", "Syria"}


def test_no_country_captures_itself(extractor: Extractor) -> None:
    text = "Special police of Kosovo surrounded Kosovo."
    assert ("Kosovo", "Kosovo") not in told(read(extractor, text), "captured")


def test_who_took_the_airport_has_not_taken_its_town(extractor: Extractor) -> None:
    text = (
        "Haftar's forces fought in Sirte. On Monday, Hafar's forces said they had captured Sirte"
        " airport and moving their way into the city."
    )
    captured = told(read(extractor, text, "2020-01-07"), "captured")
    assert {place for _, place in captured} == {"Sirte airport"}


def test_a_deed_is_told_back_only_if_that_is_likely(monkeypatch: pytest.MonkeyPatch) -> None:
    for part in ("told_apart", "is_apart"):
        monkeypatch.setattr(overruling, part, lambda *_: None)
    one, other = SimpleNamespace(id="a", name="A"), SimpleNamespace(id="b", name="B")
    told: Any = SimpleNamespace(
        doubt=None, subject=one, target=other,
        finding=SimpleNamespace(relation=Relation.OPPOSES, trigger="fires"),
    )  # fmt: skip

    def reason(probability: float, trigger: str = "fires") -> str | None:
        back: Any = SimpleNamespace(
            probability=probability, ends=(other, one), relation=Relation.OPPOSES,
            pair=None, finding=SimpleNamespace(trigger=trigger),
        )  # fmt: skip
        return overruled(back, [told], read_lexicon())

    assert reason(0.8) == "the sentence tells it the other way round"
    assert reason(0.9) is None
    assert reason(0.8, "retaliates") is None
