"""How each kind, relation and status is drawn: read by page, snapshot and legend alike.

Colours are those of Okabe and Ito, told apart with any colour vision. Colour says the relation,
and so does the arrow; shape and filling say the kind; dashes, halo and bar say the status.
"""

from graph.model import Shape
from graph.vocabulary import ActorKind, PlaceKind, Relation, Status

ACTOR_COLOUR = "#33475b"
PLACE_COLOUR = "#6b5836"
PAPER = "#ffffff"
HALO_COLOUR = "rgba(200, 30, 30, 0.22)"


class KindMark(Shape):
    """The shape of a node: filled for actors, hollow for places."""

    kind: ActorKind | PlaceKind
    label: str
    shape: str
    colour: str
    filled: bool = True
    dashed: bool = False


class RelationMark(Shape):
    """The colour and the arrow of an edge."""

    relation: Relation
    label: str
    colour: str
    arrow: str


class StatusMark(Shape):
    """How an edge shows that it is not simply so."""

    status: Status
    label: str
    dashes: tuple[int, ...] = ()
    halo: bool = False
    barred: bool = False
    opacity: float = 1.0


class Legend(Shape):
    """Every mark that a drawing uses, in the order in which to show them."""

    kinds: tuple[KindMark, ...]
    relations: tuple[RelationMark, ...]
    statuses: tuple[StatusMark, ...]


def _actor(kind: ActorKind, shape: str, *, filled: bool = True, dashed: bool = False) -> KindMark:
    label = kind.replace("-", " ")
    return KindMark(
        kind=kind, label=label, shape=shape, colour=ACTOR_COLOUR, filled=filled, dashed=dashed
    )


def _place(kind: PlaceKind, shape: str) -> KindMark:
    return KindMark(kind=kind, label=kind, shape=shape, colour=PLACE_COLOUR, filled=False)


def _relation(relation: Relation, colour: str, arrow: str) -> RelationMark:
    label = relation.replace("-", " ")
    return RelationMark(relation=relation, label=label, colour=colour, arrow=arrow)


LEGEND = Legend(
    kinds=(
        _actor(ActorKind.STATE, "square"),
        _actor(ActorKind.GOVERNMENT, "diamond"),
        _actor(ActorKind.MILITARY, "triangle"),
        _actor(ActorKind.ARMED_GROUP, "triangleDown"),
        _actor(ActorKind.COALITION, "star"),
        _actor(ActorKind.ORGANISATION, "hexagon"),
        _actor(ActorKind.PERSON, "dot"),
        _actor(ActorKind.UNKNOWN, "dot", filled=False, dashed=True),
        _place(PlaceKind.COUNTRY, "square"),
        _place(PlaceKind.REGION, "hexagon"),
        _place(PlaceKind.TOWN, "dot"),
        _place(PlaceKind.SITE, "diamond"),
    ),
    relations=(
        _relation(Relation.BACKS, "#009e73", "arrow"),
        _relation(Relation.OPPOSES, "#d55e00", "bar"),
        _relation(Relation.CAPTURED, "#cc79a7", "box"),
        _relation(Relation.DEPLOYED_TO, "#0072b2", "vee"),
        _relation(Relation.LEADS, "#e69f00", "circle"),
        _relation(Relation.PART_OF, "#56b4e9", "diamond"),
    ),
    statuses=(
        StatusMark(status=Status.ASSERTED, label="asserted"),
        StatusMark(status=Status.CONTESTED, label="contested", halo=True),
        StatusMark(status=Status.DENIED, label="denied", dashes=(3, 5), halo=True, barred=True),
        StatusMark(status=Status.ALLEGED, label="alleged", dashes=(6, 5)),
        StatusMark(status=Status.PLANNED, label="planned", dashes=(14, 6)),
        StatusMark(status=Status.ATTEMPTED, label="attempted", dashes=(14, 5, 3, 5)),
        StatusMark(status=Status.CONDITIONAL, label="conditional", dashes=(2, 6)),
        StatusMark(status=Status.ENDED, label="ended", dashes=(8, 8), opacity=0.45),
    ),
)
KIND_MARKS = {mark.kind: mark for mark in LEGEND.kinds}
RELATION_MARKS = {mark.relation: mark for mark in LEGEND.relations}
STATUS_MARKS = {mark.status: mark for mark in LEGEND.statuses}


def legend_of(
    kinds: set[ActorKind | PlaceKind], relations: set[Relation], statuses: set[Status]
) -> Legend:
    """Return the legend of only what a drawing holds."""
    return Legend(
        kinds=tuple(mark for mark in LEGEND.kinds if mark.kind in kinds),
        relations=tuple(mark for mark in LEGEND.relations if mark.relation in relations),
        statuses=tuple(mark for mark in LEGEND.statuses if mark.status in statuses),
    )
