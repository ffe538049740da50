"""Whether the service is there, and whether its store answers."""

from typing import Literal

from fastapi import APIRouter, FastAPI
from pydantic import Field

from api.dependencies import OpenStore
from graph.model import Shape


class Alive(Shape):
    """The service is there."""

    status: Literal["alive"] = "alive"


class Ready(Shape):
    """The store answers."""

    status: Literal["ready"] = "ready"
    store: str = Field(description="Its kind: sqlite or neo4j.", examples=["sqlite"])


def install(app: FastAPI) -> None:
    """Add the routes to `app`."""
    routes = APIRouter(tags=["health"])
    routes.get("/healthz")(healthz)
    routes.get("/readyz")(readyz)
    app.include_router(routes)


async def healthz() -> Alive:
    """Answer, whatever the store does."""
    return Alive()


def readyz(store: OpenStore) -> Ready:
    """Say which store this is when it answers; 503 when it does not."""
    store.check()
    return Ready(store=store.kind)
