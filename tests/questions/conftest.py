"""The small graph in the embedded store."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.sqlite_store import SqliteStore
from graph.statements import read_statements
from graph.store import Store
from queries import STATEMENTS
from tests.questions.small_graph import READINGS


@pytest.fixture(scope="package")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store that holds the small graph; tests only ask it."""
    folder: Path = tmp_path_factory.mktemp("questions")
    opened = SqliteStore(folder / "graph.db", read_statements(STATEMENTS, "sql"))
    opened.load(READINGS)
    yield opened
    opened.close()
