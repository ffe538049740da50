"""What the page draws, the sentence over it, and the same as a file."""

from typing import Annotated

from fastapi import APIRouter, FastAPI, Query, Response
from pydantic import Field

from api.dependencies import OpenStore
from api.selection import exporter_named
from api.web import asking
from api.web.seen import Hiding, Piece, Seen, title
from api.web.sentence import sentence
from graph.exporters.drawing import drawing
from graph.exporters.drawn import Drawing
from graph.model import Named, Shape, Tie
from graph.vocabulary import ActorKind, PlaceKind, Relation, Status
from queries.stats import Totals


class Scene(Shape):
    """A piece of the graph, drawn."""

    title: str
    asked: Named | None = Field(description="Whom it is about; none: the whole graph from afar.")
    drawing: Drawing
    ties: tuple[Tie, ...] = Field(description="What the edges stand for, heaviest first.")
    hidden_ties: dict[str, int] = Field(
        description="By id: how many more ties an actor or place has in the graph."
    )
    whole: Totals = Field(description="How much the graph holds.")


class Said(Shape):
    """Who backs the one who was asked for, in a sentence."""

    asked: Named
    sentence: str = Field(examples=["Egypt and Russia back Khalifa Haftar; denied: Turkey."])


class SeenFile(Seen):
    """What is seen, what is hidden of it, and the format of the file."""

    hidden_relations: tuple[Relation, ...] = ()
    hidden_statuses: tuple[Status, ...] = ()
    hidden_kinds: tuple[ActorKind | PlaceKind, ...] = ()
    format: Annotated[str, Field(description="json, csv, graphml or html.")] = "json"


def install(app: FastAPI) -> None:
    """Add the routes to `app`."""
    routes = APIRouter(tags=["page"])
    routes.get("/drawing", response_model=Scene)(draw)
    routes.get("/drawing/file", response_class=Response)(file)
    routes.get("/answer")(answer)
    app.include_router(routes)


def draw(asked: Annotated[Seen, Query()], store: OpenStore) -> Response:
    """A piece of the graph with positions, colours, arrows and shapes, ready for vis-network."""
    scene = _scene(store.ask(asked))
    # vis-network takes null for a value: what is not set must not be there.
    drawn = scene.drawing.model_dump_json(exclude_none=True)
    rest = scene.model_dump_json(exclude={"drawing"})
    return Response(f'{{"drawing":{drawn},{rest[1:]}', media_type="application/json")


def _scene(piece: Piece) -> Scene:
    return Scene(
        title=title(piece), asked=piece.asked, drawing=drawing(Hiding().left(piece)),
        ties=piece.ties, hidden_ties=piece.hidden_ties(), whole=piece.whole,
    )  # fmt: skip


def file(asked: Annotated[SeenFile, Query()], store: OpenStore) -> Response:
    """What is seen on the page as a file: the same piece, without what its legend hides."""
    exporter = exporter_named(asked.format)
    hiding = Hiding(
        relations=frozenset(asked.hidden_relations), statuses=frozenset(asked.hidden_statuses),
        kinds=frozenset(asked.hidden_kinds),
    )  # fmt: skip
    content = exporter.export(hiding.left(store.ask(asked)))
    name = f'attachment; filename="whobacks{exporter.suffix}"'
    return Response(content, media_type=exporter.media_type, headers={"Content-Disposition": name})


def answer(
    q: Annotated[
        str,
        Query(
            min_length=1, max_length=300, description="`who backs NAME`, or the name alone.",
            examples=["who backs Haftar?"],
        ),
    ],
    store: OpenStore,
) -> Said:  # fmt: skip
    """Who backs an actor, in a sentence."""
    ties = asking.ask(store, q)
    return Said(asked=ties.asked, sentence=sentence(ties))
