"""whobacks extract: the format that tools are built on."""

import json
from pathlib import Path

from api.commands import extract
from graph.model import Article
from tests.service.doubles import PlainReader
from tests.service.running import Run

KEYS = [
    "relation", "mode", "subject", "object", "place", "polarity", "modality", "speaker",
    "event_from", "event_until", "date_precision", "date_basis", "statement_date", "published",
    "quote", "start", "end", "extractor", "rule",
]  # fmt: skip


def test_extract_prints_every_key_in_order(whobacks: Run, article: Path, tmp_path: Path) -> None:
    code, out, err = whobacks("extract", article, "--published", "2020-01-07")
    assert (code, err) == (0, "")
    first, second = map(json.loads, out.splitlines())
    assert list(first) == list(second) == KEYS
    assert first["subject"] == {"id": "actor:egypt", "name": "Egypt", "mention": "Egypt"}
    assert (first["place"], first["speaker"], first["published"]) == (None, None, "2020-01-07")
    assert not (tmp_path / "graph.db").exists()


def test_extract_reads_line_by_line(whobacks: Run, tmp_path: Path) -> None:
    lines = tmp_path / "articles.jsonl"
    one = {"id": "é1", "text": "Égypte backs Haftar.", "published": "2020-01-07"}
    lines.write_text(
        f"{json.dumps(one)}\n\nnonsense\n" + json.dumps({"id": "2", "text": "A backs B."}), "utf-8"
    )
    code, out, err = whobacks("extract", lines, "--jsonl")
    assert code == 1
    assert f"{lines}:3: " in err
    assert "Égypte" in out
    found = [json.loads(line) for line in out.splitlines()]
    assert [(claim["article"], claim["published"]) for claim in found] == [
        ("é1", "2020-01-07"),
        ("2", None),
    ]
    assert list(found[0]) == ["article", *KEYS]


def test_a_speaker_is_written_like_a_subject() -> None:
    read = PlainReader().read(Article(text="Egypt backs Haftar."))
    speaking = {"id": None, "name": None, "mention": "officials", "party": False}
    claim = read.claims[0].model_validate(read.claims[0].model_dump() | {"speaker": speaking})
    written = extract.as_printed(claim)
    assert written["speaker"] == {"id": None, "name": None, "mention": "officials"}
