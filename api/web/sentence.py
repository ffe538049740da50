"""The answer to who backs whom, as a sentence."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from api.web.names import with_article
from graph.model import Named
from graph.vocabulary import Status
from queries.answers import Answered, Ties

_NAMED = 12
"""How many names a list spells out."""
# All others are named after what is told outright, in this order.
_RESERVED = (
    Status.CONTESTED, Status.DENIED, Status.ALLEGED, Status.PLANNED, Status.ATTEMPTED,
    Status.CONDITIONAL, Status.ENDED,
)  # fmt: skip


def sentence(answer: Ties) -> str:
    """Return who backs the one who was asked for; what is not simply so is said to be so."""
    asked = with_article(answer.asked)
    if not answer.ties:
        return f"No article in the graph says that anyone backs {asked}."
    first, told = _first(answer)
    parts = [first, *(_with_status(answer, status) for status in _RESERVED if status != told)]
    if answer.next:
        parts.append("and more that are not listed here")
    text = "; ".join(filter(None, parts))
    return f"{text[0].upper()}{text[1:]}."


def _first(answer: Ties) -> tuple[str, Status | None]:
    """Return what the sentence begins with, and the status of the ties that it names."""
    if clauses := _clauses(answer, Status.ASSERTED):
        return "; ".join(clauses), Status.ASSERTED
    if clauses := _clauses(answer, Status.CONTESTED):
        return f"It is contested whether {' and whether '.join(clauses)}", Status.CONTESTED
    return f"No article says outright that anyone backs {with_article(answer.asked)}", None


def _clauses(answer: Ties, status: Status) -> list[str]:
    """Return who backs the one asked for, then who backs each organisation of his."""
    told = [tie for tie in answer.ties if tie.status is status]
    direct = [tie for tie in told if tie.via is None]
    clauses = [_clause(direct, with_article(answer.asked))] if direct else []
    indirect = sorted((tie for tie in told if tie.via), key=_organisation)
    for _, ties in groupby(indirect, key=_organisation):
        group = list(ties)
        object_ = f"{with_article(group[0].object)}, which {with_article(answer.asked)} leads"
        clauses.append(_clause(group, object_))
    return clauses


def _organisation(tie: Answered) -> str:
    return tie.object.id


def _clause(ties: Sequence[Answered], object_: str) -> str:
    names = _listed([with_article(tie.subject) for tie in ties])
    return f"{names} {'backs' if len(ties) == 1 else 'back'} {object_}"


def _with_status(answer: Ties, status: Status) -> str:
    ties = [tie for tie in answer.ties if tie.status is status]
    names = [f"{with_article(tie.subject)}{_whose(tie.via)}" for tie in ties]
    return f"{status}: {_listed(names)}" if names else ""


def _whose(via: Named | None) -> str:
    return f" (of {with_article(via)})" if via else ""


def _listed(names: Iterable[str]) -> str:
    """Return `A`, `A and B`, `A, B and C`; a long list is cut and counted."""
    *others, last = names
    if len(others) > _NAMED:
        others, last = others[:_NAMED], f"{len(others) + 1 - _NAMED} others"
    return f"{', '.join(others)} and {last}" if others else last
