"""sqlite3 without us: the same statements on the same tables, and nothing else."""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path

from bench.recorder import Written
from graph.statements import Statement

LIMIT = 51  # as the question asks: a page of 50, and one more to see whether others follow


class BareSqlite:
    """One connection, WAL, synchronous=FULL, one transaction a batch, `executemany`."""

    def __init__(self, path: Path, statements: Mapping[str, Statement]) -> None:
        """Make a new file with our tables and indexes."""
        self._statements = statements
        self._connection = sqlite3.connect(path, isolation_level=None)
        self._connection.execute("PRAGMA journal_mode=WAL")
        self._connection.execute("PRAGMA synchronous=FULL")
        for text in statements["schema"].text.split(";\n"):
            self._connection.execute(text)

    def load(self, batch: Sequence[Written]) -> None:
        """Write one batch."""
        self._connection.execute("BEGIN IMMEDIATE")
        for statement, records in batch:
            self._connection.executemany(self._statements[statement].text, records)
        self._connection.execute("COMMIT")

    def who_backs(self, actors: Sequence[str]) -> list[str]:
        """Return the keys of the ties that the question's statement finds, each decoded."""
        given = {
            "actors": json.dumps(actors), "after_weight": 2**62, "after_key": "", "limit": LIMIT,
        }  # fmt: skip
        rows = self._connection.execute(self._statements["who_backs"].text, given).fetchall()
        return [_key(json.loads(payload)) for (payload,) in rows]

    def close(self) -> None:
        """Close the file."""
        self._connection.close()


def _key(tie: dict[str, dict[str, str]]) -> str:
    return f"{tie['subject']['id']} {tie['relation']} {tie['object']['id']}"
