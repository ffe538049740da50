"""Every statement has its twin in the other language, and gives what its header says."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from neo4j import Driver, GraphDatabase

from graph.sqlite_store import SqliteStore
from graph.statements import Statement, read_statements
from queries import STATEMENTS
from tests.contract.conftest import open_neo4j
from tests.servers.given_server import GivenServer
from tests.servers.neo4j_server import Neo4jServer

SQL = read_statements(STATEMENTS, "sql")
CYPHER = read_statements(STATEMENTS, "cypher")
READING = sorted(name for name, statement in CYPHER.items() if statement.returns)
WRITING = sorted(name for name in CYPHER if name.startswith("write_"))
LISTS = {"ids", "keys", "apart", "articles", "actors", "relations", "statuses"}
NUMBERS = {"limit", "after_weight", "either_way"}


def some_value(parameter: str) -> list[str] | int | str:
    """Return a value of the right type."""
    if parameter in LISTS:
        return ["actor:a", "actor:b"]
    return 5 if parameter in NUMBERS else "x"


@pytest.fixture(scope="module")
def graph_file(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """A connection to an empty graph file."""
    path: Path = tmp_path_factory.mktemp("statements") / "graph.db"
    SqliteStore(path, SQL).close()
    with closing(sqlite3.connect(path)) as connection:
        yield connection


@pytest.fixture
def driver(neo4j_server: Neo4jServer | GivenServer) -> Iterator[Driver]:
    """A driver for a server that has the schema."""
    with closing(open_neo4j(neo4j_server)) as store:
        store.check()
    login = (neo4j_server.user, neo4j_server.password)
    with GraphDatabase.driver(neo4j_server.uri, auth=login) as opened:
        yield opened


def test_every_statement_has_its_twin() -> None:
    assert SQL.keys() == CYPHER.keys()


def test_twins_promise_the_same() -> None:
    for name in SQL:
        assert SQL[name].returns == CYPHER[name].returns, name
        if name in READING:
            assert SQL[name].parameters == CYPHER[name].parameters, name


def test_what_writes_rows_counts_them() -> None:
    for name in WRITING:
        assert CYPHER[name].parameters == {"rows"}, name
        assert CYPHER[name].text.endswith("RETURN count(*) AS written"), name


@pytest.mark.parametrize("name", READING)
def test_sql_gives_the_columns_of_its_header(name: str, graph_file: sqlite3.Connection) -> None:
    given = {key: some_value(key) for key in SQL[name].parameters}
    plain = {k: json.dumps(v) if isinstance(v, list) else v for k, v in given.items()}
    described = graph_file.execute(SQL[name].text, plain).description
    assert tuple(column[0] for column in described) == SQL[name].returns


def test_cypher_gives_the_columns_of_its_header(driver: Driver) -> None:
    for name in READING:
        statement: Statement = CYPHER[name]
        given = {key: some_value(key) for key in statement.parameters}
        result = driver.execute_query(statement.text, given)
        assert tuple(result.keys) == statement.returns, name


def test_cypher_is_not_warned_about(driver: Driver) -> None:
    """Nothing deprecated or dear: a scan of all nodes, a product of two matches."""
    for name in READING:
        given = {key: some_value(key) for key in CYPHER[name].parameters}
        told = driver.execute_query(CYPHER[name].text, given).summary
        grave = [
            status.status_description
            for status in told.gql_status_objects
            if status.raw_classification in ("DEPRECATION", "PERFORMANCE")
        ]
        assert not grave, name
