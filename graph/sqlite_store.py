"""The embedded store: one SQLite file in WAL mode. The only module that talks to SQLite."""

import json
import os
import secrets
import sqlite3
import threading
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import ClassVar

from graph import writing
from graph.errors import StoreRefused, StoreUnavailable
from graph.model import Reading
from graph.records import Record, Value
from graph.statements import Statement
from graph.store import Answer, Loaded, Parameter, Question, Row
from graph.transaction import Transaction

APPLICATION_ID = 0x77686F62  # "whob"
SCHEMA_VERSION = 2
_WAIT_SECONDS = 30.0
_WRITER_CACHE_KIB = 65_536


class SqliteStore:
    """Claims in one file. Any number of threads and processes may read and write it."""

    kind: ClassVar[str] = "sqlite"

    def __init__(self, path: Path, statements: Mapping[str, Statement]) -> None:
        """Open `path`, making a new graph of a file that is not there.

        Raises StoreRefused for a file that is no graph of ours, StoreUnavailable when it cannot
        be opened.
        """
        self._path = path
        self._statements = statements
        self._readers: deque[sqlite3.Connection] = deque()  # those that nobody uses
        self._writing = threading.Lock()
        self._closed = False
        with self._errors():
            if not path.exists():
                self._create()
            self._writer = self._connect()
            # Ids are hashes: a batch touches pages all over its indexes, which the 2 MB that are
            # kept otherwise would read and write several times.
            self._writer.execute(f"PRAGMA cache_size=-{_WRITER_CACHE_KIB}")
            try:
                self._refuse_foreign()
            except BaseException:
                self._writer.close()
                raise

    def load(self, readings: Sequence[Reading]) -> Loaded:
        """Store one batch, all of it or nothing."""
        with self._transaction() as tx:
            return writing.load(tx, readings)

    def delete_article(self, article: str) -> bool:
        """Remove an article and what only it supported."""
        with self._transaction() as tx:
            return writing.delete_article(tx, article)

    def ask(self, question: Question[Answer]) -> Answer:
        """Answer from one snapshot of the file."""
        with self._errors(), self._reader() as connection:
            connection.execute("BEGIN")
            try:
                return question.answer(_Reading(connection, self._statements))
            finally:
                connection.rollback()

    def check(self) -> None:
        """Raise unless the file is there and answers."""
        with self._errors(), self._reader() as connection:
            if not self._path.exists():
                raise StoreUnavailable(f"{self._path} is gone; restore the file or restart")
            connection.execute("SELECT 1 FROM tie LIMIT 1").fetchall()

    def close(self) -> None:
        """Close every connection: those in use when what they do has ended."""
        self._closed = True
        with self._writing:
            self._writer.close()
        while self._readers:
            self._readers.pop().close()

    @contextmanager
    def _reader(self) -> Iterator[sqlite3.Connection]:
        """Lend a connection to one thread; there are never more than threads that read at once."""
        try:
            connection = self._readers.pop()
        except IndexError:
            connection = self._connect_reader()
        try:
            yield connection
        finally:
            if self._closed:
                connection.close()
            else:
                self._readers.append(connection)

    def _connect_reader(self) -> sqlite3.Connection:
        connection = self._connect()
        # Only the writer checkpoints: before 3.51.3 two connections could collide there
        # and damage the file (sqlite.org/wal.html, "the WAL-reset bug").
        connection.execute("PRAGMA wal_autocheckpoint=0")
        connection.execute("PRAGMA query_only=1")
        return connection

    def _connect(self) -> sqlite3.Connection:
        existing = f"{self._path.absolute().as_uri()}?mode=rw"  # never make an empty file
        connection = sqlite3.connect(
            existing, uri=True, timeout=_WAIT_SECONDS, isolation_level=None, check_same_thread=False
        )
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA foreign_keys=0")
        return connection

    def _refuse_foreign(self) -> None:
        marks = self._writer.execute(self._statements["schema_version"].text).fetchone()
        if marks != (APPLICATION_ID, SCHEMA_VERSION):
            raise StoreRefused(self._foreign(*marks))

    def _create(self) -> None:
        """Make a new graph beside its place and link it there: whole, or not at all."""
        new = self._path.with_name(f".{self._path.name}.{os.getpid()}-{secrets.token_hex(4)}")
        connection = sqlite3.connect(new, isolation_level=None)
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            for statement in self._statements["schema"].text.split(";\n"):
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version={SCHEMA_VERSION}")
            connection.close()
            with suppress(FileExistsError):  # another process was quicker: its graph is as good
                os.link(new, self._path)
        finally:
            connection.close()
            for left in (new, *(new.with_name(new.name + end) for end in ("-wal", "-shm"))):
                left.unlink(missing_ok=True)

    def _foreign(self, application: int, version: int) -> str:
        if application == APPLICATION_ID:
            return (
                f"{self._path} has schema version {version}, this program reads {SCHEMA_VERSION};"
                " load the articles into a new file"
            )
        return f"{self._path} is not a whobacks graph; name another file in WHOBACKS_STORE"

    @contextmanager
    def _transaction(self) -> Iterator[Transaction]:
        with self._writing, self._errors(), self._immediate():
            yield _Writing(self._writer, self._statements)

    @contextmanager
    def _immediate(self) -> Iterator[None]:
        self._writer.execute(self._statements["lock"].text)
        try:
            yield
            self._writer.execute("COMMIT")
        except BaseException:
            # After a full disk SQLite has rolled back by itself, and a second ROLLBACK would
            # hide why.
            if self._writer.in_transaction:
                self._writer.execute("ROLLBACK")
            raise

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.ProgrammingError:
            raise
        except (sqlite3.OperationalError, OSError) as error:
            raise StoreUnavailable(
                f"{self._path} does not answer ({error}); see that its folder exists, can be"
                " written and has room"
            ) from error
        except sqlite3.DatabaseError as error:
            raise StoreRefused(
                f"{self._path} is damaged or not a database ({error}); restore a copy, or name"
                " another file in WHOBACKS_STORE"
            ) from error


class _Reading:
    """Reads named statements over one connection."""

    def __init__(self, connection: sqlite3.Connection, statements: Mapping[str, Statement]) -> None:
        self._connection = connection
        self._statements = statements

    def read(self, statement: str, row: type[Row], **parameters: Parameter) -> list[Row]:
        columns = self._statements[statement].returns
        found = self.rows(statement, **parameters)
        return [row.model_validate(dict(zip(columns, values, strict=True))) for values in found]

    def rows(self, statement: str, **parameters: Parameter) -> list[tuple[Value, ...]]:
        given = {key: _plain(value) for key, value in parameters.items()}
        return self._connection.execute(self._statements[statement].text, given).fetchall()


class _Writing(_Reading):
    """Writes named statements as well; the caller holds the transaction."""

    def write(self, statement: str, records: Sequence[Record]) -> None:
        self._connection.executemany(self._statements[statement].text, records)

    def run(self, statement: str, **parameters: Parameter) -> None:
        self.rows(statement, **parameters)


def _plain(value: Parameter) -> str | int | None:
    return value if value is None or isinstance(value, str | int) else json.dumps(list(value))
