"""How right the model is by itself, over the threshold from which it makes a claim."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from graph.vocabulary import Relation
from loaders.training.gold import Item, Label
from loaders.training.matching import same
from loaders.training.relations.verdicts import Verdict

THRESHOLDS = tuple(round(0.01 * step, 2) for step in range(5, 100))
WANTED = 0.9
"""The precision that the model's claims are to have."""
NEVER = 1.01
"""A threshold that no probability reaches."""

T = TypeVar("T", Label, Verdict)

_ATTRIBUTES = ("polarity", "modality", "mode")
_NO_MODE = (None, "unspecified")


@dataclass(frozen=True)
class Point:
    """The claims at one threshold, counted as the scorecard counts; `attributes` are shares."""

    threshold: float
    claims: int
    right: int
    required: int
    found: int
    poison: int
    attributes: Mapping[str, float]

    @property
    def precision(self) -> float:
        """Return the share of claims that are among the labels; of none, 0."""
        return _share(self.right, self.claims)

    @property
    def recall(self) -> float:
        """Return the share of required labels that were found; of none, 0."""
        return _share(self.found, self.required)

    def figures(self) -> dict[str, float]:
        """Return them all, to three digits."""
        counts = {"threshold": self.threshold, "claims": self.claims, "poison": self.poison}
        shares = {"precision": self.precision, "recall": self.recall, **self.attributes}
        return counts | {name: round(share, 3) for name, share in shares.items()}


def curve(
    items: Iterable[Item], found: Mapping[str, Sequence[Verdict]], relation: Relation | None = None
) -> list[Point]:
    """Return the points of THRESHOLDS, from low to high, of one relation or of all."""

    def of(told: Iterable[T]) -> list[T]:
        return [one for one in told if relation in (None, one.relation)]

    compared = [_Compared(of(item.claims), of(found.get(item.id, ()))) for item in items]
    return [_point(threshold, compared) for threshold in THRESHOLDS]


def lowest(points: Iterable[Point]) -> Point | None:
    """Return the point of the lowest threshold with the precision WANTED; None: no point has it."""
    return next((point for point in points if point.precision >= WANTED), None)


class _Compared:
    """The verdicts on one item beside its labels."""

    def __init__(self, labels: Sequence[Label], verdicts: Sequence[Verdict]) -> None:
        self.labels = labels
        self.verdicts = verdicts
        self.labels_of = [[g for g in labels if same(g, verdict)] for verdict in verdicts]
        self.verdicts_on = [[v for v in verdicts if same(g, v)] for g in labels]


def _point(threshold: float, compared: Iterable[_Compared]) -> Point:
    claims = right = required = found = poison = 0
    agreed: list[tuple[Label, tuple[bool, ...]]] = []
    for one in compared:
        for verdict, labels in zip(one.verdicts, one.labels_of, strict=True):
            if verdict.probability < threshold:
                continue
            claims += 1
            right += any(not label.trap for label in labels)
            told = any(label.told_as_so for label in labels)
            poison += verdict.a_fact and bool(labels) and not told
        for label, verdicts in zip(one.labels, one.verdicts_on, strict=True):
            made = [v.agreement(label) for v in verdicts if v.probability >= threshold]
            required += label.required
            found += label.required and bool(made)
            if made and not label.trap:
                agreed.append((label, max(made, key=sum)))
    return Point(threshold, claims, right, required, found, poison, _attributes(agreed))


def _attributes(agreed: Sequence[tuple[Label, tuple[bool, ...]]]) -> dict[str, float]:
    """Return how often each attribute of the claim nearest to a label is as the label has it."""
    with_mode = [rights for label, rights in agreed if label.mode not in _NO_MODE]
    every = [rights for _, rights in agreed]
    of = (every, every, with_mode)
    return {
        name: _share(sum(rights[place] for rights in of[place]), len(of[place]))
        for place, name in enumerate(_ATTRIBUTES)
    }


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
