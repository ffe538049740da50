"""What follows from what the rules read and from how probable the network holds it."""

from types import SimpleNamespace
from typing import Any

import pytest

from graph.vocabulary import Modality, Polarity, Relation
from loaders.extraction.decision import Decision
from loaders.extraction.lexicon import read_lexicon
from loaders.extraction.meaning import AFFIRMED, Meaning
from loaders.extraction.relations import rulings
from loaders.extraction.relations.rulings import Rulings

PLANNED = Meaning(Polarity.AFFIRMED, Modality.PLANNED)
ATTEMPTED = Meaning(Polarity.AFFIRMED, Modality.ATTEMPTED)
ALLEGED = Meaning(Polarity.AFFIRMED, Modality.ALLEGED)
CONDITIONAL = Meaning(Polarity.AFFIRMED, Modality.CONDITIONAL)
DENIED = Meaning(Polarity.DENIED, Modality.ACTUAL)
THRESHOLDS = {Relation.BACKS: 0.8, Relation.CAPTURED: 0.6}
RULINGS = Rulings("model", THRESHOLDS, read_lexicon())


def verdict(
    probability: float, said: Meaning, happened: float, doer: str = "a",
    relation: Relation = Relation.BACKS,
) -> Any:  # fmt: skip
    """Return a verdict that a doer backs b, without a sentence."""
    ends = SimpleNamespace(id=doer, name=doer.upper()), SimpleNamespace(id="b", name="B")
    return SimpleNamespace(
        probability=probability, said=said, happened=happened, ends=ends,
        relation=relation, finding=SimpleNamespace(trigger="backs"),
    )  # fmt: skip


def on_frames(*verdicts: Any) -> Decision:
    """Decide on what the frames put forward, that a backs b."""
    proposal: Any = SimpleNamespace(
        subject=SimpleNamespace(id="a"),
        target=SimpleNamespace(id="b"),
        finding=SimpleNamespace(
            subject=None,
            relation=Relation.BACKS,
            trigger="backs",
            polarity=Polarity.AFFIRMED,
            sure=False,
        ),
    )
    return RULINGS.on_frames(proposal, {(v.relation, v.ends[0].id, "b"): v for v in verdicts})


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return what sets what the rules read."""
    return lambda read: monkeypatch.setattr(rulings, "meaning", lambda *_: read)


@pytest.mark.parametrize(
    ("read", "said", "happened", "told"),
    [
        (AFFIRMED, AFFIRMED, 0.95, AFFIRMED),
        (AFFIRMED, PLANNED, 0.25, PLANNED),
        (AFFIRMED, PLANNED, 0.35, AFFIRMED),
        (AFFIRMED, PLANNED, 0.45, AFFIRMED),
        (AFFIRMED, ALLEGED, 0.95, ALLEGED),
        (PLANNED, AFFIRMED, 0.95, AFFIRMED),
        (PLANNED, AFFIRMED, 0.8, PLANNED),
        (PLANNED, ATTEMPTED, 0.1, PLANNED),
        (CONDITIONAL, AFFIRMED, 0.95, CONDITIONAL),
        (DENIED, AFFIRMED, 0.99, DENIED),
    ],
)
def test_as_what_the_frames_finding_is_told(
    reads: Any, read: Meaning, said: Meaning, happened: float, told: Meaning
) -> None:
    reads(read)
    decision = on_frames(verdict(0.9, said, happened))
    assert decision.doubt is None and decision.by == "frames 1 + model"
    assert decision.said == told


def test_the_model_vetoes_what_it_holds_unlikely(reads: Any) -> None:
    reads(AFFIRMED)
    assert on_frames(verdict(0.05, AFFIRMED, 0.9)).doubt
    assert on_frames().doubt is None


def test_the_model_vetoes_what_it_is_certain_that_another_did(reads: Any) -> None:
    reads(AFFIRMED)
    other = verdict(0.95, AFFIRMED, 0.9, doer="c")
    assert on_frames(verdict(0.15, AFFIRMED, 0.9)).doubt is None
    assert on_frames(verdict(0.15, AFFIRMED, 0.9), other).doubt == "the model tells it of C"
    assert on_frames(verdict(0.25, AFFIRMED, 0.9), other).doubt is None
    unsure = verdict(0.85, AFFIRMED, 0.9, doer="c")
    assert on_frames(verdict(0.15, AFFIRMED, 0.9), unsure).doubt is None


def test_what_the_model_alone_finds_is_no_fact_without_being_likely_one(
    reads: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rulings, "overruled", lambda *_: None)
    reads(AFFIRMED)
    sure, unsure = verdict(0.85, AFFIRMED, 0.75), verdict(0.85, AFFIRMED, 0.65)
    alone = RULINGS.on_its_own(sure, ())
    assert alone.doubt is None and alone.said == AFFIRMED
    assert RULINGS.on_its_own(unsure, ()).doubt
    clear = RULINGS.on_its_own(verdict(0.95, AFFIRMED, 0.6), ())
    assert clear.doubt is None and clear.said == AFFIRMED
    assert RULINGS.on_its_own(verdict(0.95, AFFIRMED, 0.5), ()).doubt
    alone = RULINGS.on_its_own(verdict(0.85, PLANNED, 0.35), ())
    assert alone.doubt is None and alone.said == PLANNED
    reads(PLANNED)
    alone = RULINGS.on_its_own(unsure, ())
    assert alone.doubt is None and alone.said == PLANNED


def test_each_relation_has_its_own_threshold() -> None:
    backs, captured = (
        [verdict(probability, AFFIRMED, 0.9, relation=relation) for probability in (0.7, 0.8, 0.9)]
        for relation in (Relation.BACKS, Relation.CAPTURED)
    )
    likely = RULINGS.likely([*backs, *captured])
    assert [(found.relation, found.probability) for found in likely] == [
        (Relation.BACKS, 0.9), (Relation.CAPTURED, 0.9),
        (Relation.BACKS, 0.8), (Relation.CAPTURED, 0.8),
        (Relation.CAPTURED, 0.7),
    ]  # fmt: skip
