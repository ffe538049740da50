"""What the page shows: a piece of the graph, what was opened on it, and what its legend hides."""

from collections import Counter
from collections.abc import Iterable
from typing import Annotated, ClassVar

from pydantic import BaseModel, Field

from graph.model import EntityId, Named, Shape, Tie
from graph.store import Question, View
from graph.subgraph import Subgraph
from graph.vocabulary import ActorKind, PlaceKind, Relation, Status
from queries.answers import ActorName, EntityName
from queries.graph import Overview
from queries.neighbours import Neighbours
from queries.network import Network, Node, nodes, ties_among
from queries.stats import Totals
from queries.who_backs import WhoBacks

MOST_BACKERS = 100
"""How many ties an answer to who backs whom shows."""
_FAR = 60  # actors and places of an overview: more cannot be read on a small screen
_NEAR = 40  # and around one of them


class Piece(Shape):
    """A piece of the graph as it is in the store at one moment."""

    asked: Named | None = Field(description="Whom it is about; none: the whole graph from afar.")
    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...]
    whole: Totals = Field(description="How much the graph holds.")

    def hidden_ties(self) -> dict[str, int]:
        """Return how many ties each has that are not in this piece, where it has any."""
        shown = Counter(end.id for tie in self.ties for end in (tie.subject, tie.object))
        return {n.id: n.degree - shown[n.id] for n in self.nodes if n.degree > shown[n.id]}


class Seen(Question[Piece]):
    """The backers of an actor, or what is around an actor or place, or the whole from afar."""

    name: ClassVar[str] = "seen"
    answer_type: ClassVar[type[BaseModel]] = Piece

    backs: Annotated[ActorName | None, Field(description="Whose backers.")] = None
    of: Annotated[EntityName | None, Field(description="Around whom, unless `backs` is given.")] = (
        None
    )
    hops: Annotated[int, Field(ge=1, le=3, description="How many ties away from it.")] = 1
    opened: Annotated[
        tuple[EntityId, ...],
        Field(max_length=30, description="Those whose neighbours are shown as well."),
    ] = ()

    def answer(self, view: View) -> Piece:
        """Return the piece; with something opened, all ties among what is shown are in it."""
        asked, found, ties = self._start(view)
        shown = dict.fromkeys(found)
        for one in self.opened:
            around = Neighbours(of=one, limit=_NEAR).answer(view)
            shown |= dict.fromkeys(node.id for node in around.nodes)
        if self.opened:
            ties, _ = ties_among(view, shown)
        return Piece(
            asked=asked, nodes=nodes(view, shown), ties=ties, whole=view.read("totals", Totals)[0]
        )

    def _start(self, view: View) -> tuple[Named | None, list[str], tuple[Tie, ...]]:
        if self.backs is not None:
            return _backers(view, self.backs)
        network: Network
        if self.of is None:
            network = Overview(limit=_FAR).answer(view)
        else:
            network = Neighbours(of=self.of, hops=self.hops, limit=_NEAR).answer(view)
        return network.asked, [node.id for node in network.nodes], network.ties


def _backers(view: View, actor: str) -> tuple[Named, list[str], tuple[Tie, ...]]:
    """Return whom it is about, who is in the answer, and its ties with those of leadership."""
    answer = WhoBacks(actor=actor, limit=MOST_BACKERS).answer(view)
    told = tuple(Tie.model_validate(tie.model_dump(exclude={"via"})) for tie in answer.ties)
    core = [answer.asked.id, *(organisation.id for organisation in answer.included)]
    leading, _ = ties_among(view, core, relations=(Relation.LEADS,))
    ties = tuple({tie.key: tie for tie in (*told, *leading)}.values())
    ends = [end.id for tie in ties for end in (tie.subject, tie.object)]
    return answer.asked, list(dict.fromkeys([answer.asked.id, *ends])), ties


class Hiding(Shape):
    """What the legend hides."""

    relations: frozenset[Relation] = frozenset()
    statuses: frozenset[Status] = frozenset()
    kinds: frozenset[ActorKind | PlaceKind] = frozenset()

    def left(self, piece: Piece) -> Subgraph:
        """Return what is left to see, and how much of the graph that is not.

        One who loses all ties is not shown either, except the one who was asked for.
        """
        kept = {node.id for node in piece.nodes if node.kind not in self.kinds}
        ties = tuple(tie for tie in piece.ties if self._shows(tie, kept))
        stay = kept & (_ends(ties) | _alone(piece))
        left = tuple(node for node in piece.nodes if node.id in stay)
        entities = piece.whole.actors + piece.whole.places
        return Subgraph(
            title=title(piece), nodes=tuple(_named(node) for node in left), ties=ties,
            cut_nodes=max(0, entities - len(left)), cut_ties=max(0, piece.whole.ties - len(ties)),
        )  # fmt: skip

    def _shows(self, tie: Tie, kept: set[str]) -> bool:
        return (
            tie.relation not in self.relations
            and tie.status not in self.statuses
            and {tie.subject.id, tie.object.id} <= kept
        )


def title(piece: Piece) -> str:
    """Return a heading for the piece."""
    return f"Around {piece.asked.name}" if piece.asked else "Conflict graph"


def _ends(ties: Iterable[Tie]) -> set[str]:
    return {end.id for tie in ties for end in (tie.subject, tie.object)}


def _alone(piece: Piece) -> set[str]:
    """Return those who stay without a tie: who was asked for, and who had none."""
    asked = {piece.asked.id} if piece.asked else set()
    return asked | {node.id for node in piece.nodes} - _ends(piece.ties)


def _named(node: Node) -> Named:
    return Named(id=node.id, name=node.name, label=node.label, kind=node.kind)
