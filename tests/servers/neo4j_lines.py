"""The Neo4j versions that tests run on, and what each needs."""

from dataclasses import dataclass

from tests.servers import java


@dataclass(frozen=True)
class Line:
    """One Neo4j version: its oldest Java and the class that starts its Community server."""

    version: str
    oldest_java: int
    main_class: str


LONG_TERM = Line("5.26.30", 17, "org.neo4j.server.CommunityEntryPoint")
NEWEST = Line("2026.08.1", 21, "org.neo4j.server.Neo4jCommunity")
LINES = {line.version: line for line in (LONG_TERM, NEWEST)}


def runnable() -> tuple[Line, ...]:
    """Return the lines that the Java runtimes found here can run.

    Never empty: without any Java it is the long-term line, whose start then gets a Java or fails
    with the remedy, so that no test is silently left out.
    """
    newest = max((found.major for found in java.installed()), default=0)
    lines = tuple(line for line in LINES.values() if line.oldest_java <= newest)
    return lines or (LONG_TERM,)
