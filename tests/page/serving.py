"""A real server in a thread of this process."""

import socket
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import uvicorn

from api.app import create_app
from api.settings import Settings
from api.wiring import open_store
from graph.model import Reading
from graph.store import Store
from tests.service.doubles import PlainReader

_PATIENCE = 20.0  # seconds


class Served(NamedTuple):
    """Where it listens, and what it serves from."""

    address: str
    store: Store


def store_of(path: Path, readings: Sequence[Reading]) -> Store:
    """Open a store of these readings."""
    opened = open_store(settings_of(path))
    if readings:
        opened.load(readings)
    return opened


def settings_of(path: Path) -> Settings:
    return Settings(store=f"sqlite:///{path}", api_key=None, host="127.0.0.1")


@contextmanager
def served(store: Store, settings: Settings) -> Iterator[Served]:
    """Serve a store on a free port of the loopback until the block ends."""
    listening = socket.create_server(("127.0.0.1", 0))
    app = create_app(store, settings, PlainReader())
    server = uvicorn.Server(uvicorn.Config(app, log_level="critical"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    deadline = time.monotonic() + _PATIENCE
    while not server.started and time.monotonic() < deadline:
        time.sleep(0.01)
    assert server.started
    yield Served(f"http://127.0.0.1:{listening.getsockname()[1]}", store)
    server.should_exit = True
    thread.join(_PATIENCE)
    assert not thread.is_alive()
    listening.close()
