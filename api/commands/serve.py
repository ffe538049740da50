"""whobacks serve: the API and the page."""

import signal
import socket
import sys
from types import FrameType
from typing import Annotated

import typer
import uvicorn

from api.app import create_app
from api.guard import check_reach
from api.reading import Reader
from api.sampling import load_samples
from api.settings import Settings, read_settings
from api.wiring import open_store, without_user
from graph.errors import Misconfigured

COMMAND = typer.Typer(rich_markup_mode=None, add_completion=False)
_BACKLOG = 128
_LAST_WORDS = 5
"""Seconds that requests get to end when the service is stopped."""


@COMMAND.command()
def serve(
    host: Annotated[
        str | None, typer.Option(help="Address to listen on instead of WHOBACKS_HOST.")
    ] = None,
    port: Annotated[
        int | None, typer.Option(help="Port to listen on instead of WHOBACKS_PORT; 0: a free one.")
    ] = None,
    sample: Annotated[
        bool, typer.Option("--sample", help="Load the bundled articles when the graph is empty.")
    ] = False,
) -> None:
    """Serve API and page until stopped."""
    settings = _with(read_settings(), host, port)
    check_reach(settings)
    # uvicorn stops at this signal and then sends it on: this is where it ends.
    signal.signal(signal.SIGTERM, _stop)
    store = open_store(settings)
    try:
        listening = _listen(settings)
        reader = Reader(settings.pipeline)
        if sample:
            load_samples(store, reader)
        app = create_app(store, settings, reader)
        print(f"whobacks is at {_address(listening)} ({without_user(settings.store)})", flush=True)
        config = uvicorn.Config(
            app,
            log_level=settings.log_level,
            server_header=False,
            proxy_headers=False,
            timeout_graceful_shutdown=_LAST_WORDS,
        )
        uvicorn.Server(config).run(sockets=[listening])
    finally:
        store.close()


def _with(settings: Settings, host: str | None, port: int | None) -> Settings:
    given = {key: value for key, value in (("host", host), ("port", port)) if value is not None}
    return settings.model_copy(update=given)


def _listen(settings: Settings) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    # TCP by its name: asyncio sends small answers at once (TCP_NODELAY) on such sockets alone.
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((settings.host, settings.port))
        listening.listen(_BACKLOG)
    except (OSError, OverflowError) as error:
        listening.close()
        raise Misconfigured(
            f"cannot listen on {settings.host} port {settings.port}"
            f" ({getattr(error, 'strerror', None) or error}); stop what listens there, or give"
            " another --port"
        ) from error
    return listening


def _address(listening: socket.socket) -> str:
    host, port = listening.getsockname()[:2]
    return f"http://{f'[{host}]' if ':' in host else host}:{port}"


def _stop(_: int, __: FrameType | None) -> None:
    sys.exit(0)
