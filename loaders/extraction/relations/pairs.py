"""Pairs of candidates, each with what the parse and the frames say of it, as numbers."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from spacy.tokens import Token

from graph.vocabulary import ActorKind, Modality, PlaceKind, Polarity
from loaders.extraction.proposal import Proposal
from loaders.extraction.relations.candidates import Candidate
from loaders.extraction.relations.flags import FLAGS, flags_of
from loaders.extraction.relations.hints import Hints
from loaders.extraction.relations.paths import path
from loaders.extraction.relations.windows import Window

Ints = npt.NDArray[np.int64]

BETWEEN, LABELS, STEPS = 10, 6, 9
"""Most words of a path, most arcs up and down it, longest path told apart."""
REACH = 16
NO_WORD = -1

_ACTORS, _PLACES = tuple(ActorKind), tuple(PlaceKind)
_NO_ACTOR, _NO_PLACE = len(_ACTORS), len(_PLACES)

SIZES = {
    "distance": 2 * REACH + 1, "steps": STEPS + 1, "crossing": 3,
    "subject_kind": len(_ACTORS), "object_kind": _NO_ACTOR + 1, "place_kind": _NO_PLACE + 1,
    "subject_form": 4, "object_form": 4, "subject_known": 2, "object_known": 3, "place_known": 3,
    "polarity": len(Polarity), "modality": len(Modality), "told": 2,
}  # fmt: skip
"""The features of a pair, and how many values each may have. The last three are what the rules
read around the word where the two meet."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Who may have done something, and to whom or where."""

    subject: Candidate
    object: Candidate


@dataclass(frozen=True, slots=True)
class PairTable:
    """n pairs as the network reads them; words by their place in the window.

    `words` int [n, 3]: subject, object, the word that states it. `between` int [n, 10] the
    words passed on the way, `labels` int [n, 12] its arcs, up before down, numbered by the label
    vocabulary twice over,
    `features` int [n, 14] in the order of SIZES, `flags` int [n, 6] what the frames put forward
    (`flags.py`); -1 where there is none.
    """

    words: Ints
    between: Ints
    labels: Ints
    features: Ints
    flags: Ints


def pairs(here: Sequence[Candidate], before: Sequence[Candidate]) -> list[Pair]:
    """Return the pairs within a sentence, and those of it with the sentence before."""
    both = [(first, second) for first in here for second in (*here, *before)]
    both += [(first, second) for first in before for second in here]
    return [Pair(first, second) for first, second in both if _may_be(first, second)]


def table(
    found: Sequence[Pair], window: Window, vocabulary: dict[str, int],
    proposals: Sequence[Proposal], hints: Callable[[Token], Hints],
) -> PairTable:  # fmt: skip
    """Return pairs as numbers; `vocabulary` numbers the labels of arcs, "" any other.

    `proposals` are the frames' of the same sentences, `hints` reads the rules around a word.
    """
    n = len(found)
    words = np.zeros((n, 3), np.int64)
    between = np.full((n, BETWEEN), NO_WORD, np.int64)
    labels = np.full((n, 2 * LABELS), NO_WORD, np.int64)
    features = np.zeros((n, len(SIZES)), np.int64)
    flags = np.full((n, FLAGS), NO_WORD, np.int64)
    other, down = vocabulary[""], len(vocabulary)
    chains: dict[int, list[Token]] = {}
    ends = {end.token.i: end.token for p in found for end in (p.subject, p.object)}
    sentences = {place: token.sent.start for place, token in ends.items()}
    for row, pair in enumerate(found):
        start, end = pair.subject.token, pair.object.token
        way = path(start, end, chains)
        places, trigger = window.place, way.trigger
        words[row] = places[start.i], places[end.i], places.get(trigger.i, places[start.i])
        passed = [places[t.i] for t in way.between(start, end) if t.i in places][:BETWEEN]
        between[row, : len(passed)] = passed
        arcs = [vocabulary.get(t.dep_, other) for t in way.up[:LABELS]]
        arcs += [vocabulary.get(t.dep_, other) + down for t in way.down[:LABELS]]
        labels[row, : len(arcs)] = arcs
        steps = min(STEPS, len(way.up) + len(way.down))
        distance = int(words[row, 1] - words[row, 0])
        crossing = sentences[end.i] - sentences[start.i]
        features[row] = (*_features(pair, distance, steps, crossing), *hints(trigger))
        raised = flags_of(pair.subject, pair.object, proposals)[:FLAGS]
        flags[row, : len(raised)] = raised
    return PairTable(words, between, labels, features, flags)


def _may_be(subject: Candidate, target: Candidate) -> bool:
    if subject.actor is None or subject.token.i == target.token.i:
        return False
    same = target.actor is not None and target.actor.id == subject.actor.id
    return target.place is not None or not same


def _features(pair: Pair, distance: int, steps: int, crossing: int) -> Iterable[int]:
    """Return a pair's features; `crossing` is above 0 where its object's sentence is the later."""
    subject, target = pair.subject, pair.object
    assert subject.actor is not None  # no pair without
    return (
        REACH + _bucket(distance),
        steps,
        0 if crossing == 0 else 2 if crossing > 0 else 1,
        _ACTORS.index(subject.actor.kind),
        _NO_ACTOR if target.actor is None else _ACTORS.index(target.actor.kind),
        _NO_PLACE if target.place is None else _PLACES.index(target.place.kind),
        subject.form,
        target.form,
        int(subject.actor.reviewed),
        2 if target.actor is None else int(target.actor.reviewed),
        2 if target.place is None else int(target.place.country is not None),
    )


def _bucket(distance: int) -> int:
    """Return a distance in words: each near one of its own, far ones in fours."""
    size = abs(distance)
    near = size if size < 6 else min(REACH, 6 + (size - 6) // 4)
    return near if distance > 0 else -near
