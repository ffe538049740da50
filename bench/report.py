"""The table that is printed, and the file that is kept."""

from collections.abc import Iterator
from pathlib import Path

from bench.results import Results


def lines(results: Results) -> Iterator[str]:
    """Yield the table: ratios to what ran beside it, never times of this machine alone."""
    on = results.machine
    yield (
        f"{on['cores']} cores, {on['processor']},"
        f" AVX512-VNNI {'yes' if on['avx512_vnni'] else 'no'}, load {on['load_average']};"
        f" Python {on['python']}, SQLite {on['sqlite']}, Neo4j {on['neo4j']};"
        f" {results.seconds:.0f} s"
    )
    yield ""
    yield from _table(("what", "store", "claims", "ratio to the bare", "aim", ""), _rows(results))
    yield ""
    header = ("what", "store", "rounds", "in the middle", "lost", "half", "differing", "")
    yield from _table(header, _safety(results))


def write(results: Results, path: Path) -> None:
    """Write everything as JSON."""
    path.write_text(results.model_dump_json(indent=2) + "\n", encoding="utf-8")


def _rows(results: Results) -> Iterator[tuple[str, ...]]:
    for load in results.load:
        middle = f"{load.ratio:.2f} (batch in the middle {load.median_ratio:.2f})"
        yield (
            "load, speed", load.store, f"{load.claims:,}", middle, f">= {load.aim}", _word(load.met)
        )  # fmt: skip
    for asked in results.who_backs:
        both = f"p50 {asked.ratio:.2f}, p95 {asked.ratio_p95:.2f}"
        yield (
            "who-backs, time", asked.store, f"{asked.claims:,}", both, f"<= {asked.aim}",
            _word(asked.met),
        )  # fmt: skip
    for served in results.service:
        ratio = f"{served.ratio:.2f} of a constant endpoint"
        yield ("GET /who-backs, requests/s", served.store, f"{served.claims:,}", ratio, "", "")


def _safety(results: Results) -> Iterator[tuple[str, ...]]:
    for safety in results.safety:
        counts = (
            safety.rounds, safety.in_the_middle, safety.lost, safety.half, safety.differing,
        )  # fmt: skip
        yield (safety.what, safety.store, *map(str, counts), _word(safety.met))
        yield from ((f"  {failure}", *[""] * 7) for failure in safety.failures)


def _word(met: bool) -> str:
    return "met" if met else "MISSED"


def _table(header: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> Iterator[str]:
    everything = [header, *rows]
    widths = [max(len(row[column]) for row in everything) for column in range(len(header))]
    for row in everything:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield "| " + " | ".join(cells) + " |"
        if row is header:
            yield "|" + "|".join("-" * (width + 2) for width in widths) + "|"
