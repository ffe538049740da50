"""A service on a SQLite store of its own, and the command line beside it."""

import json
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import cache
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from api.app import create_app
from api.cli import run
from api.reading import Reader
from api.settings import Settings
from api.wiring import open_store
from graph.store import Store
from tests.contract.conftest import empty
from tests.servers.given_server import GivenServer
from tests.servers.neo4j_server import Neo4jServer
from tests.service.doubles import BrokenStore, PlainReader
from tests.service.running import Run

Serve = Callable[..., TestClient]


@pytest.fixture(autouse=True)
def _own_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Keep the developer's settings and graph out of the tests."""
    for name in Settings.model_fields:
        monkeypatch.delenv(f"WHOBACKS_{name.upper()}", raising=False)
    monkeypatch.setenv("WHOBACKS_STORE", f"sqlite:///{tmp_path / 'graph.db'}")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))


@pytest.fixture
def store(_own_environment: None) -> Iterator[Store]:
    with closing(open_store(Settings())) as opened:
        yield opened


@cache
def _app(settings: tuple[tuple[str, object], ...]) -> FastAPI:
    """Make a service once, since that takes longer than most tests; its store is put in later."""
    given = Settings().model_copy(update=dict(settings))
    return create_app(BrokenStore(AssertionError("no store yet")), given, PlainReader())


@pytest.fixture
def serve(store: Store) -> Serve:
    """Make a client of a service; keyword arguments are its settings, store and reader."""

    def made(
        on: Store | None = None, reader: Reader | None = None, **settings: object
    ) -> TestClient:
        app = _app(tuple(sorted(settings.items())))
        app.state.store, app.state.reader = on or store, reader or PlainReader()
        return TestClient(app, base_url="http://127.0.0.1:8000")

    return made


@pytest.fixture
def client(serve: Serve) -> TestClient:
    return serve()


@pytest.fixture
def loaded(client: TestClient) -> TestClient:
    """A client of a service that has three articles."""
    for day, text in enumerate(
        ("Egypt backs Haftar. Russia backs Haftar.", "Turkey backs Sarraj.", "Qatar backs Sarraj."),
        1,
    ):
        answer = client.post(
            "/articles",
            json={"text": text, "published": f"2020-01-0{day}", "publisher": f"Paper {day}"},
        )
        assert answer.status_code == 201
    return client


@pytest.fixture
def whobacks(
    _own_environment: None, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Run:
    """Run a command; gives its exit code, stdout and stderr."""
    for command in ("load", "extract"):
        monkeypatch.setattr(f"api.commands.{command}.Reader", PlainReader)

    def ran(*arguments: str | Path) -> tuple[int, str, str]:
        code = run([str(argument) for argument in arguments])
        out, err = capfd.readouterr()
        return code, out, err

    return ran


@pytest.fixture
def article(tmp_path: Path) -> Path:
    file = tmp_path / "article.txt"
    file.write_text("Egypt backs Haftar. Russia backs Haftar.", "utf-8")
    return file


@pytest.fixture
def kept(whobacks: Run, article: Path) -> str:
    """Load an article and give its id."""
    assert whobacks("load", article, "--published", "2020-01-07")[0] == 0
    _, out, _ = whobacks("ask", "articles", "--json")
    identifier: str = json.loads(out)["articles"][0]["id"]
    return identifier


@pytest.fixture(scope="session")
def reader() -> Reader:
    """The extractor that users have."""
    return Reader()


@pytest.fixture
def on_neo4j(
    reader: Reader, neo4j_server: Neo4jServer | GivenServer, monkeypatch: pytest.MonkeyPatch
) -> Iterator[TestClient]:
    """A client of a service on an empty Neo4j."""
    empty(neo4j_server)
    monkeypatch.setenv("WHOBACKS_STORE", neo4j_server.uri)
    monkeypatch.setenv("WHOBACKS_NEO4J_USER", neo4j_server.user)
    monkeypatch.setenv("WHOBACKS_NEO4J_PASSWORD", neo4j_server.password)
    with closing(open_store(Settings())) as store:
        app = create_app(store, Settings(), reader)
        yield TestClient(app, base_url="http://127.0.0.1:8000")
