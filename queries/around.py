"""Ties around one actor or place: what who-backs, whom-backs and their like share."""

from collections.abc import Sequence
from typing import Literal

from graph.model import Named
from graph.store import Parameter, View
from queries.answers import Answered, Position, TieRow, Ties, decode, page
from queries.resolution import organisations, resolve

Side = Literal["subject", "object", "either"]


def ties_around(
    view: View,
    statement: str,
    name: str,
    *families: str,
    at: Side = "object",
    include_organisation: bool,
    limit: int,
    cursor: str | None,
    **more: Parameter,
) -> Ties:
    """Return a page of the ties that `statement` finds around what is called `name`.

    `at` is the end of the ties at which `statement` looks for it; `more` are further parameters.
    """
    asked = resolve(view, name, *families)
    included = organisations(view, asked) if include_organisation else []
    after = decode(cursor, Position())
    found = view.read(
        statement, TieRow, actors=[asked.id, *(o.id for o in included)],
        after_weight=after.weight, after_key=after.key, limit=limit + 1, **more,
    )  # fmt: skip
    ties, following = page(found, limit)
    if included:
        ties = [mark(tie, asked.id, included, at) for tie in ties]
    return Ties(asked=asked.named, included=tuple(included), ties=tuple(ties), next=following)


def mark(tie: Answered, asked: str, included: Sequence[Named], at: Side) -> Answered:
    """Say which organisation a tie is about, where it is not about the one that was named."""
    ends = {
        "subject": (tie.subject.id,),
        "object": (tie.object.id,),
        "either": (tie.subject.id, tie.object.id),
    }[at]
    if asked in ends:
        return tie
    via = next((o for o in included if o.id in ends), None)
    return tie.model_copy(update={"via": via}) if via else tie
