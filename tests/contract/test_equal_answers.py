"""Both stores answer every question alike, in the same order, whatever graph they hold."""

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings

from graph.model import Reading
from graph.sqlite_store import SqliteStore
from graph.store import Store
from queries import questions
from tests.contract.asking import WAYS, answers, ways_to_ask
from tests.contract.conftest import Clock, empty, open_neo4j, statements
from tests.contract.readings import READINGS
from tests.contract.whole import whole
from tests.servers.given_server import GivenServer
from tests.servers.neo4j_server import Neo4jServer


def test_every_question_is_asked() -> None:
    assert WAYS.keys() == questions().keys()


@settings(
    max_examples=6,
    deadline=None,
    derandomize=True,
    # The fixtures are emptied or made anew for each graph.
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(readings=READINGS)
def test_any_graph(
    neo4j_server: Neo4jServer | GivenServer, clock: Clock, readings: list[Reading]
) -> None:
    empty(neo4j_server)
    neo4j = open_neo4j(neo4j_server)
    with tempfile.TemporaryDirectory() as folder:
        sqlite = SqliteStore(Path(folder) / "graph.db", statements("sql", {}))
        try:
            compare(neo4j, sqlite, readings)
        finally:
            neo4j.close()
            sqlite.close()


def compare(one: Store, other: Store, readings: list[Reading]) -> None:
    """Load in batches of two, ask everything, delete every other article, look once more."""
    for start in range(0, len(readings), 2):
        batch = readings[start : start + 2]
        assert one.load(batch) == other.load(batch)
    assert whole(one) == whole(other)
    for question in ways_to_ask(readings):
        assert list(answers(one, question)) == list(answers(other, question)), question
    for article in sorted({reading.article.id for reading in readings})[::2]:
        assert one.delete_article(article) and other.delete_article(article)
    assert whole(one) == whole(other)
