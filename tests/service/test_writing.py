"""Articles and claims over HTTP: what was understood, what was not, and what is too much."""

import asyncio
import json

import pytest
from fastapi.testclient import TestClient
from starlette.types import Message, Receive, Scope, Send

from api.bounds import Bounded
from tests.service.conftest import Serve

ROW = {"relation": "backs", "subject": "Egypt", "object": "Haftar", "published": "2020-01-07"}


def test_an_article_tells_what_was_understood(client: TestClient) -> None:
    text = "Egypt backs Haftar. The rest is silence."
    answer = client.post("/articles", json={"text": text, "published": "2020-01-07"})
    assert answer.status_code == 201
    said = answer.json()
    assert answer.headers["location"] == f"/articles/{said['article']}"
    assert said["loaded"] == {"articles": 1, "claims": 1, "removed": 0}
    assert said["claims"][0]["subject"]["name"] == "Egypt"
    assert text[said["notes"][0]["start"] :] == " The rest is silence."
    assert client.get(answer.headers["location"]).json()["text"] == text


def test_the_same_article_changes_nothing(client: TestClient) -> None:
    article = {"text": "Egypt backs Haftar.", "published": "2020-01-07"}
    client.post("/articles", json=article)
    before = client.get("/stats").json()
    again = client.post("/articles", json=article)
    assert (again.status_code, again.json()["loaded"]["articles"]) == (200, 0)
    assert client.get("/stats").json() == before


def test_a_deleted_article_takes_its_claims(loaded: TestClient) -> None:
    article = loaded.get("/articles").json()["articles"][-1]["id"]
    assert loaded.delete(f"/articles/{article}").status_code == 204
    assert loaded.get(f"/articles/{article}").status_code == 404
    assert loaded.get("/who-backs?actor=Haftar").status_code == 404
    assert loaded.get("/stats").json()["claims"] == 2


@pytest.mark.parametrize(
    ("article", "reason"),
    [
        ({}, "text: Field required"),
        ({"text": ""}, "text: "),
        ({"text": "  \n"}, "holds no text"),
        ({"text": "A backs B.", "published": "2120-01-01"}, "lies in the future"),
        ({"text": "A backs B.", "published": "2020-02-30"}, "is not a date"),
        ({"text": "A backs B.", "published": "7 January"}, "published: "),
        ({"text": "A backs B.", "url": "javascript:alert(1)"}, "is not an address"),
        ({"text": "A\x00 backs B."}, "control character"),
        ({"text": "A backs B.", "colour": "red"}, "colour: "),
    ],
)
def test_an_article_that_cannot_be_read(
    client: TestClient, article: dict[str, str], reason: str
) -> None:
    answer = client.post("/articles", json=article)
    assert answer.status_code == 422
    assert reason in answer.json()["detail"]
    assert client.get("/stats").json()["articles"] == 0


def test_what_is_no_json(client: TestClient) -> None:
    answer = client.post("/articles", content=b"{", headers={"Content-Type": "application/json"})
    assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json")


def test_a_text_over_the_limit(serve: Serve) -> None:
    client = serve(max_text=1000)
    assert client.post("/articles", json={"text": "é" * 500}).status_code == 201
    answer = client.post("/articles", json={"text": "é" * 501})
    assert answer.status_code == 413
    assert "1,002 bytes" in answer.json()["detail"]
    assert "WHOBACKS_MAX_TEXT" in answer.json()["detail"]


def test_a_length_over_the_limit_is_refused_unread() -> None:
    sent: list[Message] = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        raise AssertionError("it was passed on")

    async def receive() -> Message:
        raise AssertionError("it was read")

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {"type": "http", "method": "POST", "headers": [(b"content-length", b"100000000")]}
    asyncio.run(Bounded(app, max_text=1000)(scope, receive, send))
    assert sent[0]["status"] == 413
    assert (b"content-type", b"application/problem+json") in sent[0]["headers"]


def test_a_body_of_unknown_length_over_the_limit(serve: Serve) -> None:
    chunks = (b"x" * 50_000 for _ in range(3))
    headers = {"Content-Type": "application/json"}
    answer = serve(max_text=1000).post("/articles", content=chunks, headers=headers)
    assert (answer.status_code, answer.headers["content-type"]) == (413, "application/problem+json")


CSV = ",".join(ROW) + "\n" + ",".join(ROW.values()) + "\nbacks,,Haftar,2020-01-07\n"
BAD = {**ROW, "relation": "likes"}


@pytest.mark.parametrize(
    ("kind", "content", "row"),
    [
        ("text/csv; charset=utf-8", CSV, 3),
        ("application/json", json.dumps([ROW, BAD]), 2),
        ("application/jsonl", f"{json.dumps(ROW)}\n{json.dumps(BAD)}\n", 2),
        ("application/x-ndjson", f"{json.dumps(ROW)}\n{json.dumps(BAD)}\n", 2),
    ],
)
def test_good_rows_are_loaded_and_bad_ones_told(
    client: TestClient, kind: str, content: str, row: int
) -> None:
    answer = client.post("/claims", content=content, headers={"Content-Type": kind})
    assert answer.status_code == 200
    said = answer.json()
    assert said["loaded"] == {"articles": 1, "claims": 1, "removed": 0}
    assert [refused["row"] for refused in said["refused"]] == [row]
    assert said["refused"][0]["reason"]
    ties = client.get("/who-backs?actor=Haftar").json()["ties"]
    assert [tie["subject"]["name"] for tie in ties] == ["Egypt"]


@pytest.mark.parametrize(
    ("kind", "content", "reason"),
    [
        ("text/csv", "subject,object\na,b\n", "no column 'relation'"),
        ("text/csv", "", "no column"),
        ("application/json", "{}", "not a JSON list"),
        ("application/json", "[", "not JSON"),
        ("application/json", "[]", "no row"),
        ("application/json", json.dumps([BAD]), "no row"),
        ("application/json", '[["a"]]', "no row"),
        ("image/png", "x", "content type 'image/png'"),
        ("", "x", "content type"),
    ],
)
def test_a_table_that_holds_nothing(
    client: TestClient, kind: str, content: str, reason: str
) -> None:
    answer = client.post("/claims", content=content, headers={"Content-Type": kind})
    assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json")
    assert reason in answer.json()["detail"]
    assert client.get("/stats").json()["claims"] == 0


def test_a_table_over_the_limit(serve: Serve) -> None:
    answer = serve(max_text=100).post(
        "/claims", content=CSV + " " * 100, headers={"Content-Type": "text/csv"}
    )
    assert answer.status_code == 413
