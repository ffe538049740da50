"""The service: routes, errors and headers around one open store."""

from importlib.metadata import version

from fastapi import FastAPI

from api import errors, openapi
from api.answering import Hardened, Tagged
from api.bounds import Bounded
from api.guard import SameSite, check_reach, is_loopback
from api.reading import Reader
from api.routes import route_modules
from api.settings import Settings
from graph.store import Store

_DESCRIPTION = (
    "Who backs whom, who opposes whom, who took what, who sent forces where: according to whom, "
    "when, and how sure. Every error is a problem detail (RFC 9457)."
)


def create_app(store: Store, settings: Settings, reader: Reader) -> FastAPI:
    """Return the service; the caller opens and closes the store.

    Raises Misconfigured when it would listen beyond loopback without an API key.
    """
    check_reach(settings)
    app = FastAPI(
        title="whobacks",
        version=version("whobacks"),
        description=_DESCRIPTION,
        docs_url=None,  # that page would load its scripts from another site
        redoc_url=None,
        responses=openapi.problems(),
    )
    app.state.store, app.state.settings, app.state.reader = store, settings, reader
    errors.install(app)
    openapi.install(app)
    for module in route_modules():
        module.install(app)
    # The last one added is the first that a request meets.
    app.add_middleware(Tagged)
    app.add_middleware(Bounded, max_text=settings.max_text)
    app.add_middleware(SameSite, loopback=is_loopback(settings.host))
    app.add_middleware(Hardened)
    return app
