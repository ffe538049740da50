"""The command: `python -m bench [--quick] [--store sqlite|neo4j] [--output FILE]`."""

import argparse
import signal
import sys
import time
from collections.abc import Sequence
from contextlib import ExitStack
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType
from typing import TypeVar

from api.intake import BATCH
from api.settings import Settings
from bench import answers, report
from bench.bare_neo4j import wipe
from bench.corpus import CLAIMS_AN_ARTICLE, Corpus
from bench.course import Course
from bench.engines import Pair, neo4j_pair, neo4j_settings, sqlite_pair, sqlite_settings
from bench.interruptions import Fresh, kill_loader, kill_server, together
from bench.load import Growth
from bench.machine import machine
from bench.results import AskResult, LoadResult, Results, SafetyResult, ServiceResult
from bench.scale import FULL, QUICK, Scale
from bench.traffic import drive
from tests.servers.neo4j_server import Neo4jServer

Result = TypeVar("Result", LoadResult, AskResult, ServiceResult, SafetyResult)
_STORES = ("sqlite", "neo4j")
_SEED = 1
_OUTPUT = Path(__file__).with_name("results.json")


def main(arguments: Sequence[str]) -> int:
    """Measure, print the table, write the file; 1 when a load lost or doubled something."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=main.__doc__)
    parser.add_argument("--quick", action="store_true", help="small, to see that it runs")
    parser.add_argument("--store", choices=_STORES, action="append", help="only this one")
    parser.add_argument("--batch", type=int, default=BATCH, help="articles in a batch")
    parser.add_argument("--output", type=Path, help="JSON file; without: bench/results.json")
    given = parser.parse_args(arguments)
    results = run(QUICK if given.quick else FULL, given.store or _STORES, given.batch)
    print("\n".join(report.lines(results)))
    if given.output or not given.quick:
        report.write(results, given.output or _OUTPUT)
    return 0 if all(safety.met for safety in results.safety) else 1


def run(scale: Scale, stores: Sequence[str], batch: int) -> Results:
    """Measure everything on these stores."""
    began, on = time.monotonic(), machine()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory(prefix="whobacks-bench-")))
        server = stack.enter_context(Neo4jServer()) if "neo4j" in stores else None
        with ExitStack() as engines:
            pairs = [engines.enter_context(sqlite_pair(folder))] if "sqlite" in stores else []
            if server:
                pairs.append(engines.enter_context(neo4j_pair(server)))
            load, asked, served = _speed(scale, pairs, batch)
        safety = _safety(scale, folder, server, "sqlite" in stores)
    return Results(
        quick=scale is QUICK, batch=batch, seconds=round(time.monotonic() - began, 1), machine=on,
        load=tuple(load), who_backs=tuple(asked), service=tuple(served), safety=tuple(safety),
    )  # fmt: skip


def _speed(
    scale: Scale, pairs: Sequence[Pair], batch: int
) -> tuple[list[LoadResult], list[AskResult], list[ServiceResult]]:
    corpus = Corpus(_SEED)
    load: list[LoadResult] = []
    asked: list[AskResult] = []
    growth = Growth(corpus, pairs, min(batch, scale.largest_batch))
    for claims in scale.claims:
        _say(f"loading up to {claims:,} claims")
        load += _told(growth.to(claims))
        actors = answers.names(corpus, claims // CLAIMS_AN_ARTICLE, scale.asked)
        _say(f"asking at {claims:,} claims")
        asked += _told([answers.ask(pair, claims, actors) for pair in pairs])
    _say("sending requests")
    served = _told([drive(pair, claims, actors, scale.requests) for pair in pairs])
    return load, asked, served


def _safety(
    scale: Scale, folder: Path, server: Neo4jServer | None, sqlite: bool
) -> list[SafetyResult]:
    course = Course(folder, scale.kill_batches, scale.kill_articles)
    found: list[SafetyResult] = []
    stores = {"sqlite": _files(folder)} if sqlite else {}
    if server:
        stores["neo4j"] = _wiped(server)
    for kind, fresh in stores.items():
        _say(f"killing loads on {kind}")
        found += _told([kill_loader(kind, fresh, course, scale.kills)])
        _say(f"loading twice at the same time on {kind}")
        found += _told([together(kind, fresh, course, scale.together)])
    if server:
        _say("killing the server")
        found += _told([kill_server(server, _wiped(server), course, scale.server_kills)])
    return found


def _files(folder: Path) -> Fresh:
    numbers = count()
    return lambda: sqlite_settings(folder / f"killed-{next(numbers)}.db")


def _wiped(server: Neo4jServer) -> Fresh:
    def fresh() -> Settings:
        wipe(server)
        return neo4j_settings(server)

    return fresh


def _told(results: list[Result]) -> list[Result]:
    """Return the results, once they are on stderr: a run is long."""
    for result in results:
        _say(f"  {result!r}")
    return results


def _say(what: str) -> None:
    print(f"{time.strftime('%H:%M:%S')} {what}", file=sys.stderr, flush=True)


def _stop(_: int, __: FrameType | None) -> None:
    sys.exit(143)


if __name__ == "__main__":
    # Also whoever is stopped ends the servers and processes that he started.
    signal.signal(signal.SIGTERM, _stop)
    sys.exit(main(sys.argv[1:]))
