"""A Neo4j server that the environment names, to use instead of one of the tests' own."""

import os
from dataclasses import dataclass

URI_VARIABLE = "WHOBACKS_TEST_NEO4J_URI"
_USER_VARIABLE = "WHOBACKS_TEST_NEO4J_USER"
_PASSWORD_VARIABLE = "WHOBACKS_TEST_NEO4J_PASSWORD"


@dataclass(frozen=True)
class GivenServer:
    """Where a server of somebody else's is. The tests wipe its database, never stop it."""

    uri: str
    user: str
    password: str


def given() -> GivenServer | None:
    """Return the server that WHOBACKS_TEST_NEO4J_URI, _USER and _PASSWORD name, if any."""
    uri = os.environ.get(URI_VARIABLE)
    if not uri:
        return None
    user = os.environ.get(_USER_VARIABLE, "neo4j")
    return GivenServer(uri, user, os.environ.get(_PASSWORD_VARIABLE, ""))
