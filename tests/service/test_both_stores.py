"""The bundled articles, sent to services on both stores: the answers are the same."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.reading import Reader
from api.sampling import sample_articles
from api.settings import Settings
from api.wiring import open_store
from graph.model import Article
from tests.contract.conftest import empty
from tests.servers.given_server import GivenServer
from tests.servers.neo4j_server import Neo4jServer
from tests.service.conftest import Serve

ASKED = (
    "/who-backs?actor=Haftar", "/whom-backs?actor=Turkey", "/who-opposes?actor=GNA",
    "/who-captured?place=Sirte", "/deployments?place=Libya", "/actor?actor=Haftar",
    "/place?place=Sirte", "/neighbours?of=Libya&hops=2", "/path?from=Qatar&to=Haftar",
    "/evidence?subject=Egypt&relation=backs&object=Haftar", "/search?q=haft", "/articles",
    "/stats", "/graph", "/export?format=csv", "/who-backs?actor=Haftr",
)  # fmt: skip


@pytest.fixture(scope="module")
def reader() -> Reader:
    """The extractor that users have."""
    return Reader()


def _send(client: TestClient, article: Article) -> Any:  # any: JSON
    answer = client.post("/articles", json=article.model_dump())
    assert answer.status_code in (200, 201), answer.text
    return answer.json()


def _without_clock(tree: Any) -> Any:  # any: JSON
    if isinstance(tree, dict):
        return {key: _without_clock(value) for key, value in tree.items() if key != "recorded"}
    return [_without_clock(value) for value in tree] if isinstance(tree, list) else tree


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


def test_both_stores_answer_the_same(serve: Serve, reader: Reader, on_neo4j: TestClient) -> None:
    on_sqlite = serve(reader=reader)
    for article in sample_articles():
        assert _send(on_sqlite, article) == _send(on_neo4j, article)
    for address in ASKED:
        one, other = on_sqlite.get(address), on_neo4j.get(address)
        assert one.status_code == other.status_code, address
        if "json" in one.headers["content-type"]:
            assert _without_clock(one.json()) == _without_clock(other.json()), address
        else:
            assert one.content == other.content, address
    assert on_neo4j.get("/readyz").json()["store"] == "neo4j"
    ties = on_neo4j.get(ASKED[0]).json()["ties"]
    assert {tie["subject"]["name"] for tie in ties} == {"Egypt", "United Arab Emirates", "Russia"}


def test_articles_may_come_at_once(serve: Serve, reader: Reader) -> None:
    client = serve(reader=reader)
    articles = list(sample_articles())[:4]
    with ThreadPoolExecutor(8) as threads:
        told = list(threads.map(lambda article: _send(client, article), articles * 3))
    for first, again, third in zip(told[:4], told[4:8], told[8:], strict=True):
        assert first["claims"] == again["claims"] == third["claims"] != []
    assert sum(one["loaded"]["claims"] for one in told) == client.get("/stats").json()["claims"]
