"""Each sample gives exactly what stands beside it."""

import json
from datetime import date
from pathlib import Path

import pytest

from loaders import articles, claims_table
from loaders.outcome import Defaults
from tests.reading.known import Known
from tests.reading.seen import article_seen, reading_seen

TODAY = date(2026, 1, 10)
SAMPLES = Path(__file__).parent.parent / "samples"
ARTICLES = json.loads((SAMPLES / "articles_loader" / "expected.json").read_text("utf-8"))
TABLES = json.loads((SAMPLES / "claims_table" / "expected.json").read_text("utf-8"))


@pytest.mark.parametrize("name", sorted(ARTICLES))
def test_articles(name: str) -> None:
    content = (SAMPLES / "articles_loader" / name).read_bytes()
    found = articles.parse(name, content, Defaults(), 5_000_000, today=TODAY)
    assert [article_seen(one) for one in found] == ARTICLES[name]


@pytest.mark.parametrize("name", sorted(TABLES))
def test_tables(name: str) -> None:
    content = (SAMPLES / "claims_table" / name).read_bytes()
    found = claims_table.read(name, content, Known(), TODAY)
    assert [reading_seen(one) for one in found] == TABLES[name]


@pytest.mark.parametrize(
    ("folder", "expected"), [("articles_loader", ARTICLES), ("claims_table", TABLES)]
)
def test_every_sample_is_expected(folder: str, expected: dict[str, object]) -> None:
    files = {path.name for path in (SAMPLES / folder).iterdir()} - {"README.md", "expected.json"}
    assert files == set(expected)
