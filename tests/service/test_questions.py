"""Every question over HTTP, in pages, with tags."""

import pytest
from fastapi.testclient import TestClient

from queries import questions


def test_every_question_is_in_the_description(client: TestClient) -> None:
    tree = client.get("/openapi.json").json()
    for name, question in questions().items():
        route = tree["paths"][f"/{name}"]["get"]
        shown = (
            {parameter["name"] for parameter in route["parameters"]}
            if question.model_fields
            else set()
        )
        assert shown == {str(f.validation_alias or n) for n, f in question.model_fields.items()}
        assert route["description"].startswith((question.__doc__ or "nothing").splitlines()[0])
        answer = route["responses"]["200"]["content"]["application/json"]["schema"]["$ref"]
        assert answer.endswith(f"/{question.answer_type.__name__}")


def test_the_description_has_no_reference_to_nothing(client: TestClient) -> None:
    tree = client.get("/openapi.json").json()
    schemas = tree["components"]["schemas"]
    wanted = _references(tree)
    assert wanted
    assert {name.removeprefix("#/components/schemas/") for name in wanted} <= set(schemas)
    assert "examples" in str(tree["paths"]["/who-backs"]["get"]["parameters"][0])


def test_who_backs(loaded: TestClient) -> None:
    answer = loaded.get("/who-backs", params={"actor": "haftar"}).json()
    assert [tie["subject"]["name"] for tie in answer["ties"]] == ["Egypt", "Russia"]
    assert answer["ties"][0]["best"]["quote"] == "Egypt backs Haftar."


@pytest.mark.parametrize(
    "address",
    [
        "/whom-backs?actor=Egypt", "/who-opposes?actor=Egypt", "/actor?actor=Egypt",
        "/deployments?actor=Egypt", "/neighbours?of=Egypt&hops=2&relations=backs&relations=opposes",
        "/path?from=Egypt&to=Russia", "/evidence?subject=Egypt&relation=backs&object=Haftar",
        "/search?q=hafter", "/articles", "/stats", "/graph", "/actors/actor:egypt",
    ],
)  # fmt: skip
def test_each_question_answers(loaded: TestClient, address: str) -> None:
    answer = loaded.get(address)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/json")
    assert answer.json()


def test_an_article_with_its_claims(loaded: TestClient) -> None:
    listed = loaded.get("/articles").json()["articles"]
    assert [article["publisher"] for article in listed] == ["Paper 3", "Paper 2", "Paper 1"]
    oldest = listed[-1]["id"]
    text = loaded.get(f"/articles/{oldest}").json()["text"]
    claims = loaded.get(f"/articles/{oldest}/claims").json()["claims"]
    assert [text[c["claim"]["start"] : c["claim"]["end"]] for c in claims] == [
        "Egypt backs Haftar.",
        "Russia backs Haftar.",
    ]


@pytest.mark.parametrize(("address", "rows"), [("/articles", "articles"), ("/who-backs", "ties")])
def test_pages_are_the_whole(loaded: TestClient, address: str, rows: str) -> None:
    asked = {"actor": "Haftar"} if rows == "ties" else {}
    whole = loaded.get(address, params=asked).json()[rows]
    found: list[object] = []
    cursor: str | None = None
    while len(found) < 10:
        here = {"cursor": cursor} if cursor else {}
        page = loaded.get(address, params=asked | {"limit": "1"} | here)
        assert len(page.json()[rows]) == 1
        found += page.json()[rows]
        cursor = page.json()["next"]
        if cursor is None:
            break
    assert len(whole) > 1
    assert found == whole


def test_a_tag_saves_the_second_answer(loaded: TestClient) -> None:
    first = loaded.get("/stats")
    tag = first.headers["etag"]
    assert tag.startswith('"')
    assert first.headers["cache-control"] == "no-cache"
    again = loaded.get("/stats", headers={"If-None-Match": f'"other", {tag}'})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    loaded.post("/articles", json={"text": "Chad backs Niger."})
    changed = loaded.get("/stats", headers={"If-None-Match": tag})
    assert changed.status_code == 200
    assert changed.headers["etag"] != tag


def test_head_is_get_without_the_body(loaded: TestClient) -> None:
    got, head = loaded.get("/stats"), loaded.head("/stats")
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["etag"] == got.headers["etag"]
    assert head.headers["content-length"] == str(len(got.content))


def test_which_store_is_ready(client: TestClient) -> None:
    assert client.get("/readyz").json() == {"status": "ready", "store": "sqlite"}
    assert client.get("/healthz").json() == {"status": "alive"}


def _references(tree: object) -> set[str]:
    if isinstance(tree, dict):
        own = {tree["$ref"]} if isinstance(tree.get("$ref"), str) else set()
        return own.union(*(_references(value) for value in tree.values()))
    if isinstance(tree, list):
        return set().union(*(_references(value) for value in tree))
    return set()
