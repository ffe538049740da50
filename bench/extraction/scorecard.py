"""One run: every row on every set, the curve, and what other people labelled."""

import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from api.reading import Extracts
from bench.extraction import plover, re3d
from bench.extraction.curve import curve
from bench.extraction.names import Names
from bench.extraction.results import (
    CurvePoint,
    EventResult,
    MentionResult,
    Results,
    RowResult,
    SetResult,
)
from bench.extraction.rows import EXTRACTORS, SHIPPED, Rows
from bench.extraction.scoring import score
from bench.extraction.seen import Seen
from bench.extraction.sets import DEVELOPMENT, QUICK, TRAINING, GoldSet, find, load
from graph.errors import WhobacksError
from loaders.registry.registry import Registry
from loaders.training.gold import Item


@dataclass(frozen=True)
class Asked:
    """What to score."""

    sets: Sequence[str]
    rows: Sequence[str]
    gold: Sequence[Path]
    quick: bool = False
    re3d: Path | None = None
    plover: Path | None = None


class Scorecard:
    """Scores what is asked. All labels are read at once, so that a wrong path ends it early."""

    def __init__(self, asked: Asked) -> None:
        """Read the labels; raises InvalidInput when a file is missing or cannot be read."""
        most = QUICK if asked.quick else None
        self._asked = asked
        self._sets = [load(name, asked.gold, most) for name in asked.sets]
        self._documents = re3d.read(asked.re3d) if asked.re3d else []
        self._records = plover.read(asked.plover)[:most] if asked.plover else []
        names = Names(Registry())
        self._rows = Rows(names)
        self._seen: Seen | None = None
        if not asked.quick and find(TRAINING, asked.gold):
            _say("reading which countries were seen in training")
            self._seen = Seen(load(TRAINING, asked.gold).items, names)

    def run(self) -> Results:
        """Return every figure."""
        return Results(
            version=version("whobacks"),
            quick=self._asked.quick,
            seen_countries=tuple(sorted(self._seen.countries)) if self._seen else (),
            sets=tuple(SetResult(name=one.name, rows=self._scored(one)) for one in self._sets),
            curve=tuple(self._curve()),
            re3d=tuple(self._mentions()),
            plover=tuple(self._events()),
        )

    def _scored(self, gold: GoldSet) -> tuple[RowResult, ...]:
        seen, unseen = self._seen.split(gold.items) if self._seen else ([], [])
        return tuple(self._row(row, gold, seen, unseen) for row in self._asked.rows)

    def _row(
        self, row: str, gold: GoldSet, seen: Sequence[Item], unseen: Sequence[Item]
    ) -> RowResult:
        _say(f"{gold.name}: {row}")
        try:
            found = self._rows.found(row, gold)
        except WhobacksError as error:
            return RowResult(row=row, absent=str(error))
        parts = [score(part, found).without_faults() if part else None for part in (seen, unseen)]
        return RowResult(row=row, score=score(gold.items, found), seen=parts[0], unseen=parts[1])

    def _curve(self) -> Iterator[CurvePoint]:
        for gold in self._sets:
            if gold.name == DEVELOPMENT and SHIPPED in self._asked.rows:
                _say(f"{gold.name}: {SHIPPED} over its threshold")
                yield from curve(self._rows, gold)

    def _mentions(self) -> Iterator[MentionResult]:
        for row, extractor in self._extractors() if self._documents else ():
            _say(f"re3d: {row}")
            yield from re3d.compare(row, extractor, self._documents)

    def _events(self) -> Iterator[EventResult]:
        for row, extractor in self._extractors() if self._records else ():
            _say(f"PLOVER: {row}")
            yield from plover.compare(row, extractor, self._records)

    def _extractors(self) -> Iterator[tuple[str, Extracts]]:
        """Yield the extractors among the rows that are there; the table says which are not."""
        for row in self._asked.rows:
            if row not in EXTRACTORS:
                continue
            try:
                yield row, self._rows.extractor(row)
            except WhobacksError as error:
                _say(f"{row}: {error}")


def _say(what: str) -> None:
    print(f"{time.strftime('%H:%M:%S')} {what}", file=sys.stderr, flush=True)
