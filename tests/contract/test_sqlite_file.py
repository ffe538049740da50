"""Files that are no graph, cannot be used, or are made by two at once."""

import multiprocessing
import os
import resource
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from graph.errors import StoreRefused, StoreUnavailable
from graph.sqlite_store import SqliteStore
from graph.statements import read_statements
from queries import STATEMENTS
from queries.stats import Stats
from tests.contract.readings import Said, reading

SQL = read_statements(STATEMENTS, "sql")
NOBODY = 65534
_OPEN = """
import os, sys
from pathlib import Path
from graph.errors import StoreUnavailable
from graph.sqlite_store import SqliteStore
from graph.statements import read_statements
from queries import STATEMENTS
statements = read_statements(STATEMENTS, "sql")
if os.geteuid() == 0:
    os.setuid({nobody})  # root may write everywhere
try:
    SqliteStore(Path(sys.argv[1]), statements)
except StoreUnavailable as error:
    print(error)
"""


def make(path: Path) -> None:
    """Make a graph with one article."""
    with closing(SqliteStore(path, SQL)) as store:
        store.load([reading(Said())])


def foreign(path: Path) -> None:
    """Make somebody else's database."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE entity (id TEXT)")


def of_another_version(path: Path) -> None:
    """Make a graph of a version to come."""
    make(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version=99")


def damaged(path: Path) -> None:
    """Make a graph and overwrite its beginning."""
    make(path)
    with path.open("r+b") as file:
        file.write(b"\xff" * 4096)


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (Path.touch, "is not a whobacks graph; name another file in WHOBACKS_STORE"),
        (lambda path: path.write_text("a letter, no database\n" * 99), "not a database"),
        (foreign, "is not a whobacks graph; name another file in WHOBACKS_STORE"),
        (damaged, "not a database"),
        (of_another_version, "schema version 99, this program reads 2; load the articles into"),
    ],
    ids=["empty", "text", "foreign", "damaged", "of another version"],
)
def test_a_file_that_is_no_graph_is_refused_and_kept(
    tmp_path: Path, spoil: Callable[[Path], None], reason: str
) -> None:
    path = tmp_path / "graph.db"
    spoil(path)
    before = path.read_bytes()
    with pytest.raises(StoreRefused, match=reason) as raised:
        SqliteStore(path, SQL)
    assert str(path) in str(raised.value) and "\n" not in str(raised.value)
    assert path.read_bytes() == before


def test_damage_inside_is_refused_when_it_is_met(tmp_path: Path) -> None:
    path = tmp_path / "graph.db"
    make(path)
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * (size - 4096))
    with closing(SqliteStore(path, SQL)) as store:
        with pytest.raises(StoreRefused, match="damaged"):
            store.ask(Stats())
        with pytest.raises(StoreRefused, match="damaged"):
            store.load([reading(Said("actor:guard"))])


@pytest.mark.parametrize("name", ["missing/graph.db", "file/graph.db"])
def test_a_folder_that_is_none_is_unavailable(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreUnavailable, match="see that its folder exists") as raised:
        SqliteStore(tmp_path / name, SQL)
    assert "\n" not in str(raised.value)


def test_a_folder_that_cannot_be_written_is_unavailable() -> None:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o555)
        command = [sys.executable, "-c", _OPEN.format(nobody=NOBODY), f"{folder}/graph.db"]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        assert "can be written" in done.stdout and done.stdout.count("\n") == 1
        assert os.listdir(folder) == []


def limit_files(size: int) -> None:
    """Let no file grow beyond `size` bytes, as on a full disk."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))


def test_a_full_disk_is_unavailable_and_leaves_the_batch_out(tmp_path: Path) -> None:
    path = tmp_path / "graph.db"
    with closing(SqliteStore(path, SQL)) as store:
        store.load([reading(Said())])
        before = store.ask(Stats())
        many = [
            reading(Said(), url=f"https://example.org/{n}", title="x" * 999) for n in range(999)
        ]
        limit_files(200_000)
        try:
            with pytest.raises(StoreUnavailable, match="has room"):
                store.load(many)
        finally:
            limit_files(resource.RLIM_INFINITY)
        assert store.ask(Stats()) == before
        assert store.load(many).articles == 999


def test_a_file_that_vanished_is_said_to_be_gone(tmp_path: Path) -> None:
    path = tmp_path / "graph.db"
    with closing(SqliteStore(path, SQL)) as store:
        store.check()
        path.unlink()
        with pytest.raises(StoreUnavailable, match="is gone"):
            store.check()
    assert not path.exists()


def load_one(path: Path, number: int) -> int:
    """Open the file, new or not, and load one article; runs in a process of its own."""
    with closing(SqliteStore(path, SQL)) as store:
        return store.load([reading(Said(), url=f"https://example.org/{number}")]).articles


def test_processes_that_make_the_same_file_at_once(tmp_path: Path) -> None:
    path = tmp_path / "graph.db"
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(4, mp_context=spawn) as pool:
        assert sum(pool.map(load_one, [path] * 8, range(8))) == 8
    with closing(SqliteStore(path, SQL)) as store:
        assert store.ask(Stats()).articles == 8
    assert [file.name for file in tmp_path.iterdir() if file.name.startswith(".")] == []
