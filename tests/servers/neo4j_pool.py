"""The Neo4j servers of one test run: each started when a test first needs it."""

from tests.servers import neo4j_lines
from tests.servers.given_server import GivenServer, given
from tests.servers.neo4j_server import Neo4jServer

GIVEN = "given"


def names() -> tuple[str, ...]:
    """Return what to run the Neo4j tests on: versions, or "given" for a server that is named."""
    if given() is not None:
        return (GIVEN,)
    return tuple(line.version for line in neo4j_lines.runnable())


class Neo4jPool:
    """Starts a server at the first `get()` of its name and keeps it until `close()`."""

    def __init__(self) -> None:
        """Begin with no server."""
        self._started: dict[str, Neo4jServer] = {}

    def get(self, name: str) -> Neo4jServer | GivenServer:
        """Return the running server of that name (see `names()`), with uri, user and password."""
        server = given()
        if name == GIVEN and server is not None:
            return server
        if name not in self._started:
            self._started[name] = Neo4jServer(name).start()
        return self._started[name]

    def close(self) -> None:
        """Kill every server that was started and remove its data."""
        while self._started:
            self._started.popitem()[1].close()
