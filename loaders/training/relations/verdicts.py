"""What the network's scores amount to: the likeliest statements of a text."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np

from graph.vocabulary import Modality, Polarity, Relation
from loaders.extraction.relations.flags import RELATIONS
from loaders.extraction.relations.network import Floats, Scores
from loaders.training.gold import Label
from loaders.training.relations.example import End, Example
from loaders.training.relations.labels import MODES

LEAST = 0.05
"""The probability from which a verdict is kept."""

_POLARITIES, _MODALITIES = tuple(Polarity), tuple(Modality)


class Verdict(NamedTuple):
    """What the model makes of two ends as one relation."""

    relation: Relation
    subject: End
    object: End
    probability: float
    polarity: Polarity
    modality: Modality
    mode: str

    @property
    def a_fact(self) -> bool:
        """Whether it is given as so."""
        return self.polarity is Polarity.AFFIRMED and self.modality is Modality.ACTUAL

    def agreement(self, label: Label) -> tuple[bool, bool, bool]:
        """Say whether polarity, modality and mode are the label's."""
        return (
            self.polarity is label.polarity,
            self.modality is label.modality,
            self.mode == label.mode,
        )


def verdicts(scored: Iterable[tuple[Example, Scores]]) -> dict[str, list[Verdict]]:
    """Return for each item the likeliest verdict on each relation of each two entities."""
    best: dict[str, dict[tuple[Relation, str, str], Verdict]] = {}
    for example, scores in scored:
        known = best.setdefault(example.item, {})
        for verdict in _verdicts(example, scores):
            key = (verdict.relation, verdict.subject.id, verdict.object.id)
            if key not in known or known[key].probability < verdict.probability:
                known[key] = verdict
    return {item: list(known.values()) for item, known in best.items()}


def _verdicts(example: Example, scores: Scores) -> Iterator[Verdict]:
    likely = example.valid & (scores.relations >= LEAST)
    for pair, column in np.argwhere(likely).tolist():
        ends, relation = example.ends[pair], RELATIONS[column]
        yield Verdict(
            relation=relation,
            subject=ends.subject,
            object=ends.object(relation),
            probability=float(scores.relations[pair, column]),
            polarity=_POLARITIES[int(scores.polarity[pair].argmax())],
            modality=_MODALITIES[int(scores.modality[pair].argmax())],
            mode=_mode(relation, scores.modes[pair]),
        )


def _mode(relation: Relation, scores: Floats) -> str:
    own = [number for number, (of, _) in enumerate(MODES) if of is relation]
    return MODES[max(own, key=lambda number: scores[number])][1]
