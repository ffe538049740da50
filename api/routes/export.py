"""A piece of the graph as a file."""

from typing import Annotated

from fastapi import APIRouter, FastAPI, Query, Response
from pydantic import Field

from api.dependencies import OpenStore
from api.selection import Selection, exporter_named, select


class Export(Selection):
    """A piece of the graph, and the format of the file."""

    format: Annotated[str, Field(description="json, csv, graphml or html.", examples=["json"])] = (
        "json"
    )


def install(app: FastAPI) -> None:
    """Add the routes to `app`."""
    routes = APIRouter(tags=["export"])
    routes.get("/export", response_class=Response)(export)
    app.include_router(routes)


def export(asked: Annotated[Export, Query()], store: OpenStore) -> Response:
    """The ties around one actor or place, or the heaviest of the whole graph, as a file."""
    exporter = exporter_named(asked.format)
    content = exporter.export(select(store, asked))
    name = f'attachment; filename="whobacks{exporter.suffix}"'
    return Response(content, media_type=exporter.media_type, headers={"Content-Disposition": name})
