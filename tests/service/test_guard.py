"""Who may write, from where, and what no page of another site may do."""

import pytest
from fastapi.testclient import TestClient
from pydantic import SecretStr

from api.guard import is_loopback
from graph.errors import Misconfigured
from tests.service.conftest import Serve

ARTICLE = {"text": "Egypt backs Haftar."}
KEY = SecretStr("a long key")


def test_beyond_loopback_there_is_no_service_without_a_key(serve: Serve) -> None:
    with pytest.raises(Misconfigured, match="WHOBACKS_API_KEY"):
        serve(host="0.0.0.0")


@pytest.mark.parametrize("host", ["0.0.0.0", "127.0.0.1"])
def test_where_there_is_a_key_writers_need_it(serve: Serve, host: str) -> None:
    client = serve(host=host, api_key=KEY)
    for sent in ({}, {"X-API-Key": "a wrong key"}, {"X-API-Key": "a long kez"}):
        answer = client.post("/articles", json=ARTICLE, headers=sent)
        assert answer.status_code == 401
        assert answer.headers["www-authenticate"]
        assert KEY.get_secret_value() not in answer.text
        assert client.delete("/articles/article:x", headers=sent).status_code == 401
        assert client.post("/claims", content="x", headers=sent).status_code == 401
    assert client.get("/stats").json()["articles"] == 0
    good = {"X-API-Key": KEY.get_secret_value()}
    assert client.post("/articles", json=ARTICLE, headers=good).status_code == 201


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8000", "127.0.0.1.evil.example", ""]
)
def test_on_loopback_a_name_that_is_made_to_point_here_is_refused(
    client: TestClient, host: str
) -> None:
    assert client.get("/stats", headers={"Host": host}).status_code == 403
    assert client.post("/articles", json=ARTICLE, headers={"Host": host}).status_code == 403


@pytest.mark.parametrize("host", ["localhost:8000", "127.0.0.1", "[::1]:8000", "LOCALHOST"])
def test_this_machine_has_several_names(client: TestClient, host: str) -> None:
    assert client.get("/stats", headers={"Host": host}).status_code == 200


def test_beyond_loopback_any_host_will_do(serve: Serve) -> None:
    client = serve(host="0.0.0.0", api_key=KEY)
    assert client.get("/stats", headers={"Host": "graph.example.org"}).status_code == 200


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://127.0.0.1:9999"])
def test_a_page_of_another_site_may_not_write(client: TestClient, origin: str) -> None:
    answer = client.post("/articles", json=ARTICLE, headers={"Origin": origin})
    assert (answer.status_code, answer.headers["content-type"]) == (403, "application/problem+json")
    assert client.get("/stats").json()["articles"] == 0


def test_the_own_page_may_write(client: TestClient) -> None:
    own = {"Origin": "http://127.0.0.1:8000"}
    assert client.post("/articles", json=ARTICLE, headers=own).status_code == 201


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("127.0.0.1", True), ("127.8.9.1", True), ("::1", True), ("localhost", True),
        ("0.0.0.0", False), ("::", False), ("192.168.0.1", False), ("example.org", False),
        ("localhost.example.org", False),
    ],
)  # fmt: skip
def test_what_is_loopback(host: str, expected: bool) -> None:
    assert is_loopback(host) is expected


@pytest.mark.parametrize("address", ["/stats", "/nothing", "/who-backs", "/openapi.json"])
def test_every_answer_has_the_security_headers(client: TestClient, address: str) -> None:
    headers = client.get(address).headers
    policy = headers["content-security-policy"].split("; ")
    assert policy[0] == "default-src 'none'"
    assert "script-src 'self'" in policy
    assert not any("unsafe" in part for part in policy)
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


def test_a_refusal_has_them_too(client: TestClient) -> None:
    answer = client.get("/stats", headers={"Host": "evil.example"})
    assert "default-src 'none'" in answer.headers["content-security-policy"]
