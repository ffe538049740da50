"""From labelled texts and the claims found in them to a score."""

from collections import Counter
from collections.abc import Iterable, Sequence

from bench.extraction.claim import Found, FoundClaim
from bench.extraction.matching import agreement, right_event, right_speaker
from bench.extraction.scores import Accuracy, Counts, Fault, Score, counts, ratio
from bench.extraction.sentence import sentence_of
from graph.vocabulary import Relation
from loaders.extraction.relations.flags import RELATIONS
from loaders.training.gold import Item, Label
from loaders.training.matching import same

ATTRIBUTES = ("polarity", "modality", "speaker", "event", "mode")


def score(items: Iterable[Item], found: Found) -> Score:
    """Compare the claims found in each item with its labels."""
    tally = _Tally()
    for item in items:
        claims = [claim for claim in found.get(item.id, ()) if claim.relation in RELATIONS]
        tally.add(item, claims)
    return tally.score()


class _Tally:
    def __init__(self) -> None:
        self._items = self._labels = self._facts = self._poison = 0
        self._claims: Counter[Relation] = Counter()
        self._right: Counter[Relation] = Counter()
        self._required: Counter[Relation] = Counter()
        self._found: Counter[Relation] = Counter()
        self._compared: Counter[str] = Counter()
        self._agreed: Counter[str] = Counter()
        self._faults: list[Fault] = []

    def add(self, item: Item, claims: Sequence[FoundClaim]) -> None:
        """Count one item."""
        self._items += 1
        self._labels += len(item.claims)
        used: set[int] = set()
        for label in item.claims:
            self._label(item, label, [c for c in claims if same(label, c)], used)
        for claim in claims:
            self._claim(item, claim, [g for g in item.claims if same(g, claim)])

    def _label(
        self, item: Item, label: Label, matching: Sequence[FoundClaim], used: set[int]
    ) -> None:
        """Count a label as found or missed; compare with it the claim that agrees most.

        A claim that was compared with a label before is taken again only where no other is left.
        """
        if label.required:
            self._required[label.relation] += 1
            self._found[label.relation] += bool(matching)
            if not matching:
                self._fault("miss", item, str(label), sentence_of(item, label))
        if label.trap or not matching:
            return
        fresh = [claim for claim in matching if id(claim) not in used]
        best = max(fresh or matching, key=lambda claim: agreement(label, claim))
        used.add(id(best))
        self._compare(item, label, best)

    def _compare(self, item: Item, label: Label, claim: FoundClaim) -> None:
        said = {
            "polarity": (label.polarity, claim.polarity, claim.polarity is label.polarity),
            "modality": (label.modality, claim.modality, claim.modality is label.modality),
            "speaker": (label.speaker, _speaker(claim), right_speaker(label, claim)),
            "event": (label.event, _time(claim), right_event(label, claim)),
            "mode": (label.mode, claim.mode, claim.mode == label.mode),
        }
        for attribute, (expected, given, right) in said.items():
            # No speaker is a statement, no date and an unspecified mode are none.
            if expected in (None, "unspecified") and attribute != "speaker":
                continue
            self._compared[attribute] += 1
            self._agreed[attribute] += right
            if not right:
                sentence = item.text[claim.start : claim.end]
                self._fault(attribute, item, str(label), sentence, expected, given)

    def _claim(self, item: Item, claim: FoundClaim, matching: Sequence[Label]) -> None:
        """Count a claim as right or wrong, and as poison where the text does not give it as so."""
        good = [label for label in matching if not label.trap]
        self._claims[claim.relation] += 1
        self._right[claim.relation] += bool(good)
        self._facts += claim.a_fact
        sentence = item.text[claim.start : claim.end]
        if claim.a_fact and matching and not any(label.told_as_so for label in good):
            self._poison += 1
            self._fault("poison", item, str(claim), sentence, _meaning(matching), "a fact")
        if not good:
            self._fault("extra", item, str(claim), sentence)

    def _fault(
        self, kind: str, item: Item, claim: str, sentence: str,
        expected: str | None = None, given: str | None = None,
    ) -> None:  # fmt: skip
        self._faults.append(
            Fault(kind=kind, item=item.id, claim=claim, sentence=sentence, expected=expected,
                  given=given)
        )  # fmt: skip

    def score(self) -> Score:
        """Return the ratios."""
        return Score(
            items=self._items, labels=self._labels, total=self._counts(RELATIONS),
            relations={relation: self._counts([relation]) for relation in RELATIONS},
            attributes={
                name: Accuracy(
                    of=self._compared[name], right=self._agreed[name],
                    share=ratio(self._agreed[name], self._compared[name]),
                )
                for name in ATTRIBUTES
            },
            facts=self._facts, poison=self._poison,
            poison_per_100=round(100 * self._poison / self._facts, 2) if self._facts else None,
            faults=tuple(self._faults),
        )  # fmt: skip

    def _counts(self, relations: Sequence[Relation]) -> Counts:
        kinds = (self._claims, self._right, self._required, self._found)
        claims, right, required, found = (sum(kind[r] for r in relations) for kind in kinds)
        return counts(claims, right, required, found)


def _meaning(labels: Sequence[Label]) -> str:
    """Return what the text makes of a claim that was given as a fact."""
    return ", ".join("trap" if g.trap else f"{g.polarity} {g.modality}" for g in labels)


def _speaker(claim: FoundClaim) -> str | None:
    return (claim.speaker.name or claim.speaker.mention) if claim.speaker else None


def _time(claim: FoundClaim) -> str | None:
    return "/".join(date for date in (claim.event_from, claim.event_until) if date) or None
