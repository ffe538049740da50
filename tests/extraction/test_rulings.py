"""What follows from what the rules read and from how probable the network holds it."""

from types import SimpleNamespace
from typing import Any

import pytest

from graph.vocabulary import Modality, Polarity
from loaders.extraction.lexicon import read_lexicon
from loaders.extraction.meaning import AFFIRMED, Meaning
from loaders.extraction.relations import rulings
from loaders.extraction.relations.rulings import Rulings

PLANNED = Meaning(Polarity.AFFIRMED, Modality.PLANNED)
ATTEMPTED = Meaning(Polarity.AFFIRMED, Modality.ATTEMPTED)
ALLEGED = Meaning(Polarity.AFFIRMED, Modality.ALLEGED)
CONDITIONAL = Meaning(Polarity.AFFIRMED, Modality.CONDITIONAL)
DENIED = Meaning(Polarity.DENIED, Modality.ACTUAL)
RULINGS = Rulings("model", 0.8, read_lexicon())


def verdict(probability: float, said: Meaning, happened: float) -> Any:
    """Return a verdict on a pair, without a sentence."""
    return SimpleNamespace(probability=probability, said=said, happened=happened, finding=None)


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return what sets what the rules read."""
    return lambda read: monkeypatch.setattr(rulings, "meaning", lambda *_: read)


@pytest.mark.parametrize(
    ("read", "said", "happened", "told"),
    [
        (AFFIRMED, AFFIRMED, 0.95, AFFIRMED),
        (AFFIRMED, PLANNED, 0.4, PLANNED),
        (AFFIRMED, ALLEGED, 0.95, ALLEGED),
        (PLANNED, AFFIRMED, 0.95, AFFIRMED),
        (PLANNED, AFFIRMED, 0.8, PLANNED),
        (PLANNED, ATTEMPTED, 0.1, PLANNED),
        (CONDITIONAL, AFFIRMED, 0.95, CONDITIONAL),
        (DENIED, AFFIRMED, 0.7, DENIED),
    ],
)
def test_as_what_the_frames_finding_is_told(
    reads: Any, read: Meaning, said: Meaning, happened: float, told: Meaning
) -> None:
    reads(read)
    proposal: Any = SimpleNamespace(finding=SimpleNamespace(subject=None))
    decision = RULINGS.on_frames(proposal, verdict(0.9, said, happened))
    assert decision.doubt is None and decision.by == "frames 1 + model"
    assert decision.said == told


def test_the_model_vetoes_what_it_holds_unlikely(reads: Any) -> None:
    reads(AFFIRMED)
    proposal: Any = SimpleNamespace(finding=SimpleNamespace(subject=None))
    assert RULINGS.on_frames(proposal, verdict(0.05, AFFIRMED, 0.9)).doubt
    assert RULINGS.on_frames(proposal, None).doubt is None


def test_what_the_model_alone_finds_is_no_fact_without_being_likely_one(
    reads: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rulings, "overruled", lambda *_: None)
    reads(AFFIRMED)
    sure, unsure = verdict(0.9, AFFIRMED, 0.75), verdict(0.9, AFFIRMED, 0.65)
    alone = RULINGS.on_its_own(sure, ())
    assert alone and alone.doubt is None and alone.said == AFFIRMED
    alone = RULINGS.on_its_own(unsure, ())
    assert alone and alone.doubt
    reads(PLANNED)
    alone = RULINGS.on_its_own(unsure, ())
    assert alone and alone.doubt is None and alone.said == PLANNED
    assert RULINGS.on_its_own(verdict(0.7, AFFIRMED, 0.9), ()) is None
