"""The server store: claims as nodes, ties as edges, in Neo4j. The only module that talks to it."""

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import ClassVar, TypeVar
from urllib.parse import urlsplit

from neo4j import GraphDatabase, ManagedTransaction, NotificationMinimumSeverity, Result, Session
from neo4j.exceptions import (
    ClientError,
    ConfigurationError,
    DriverError,
    Neo4jError,
    UnsupportedServerProduct,
)

from graph import writing
from graph.errors import Misconfigured, StoreRefused, StoreUnavailable
from graph.model import Reading
from graph.records import Record, Value
from graph.statements import Statement
from graph.store import Answer, Loaded, Parameter, Question, Row
from graph.transaction import Transaction

APPLICATION = "whobacks"
SCHEMA_VERSION = 2
# A cluster chooses a new leader, and a server restarts, in about this many seconds: a load that
# is under way waits for that. Someone who reads would rather be told, and ask again.
_RETRY_WRITING = 15.0
_RETRY_READING = 2.0
_CONNECT_SECONDS = 5.0
_QUEUE_SECONDS = 15.0

_SCHEMES = {f"{scheme}{secure}" for scheme in ("bolt", "neo4j") for secure in ("", "+s", "+ssc")}
_REMEDIES = {
    "Neo.ClientError.Security": "set WHOBACKS_NEO4J_USER and WHOBACKS_NEO4J_PASSWORD",
    "Neo.ClientError.Database": "name a database that is there, or create it",
}
_PASSING = ("Neo.ClientError.Security.AuthenticationRateLimit", "Neo.ClientError.Transaction.")

# Without any handler Python prints the driver's warnings, one at each retry, on stderr.
_NOWHERE = logging.NullHandler()

Outcome = TypeVar("Outcome")


class Neo4jStore:
    """Claims in a Neo4j database of their own. Any number of threads and programs may share it."""

    kind: ClassVar[str] = "neo4j"

    def __init__(
        self,
        uri: str,
        auth: tuple[str, str] | None,
        statements: Mapping[str, Statement],
        database: str | None = None,
    ) -> None:
        """Point to a server (neo4j://, bolt://, and +s); nothing connects before the first use.

        `auth` is user and password, `database` the server's default when None. Raises
        Misconfigured for an address that cannot be one.
        """
        self._uri = uri
        self._database = database
        self._statements = statements
        self._ready = False
        logging.getLogger("neo4j").addHandler(_NOWHERE)
        try:
            self._driver = GraphDatabase.driver(
                _address(uri),
                auth=auth,
                connection_timeout=_CONNECT_SECONDS,
                connection_acquisition_timeout=_QUEUE_SECONDS,
                notifications_min_severity=NotificationMinimumSeverity.OFF,
                telemetry_disabled=True,
                user_agent="whobacks",
            )
        except ConfigurationError as error:
            raise Misconfigured(f"WHOBACKS_STORE={uri}: {_reason(error)}") from error

    def load(self, readings: Sequence[Reading]) -> Loaded:
        """Store one batch, all of it or nothing."""
        return self._write(lambda tx: writing.load(tx, readings))

    def delete_article(self, article: str) -> bool:
        """Remove an article and what only it supported."""
        return self._write(lambda tx: writing.delete_article(tx, article))

    def ask(self, question: Question[Answer]) -> Answer:
        """Answer within one transaction."""

        def answer(tx: ManagedTransaction) -> Answer:
            return question.answer(_Reading(tx, self._statements))

        with self._errors(), self._session(_RETRY_READING) as session:
            self._prepare(session)
            return session.execute_read(answer)

    def check(self) -> None:
        """Raise unless the server answers and holds a graph of ours, or nothing yet."""
        self._ready = False
        with self._errors(), self._session(0) as session:
            self._prepare(session)

    def close(self) -> None:
        """Close every connection."""
        self._driver.close()

    def _write(self, work: Callable[[Transaction], Outcome]) -> Outcome:
        def alone(tx: ManagedTransaction) -> Outcome:
            writing_tx = _Writing(tx, self._statements)
            writing_tx.run("lock", version=SCHEMA_VERSION)
            outcome = work(writing_tx)
            writing_tx.finish()
            return outcome

        with self._errors(), self._session(_RETRY_WRITING) as session:
            self._prepare(session)
            return session.execute_write(alone)

    def _session(self, retry_seconds: float) -> Session:
        return self._driver.session(
            database=self._database, max_transaction_retry_time=retry_seconds, fetch_size=-1
        )

    def _prepare(self, session: Session) -> None:
        """Make constraints and indexes in an empty database, once; refuse one that is not ours."""
        if self._ready:
            return
        ((application, version),) = session.execute_read(
            lambda tx: _Reading(tx, self._statements).rows("schema_version")
        )
        if application is None:
            self._make()
        elif (application, version) != (APPLICATION, SCHEMA_VERSION):
            raise StoreRefused(self._foreign(application, version))
        self._ready = True

    def _make(self) -> None:
        """Make constraints and indexes; of two who do so at once, one may have to try again."""
        with self._session(_RETRY_WRITING) as session:
            for text in self._statements["schema"].text.split(";\n"):
                session.execute_write(_run, text)

    def _foreign(self, application: Value, version: Value) -> str:
        if application == APPLICATION:
            return (
                f"the graph at {self._uri} has schema version {version}, this program reads"
                f" {SCHEMA_VERSION}; load the articles into an empty database"
            )
        return (
            f"the database at {self._uri} holds something other than a whobacks graph; empty it,"
            " or name another in WHOBACKS_STORE"
        )

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except (DriverError, Neo4jError) as error:
            self._ready = False  # who knows what answers there next
            raise self._translated(error) from error

    def _translated(self, error: DriverError | Neo4jError) -> StoreRefused | StoreUnavailable:
        where, reason = f"Neo4j at {self._uri}", _reason(error)
        if isinstance(error, UnsupportedServerProduct):
            return StoreRefused(f"what answers at {self._uri} is not a Neo4j; mend WHOBACKS_STORE")
        code = str(error.code) if isinstance(error, ClientError) else ""
        if not code or error.is_retryable() or code.startswith(_PASSING):
            return StoreUnavailable(f"{where} does not answer ({reason}); see that it runs")
        remedy = _REMEDIES.get(code.rpartition(".")[0], "see the log of Neo4j")
        return StoreRefused(f"{where} refuses ({reason}); {remedy}")


class _Reading:
    """Reads named statements within one transaction of the driver."""

    def __init__(self, tx: ManagedTransaction, statements: Mapping[str, Statement]) -> None:
        self._tx = tx
        self._statements = statements

    def read(self, statement: str, row: type[Row], **parameters: Parameter) -> list[Row]:
        columns = self._statements[statement].returns
        found = self.rows(statement, **parameters)
        return [row.model_validate(dict(zip(columns, values, strict=True))) for values in found]

    def rows(self, statement: str, **parameters: Parameter) -> list[tuple[Value, ...]]:
        result = self._tx.run(self._statements[statement].text, parameters)
        return [tuple(record.values()) for record in result]


class _Writing(_Reading):
    """Writes as well, and does not wait: the server works while we go on with what is next.

    What goes wrong is raised by a later call, by `finish` or by the commit, and undoes it all.
    """

    def __init__(self, tx: ManagedTransaction, statements: Mapping[str, Statement]) -> None:
        super().__init__(tx, statements)
        self._begun: list[tuple[str, int, Result]] = []

    def write(self, statement: str, records: Sequence[Record]) -> None:
        if records:
            result = self._tx.run(self._statements[statement].text, rows=records)
            self._begun.append((statement, len(records), result))

    def run(self, statement: str, **parameters: Parameter) -> None:
        self._tx.run(self._statements[statement].text, parameters)

    def finish(self) -> None:
        """Raise StoreRefused when a record found no place: Cypher skips one whose ends are gone."""
        for statement, given, result in self._begun:
            if (written := result.single(strict=True)["written"]) != given:
                raise StoreRefused(
                    f"{statement} wrote {written} of {given} records: an article, actor or place"
                    " that they name is missing in Neo4j; load the articles into an empty database"
                )


def _run(tx: ManagedTransaction, text: str) -> None:
    tx.run(text, version=SCHEMA_VERSION).consume()


def _address(uri: str) -> str:
    """Return `uri` when it can be one of a Neo4j; raises Misconfigured, repeating no password."""
    try:
        parts = urlsplit(uri)
        possible = parts.scheme in _SCHEMES and bool(parts.hostname) and parts.port != 0
    except ValueError:  # a port that is no number, or too large a one
        possible = False
    if not possible or "@" in uri:
        raise Misconfigured(
            "WHOBACKS_STORE is no address of a Neo4j; write something like neo4j://localhost:7687,"
            " the user in WHOBACKS_NEO4J_USER, the password in WHOBACKS_NEO4J_PASSWORD"
        )
    return uri


def _reason(error: DriverError | Neo4jError) -> str:
    """Return what the driver says, in one line."""
    text = error.message if isinstance(error, Neo4jError) else str(error)
    return "; ".join((text or type(error).__name__).splitlines())
