"""The commands: results to stdout, exit code 0."""

import csv
import json
from pathlib import Path

import pytest

from api.commands import names
from graph.subgraph import Subgraph
from queries import questions
from tests.service.doubles import PlainReader
from tests.service.running import Run, failed


def test_load_says_what_it_did_and_a_repeat_changes_nothing(whobacks: Run, article: Path) -> None:
    assert whobacks("load", article) == (0, "1 articles loaded, 2 new claims\n", "")
    again = whobacks("load", article)
    assert again == (0, "0 articles loaded (1 were there), 0 new claims\n", "")


def test_ask_as_text_and_as_json(whobacks: Run, kept: str) -> None:
    code, out, _ = whobacks("ask", "who-backs", "Haftar")
    assert code == 0
    assert "Egypt backs Haftar" in out
    assert "“Egypt backs Haftar.”" in out
    code, out, _ = whobacks("ask", "who-backs", "Haftar", "--limit", "1", "--json")
    ties = json.loads(out)["ties"]
    assert [tie["subject"]["name"] for tie in ties] == ["Egypt"]


@pytest.mark.parametrize(
    "asked",
    [
        ["path", "Egypt", "Russia"], ["evidence", "Egypt", "backs", "Haftar"], ["graph"],
        ["neighbours", "Egypt", "--hops", "2", "--relations", "backs", "--relations", "leads"],
        ["actor", "Egypt"], ["search", "haf"], ["stats"], ["articles"], ["whom-backs", "Egypt"],
        ["who-opposes", "Egypt", "--no-either-way"], ["deployments", "--actor", "Egypt"],
    ],
)  # fmt: skip
def test_every_kind_of_answer_is_shown(whobacks: Run, kept: str, asked: list[str]) -> None:
    code, out, err = whobacks("ask", *asked)
    assert (code, err) == (0, "")
    assert out.strip()
    assert "=" not in out.replace("hops=", "")  # no shape is shown as Python writes it


def test_every_question_is_a_command(whobacks: Run) -> None:
    _, out, _ = whobacks("ask", "--help")
    listed = {line.split()[0] for line in out.partition("Commands:")[2].splitlines() if line}
    assert listed >= set(questions())


def test_every_command_has_help(whobacks: Run) -> None:
    for name in names():
        code, out, _ = whobacks(name, "--help")
        assert code == 0
        assert f"whobacks {name}" in out


def test_show_marks_the_quotes(whobacks: Run, kept: str) -> None:
    code, out, _ = whobacks("show", kept)
    assert code == 0
    assert "⟦Egypt backs Haftar.⟧[1] ⟦Russia backs Haftar.⟧[2]" in out
    assert "[2] Russia backs Haftar" in out


def test_delete(whobacks: Run, kept: str) -> None:
    assert whobacks("delete", kept)[0] == 0
    assert "no article has the id" in failed(whobacks("delete", kept))
    assert "no article has the id" in failed(whobacks("show", kept))


def test_export_to_a_file_and_to_stdout(whobacks: Run, kept: str, tmp_path: Path) -> None:
    file = tmp_path / "graph.json"
    assert whobacks("export", "--of", "Egypt", "-o", file) == (0, "", "")
    part = Subgraph.model_validate_json(file.read_bytes())
    assert [node.name for node in part.nodes] == ["Egypt", "Haftar"]
    _, out, _ = whobacks("export", "--format", "csv")
    rows = list(csv.DictReader(out.removeprefix("\ufeff").splitlines()))
    assert {row["subject"] for row in rows} == {"Egypt", "Russia"}


def test_rows_are_reported_and_the_rest_is_loaded(whobacks: Run, tmp_path: Path) -> None:
    table = tmp_path / "claims.csv"
    rows = ("relation,subject,object,published", "backs,Egypt,Haftar,2020-01-07", "backs,,x,")
    table.write_text("\n".join((*rows, "backs,Chad,Niger,2120-01-01")), "utf-8")
    code, out, err = whobacks("load", table)
    assert (code, out) == (1, "1 articles loaded, 1 new claims, 2 refused\n")
    assert [line.split(": ")[1] for line in err.splitlines()] == [f"{table}:3", f"{table}:4"]


def test_a_folder_is_loaded_though_it_holds_other_files(whobacks: Run, article: Path) -> None:
    folder = article.parent / "folder"
    folder.mkdir()
    article.rename(folder / article.name)
    (folder / "picture.png").write_bytes(b"\x89PNG")
    code, out, err = whobacks("load", folder)
    assert code == 0
    assert out.startswith("1 articles loaded")
    assert "picture.png" in err


def test_doctor_tells_all_but_secrets(
    whobacks: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("api.commands.doctor.Reader", PlainReader)
    monkeypatch.setenv("WHOBACKS_API_KEY", "a long secret")
    code, out, _ = whobacks("doctor")
    assert code == 0
    assert "a long secret" not in out
    assert "is not there yet" in out
    assert not (tmp_path / "graph.db").exists()
    monkeypatch.setenv("WHOBACKS_STORE", "bolt://127.0.0.1:1")
    code, out, _ = whobacks("doctor")
    assert code == 1
    assert "FAILED: Neo4j at bolt://127.0.0.1:1 does not answer" in out
