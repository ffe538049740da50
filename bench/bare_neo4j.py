"""The Neo4j driver without us: the same statements on the same graph, and nothing else."""

import json
from collections.abc import Mapping, Sequence

from neo4j import GraphDatabase, ManagedTransaction, NotificationMinimumSeverity

from bench.bare_sqlite import LIMIT
from bench.recorder import Written
from graph.statements import Statement
from tests.servers.neo4j_server import Neo4jServer

_WIPE = "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 2000 ROWS"


class BareNeo4j:
    """One session, one managed transaction a batch, one UNWIND for each kind of record."""

    def __init__(self, server: Neo4jServer, statements: Mapping[str, Statement]) -> None:
        """Connect, and make our constraints and indexes in an empty graph."""
        self._statements = statements
        self._driver = GraphDatabase.driver(
            server.uri,
            auth=(server.user, server.password),
            notifications_min_severity=NotificationMinimumSeverity.OFF,
            telemetry_disabled=True,
        )
        self._session = self._driver.session(fetch_size=-1)
        for text in statements["schema"].text.split(";\n"):
            self._session.run(text, version=1).consume()

    def load(self, batch: Sequence[Written]) -> None:
        """Write one batch; the server may begin before all of it is sent, as in our store."""

        def work(tx: ManagedTransaction) -> None:
            for statement, records in batch:
                tx.run(self._statements[statement].text, rows=records)

        self._session.execute_write(work)

    def who_backs(self, actors: Sequence[str]) -> list[str]:
        """Return the keys of the ties that the question's statement finds, each decoded."""
        text = self._statements["who_backs"].text
        given = {"actors": actors, "after_weight": 2**62, "after_key": "", "limit": LIMIT}
        rows = self._session.execute_read(lambda tx: tx.run(text, given).values())
        ties = (json.loads(payload) for (payload,) in rows)
        return [f"{t['subject']['id']} {t['relation']} {t['object']['id']}" for t in ties]

    def close(self) -> None:
        """Close session and driver."""
        self._session.close()
        self._driver.close()


def wipe(server: Neo4jServer) -> None:
    """Remove all nodes; constraints and indexes stay."""
    login = (server.user, server.password)
    with GraphDatabase.driver(server.uri, auth=login) as driver, driver.session() as session:
        session.run(_WIPE).consume()
