"""What the network makes of a pair."""

from dataclasses import dataclass

from graph.model import Actor, Entity
from graph.vocabulary import Relation
from loaders.extraction.finding import Finding
from loaders.extraction.meaning import Meaning
from loaders.extraction.proposal import Proposal
from loaders.extraction.relations.pairs import Pair
from loaders.extraction.relations.paths import path

Key = tuple[Relation, str, str]
"""A relation and the ids of its ends."""


@dataclass(frozen=True, slots=True)
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
        of_actors = self.relation in (Relation.BACKS, Relation.OPPOSES)
        target = self.pair.object.actor if of_actors else self.pair.object.place
        assert self.pair.subject.actor is not None and target is not None  # `valid` saw to it
        return self.pair.subject.actor, target

    @property
    def key(self) -> Key:
        """Return what it is about."""
        subject, target = self.ends
        return self.relation, subject.id, target.id

    def finding(self) -> Finding:
        """Return it as a finding, stated by a word on the way between its ends."""
        subject, target = self.pair.subject.token, self.pair.object.token
        way = path(subject, target)
        trigger, passed = way.trigger, tuple(way.between(subject, target))
        rule = f"model:{trigger.lower_} {self.probability:.2f}"
        return Finding(self.relation, self.mode, trigger, subject, target, rule, passed=passed)


def valid(pair: Pair, relation: Relation) -> bool:
    """Say whether a pair's object is of the sort that a relation has, and not its subject."""
    if relation in (Relation.CAPTURED, Relation.DEPLOYED_TO):
        return pair.object.place is not None
    subject, target = pair.subject.actor, pair.object.actor
    return subject is not None and target is not None and subject.id != target.id


def key_of(proposal: Proposal) -> Key:
    """Return what a proposal is about; of one without an end, what no verdict is about."""
    subject, target = proposal.subject, proposal.target
    ends = (subject.id if subject else "", target.id if target else "")
    return (proposal.finding.relation, *ends)
