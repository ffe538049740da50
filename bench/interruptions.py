"""Loads that are killed, that lose their server, or that run at the same time."""

import subprocess
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from random import Random

from api.settings import Settings
from bench.course import Course
from bench.engines import environment
from bench.process import line, python
from bench.results import SafetyResult
from tests.servers.neo4j_server import Neo4jServer

Fresh = Callable[[], Settings]
"""Gives the settings of a store whose graph is empty."""
_PATIENCE = 120.0


@dataclass
class _Count:
    """What went wrong so far."""

    in_the_middle: int = 0
    lost: int = 0
    half: int = 0
    differing: int = 0
    failures: list[str] = field(default_factory=list)

    def add(self, course: Course, settings: Settings, acknowledged: int) -> None:
        """Count what an interruption left, and what a repeat makes of it."""
        verdict = course.left(settings, acknowledged)
        self.in_the_middle += verdict.batches not in (0, course.batches)
        self.lost += verdict.lost
        self.half += verdict.half
        self.differing += course.repeated(settings) != course.whole

    def result(self, what: str, store: str, rounds: int) -> SafetyResult:
        """Return it as a result."""
        return SafetyResult(
            what=what, store=store, rounds=rounds, in_the_middle=self.in_the_middle,
            lost=self.lost, half=self.half, differing=self.differing,
            failures=tuple(self.failures),
        )  # fmt: skip


def kill_loader(kind: str, fresh: Fresh, course: Course, rounds: int) -> SafetyResult:
    """Kill a loading process with SIGKILL at a random moment, `rounds` times."""
    count, rng = _Count(), Random(f"kills {kind}")
    usual = min(_undisturbed(fresh(), course) for _ in range(2))  # the first is cold
    for _ in range(rounds):
        settings = fresh()
        with _loading(settings, course) as process:
            line(process)
            time.sleep(rng.uniform(0, usual))
            process.kill()
            acknowledged = _acknowledged(process)
        count.add(course, settings, acknowledged)
    return count.result("loading process killed", kind, rounds)


def kill_server(server: Neo4jServer, fresh: Fresh, course: Course, rounds: int) -> SafetyResult:
    """Kill the server under a loading process, start it again; the load goes on or says why not."""
    count, rng = _Count(), Random("server")
    usual = min(_undisturbed(fresh(), course) for _ in range(2))  # the first is cold
    for _ in range(rounds):
        settings = fresh()
        with _loading(settings, course) as process:
            line(process)
            time.sleep(rng.uniform(0, usual * 0.9))
            server.kill()
            server.start()
            acknowledged = _acknowledged(process)
            complete = acknowledged == course.batches
        if complete != (process.returncode == 0):
            count.failures.append(f"exit code {process.returncode} after {acknowledged} batches")
        count.add(course, settings, acknowledged)
    return count.result("server killed under load", "neo4j", rounds)


def together(kind: str, fresh: Fresh, course: Course, rounds: int) -> SafetyResult:
    """Let two processes load the same at the same time, in opposite orders."""
    count = _Count()
    for _ in range(rounds):
        settings = fresh()
        with (
            _loading(settings, course) as forwards,
            _loading(settings, course, "--backwards") as backwards,
        ):
            for process in (forwards, backwards):
                _, errors = process.communicate(timeout=_PATIENCE)
                if process.returncode:
                    count.failures.append(" ".join(errors.split())[-300:])
        count.add(course, settings, course.batches)
    return count.result("two processes load the same", kind, rounds)


def _loading(
    settings: Settings, course: Course, *more: str
) -> AbstractContextManager[subprocess.Popen[str]]:
    return python("bench.loader", *course.arguments(), *more, environment=environment(settings))


def _undisturbed(settings: Settings, course: Course) -> float:
    """Return the seconds that a load takes from its first batch to its end."""
    with _loading(settings, course) as process:
        line(process)
        begin = time.monotonic()
        if _acknowledged(process) != course.batches or process.returncode:
            raise RuntimeError("a load that nobody disturbs does not end")
        return time.monotonic() - begin


def _acknowledged(process: subprocess.Popen[str]) -> int:
    """Wait until it ends; return how many batches it has acknowledged since `ready`."""
    out, _ = process.communicate(timeout=_PATIENCE)
    # A last line without its end was not yet said.
    return out.count("\n")
