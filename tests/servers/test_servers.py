"""The programs that tests run against do run, stop, crash and come back."""

from pathlib import Path

import pytest
from neo4j import Driver, GraphDatabase
from neo4j.exceptions import ServiceUnavailable
from playwright.sync_api import Browser

from tests.servers import apt, java, neo4j_jars, neo4j_lines
from tests.servers.errors import MissingProgram, ServerFailed
from tests.servers.given_server import GivenServer
from tests.servers.neo4j_server import Neo4jServer


def connect(server: Neo4jServer | GivenServer) -> Driver:
    return GraphDatabase.driver(server.uri, auth=(server.user, server.password))


def count_marks(server: Neo4jServer) -> int:
    with connect(server) as driver:
        records = driver.execute_query("MATCH (m:Mark) RETURN count(m) AS marks").records
    return int(records[0]["marks"])


def test_each_line_answers(neo4j_server: Neo4jServer | GivenServer) -> None:
    with connect(neo4j_server) as driver:
        assert driver.execute_query("RETURN 1 AS one").records[0]["one"] == 1
        if isinstance(neo4j_server, Neo4jServer):
            rows = driver.execute_query("CALL dbms.components() YIELD versions, edition").records
            assert rows[0].values() == [[neo4j_server.version], "community"]


def test_data_outlives_a_kill_on_the_same_port(own_neo4j: Neo4jServer) -> None:
    address, process = own_neo4j.uri, own_neo4j.pid
    with connect(own_neo4j) as driver:
        driver.execute_query("CREATE (:Mark)")
    own_neo4j.kill()
    with connect(own_neo4j) as driver, pytest.raises(ServiceUnavailable):
        driver.verify_connectivity()
    own_neo4j.start()
    assert own_neo4j.uri == address
    assert own_neo4j.pid != process
    assert count_marks(own_neo4j) == 1


def test_a_clean_stop_can_be_started_again(own_neo4j: Neo4jServer) -> None:
    before = count_marks(own_neo4j)
    own_neo4j.stop()
    assert own_neo4j.pid is None
    own_neo4j.start()
    assert count_marks(own_neo4j) == before


def test_a_second_start_is_refused(own_neo4j: Neo4jServer) -> None:
    with pytest.raises(ServerFailed, match="runs already"):
        own_neo4j.start()


def test_a_server_that_cannot_start_says_why(own_neo4j: Neo4jServer) -> None:
    own_neo4j.kill()
    settings = own_neo4j.home.folder / "conf" / "neo4j.conf"
    good = settings.read_text()
    settings.write_text(good + "server.no_such_setting=1\n")
    with pytest.raises(ServerFailed, match="no_such_setting"):
        own_neo4j.start()
    assert own_neo4j.pid is None
    settings.write_text(good)
    own_neo4j.start()


def test_without_java_the_long_term_line_is_still_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(java, "installed", lambda: ())
    assert neo4j_lines.runnable() == (neo4j_lines.LONG_TERM,)


def test_without_java_the_error_names_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(java, "installed", lambda: ())
    monkeypatch.setattr(apt, "can_install", lambda: False)
    with pytest.raises(MissingProgram, match="apt-get install openjdk-17-jre-headless"):
        java.at_least(17)


def test_without_maven_the_error_names_the_package(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    runtime = java.Java(Path("/usr/bin/java"), 17)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(java, "at_least", lambda major: runtime)
    with pytest.raises(MissingProgram, match="apt-get install maven"):
        neo4j_jars.assemble(neo4j_lines.LONG_TERM)
    assert list((tmp_path / "whobacks").iterdir()) == []


def test_the_newest_java_allows_every_line(monkeypatch: pytest.MonkeyPatch) -> None:
    runtimes = (java.Java(Path("a"), 17), java.Java(Path("b"), 25))
    monkeypatch.setattr(java, "installed", lambda: runtimes)
    assert neo4j_lines.runnable() == tuple(neo4j_lines.LINES.values())
    assert java.at_least(17).major == 17
    assert java.at_least(21).major == 25


def test_the_browser_opens_a_page(browser: Browser) -> None:
    page = browser.new_page()
    page.goto("data:text/html,<title>who backs whom</title>")
    assert page.title() == "who backs whom"
    page.close()
