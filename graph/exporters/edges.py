"""How a tie becomes a line: colour and arrow by relation, dashes by status, bend by company."""

import math
from collections import defaultdict
from collections.abc import Iterable

from graph.exporters.drawn import Arrow, Arrows, Bend, DrawnEdge, EdgeColour, Halo
from graph.exporters.marks import HALO_COLOUR, RELATION_MARKS, STATUS_MARKS
from graph.model import Tie

_STRAIGHT = Bend(enabled=False)
# vis-network draws a halo only behind curves: this one looks straight.
_ALMOST_STRAIGHT = Bend(enabled=True, type="curvedCW", roundness=0.01)


def parallel(ties: Iterable[Tie]) -> dict[str, Bend]:
    """Return how to bend each tie, by its key, so that those between the same two are apart."""
    company: defaultdict[tuple[str, ...], list[Tie]] = defaultdict(list)
    for tie in ties:
        company[tuple(sorted((tie.subject.id, tie.object.id)))].append(tie)
    return {
        tie.key: _bend(tie, at - (len(group) - 1) / 2)
        for group in company.values()
        for at, tie in enumerate(sorted(group, key=lambda tie: tie.key))
    }


def _bend(tie: Tie, side: float) -> Bend:
    """Bend to the side given (0: straight), as seen from the end whose id comes first."""
    if side == 0:
        return _ALMOST_STRAIGHT if STATUS_MARKS[tie.status].halo else _STRAIGHT
    clockwise = (side > 0) == (tie.subject.id < tie.object.id)
    return Bend(
        enabled=True,
        type="curvedCW" if clockwise else "curvedCCW",
        roundness=round(min(0.5, 0.08 + 0.12 * abs(side)), 2),
    )


def drawn_edge(tie: Tie, bend: Bend) -> DrawnEdge:
    """Return the tie as a line."""
    relation, status = RELATION_MARKS[tie.relation], STATUS_MARKS[tie.status]
    width = round(min(5.0, 1.4 + 0.8 * math.log2(max(1, tie.origins_for))), 1)
    return DrawnEdge(
        id=tie.key, source=tie.subject.id, to=tie.object.id, title=described(tie),
        relation=tie.relation, status=tie.status, width=width,
        color=EdgeColour(
            color=relation.colour, highlight=relation.colour, opacity=status.opacity
        ),
        dashes=status.dashes or False,
        arrows=Arrows(
            to=Arrow(type=relation.arrow, scale_factor=0.7),
            middle=Arrow(type="bar", scale_factor=0.7) if status.barred else None,
        ),
        smooth=bend,
        background=Halo(enabled=status.halo, color=HALO_COLOUR, size=width + 8),
    )  # fmt: skip


def described(tie: Tie) -> str:
    """Return the tie in words: `Turkey backs GNA: asserted, 3 for, 1 against`."""
    relation = RELATION_MARKS[tie.relation].label
    against = f", {tie.claims_against} against" if tie.claims_against else ""
    return (
        f"{tie.subject.label} {relation} {tie.object.label}:"
        f" {tie.status}, {tie.claims_for} for{against}"
    )
