"""The home folder of a Neo4j server of the test run's own: jars, settings, data, password."""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
from pathlib import Path

from tests.servers import java, neo4j_jars
from tests.servers.errors import ServerFailed
from tests.servers.neo4j_lines import LONG_TERM, Line

_ADMIN = "org.neo4j.server.startup.Neo4jAdminCommand"
_ADMIN_SECONDS = 300
_HEAP = ("-Xms512m", "-Xmx1g")
_FOLDERS = ("conf", "data", "logs", "run", "import", "plugins", "licenses", "labs")
_OPENED = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")
_SETTINGS = """\
server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{port}
server.http.enabled=false
server.https.enabled=false
server.memory.heap.initial_size=512m
server.memory.heap.max_size=1g
server.memory.pagecache.size=512m
dbms.usage_report.enabled=false
"""


class Neo4jHome:
    """A temporary home folder with a port; `folder` and `port` never change until `remove()`."""

    def __init__(self, line: Line, password: str) -> None:
        """Make the folder and set the password of the user neo4j (at least 8 characters)."""
        jars = neo4j_jars.assemble(line)
        self._line = line
        self._java = java.at_least(line.oldest_java)
        self.port = free_port()
        self.folder = Path(tempfile.mkdtemp(prefix="whobacks-neo4j-"))
        for name in _FOLDERS:
            (self.folder / name).mkdir()
        (self.folder / "lib").symlink_to(jars)
        (self.folder / "conf" / "neo4j.conf").write_text(_SETTINGS.format(port=self.port))
        self.admin("dbms", "set-initial-password", password)

    def admin(self, *arguments: str) -> str:
        """Run one neo4j-admin command and return what it prints; most need the server down.

        Raises ServerFailed with its output when it fails.
        """
        done = subprocess.run(
            [self._java.path, "-cp", f"{self.folder}/lib/*", _ADMIN, *arguments],
            env=os.environ | {"NEO4J_HOME": str(self.folder)},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=_ADMIN_SECONDS,
            check=False,
        )
        if done.returncode != 0:
            raise ServerFailed(f"neo4j-admin {arguments[:2]} failed:\n{done.stdout}{done.stderr}")
        return done.stdout

    def launch(self) -> subprocess.Popen[bytes]:
        """Start the server's process, its output in logs/console.log, and return at once."""
        with (self.folder / "logs" / "console.log").open("ab") as log:
            return subprocess.Popen(
                self._server_command(),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd=self.folder,
            )

    def log_tail(self) -> str:
        """Return the last 3,000 characters that the server printed."""
        return (self.folder / "logs" / "console.log").read_text(errors="replace")[-3000:]

    def remove(self) -> None:
        """Remove the folder and all data in it."""
        shutil.rmtree(self.folder)

    def _server_command(self) -> list[str]:
        class_path = ["-cp", f"{self.folder}/lib/*:{self.folder}/conf", self._line.main_class]
        folders = [f"--home-dir={self.folder}", f"--config-dir={self.folder}/conf"]
        return [str(self._java.path), *_HEAP, *self._java_options(), *class_path, *folders]

    def _java_options(self) -> list[str]:
        options = [f"--add-opens=java.base/{name}=ALL-UNNAMED" for name in _OPENED]
        if self._line is not LONG_TERM:
            options += ["--add-modules=jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED"]
            if self._java.major >= 24:  # the option is unknown to Java 21
                options += ["--sun-misc-unsafe-memory-access=allow"]
        return options


def end(process: subprocess.Popen[bytes], how: signal.Signals, seconds: float) -> bool:
    """Send the signal and wait; False when it took longer than that and SIGKILL had to follow."""
    process.send_signal(how)
    try:
        process.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        return False
    return True


def free_port() -> int:
    """Return a loopback TCP port that nothing listens on at the moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
