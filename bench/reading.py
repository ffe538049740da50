"""How fast text becomes claims: `python -m bench.reading [--text FILE.csv] [--articles N]`."""

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.machine import machine
from bench.process import line, python
from bench.reading_results import Peak, ReadingResults, Round, Start, lines

_ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
_ROOT = Path(__file__).parent.parent
_START = "from loaders.extraction.extractor import Extractor; Extractor()"
_STOPS = (1_000, 10_000)


def main(arguments: Sequence[str]) -> int:
    """Measure, print the table, write the file."""
    parser = argparse.ArgumentParser(prog="python -m bench.reading", description=main.__doc__)
    parser.add_argument("--text", type=Path, help="CSV with text and date; else the bundled ones")
    parser.add_argument("--speed-articles", type=int, default=200, help="in all rounds together")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--starts", type=int, default=5)
    parser.add_argument("--articles", type=int, default=10_000, help="memory: read so many")
    parser.add_argument("--output", type=Path, help="JSON file")
    given = parser.parse_args(arguments)
    text = [f"--text={given.text.absolute()}"] if given.text else []
    stops = sorted({*(stop for stop in _STOPS if stop < given.articles), given.articles})
    results = ReadingResults(
        text=given.text.name if given.text else "bundled articles",
        machine=machine(),
        starts=tuple(_started() for _ in range(given.starts)),
        rounds=tuple(
            Round.model_validate(row)
            for row in _rows(
                given.rounds, "speed", *text, f"--rounds={given.rounds}",
                f"--articles={given.speed_articles}",
            )
        ),
        peaks=tuple(
            Peak.model_validate(row)
            for row in _rows(len(stops), "memory", *text, "--articles", *map(str, stops))
        ),
    )  # fmt: skip
    print("\n".join(lines(results)))
    if given.output:
        given.output.write_text(results.model_dump_json(indent=2) + "\n", encoding="utf-8")
    return 0


def _started() -> Start:
    began, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-c", _START]
    subprocess.run(command, cwd=_ROOT, env=os.environ | _ONE_THREAD, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Start(
        seconds=time.perf_counter() - began,
        processor_seconds=after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime,
    )


def _rows(count: int, *arguments: str) -> Iterator[dict[str, object]]:
    with python("bench.reading_process", *arguments, environment=_ONE_THREAD) as process:
        for _ in range(count):
            row = line(process)
            print(row, file=sys.stderr, flush=True)
            yield json.loads(row)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
