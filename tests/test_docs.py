"""The documents say what the program does: settings, commands, questions, links, examples."""

import re
from pathlib import Path

import pytest
from pydantic import SecretStr

from api.cli import APP
from api.commands.extract import as_printed
from api.settings import Settings, default_store
from docs import build, commands
from docs.settings import HOME_STORE
from graph.model import Article, Claim, End
from graph.vocabulary import (
    RELATIONS,
    ActorKind,
    DateBasis,
    DatePrecision,
    Modality,
    PlaceKind,
    Polarity,
    Relation,
    Status,
)
from queries import questions
from tests.docs_checked import pages
from tests.docs_checked.pages import ROOT, anchors, codes, documents, links, sections, text

EVERY = [pytest.param(path, id=str(path)) for path in documents()]
HOSTS = {
    "127.0.0.1", "0.0.0.0", "localhost", "example.org",
    "creativecommons.org", "en.wikipedia.org", "github.com",
    "keepachangelog.com", "semver.org", "www.geonames.org",
}  # fmt: skip


def reference(name: str) -> str:
    return text(f"docs/reference/{name}.md")


@pytest.mark.parametrize("page", build.pages(), ids=lambda page: page.name)
def test_generated_parts_are_what_the_program_says(page: Path) -> None:
    assert build.built(page.read_text("utf-8")) == page.read_text("utf-8"), (
        "run .venv/bin/python -m docs.build"
    )


def test_every_generated_part_is_on_a_page() -> None:
    found = [
        n for p in build.pages() for n in re.findall(r"<!-- generated: (.+) -->", p.read_text())
    ]
    assert sorted(found) == sorted(build.PARTS)


def test_settings() -> None:
    page = reference("settings")
    fields = Settings.model_fields
    assert codes(page) == [f"WHOBACKS_{name.upper()}" for name in fields]
    rows = [line.split(" | ") for line in page.splitlines() if line.startswith("| `WHOBACKS_")]
    for (name, field), row in zip(fields.items(), rows, strict=True):
        shown = HOME_STORE if name == "store" else field.default
        assert row[1].strip("`") == ("–" if shown is None else str(shown))
        assert ("Never shown" in row[2]) == (field.annotation == SecretStr | None)


def test_the_usual_store(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    assert default_store() == HOME_STORE.replace("~", str(tmp_path))


def test_commands() -> None:
    page = sections(reference("commands"))
    called = dict(commands.commands())
    assert list(page) == [name for name in called if not name.startswith("ask ")]
    assert len(called) > len(page)
    for name, section in page.items():
        assert codes(section) == [commands.shown(p) for p in called[name].params]


def test_the_command_line_has_the_commands_of_the_page(
    capsys: pytest.CaptureFixture[str],
) -> None:
    APP(["--help"], standalone_mode=False)
    listed = capsys.readouterr().out.partition("Commands:")[2]
    assert re.findall(r"^  (\S+)  ", listed, re.MULTILINE) == list(sections(reference("commands")))


def test_questions() -> None:
    page = sections(reference("questions"))
    page.pop("Shapes within answers")
    assert list(page) == list(questions())
    for name, question in questions().items():
        asked, _, answered = page[name].partition("\nAnswer, ")
        fields = question.model_fields
        assert codes(asked) == [str(f.validation_alias or n) for n, f in fields.items()]
        assert codes(answered) == list(question.answer_type.model_fields)
        assert f"GET /{name}" in asked


def test_vocabulary() -> None:
    page = sections(reference("vocabulary"))
    assert codes(page["Relations"]) == list(RELATIONS)
    for row, line in zip(RELATIONS.values(), codes_lines(page["Relations"]), strict=True):
        assert re.findall(r"`([a-z-]+)`", line.split(" | ")[3]) == list(row.modes)
    said = set(re.findall(r"`([a-z-]+)`", reference("vocabulary")))
    for words in (Polarity, Modality, Status, ActorKind, PlaceKind, DatePrecision, DateBasis):
        assert set(words) <= said


def codes_lines(section: str) -> list[str]:
    return [line for line in section.splitlines() if line.startswith("| `")]


def test_the_extract_line() -> None:
    egypt = End(id="actor:egypt", name="Egypt", mention="Egypt")
    claim = Claim(
        article="article:1", relation=Relation.BACKS, mode="weapons", subject=egypt,
        object=End(id="actor:haftar", name="Haftar", mention="Haftar"), quote="Egypt arms Haftar.",
        start=0, end=18, extractor="test 1", rule="test",
    )  # fmt: skip
    assert codes(reference("claim")) == list(as_printed(claim))


def test_the_commands_of_the_readme_are_in_the_makefile() -> None:
    targets = set(re.findall(r"^([a-z]+):", text("Makefile"), re.MULTILINE))
    for document in ("README.md", "CONTRIBUTING.md"):
        named = set(re.findall(r"\bmake ([a-z]+)\b", text(document)))
        assert {"serve", "test"} <= named <= targets


@pytest.mark.parametrize("document", EVERY)
def test_links_lead_somewhere(document: Path) -> None:
    for link in links(text(document)):
        target, _, anchor = link.partition("#")
        path = (ROOT / document).parent / target if target else ROOT / document
        assert path.exists(), link
        assert not anchor or anchor in anchors(path.read_text("utf-8")), link


@pytest.mark.parametrize("document", EVERY)
def test_examples_call_what_is_there(document: Path) -> None:
    called = dict(commands.commands())
    for words in pages.calls(text(document)):
        asked = words[0] == "ask" and not words[1].startswith("-")
        name = " ".join(words[:2]) if asked else words[0]
        if words[1:] == ["QUESTION", "..."]:
            continue
        assert name in called, words
        options = {"--help"} | {
            opt for p in called[name].params for opt in (*p.opts, *p.secondary_opts)
        }
        given = {word.strip("[]") for word in words if word.strip("[]").startswith("-")} - {"-"}
        assert given <= options, words


@pytest.mark.parametrize("document", EVERY)
def test_documents_are_for_every_reader(document: Path) -> None:
    page = text(document)
    hosts = re.findall(r"\bhttps?://([\w.-]+)", page)
    assert {h for h in hosts if h not in HOSTS and not h.endswith(".example.org")} == set()
    assert re.findall(r"(?<![\w.~/-])/(?:work|root|tmp)\b\S*", page) == []
    assert re.findall(r"\b(?:sessions?|helpers?|assistants?|AI|LLMs?)\b", page) == []


def test_the_texts_of_examples_are_offsets_of_themselves() -> None:
    article = Article(text="Qatar finances the GNA, the minister said.")
    assert f'"quote": "{article.text}", "start": 0, "end": {len(article.text)}' in reference(
        "claim"
    )
