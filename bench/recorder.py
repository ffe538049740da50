"""Records what our load writes, so that a bare engine can write the same rows."""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from graph import writing
from graph.model import Reading
from graph.records import Record, Value
from graph.statements import Statement
from graph.store import Parameter


class Written(NamedTuple):
    """Records that one statement wrote."""

    statement: str
    records: Sequence[Record]


class Recorder:
    """A transaction on a graph in memory that keeps every record which passes through it."""

    def __init__(self, statements: Mapping[str, Statement]) -> None:
        """Begin with an empty graph; `statements` are those of SQLite."""
        self._statements = statements
        self._connection = sqlite3.connect(":memory:", isolation_level=None)
        for text in statements["schema"].text.split(";\n"):
            self._connection.execute(text)
        self._written: list[Written] = []

    def record(self, readings: Sequence[Reading]) -> list[Written]:
        """Load one batch and return what was written, in order."""
        self._written = []
        self._connection.execute("BEGIN")
        writing.load(self, readings)
        self._connection.execute("COMMIT")
        return self._written

    def rows(self, statement: str, **parameters: Parameter) -> list[tuple[Value, ...]]:
        """Return the rows of a statement."""
        given = {
            key: value if value is None or isinstance(value, str | int) else json.dumps(list(value))
            for key, value in parameters.items()
        }
        return self._connection.execute(self._statements[statement].text, given).fetchall()

    def write(self, statement: str, records: Sequence[Record]) -> None:
        """Write the records and keep them."""
        self._connection.executemany(self._statements[statement].text, records)
        if records:
            self._written.append(Written(statement, records))

    def run(self, statement: str, **parameters: Parameter) -> None:
        """Refuse: a bare engine would not know of it. A corpus that only adds never gets here."""
        raise AssertionError(f"{statement} ran, although every article is new")
