"""Gets the programs that the tests need, and says what it does: `python -m tests.servers.prepare`.

Exits with 1 and one readable line (and the failed step's output) when something cannot be had.
"""

import os
import sys

from tests.servers import chromium, java, neo4j_jars, neo4j_lines
from tests.servers.errors import MissingProgram, ServerFailed
from tests.servers.given_server import URI_VARIABLE


def prepare_neo4j() -> None:
    """Assemble each Neo4j line that runs here, unless the environment names a server."""
    given = os.environ.get(URI_VARIABLE)
    if given:
        print(f"Neo4j: the server at {given}, and one of the tests' own to stop and kill")
    java.at_least(neo4j_lines.LONG_TERM.oldest_java)
    for line in neo4j_lines.runnable():
        runtime = java.at_least(line.oldest_java)
        folder = neo4j_jars.assemble(line)
        print(f"Neo4j {line.version}: {folder}, on Java {runtime.major} ({runtime.path})")
    for line in neo4j_lines.LINES.values():
        if line not in neo4j_lines.runnable():
            print(f"Neo4j {line.version}: not run, it needs Java {line.oldest_java} or newer")


def prepare_chromium() -> None:
    """Find or get Chromium."""
    path = chromium.ensure()
    print(f"Chromium: {path}, {chromium.version(path)}")


def main() -> int:
    """Get everything; return the exit code."""
    try:
        prepare_neo4j()
        prepare_chromium()
    except (MissingProgram, ServerFailed) as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
