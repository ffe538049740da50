"""What goes wrong: one readable line on stderr, exit code 1, nothing half-written."""

import json
from pathlib import Path

import pytest

from tests.service.running import Run, failed


def test_an_export_that_fails_leaves_what_was_there(
    whobacks: Run, kept: str, tmp_path: Path
) -> None:
    file = tmp_path / "graph.json"
    file.write_text("mine", "utf-8")
    failed(whobacks("export", "--of", "Nobody", "-o", file))
    assert file.read_text("utf-8") == "mine"
    assert "No such file" in failed(whobacks("export", "-o", tmp_path / "no" / "graph.json"))
    assert [path.name for path in tmp_path.glob(".graph*")] == []


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("gone.txt", None, "No such file"),
        ("empty.txt", b"", "holds no text"),
        ("binary.txt", b"\x00\x01\x02\xff" * 50, "binary"),
        ("latin.txt", "Café".encode("latin-1"), "UTF-8"),
        ("big.txt", b"x" * 5_000_001, "5,000,001 bytes"),
        ("page.html", b"<html><body></body></html>", "text"),
        ("no_column.csv", b"subject,object\na,b\n", "no column 'relation'"),
        ("gone.csv", None, "No such file"),
    ],
)
def test_a_source_that_cannot_be_read(
    whobacks: Run, tmp_path: Path, name: str, content: bytes | None, reason: str
) -> None:
    file = tmp_path / name
    if content is not None:
        file.write_bytes(content)
    code, out, err = whobacks("load", file)
    assert code == 1
    assert out.startswith("0 articles loaded")
    assert err.startswith("whobacks: ")
    assert err.count("\n") == 1
    assert name in err
    assert reason in err
    assert json.loads(whobacks("ask", "stats", "--json")[1])["articles"] == 0


@pytest.mark.parametrize(
    ("date", "reason"),
    [("2020-13-01", "not a date"), ("tomorrow", "not a date"), ("2120-01-01", "future")],
)
def test_a_date_that_cannot_be(whobacks: Run, article: Path, date: str, reason: str) -> None:
    assert reason in failed(whobacks("load", article, "--published", date))
    assert reason in failed(whobacks("extract", article, "--published", date))


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        (["who-backs", "Nobody"], "nothing in the graph is named 'Nobody'"),
        (["who-backs", "Haftar", "--limit", "0"], "limit: '0'"),
        (["who-backs", "Haftar", "--limit", "many"], "limit: 'many'"),
        (["neighbours", "Haftar", "--relations", "likes"], "'likes'"),
        (["evidence", "Egypt", "opposes", "Haftar"], "no article says"),
    ],
)
def test_a_question_that_has_no_answer(
    whobacks: Run, kept: str, asked: list[str], reason: str
) -> None:
    assert reason in failed(whobacks("ask", *asked))


@pytest.mark.parametrize(
    "arguments", [["ask", "who-backs"], ["nonsense"], ["load"], ["serve", "--colour", "red"]]
)
def test_a_call_that_is_none(whobacks: Run, arguments: list[str]) -> None:
    code, out, err = whobacks(*arguments)
    assert (code, out) == (2, "")
    assert err.count("\n") == 1
    assert err.startswith("whobacks: ")


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("mysql://user:secret@host/x", "use sqlite:///path"),
        ("neo4j://user:secret@host", "WHOBACKS_NEO4J_PASSWORD"),
        ("sqlite:///", "use sqlite:///path"),
        ("sqlite:////no/such/folder/graph.db", "folder exists"),
        ("graph.db", "use sqlite:///path"),
    ],
)
def test_a_store_that_cannot_be(
    whobacks: Run, monkeypatch: pytest.MonkeyPatch, address: str, reason: str
) -> None:
    monkeypatch.setenv("WHOBACKS_STORE", address)
    line = failed(whobacks("ask", "stats"))
    assert reason in line
    assert "secret" not in line


@pytest.mark.parametrize("content", [b"", b"not a database at all" * 100])
def test_a_file_that_is_no_graph(
    whobacks: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "other.db"
    file.write_bytes(content)
    monkeypatch.setenv("WHOBACKS_STORE", f"sqlite:///{file}")
    assert "other.db" in failed(whobacks("ask", "stats"))
    assert file.read_bytes() == content


def test_a_server_that_is_not_there(whobacks: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WHOBACKS_STORE", "bolt://127.0.0.1:1")
    assert "does not answer" in failed(whobacks("ask", "stats"))
