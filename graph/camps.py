"""Camps: who stands together, judged by who backs and who opposes whom."""

from collections import Counter, defaultdict

from graph.subgraph import Subgraph
from graph.vocabulary import Relation, Status

_SIGNS = {Relation.BACKS: 1, Relation.LEADS: 1, Relation.PART_OF: 1, Relation.OPPOSES: -1}
_COUNTED = frozenset({Status.ASSERTED, Status.CONTESTED})
_Bonds = dict[str, Counter[str]]


def camps(subgraph: Subgraph) -> tuple[tuple[str, ...], ...]:
    """Return groups of two or more actor ids, largest first: backing inside, enmity between.

    Backing, leading and being part of count for standing together, opposing against; only ties
    that are asserted or contested count. Each actor moves to where the balance is best for it,
    then whole groups do, until none gains: a good division, not always the best. Deterministic.
    """
    bonds = _bonds(subgraph)
    camp_of = {actor: actor for actor in sorted(bonds)}
    while True:
        moved = _settled(_between(bonds, camp_of))
        after = {actor: moved[camp] for actor, camp in camp_of.items()}
        if after == camp_of:
            break
        camp_of = after
    members: defaultdict[str, list[str]] = defaultdict(list)
    for actor, camp in camp_of.items():
        members[camp].append(actor)
    groups = [tuple(group) for group in members.values() if len(group) > 1]
    return tuple(sorted(groups, key=lambda group: (-len(group), group)))


def _bonds(subgraph: Subgraph) -> _Bonds:
    bonds: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for tie in subgraph.ties:
        if tie.relation in _SIGNS and tie.status in _COUNTED:
            bonds[tie.subject.id][tie.object.id] += _SIGNS[tie.relation]
            bonds[tie.object.id][tie.subject.id] += _SIGNS[tie.relation]
    return bonds


def _between(bonds: _Bonds, camp_of: dict[str, str]) -> _Bonds:
    """Return the bonds between whole camps."""
    summed: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for actor, others in bonds.items():
        own = summed[camp_of[actor]]
        for other, sign in others.items():
            if camp_of[other] != camp_of[actor]:
                own[camp_of[other]] += sign
    return summed


def _settled(bonds: _Bonds) -> dict[str, str]:
    """Move each, in order of id, to the best camp among its neighbours', until none gains."""
    camp_of = {one: one for one in sorted(bonds)}
    moving = True
    while moving:
        moving = False
        for one in camp_of:
            balance: Counter[str] = Counter({camp_of[one]: 0, _free(camp_of): 0})
            for other, sign in bonds[one].items():
                balance[camp_of[other]] += sign
            best = min(balance, key=lambda camp: (-balance[camp], camp))
            if balance[best] > balance[camp_of[one]]:
                camp_of[one], moving = best, True
    return camp_of


def _free(camp_of: dict[str, str]) -> str:
    """Return a camp in which nobody is; when each is alone, there is none but one's own."""
    used = set(camp_of.values())
    return next((camp for camp in camp_of if camp not in used), "")
