"""Servers that refuse us, go away, come back, or hold something else."""

import socket
from collections.abc import Iterator
from contextlib import closing
from threading import Thread

import pytest
from neo4j import Driver, GraphDatabase

from graph.errors import Misconfigured, StoreRefused, StoreUnavailable
from graph.neo4j_store import Neo4jStore
from queries.stats import Stats
from queries.who_backs import WhoBacks
from tests.contract.conftest import empty, open_neo4j, statements
from tests.contract.readings import Said, reading
from tests.servers.given_server import GivenServer
from tests.servers.neo4j_home import free_port
from tests.servers.neo4j_server import Neo4jServer

CYPHER = statements("cypher", {})
Server = Neo4jServer | GivenServer


@pytest.fixture
def driver(neo4j_server: Server) -> Iterator[Driver]:
    """A driver for a server that holds nothing."""
    empty(neo4j_server)
    login = (neo4j_server.user, neo4j_server.password)
    with GraphDatabase.driver(neo4j_server.uri, auth=login) as opened:
        yield opened
    empty(neo4j_server)


@pytest.mark.parametrize(
    "uri",
    [
        "sqlite:///graph.db", "http://localhost:7474", "neo4j://", "bolt://localhost:seven",
        "bolt://localhost:99999", "bolt://neo4j:secret@localhost", "neo4j://localhost?a",
    ],
)  # fmt: skip
def test_an_address_that_cannot_be_one(uri: str) -> None:
    with pytest.raises(Misconfigured, match="WHOBACKS_STORE") as raised:
        Neo4jStore(uri, ("neo4j", "secret"), CYPHER)
    assert "secret" not in str(raised.value) and "\n" not in str(raised.value)


def test_nobody_there_is_told_at_first_use() -> None:
    uri = f"bolt://127.0.0.1:{free_port()}"
    with closing(Neo4jStore(uri, ("neo4j", "secret"), CYPHER)) as store:
        for use in (store.check, lambda: store.ask(Stats())):
            with pytest.raises(StoreUnavailable, match="does not answer .*refused") as raised:
                use()
            assert "\n" not in str(raised.value)


def test_something_else_there_is_refused() -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as listening:

        def greet() -> None:
            connection, _ = listening.accept()
            with connection:
                connection.recv(64)
                connection.sendall(b"SSH-2.0-OpenSSH_9.2\r\n")

        thread = Thread(target=greet)
        thread.start()
        uri = f"bolt://127.0.0.1:{listening.getsockname()[1]}"
        refused = pytest.raises(StoreRefused, match="is not a Neo4j; mend WHOBACKS_STORE")
        with closing(Neo4jStore(uri, None, CYPHER)) as store, refused:
            store.check()
        thread.join()


def test_a_wrong_password_is_refused_with_the_remedy(neo4j_server: Server) -> None:
    # Another user: three wrong passwords would shut out the one whom other tests need.
    refused = pytest.raises(StoreRefused, match="WHOBACKS_NEO4J_PASSWORD")
    login = ("stranger", "wrong-one")
    with closing(Neo4jStore(neo4j_server.uri, login, CYPHER)) as store, refused as raised:
        store.check()
    assert "wrong-one" not in str(raised.value) and "\n" not in str(raised.value)


def test_a_database_that_is_not_there_is_refused(neo4j_server: Server) -> None:
    login = (neo4j_server.user, neo4j_server.password)
    refused = pytest.raises(StoreRefused, match="name a database that is there")
    with closing(Neo4jStore(neo4j_server.uri, login, CYPHER, "nosuch")) as store, refused:
        store.check()


def test_routing_is_spoken_too(neo4j_server: Server) -> None:
    empty(neo4j_server)
    login = (neo4j_server.user, neo4j_server.password)
    uri = neo4j_server.uri.replace("bolt", "neo4j", 1)
    with closing(Neo4jStore(uri, login, CYPHER)) as store:
        store.load([reading(Said())])
        assert len(store.ask(WhoBacks(actor="NF")).ties) == 1


def test_another_version_is_refused(neo4j_server: Server, driver: Driver) -> None:
    with closing(open_neo4j(neo4j_server)) as store:
        store.check()
        driver.execute_query("MATCH (s:Schema) SET s.version = 99")
        with pytest.raises(StoreRefused, match="schema version 99, this program reads 2"):
            store.check()


def test_somebody_elses_database_is_refused_and_left_alone(
    neo4j_server: Server, driver: Driver
) -> None:
    driver.execute_query("MATCH (s:Schema) DELETE s")
    driver.execute_query("CREATE (:Film {title: 'Ruritania'})")
    refused = pytest.raises(StoreRefused, match="something other than a whobacks graph")
    with closing(open_neo4j(neo4j_server)) as store, refused:
        store.load([reading(Said())])
    assert driver.execute_query("MATCH (n) RETURN count(n) AS n").records[0]["n"] == 1


def test_two_prepare_a_new_database_at_once(neo4j_server: Server, driver: Driver) -> None:
    for constraint in driver.execute_query("SHOW CONSTRAINTS YIELD name").records:
        driver.execute_query(f"DROP CONSTRAINT {constraint['name']}")
    driver.execute_query("MATCH (s:Schema) DELETE s")
    stores = [open_neo4j(neo4j_server) for _ in range(4)]
    failures: list[Exception] = []

    def prepare(store: Neo4jStore) -> None:
        try:
            store.check()
        except Exception as error:  # told in the main thread
            failures.append(error)

    threads = [Thread(target=prepare, args=(store,)) for store in stores]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for store in stores:
        store.close()
    assert failures == []
    assert driver.execute_query("MATCH (s:Schema) RETURN count(s) AS n").records[0]["n"] == 1


def test_an_analyst_finds_the_graph_as_expected(neo4j_server: Server, driver: Driver) -> None:
    with closing(open_neo4j(neo4j_server)) as store:
        store.load([reading(Said(speaker="actor:zenda", place="place:tarn"))])
    found = driver.execute_query(
        "MATCH (a:Actor)-[t:BACKS]->(:Actor {label: 'NF'}) RETURN a.name, t.status, t.modes"
    ).records
    assert [record.values() for record in found] == [["Ruritania", "asserted", ["weapons"]]]
    shape = driver.execute_query(
        "MATCH (c:Claim)-[r]->(n) RETURN type(r) AS edge, labels(n) AS labels ORDER BY edge"
    ).records
    assert [(record["edge"], sorted(record["labels"])) for record in shape] == [
        ("AT", ["Entity", "Place"]),
        ("IN", ["Article"]),
        ("OBJECT", ["Actor", "Entity"]),
        ("SAID_BY", ["Actor", "Entity"]),
        ("SUBJECT", ["Actor", "Entity"]),
    ]


def test_a_record_that_finds_no_place_is_not_lost_in_silence(
    neo4j_server: Server, driver: Driver
) -> None:
    skipping = "UNWIND $rows AS row MATCH (:Nobody {id: row.id}) RETURN count(*) AS written"
    refused = pytest.raises(StoreRefused, match="write_claims wrote 0 of 1 records")
    with closing(open_neo4j(neo4j_server, {"write_claims": skipping})) as store, refused:
        store.load([reading(Said())])
    assert driver.execute_query("MATCH (a:Article) RETURN count(a) AS n").records[0]["n"] == 0


def test_a_server_that_goes_away_and_comes_back(own_neo4j: Neo4jServer) -> None:
    with closing(open_neo4j(own_neo4j)) as store:
        store.load([reading(Said())])
        own_neo4j.kill()
        with pytest.raises(StoreUnavailable, match="does not answer"):
            store.ask(WhoBacks(actor="NF"))
        with pytest.raises(StoreUnavailable, match="does not answer"):
            store.check()
        with pytest.raises(StoreUnavailable, match="does not answer"):
            store.load([reading(Said("actor:guard"))])
        own_neo4j.start()
        store.check()
        assert len(store.ask(WhoBacks(actor="NF")).ties) == 1
        store.load([reading(Said("actor:guard"))])
        assert len(store.ask(WhoBacks(actor="NF")).ties) == 2
