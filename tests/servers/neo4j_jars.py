"""Assembles a Neo4j Community server from the jars that its makers publish to Maven Central."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.servers import apt, java
from tests.servers.errors import MissingProgram, ServerFailed
from tests.servers.neo4j_lines import Line

_COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies"
_TRIES = 2  # a dropped download is the usual failure; Maven goes on from what it has
_SECONDS = 900
_POM = """\
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>whobacks.tests</groupId>
  <artifactId>neo4j-jars</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <dependencies>
    <dependency>
      <groupId>org.neo4j</groupId>
      <artifactId>neo4j</artifactId>
      <version>{version}</version>
    </dependency>
    <dependency>
      <groupId>org.neo4j.app</groupId>
      <artifactId>neo4j-server</artifactId>
      <version>{version}</version>
    </dependency>
  </dependencies>
</project>
"""


def cache_folder() -> Path:
    """Return the folder that keeps assembled servers between runs."""
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "whobacks"


def assemble(line: Line) -> Path:
    """Return the folder of the line's jars (about 210, 125 MB), assembling it on first use.

    The folder is written under another name and renamed when whole, so that a broken download is
    never taken for a server. Raises MissingProgram without Maven, ServerFailed when it fails.
    """
    folder = cache_folder() / f"neo4j-{line.version}"
    if folder.is_dir():
        return folder
    print(f"assembling Neo4j {line.version} in {folder}", file=sys.stderr, flush=True)
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="part-", dir=folder.parent) as part:
        jars = _download(line, Path(part))
        if not folder.is_dir():  # another run may have been quicker
            jars.rename(folder)
    return folder


def _download(line: Line, part: Path) -> Path:
    runtime = java.at_least(line.oldest_java)
    maven = _maven()
    jars = part / "lib"
    (part / "pom.xml").write_text(_POM.format(version=line.version), encoding="utf-8")
    command = [maven, "-q", "-B", _COPY, f"-DoutputDirectory={jars}", "-DincludeScope=runtime"]
    for _ in range(_TRIES):
        done = subprocess.run(
            command,
            cwd=part,
            env=os.environ | {"JAVA_HOME": str(runtime.home)},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=_SECONDS,
            check=False,
        )
        if done.returncode == 0 and (jars / f"neo4j-server-{line.version}.jar").is_file():
            return jars
    raise ServerFailed(f"Maven could not fetch Neo4j {line.version}:\n{done.stdout[-2000:]}")


def _maven() -> str:
    if shutil.which("mvn") is None and apt.can_install():
        apt.install("maven")
    maven = shutil.which("mvn")
    if maven is None:
        raise MissingProgram("Maven (mvn) is not on PATH: apt-get install maven")
    return maven
