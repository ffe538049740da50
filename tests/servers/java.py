"""Finds the Java runtimes of this machine, and gets one where there is none."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.servers import apt
from tests.servers.errors import MissingProgram

_PATTERNS = ("usr/lib/jvm/*/bin/java", "opt/*/bin/java", "opt/*/*/bin/java")
_REMEDY = "no Java {major} or newer found: apt-get install openjdk-{major}-jre-headless"
# The newest first: it runs every Neo4j line; Debian and Ubuntu releases offer some of them.
_PACKAGES = tuple(f"openjdk-{major}-jre-headless" for major in (25, 21, 17))


@dataclass(frozen=True)
class Java:
    """One Java runtime: the path of its `java` and its major version, such as 17."""

    path: Path
    major: int

    @property
    def home(self) -> Path:
        """The folder that JAVA_HOME should name to use this runtime."""
        return self.path.parent.parent


def installed(root: Path = Path("/")) -> tuple[Java, ...]:
    """Return the working runtimes, oldest first, one for each major version.

    Looks at JAVA_HOME, PATH and the usual folders under `root`.
    """
    found: dict[int, Java] = {}
    for path in dict.fromkeys(_candidates(root)):
        major = major_version(path)
        if major is not None:
            found.setdefault(major, Java(path, major))
    return tuple(found[major] for major in sorted(found))


def at_least(major: int) -> Java:
    """Return the oldest runtime of that major version or newer; install one if this user may.

    Raises MissingProgram with the remedy when there is none.
    """
    java = _oldest(major)
    if java is None and apt.can_install():
        apt.install_first(*_PACKAGES)
        java = _oldest(major)
    if java is None:
        raise MissingProgram(_REMEDY.format(major=major))
    return java


def major_version(path: Path) -> int | None:
    """Ask one `java` for its major version; None when it is missing or does not run."""
    try:
        done = subprocess.run(
            [path, "-version"], capture_output=True, text=True, timeout=60, check=False
        )
    except OSError:
        return None
    # Up to 8 the version read "1.8.0_402", since then "17.0.15" or "25".
    match = re.search(r'version "(?:1\.)?(\d+)', done.stderr + done.stdout)
    return int(match[1]) if match and done.returncode == 0 else None


def _oldest(major: int) -> Java | None:
    return next((java for java in installed() if java.major >= major), None)


def _candidates(root: Path) -> Iterator[Path]:
    home = os.environ.get("JAVA_HOME")
    if home:
        yield Path(home, "bin", "java").resolve()
    on_path = shutil.which("java")
    if on_path:
        yield Path(on_path).resolve()
    for pattern in _PATTERNS:
        yield from (path.resolve() for path in sorted(root.glob(pattern)))
