"""The stores that the contract is asked of: SQLite, and Neo4j on every line that runs here."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, tzinfo
from pathlib import Path

import pytest
from neo4j import GraphDatabase

from graph import writing
from graph.neo4j_store import Neo4jStore
from graph.sqlite_store import SqliteStore
from graph.statements import Statement, read_statements
from graph.store import Store
from queries import STATEMENTS
from tests.servers import neo4j_pool
from tests.servers.given_server import GivenServer
from tests.servers.neo4j_pool import Neo4jPool
from tests.servers.neo4j_server import Neo4jServer

# Opens a further store on the same graph; texts given replace those of the statements so named.
Open = Callable[[Mapping[str, str]], Store]

EMPTY = """
MATCH (n) WHERE NOT (n:Schema AND n.version = 1)
CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 2000 ROWS
"""


def statements(dialect: str, replaced: Mapping[str, str]) -> dict[str, Statement]:
    """Return the statements of a dialect, some with another text."""
    found = read_statements(STATEMENTS, dialect)
    return found | {name: replace(found[name], text=text) for name, text in replaced.items()}


def open_neo4j(
    server: Neo4jServer | GivenServer, replaced: Mapping[str, str] | None = None
) -> Neo4jStore:
    """Return a store on a running server."""
    login = (server.user, server.password)
    return Neo4jStore(server.uri, login, statements("cypher", replaced or {}))


def empty(server: Neo4jServer | GivenServer) -> None:
    """Remove all that a server holds, but keep constraints and the mark that they are there."""
    login = (server.user, server.password)
    with GraphDatabase.driver(server.uri, auth=login) as driver, driver.session() as session:
        session.run(EMPTY).consume()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Ask every store: a test that uses `open_store` runs once on each."""
    if "open_store" in metafunc.fixturenames:
        servers = [pytest.param(n, marks=pytest.mark.neo4j) for n in neo4j_pool.names()]
        metafunc.parametrize("open_store", ["sqlite", *servers], indirect=True)


@pytest.fixture
def open_store(
    request: pytest.FixtureRequest, tmp_path: Path, neo4j_servers: Neo4jPool
) -> Iterator[Open]:
    """Opens stores on one graph, which is empty at first."""
    opened: list[Store] = []
    if request.param != "sqlite":
        server = neo4j_servers.get(request.param)
        empty(server)

    def open_one(replaced: Mapping[str, str]) -> Store:
        if request.param == "sqlite":
            store: Store = SqliteStore(tmp_path / "graph.db", statements("sql", replaced))
        else:
            store = open_neo4j(server, replaced)
        opened.append(store)
        return store

    yield open_one
    for store in opened:
        store.close()


@pytest.fixture
def store(open_store: Open) -> Store:
    """A store with nothing in it."""
    return open_store({})


@pytest.fixture
def reference(tmp_path: Path) -> Iterator[Store]:
    """An SQLite store to compare with."""
    store = SqliteStore(tmp_path / "reference.db", statements("sql", {}))
    yield store
    store.close()


class Clock:
    """Stands for the class datetime where a load asks what time it is."""

    def __init__(self) -> None:
        """Begin at a fixed time."""
        self.time = datetime(2026, 1, 1, tzinfo=UTC)

    def now(self, _: tzinfo) -> datetime:
        """Return the time that was set."""
        return self.time


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """What time it is when an article is recorded: one time, so that graphs can be compared."""
    clock = Clock()
    monkeypatch.setattr(writing, "datetime", clock)
    return clock
