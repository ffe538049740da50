"""whobacks explain: the claims are those of extract, and the rest has its reasons."""

import json
from pathlib import Path

import pytest

from api.reading import Reader
from tests.docs_checked import pages
from tests.service.running import Run

TEXT = "Haftar's forces overran Sirte on Monday, said Turkey. Haftar met Sarraj in Moscow."


@pytest.fixture
def explains(whobacks: Run, reader: Reader, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command with the extractor that users have."""
    for command in ("explain", "extract"):
        monkeypatch.setattr(f"api.commands.{command}.Reader", lambda pipeline: reader)
    return whobacks


@pytest.fixture
def text(tmp_path: Path) -> Path:
    file = tmp_path / "text.txt"
    file.write_text(TEXT, "utf-8")
    return file


def test_the_claims_are_those_of_extract(explains: Run, text: Path) -> None:
    code, out, err = explains("explain", text, "--published", "2020-01-07", "--json")
    assert (code, err) == (0, "")
    sentences = [json.loads(line) for line in out.splitlines()]
    told = [claim for sentence in sentences for claim in sentence["claims"]]
    more = [(claim.pop("row"), claim.pop("probability")) for claim in told]
    _, out, _ = explains("extract", text, "--published", "2020-01-07")
    assert told == [json.loads(line) for line in out.splitlines()]
    assert more[0][0] == "verbs.toml: overrun"
    assert [reason["why"] for reason in sentences[1]["reasons"]] == ["passed over"]


def test_a_sentence_reads_from_its_words_to_its_claim(explains: Run, text: Path) -> None:
    code, out, err = explains("explain", text, "--published", "2020-01-07")
    assert (code, err) == (0, "")
    first, second = out.rstrip().split("\n\n")
    lines = first.splitlines()
    assert lines[0] == TEXT.partition(". ")[0] + "."
    side = "Haftar's forces = Libyan National Army (actor:libyan-national-army): whose side it is"
    assert f"  mention   {side}" in lines
    claim = lines.index("  claim     Libyan National Army captured Sirte, mode captured")
    assert "rule verb:overrun in verbs.toml: overrun" in lines[claim + 1]
    assert lines[claim + 2] == (
        "            affirmed, actual; according to Turkey; 2020-01-06 (day, relative)"
    )
    assert second.splitlines()[-1].startswith("  no claim  passed over: not parsed: ")


def test_line_by_line(explains: Run, tmp_path: Path) -> None:
    file = tmp_path / "texts.jsonl"
    rows = [{"id": "a", "text": TEXT}, {"id": "b", "text": "Nothing happened here on that day."}]
    file.write_text("\n".join([*map(json.dumps, rows), "nonsense"]), "utf-8")
    code, out, err = explains("explain", file, "--jsonl", "--json")
    assert code == 1
    assert {json.loads(line)["article"] for line in out.splitlines()} == {"a"}
    nothing, refused = err.splitlines()
    assert nothing == "whobacks: no claims, and no sentence names two known ends"
    assert f"{file}:3: " in refused
    _, out, _ = explains("explain", file, "--jsonl")
    assert [line for line in out.splitlines() if line.startswith("#")] == ["# a", "# b"]


def test_the_worked_example_is_what_it_prints(explains: Run, tmp_path: Path) -> None:
    block = pages.text("docs/how-to/explain.md").split("```\n")[1]
    typed, printed = block.removeprefix("$ cat article.txt\n").split("$ whobacks explain ")
    command, _, printed = printed.partition("\n")
    file = tmp_path / "article.txt"
    file.write_text(typed, "utf-8")
    code, out, _ = explains("explain", file, *command.split()[1:])
    assert (code, out.rstrip()) == (0, printed.rstrip())
