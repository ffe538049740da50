"""Processes that the bench starts, and ends by their id."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_ROOT = Path(__file__).parent.parent


@contextmanager
def python(
    module: str, *arguments: str, environment: dict[str, str]
) -> Iterator[subprocess.Popen[str]]:
    """Run a module of the bench; it is killed at the end if it still runs then."""
    process = subprocess.Popen(
        [sys.executable, "-m", module, *arguments],
        env=os.environ | environment,
        cwd=_ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate()


def line(process: subprocess.Popen[str]) -> str:
    """Return the next line of its stdout; raises RuntimeError with its stderr when it ended."""
    assert process.stdout is not None and process.stderr is not None
    found = process.stdout.readline()
    if not found:
        raise RuntimeError(f"{process.args!r} ended: {process.stderr.read()[-2000:]}")
    return found.strip()
