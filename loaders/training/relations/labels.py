"""From the labels of a text to what is to be learnt of its pairs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from graph.vocabulary import RELATIONS as VOCABULARY
from graph.vocabulary import Modality, Polarity, Relation
from loaders.extraction.relations.flags import RELATIONS
from loaders.extraction.relations.pairs import SIZES
from loaders.training.gold import Label, first
from loaders.training.matching import same
from loaders.training.relations.example import End, Example, Flags

MODES = [(relation, mode) for relation in RELATIONS for mode in VOCABULARY[relation].modes]
"""What the network's scores of modes are about, in their order."""

UNKNOWN = -100
"""The mode of a label that names none."""

_CROSSING = list(SIZES).index("crossing")
_NUMBERS = {mode: number for number, mode in enumerate(MODES)}
_POLARITIES, _MODALITIES = tuple(Polarity), tuple(Modality)


class Bag(NamedTuple):
    """A label and its pairs by number: at least one of them states it.

    `relation`, `polarity`, `modality` and `mode` are numbers in the order of the network's
    answers.
    """

    relation: int
    pairs: tuple[int, ...]
    required: bool
    polarity: int
    modality: int
    mode: int


@dataclass(frozen=True)
class Targets:
    """What is right for n pairs: `negative` bool [n, 4] which state a relation by no label."""

    negative: Flags
    bags: list[Bag]


class _Statement(NamedTuple):
    relation: Relation
    subject: End
    object: End


def targets(examples: Sequence[Example], labels: Sequence[Label]) -> list[Targets]:
    """Give each label the pairs whose ends it names, for each of an item's windows.

    Those within a sentence alone, if there are. Where several windows of a long text name both
    ends, the label is learnt of the one that has its wording, of none if that is not one. A pair
    of any label is never negative, a trap's is; pairs that cannot stand in a relation are neither.
    """
    found = [Targets(example.valid.copy(), []) for example in examples]
    for label in labels:
        if label.relation not in RELATIONS or label.trap:
            continue
        relation = RELATIONS.index(label.relation)
        matching = [list(_matching(example, label)) for example in examples]
        for target, pairs in zip(found, matching, strict=True):
            target.negative[pairs, relation] = False
        told = [place for place, pairs in enumerate(matching) if pairs]
        if len(told) > 1:
            told = [place for place in told if _has_wording(examples[place], label)]
        if len(told) == 1:
            (place,) = told
            features, pairs = examples[place].table.features, matching[place]
            near = [pair for pair in pairs if not features[pair, _CROSSING]]
            found[place].bags.append(_bag(label, relation, tuple(near or pairs)))
    return found


def _has_wording(example: Example, label: Label) -> bool:
    """Say whether a window calls both ends as the label first does."""
    text = "".join(word.text for word in example.words).replace(" ", "")
    return all(first(names).replace(" ", "") in text for names in (label.subject, label.object))


def _matching(example: Example, label: Label) -> Iterator[int]:
    for pair in np.flatnonzero(example.valid[:, RELATIONS.index(label.relation)]).tolist():
        ends = example.ends[pair]
        stated = _Statement(label.relation, ends.subject, ends.object(label.relation))
        if same(label, stated):
            yield pair


def _bag(label: Label, relation: int, pairs: tuple[int, ...]) -> Bag:
    return Bag(
        relation=relation,
        pairs=pairs,
        required=label.required,
        polarity=_POLARITIES.index(label.polarity),
        modality=_MODALITIES.index(label.modality),
        mode=_NUMBERS.get((label.relation, label.mode or ""), UNKNOWN),
    )
