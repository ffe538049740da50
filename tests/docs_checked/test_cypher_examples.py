"""What the page on Neo4j Browser shows finds something in a graph that whobacks made."""

from neo4j import GraphDatabase

from graph.model import Reading
from graph.neo4j_store import Neo4jStore
from graph.statements import read_statements
from loaders import claims_table, dates
from loaders.registry.registry import Registry
from queries import STATEMENTS
from tests.docs_checked.pages import fences, text
from tests.servers.given_server import GivenServer
from tests.servers.neo4j_server import Neo4jServer

TABLE = """relation,subject,object,mode,polarity,speaker,published,publisher,quote
backs,Turkey,GNA,troops,,,2020-01-07,Harbour Wire,Turkey has sent soldiers to the GNA.
backs,Qatar,GNA,,,,2020-01-07,Harbour Wire,Qatar backs the GNA.
backs,Qatar,GNA,,denied,Qatar,2020-01-08,Levant Ledger,Qatar denied that it backs the GNA.
backs,Egypt,Haftar,,,,2020-01-07,Harbour Wire,Egypt backs Haftar.
opposes,Haftar,GNA,armed,,,2020-01-07,Harbour Wire,Haftar is at war with the GNA.
captured,LNA,Sirte,,,,2020-01-07,Harbour Wire,The LNA has captured Sirte.
"""


def test_the_cypher_examples_find_something(neo4j_server: Neo4jServer | GivenServer) -> None:
    examples = fences(text("docs/how-to/neo4j-browser.md"), "cypher")
    assert len(examples) > 5
    login = (neo4j_server.user, neo4j_server.password)
    found = claims_table.read("claims.csv", TABLE.encode(), Registry(), dates.today())
    readings = [one for one in found if isinstance(one, Reading)]
    assert len(readings) == TABLE.count("\n") - 1
    store = Neo4jStore(neo4j_server.uri, login, read_statements(STATEMENTS, "cypher"))
    try:
        store.load(readings)
    finally:
        store.close()
    with GraphDatabase.driver(neo4j_server.uri, auth=login) as driver:
        for example in examples:
            assert driver.execute_query(example).records, example
        driver.execute_query("MATCH (n) WHERE NOT n:Schema DETACH DELETE n")
