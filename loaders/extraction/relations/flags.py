"""What the frames put forward for a pair, as the network reads it."""

from collections.abc import Iterable

from graph.vocabulary import Relation
from loaders.extraction.proposal import Proposal
from loaders.extraction.relations.candidates import Candidate

RELATIONS = (Relation.BACKS, Relation.OPPOSES, Relation.CAPTURED, Relation.DEPLOYED_TO)

FLAGS = 6
"""Most flags of one pair."""

_WAYS = 2 * len(RELATIONS)
_ELSEWHERE = 2 * _WAYS
KINDS_OF_FLAGS = _ELSEWHERE + 2


def flags_of(subject: Candidate, target: Candidate, proposals: Iterable[Proposal]) -> list[int]:
    """Return the flags of a pair in order.

    For each relation one that the frames state it of the two, one that they do but doubt it, and
    the same two for the other way round; then whether they have the subject do something to
    another, and another do something to the object.
    """
    found: set[int] = set()
    for proposal in proposals:
        finding = proposal.finding
        if finding.relation not in RELATIONS:
            continue
        kind = 2 * RELATIONS.index(finding.relation) + (proposal.doubt is not None)
        if _states(proposal, subject, target):
            found.add(kind)
        if _states(proposal, target, subject):
            found.add(_WAYS + kind)
        starts, ends = finding.subject == subject.token, finding.object == target.token
        if starts and not ends:
            found.add(_ELSEWHERE)
        if ends and not starts:
            found.add(_ELSEWHERE + 1)
    return sorted(found)


def _states(proposal: Proposal, subject: Candidate, target: Candidate) -> bool:
    if subject.actor is None or proposal.subject is None or proposal.target is None:
        return False
    ends = [entity.id for entity in (target.actor, target.place) if entity is not None]
    return proposal.subject.id == subject.actor.id and proposal.target.id in ends
