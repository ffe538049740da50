"""What the network makes of a pair."""

from dataclasses import dataclass
from functools import cached_property

from graph.model import Actor, Entity
from graph.vocabulary import RELATIONS, Relation
from loaders.extraction.finding import Finding
from loaders.extraction.meaning import Meaning
from loaders.extraction.proposal import Proposal
from loaders.extraction.relations.pairs import Pair
from loaders.extraction.relations.paths import path

Key = tuple[Relation, str, str]
"""A relation and the ids of its ends."""


_POLITICAL = "political"


@dataclass(frozen=True)
class Verdict:
    """What the network makes of one pair as one relation."""

    pair: Pair
    relation: Relation
    probability: float
    said: Meaning
    mode: str
    happened: float
    """How probable it is that the text affirms it, as a fact or an allegation."""

    @property
    def ends(self) -> tuple[Actor, Entity]:
        """Return who does it, and to whom or where."""
        ends = ends_of(self.pair, self.relation)
        assert ends is not None  # there is no verdict on a pair without
        return ends

    @cached_property
    def finding(self) -> Finding:
        """Return it as a finding, stated by a word on the way between its ends."""
        subject, target = self.pair.subject.token, self.pair.object.token
        way = path(subject, target)
        trigger, passed = way.trigger, tuple(way.between(subject, target))
        side_by_side = trigger in (subject, target) and all(
            word.dep_ == "conj" for word in (*way.up, *way.down)
        )
        if side_by_side and trigger.head.pos_ == "VERB":
            trigger = trigger.head  # "A's soldiers and B's men died in fighting"
        quarrel = self.relation is Relation.OPPOSES and self.mode == _POLITICAL
        if quarrel and way.top.pos_ == "VERB" and subject.head == way.top:
            trigger = way.top  # "A *demanded* that B withdraw": the demand is the deed
        rule = f"model:{trigger.lower_} {self.probability:.2f}"
        return Finding(self.relation, self.mode, trigger, subject, target, rule, passed=passed)


def ends_of(pair: Pair, relation: Relation) -> tuple[Actor, Entity] | None:
    """Return the ends that a pair gives a relation; None: not of its sort, or one and the same."""
    subject, target = pair.subject.actor, pair.object.actor
    if RELATIONS[relation].object_family == "place":
        place = pair.object.place
        return None if subject is None or place is None else (subject, place)
    if subject is None or target is None or subject.id == target.id:
        return None
    return subject, target


def key_of(proposal: Proposal) -> Key:
    """Return what a proposal is about; of one without an end, what no verdict is about."""
    subject, target = proposal.subject, proposal.target
    ends = (subject.id if subject else "", target.id if target else "")
    return (proposal.finding.relation, *ends)
