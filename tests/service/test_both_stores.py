"""The bundled articles, sent to services on both stores: the answers are the same."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

from fastapi.testclient import TestClient

from api.reading import Reader
from api.sampling import sample_articles
from graph.model import Article
from tests.service.conftest import Serve

ASKED = (
    "/who-backs?actor=Haftar", "/whom-backs?actor=Turkey", "/who-opposes?actor=GNA",
    "/who-captured?place=Sirte", "/deployments?place=Libya", "/actor?actor=Haftar",
    "/place?place=Sirte", "/neighbours?of=Libya&hops=2", "/path?from=Qatar&to=Haftar",
    "/evidence?subject=Egypt&relation=backs&object=Haftar", "/search?q=haft", "/articles",
    "/stats", "/graph", "/export?format=csv", "/who-backs?actor=Haftr",
)  # fmt: skip


def _send(client: TestClient, article: Article) -> Any:  # any: JSON
    answer = client.post("/articles", json=article.model_dump())
    assert answer.status_code in (200, 201), answer.text
    return answer.json()


def _without_clock(tree: Any) -> Any:  # any: JSON
    if isinstance(tree, dict):
        return {key: _without_clock(value) for key, value in tree.items() if key != "recorded"}
    return [_without_clock(value) for value in tree] if isinstance(tree, list) else tree


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
    backers = {"Egypt", "United Arab Emirates", "Russia", "Wagner Group"}
    assert {tie["subject"]["name"] for tie in ties} == backers


def test_articles_may_come_at_once(serve: Serve, reader: Reader) -> None:
    client = serve(reader=reader)
    articles = list(sample_articles())[:4]
    with ThreadPoolExecutor(8) as threads:
        told = list(threads.map(lambda article: _send(client, article), articles * 3))
    for first, again, third in zip(told[:4], told[4:8], told[8:], strict=True):
        assert first["claims"] == again["claims"] == third["claims"] != []
    assert sum(one["loaded"]["claims"] for one in told) == client.get("/stats").json()["claims"]
