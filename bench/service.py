"""The service in a process of its own, with one more endpoint that returns a constant."""

import socket

import uvicorn

from api.app import create_app
from api.reading import Reader
from api.settings import read_settings
from api.wiring import open_store


async def constant() -> dict[str, str]:
    """Return the same each time."""
    return {"answer": "constant"}


def main() -> None:
    """Serve what WHOBACKS_STORE names, as `whobacks serve` does, and print the port."""
    settings = read_settings()
    store = open_store(settings)
    app = create_app(store, settings, Reader())
    app.get("/constant")(constant)
    listening = socket.create_server(("127.0.0.1", 0), backlog=128)
    # Inherited by the connections; asyncio sets it itself only on sockets that it made. Without it
    # each answer waits 40 ms for the client's delayed acknowledgement between head and body.
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    print(listening.getsockname()[1], flush=True)
    config = uvicorn.Config(app, log_level="warning", server_header=False, proxy_headers=False)
    uvicorn.Server(config).run(sockets=[listening])


if __name__ == "__main__":
    main()
