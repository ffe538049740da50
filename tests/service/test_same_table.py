"""One article gives one table: by `whobacks extract`, and over HTTP on each store."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.reading import Reader
from tests.service.conftest import Serve

OWN = Path(__file__).parents[2] / "loaders/samples/libya-sirte-2020.md"
SEED = Path(__file__).parents[3] / "shared/seeds/000_61a362be6e1436b7.txt"
PUBLISHED = "2020-01-07"
ADDED = {"article", "recorded"}


def _text(file: Path) -> str:
    text = file.read_text("utf-8")
    return text.split("---\n", 2)[2] if file.suffix == ".md" else text


@pytest.fixture(
    params=[
        OWN,
        pytest.param(
            SEED,
            marks=pytest.mark.skipif(
                not SEED.exists(), reason="the seed article is not ours to ship: no ../shared here"
            ),
        ),
    ],
    ids=["own", "seed"],
)
def article(request: pytest.FixtureRequest) -> str:
    file: Path = request.param
    return _text(file)


def _table(client: TestClient, text: str) -> list[str]:
    """Send a text, and return its claims as lines of `whobacks extract`."""
    sent = client.post("/articles", json={"text": text, "published": PUBLISHED}).json()
    told = client.get(f"/articles/{sent['article']}/claims", params={"limit": 500}).json()
    rows = [
        {key: value for key, value in row["claim"].items() if key not in ADDED}
        for row in told["claims"]
    ]
    for row in rows:
        if row["speaker"]:
            del row["speaker"]["party"]  # the graph's own; a line of extract does not have it
    return sorted(json.dumps(row, sort_keys=True) for row in rows)


def test_every_way_gives_the_same_table(
    article: str, tmp_path: Path, serve: Serve, reader: Reader, on_neo4j: TestClient
) -> None:
    file = tmp_path / "article.txt"
    file.write_text(article, "utf-8")
    program = "from api.cli import main; main()"
    command = [sys.executable, "-c", program, "extract", str(file), "--published", PUBLISHED]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    printed = [json.loads(line) for line in done.stdout.splitlines()]
    lines = sorted(json.dumps(row, sort_keys=True) for row in printed)
    assert len(lines) > 15
    on_sqlite = serve(reader=reader)
    assert _table(on_sqlite, article) == _table(on_neo4j, article) == lines


def test_who_backs_whom(article: str, serve: Serve, reader: Reader) -> None:
    client = serve(reader=reader)
    client.post("/articles", json={"text": article, "published": PUBLISHED})

    def backers(actor: str, organisation: bool) -> set[str]:
        address = f"/who-backs?actor={actor}&include_organisation={organisation}"
        ties = client.get(address).json()["ties"]
        return {tie["subject"]["label"] for tie in ties if tie["status"] == "asserted"}

    assert backers("Haftar", True) == backers("Haftar", False) == {"Egypt", "Russia", "UAE"}
    assert backers("GNA", True) == {"Turkey", "Qatar"}
