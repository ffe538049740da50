"""Our stores, each beside its bare engine."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from pydantic import SecretStr

from api.settings import Settings
from api.wiring import open_store
from bench.bare_neo4j import BareNeo4j
from bench.bare_sqlite import BareSqlite
from bench.recorder import Written
from graph.statements import read_statements
from graph.store import Store
from queries import STATEMENTS
from tests.servers.neo4j_server import Neo4jServer


class Bare(Protocol):
    """An engine without us."""

    def load(self, batch: Sequence[Written]) -> None:
        """Write one batch."""
        ...

    def who_backs(self, actors: Sequence[str]) -> list[str]:
        """Return the keys of the ties by which someone backs one of these actors."""
        ...

    def close(self) -> None:
        """Let go of it."""
        ...


@dataclass(frozen=True)
class Pair:
    """A store of ours and the bare engine, on graphs of their own that hold the same."""

    kind: str
    settings: Settings
    store: Store
    bare: Bare


@contextmanager
def sqlite_pair(folder: Path) -> Iterator[Pair]:
    """Make two empty files in `folder`."""
    settings = sqlite_settings(folder / "ours.db")
    bare = BareSqlite(folder / "bare.db", read_statements(STATEMENTS, "sql"))
    with _closing(Pair("sqlite", settings, open_store(settings), bare)) as pair:
        yield pair


@contextmanager
def neo4j_pair(ours: Neo4jServer) -> Iterator[Pair]:
    """Take the graph of a running server for ours; start another one for the bare driver."""
    with ExitStack() as stack:
        bare = BareNeo4j(stack.enter_context(Neo4jServer()), read_statements(STATEMENTS, "cypher"))
        settings = neo4j_settings(ours)
        pair = Pair("neo4j", settings, open_store(settings), bare)
        yield stack.enter_context(_closing(pair))


def sqlite_settings(path: Path) -> Settings:
    """Return settings that name a file."""
    return Settings(store=f"sqlite:///{path}")


def neo4j_settings(server: Neo4jServer) -> Settings:
    """Return settings that name a server."""
    return Settings(
        store=server.uri, neo4j_user=server.user, neo4j_password=SecretStr(server.password)
    )


def environment(settings: Settings) -> dict[str, str]:
    """Return the variables by which a process of its own opens the same store."""
    given = {"WHOBACKS_STORE": settings.store, "WHOBACKS_NEO4J_USER": settings.neo4j_user}
    if settings.neo4j_password:
        given["WHOBACKS_NEO4J_PASSWORD"] = settings.neo4j_password.get_secret_value()
    return given


@contextmanager
def _closing(pair: Pair) -> Iterator[Pair]:
    try:
        yield pair
    finally:
        pair.store.close()
        pair.bare.close()
