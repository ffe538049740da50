"""Runs a real Neo4j Community server of the test run's own, on a free loopback port."""

import signal
import subprocess
import time
from types import TracebackType
from typing import Self

from neo4j import GraphDatabase
from neo4j.exceptions import AuthError, DriverError, Neo4jError

from tests.servers.errors import ServerFailed
from tests.servers.neo4j_home import Neo4jHome, end
from tests.servers.neo4j_lines import LINES, LONG_TERM

_START_SECONDS = 180  # 5 to 6 s on an idle machine of two cores
_STOP_SECONDS = 60  # a clean stop takes about 11 s


class Neo4jServer:
    """One server with a home folder and a port of its own, which stay the same when it restarts.

    `start()` makes it answer, `stop()` and `kill()` end the process and keep its data, `start()`
    then brings the same data back on the same port; `close()` (or the end of a `with`) kills it
    and removes its home. `uri`, `user` and `password` are what a client needs.
    """

    def __init__(self, version: str = LONG_TERM.version) -> None:
        """Name a server of one of the tested versions; nothing is started yet."""
        self.version = version
        self.user = "neo4j"
        self.password = "only-for-tests"
        self._home: Neo4jHome | None = None
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def home(self) -> Neo4jHome:
        """The server's home folder, made on first use."""
        if self._home is None:
            self._home = Neo4jHome(LINES[self.version], self.password)
        return self._home

    @property
    def uri(self) -> str:
        """The server's Bolt address, such as bolt://127.0.0.1:40001."""
        return f"bolt://127.0.0.1:{self.home.port}"

    @property
    def pid(self) -> int | None:
        """The server's process id, None while it is down."""
        return self._process.pid if self._process else None

    def start(self) -> Self:
        """Start the server, or start it again, and wait until it answers over Bolt.

        Raises MissingProgram without Java or Maven, ServerFailed with the log's end.
        """
        if self._process is not None:
            raise ServerFailed(f"Neo4j {self.version} runs already, as {self._process.pid}")
        self._process = self.home.launch()
        try:
            self._wait_until_ready(self._process)
        except BaseException:  # also a test's time-out or Ctrl-C: leave no server behind
            self.kill()
            raise
        return self

    def stop(self) -> None:
        """Stop the server as an operator would, with SIGTERM; its data stays."""
        self._end(signal.SIGTERM)

    def kill(self) -> None:
        """Kill the server with SIGKILL, as a crash would; its data stays."""
        self._end(signal.SIGKILL)

    def close(self) -> None:
        """Kill the server and remove its home with all its data."""
        self.kill()
        if self._home is not None:
            self._home.remove()
            self._home = None

    def __enter__(self) -> Self:
        """Start the server."""
        return self.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the server, whatever happened."""
        self.close()

    def _wait_until_ready(self, process: subprocess.Popen[bytes]) -> None:
        deadline = time.monotonic() + _START_SECONDS
        while not self._answers():
            if process.poll() is not None:
                raise ServerFailed(f"Neo4j {self.version} ended:\n{self.home.log_tail()}")
            if time.monotonic() > deadline:
                late = f"Neo4j {self.version} was not ready in {_START_SECONDS} s"
                raise ServerFailed(f"{late}:\n{self.home.log_tail()}")
            time.sleep(0.2)

    def _answers(self) -> bool:
        login = (self.user, self.password)
        with GraphDatabase.driver(self.uri, auth=login, connection_timeout=5) as driver:
            try:
                driver.verify_connectivity()
            except AuthError:
                raise  # waiting does not mend a password
            except (DriverError, Neo4jError):
                return False
        return True

    def _end(self, how: signal.Signals) -> None:
        process, self._process = self._process, None
        if process is not None and not end(process, how, _STOP_SECONDS):
            raise ServerFailed(f"Neo4j {self.version} did not stop in {_STOP_SECONDS} s")
