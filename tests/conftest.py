"""Fixtures that give tests a real Neo4j and a real browser, and the marks that go with them."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.servers import chromium, neo4j_pool
from tests.servers.given_server import GivenServer
from tests.servers.neo4j_pool import Neo4jPool
from tests.servers.neo4j_server import Neo4jServer

# A test that uses the fixture gets the mark, so that `-m "not neo4j and not browser"` is exact.
_MARKS = {"neo4j_server": "neo4j", "own_neo4j": "neo4j", "browser": "browser"}


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run each test that uses `neo4j_server` once on each Neo4j line that runs here."""
    if "neo4j_server" in metafunc.fixturenames:
        metafunc.parametrize("neo4j_server", neo4j_pool.names(), indirect=True, scope="session")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that need a server or a browser, and run those of the browser last.

    Playwright's synchronous interface leaves an event loop running in the main thread, in which
    no other test could then start its own.
    """
    for item in items:
        for mark in {_MARKS[name] for name in _MARKS.keys() & _fixtures(item)}:
            item.add_marker(mark)
    items.sort(key=lambda item: "browser" in _fixtures(item))


def _fixtures(item: pytest.Item) -> set[str]:
    return set(item.fixturenames) if isinstance(item, pytest.Function) else set()


@pytest.fixture(scope="session")
def neo4j_lines() -> tuple[str, ...]:
    """The names that `neo4j_servers.get()` takes: the versions that run here, or "given"."""
    return neo4j_pool.names()


@pytest.fixture(scope="session")
def neo4j_servers() -> Iterator[Neo4jPool]:
    """The run's Neo4j servers, started when first asked for.

    A fixture that asks for one by name marks its own parameters with `pytest.mark.neo4j`.
    """
    pool = Neo4jPool()
    yield pool
    pool.close()


@pytest.fixture(scope="session")
def neo4j_server(
    request: pytest.FixtureRequest, neo4j_servers: Neo4jPool
) -> Neo4jServer | GivenServer:
    """A running Neo4j with uri, user and password; one that stays up for the whole run."""
    return neo4j_servers.get(request.param)


@pytest.fixture(scope="module")
def own_neo4j() -> Iterator[Neo4jServer]:
    """A Neo4j of the module's own, on the long-term line, to stop, kill and start again."""
    with Neo4jServer() as server:
        yield server


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium without a window."""
    with sync_playwright() as playwright:
        opened = chromium.launch(playwright)
        yield opened
        opened.close()
