"""Every error is a problem detail with the status of its class, and never a trace."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from api.errors import STATUS, problem_of
from graph.errors import (
    AmbiguousName,
    StoreRefused,
    StoreUnavailable,
    UnknownName,
    WhobacksError,
)
from tests.service.conftest import Serve
from tests.service.doubles import BrokenStore


def _classes(of: type[WhobacksError]) -> Iterator[type[WhobacksError]]:
    yield of
    for kind in of.__subclasses__():
        yield from _classes(kind)


def _made(kind: type[WhobacksError]) -> WhobacksError:
    return kind("x", [("actor:y", "Y")]) if kind in (UnknownName, AmbiguousName) else kind("why")


OURS = [kind for kind in _classes(WhobacksError) if kind.__module__ == "graph.errors"]


@pytest.mark.parametrize("kind", OURS)
def test_every_class_has_its_status(kind: type[WhobacksError], serve: Serve) -> None:
    assert kind in STATUS
    answer = serve(on=BrokenStore(_made(kind))).get("/stats")
    assert answer.status_code == STATUS[kind]
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert problem["status"] == answer.status_code
    assert problem["detail"] == str(_made(kind))
    assert problem["type"].startswith("urn:whobacks:problem:")


def test_the_table_has_no_class_too_many() -> None:
    assert set(STATUS) == set(OURS)


def test_the_nearest_names_are_given(loaded: TestClient) -> None:
    answer = loaded.get("/who-backs", params={"actor": "Haftr"})
    assert answer.status_code == 404
    assert {"id": "actor:haftar", "name": "Haftar"} in answer.json()["nearest"]


def test_candidates_are_given() -> None:
    problem = problem_of(AmbiguousName("Hadi", [("actor:a", "A"), ("actor:b", "B")]))
    assert [choice.id for choice in problem.candidates] == ["actor:a", "actor:b"]


@pytest.mark.parametrize("address", ["/stats", "/who-backs?actor=x", "/readyz", "/export"])
def test_a_store_that_is_down(serve: Serve, address: str) -> None:
    client = serve(on=BrokenStore(StoreUnavailable("the server does not answer; try later")))
    answer = client.get(address)
    assert answer.status_code == 503
    assert int(answer.headers["retry-after"]) > 0
    assert answer.json()["detail"] == "the server does not answer; try later"
    assert client.get("/healthz").status_code == 200


def test_a_write_to_a_store_that_is_down(serve: Serve) -> None:
    client = serve(on=BrokenStore(StoreUnavailable("gone")))
    assert client.post("/articles", json={"text": "A backs B."}).status_code == 503
    assert client.delete("/articles/article:x").headers["retry-after"]


def test_asking_again_does_not_help_with_a_store_that_is_not_ours(serve: Serve) -> None:
    answer = serve(on=BrokenStore(StoreRefused("foreign"))).get("/readyz")
    assert answer.status_code == 503
    assert "retry-after" not in answer.headers


def test_what_nobody_foresaw_shows_no_trace(serve: Serve, caplog: pytest.LogCaptureFixture) -> None:
    answer = serve(on=BrokenStore(ZeroDivisionError("secret detail"))).get("/stats")
    assert answer.status_code == 500
    assert answer.headers["content-type"] == "application/problem+json"
    assert "secret" not in answer.text
    assert "Traceback" not in answer.text
    assert "nosniff" in answer.headers["x-content-type-options"]
    assert "secret detail" in caplog.text  # the log has what the answer has not


@pytest.mark.parametrize(
    ("address", "fields"),
    [
        ("/who-backs", ["actor"]),
        ("/who-backs?actor=x&limit=0&colour=red", ["limit", "colour"]),
        ("/path?from=a", ["to"]),
        ("/neighbours?of=x&relations=likes", ["relations.0"]),
        ("/articles/" + "x" * 200, ["id"]),
    ],
)
def test_wrong_parameters_are_named(client: TestClient, address: str, fields: list[str]) -> None:
    answer = client.get(address)
    assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json")
    assert [error["field"] for error in answer.json()["errors"]] == fields


@pytest.mark.parametrize(
    ("method", "address", "status"),
    [
        ("GET", "/nothing", 404), ("GET", "/docs", 404), ("PUT", "/stats", 405),
        ("GET", "/articles/article:none", 404), ("GET", "/articles/article:none/claims", 404),
        ("DELETE", "/articles/article:none", 404), ("GET", "/who-backs?actor=x&cursor=y", 404),
        ("GET", "/articles?cursor=nonsense", 422), ("GET", "/export?format=pdf", 422),
    ],
)  # fmt: skip
def test_other_errors_are_problems_too(
    client: TestClient, method: str, address: str, status: int
) -> None:
    answer = client.request(method, address)
    assert (answer.status_code, answer.json()["status"]) == (status, status)
    assert answer.headers["content-type"] == "application/problem+json"
