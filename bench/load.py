"""How fast batches are loaded: our store beside the bare engine, one batch after the other."""

import time
from collections.abc import Callable, Sequence
from statistics import median

from bench.corpus import CLAIMS_AN_ARTICLE, Corpus
from bench.engines import Pair
from bench.recorder import Recorder, Written
from bench.results import LoadResult
from graph.statements import read_statements
from queries import STATEMENTS

AIMS = {"sqlite": 0.5, "neo4j": 0.8}
_WARM = 100  # articles with which plans and caches are warmed before anything is measured


class Growth:
    """Grows the graphs of all pairs by the same batches and times each."""

    def __init__(self, corpus: Corpus, pairs: Sequence[Pair], batch: int) -> None:
        """Load some first articles untimed; `batch` is in articles."""
        self._corpus, self._pairs, self._batch = corpus, pairs, batch
        self._recorder = Recorder(read_statements(STATEMENTS, "sql"))
        self._articles = 0
        for first in range(0, _WARM, _WARM // 4):
            self._grow(first + _WARM // 4)

    def to(self, claims: int) -> list[LoadResult]:
        """Load until there are so many claims; the result is about what this call loaded."""
        times: dict[str, list[tuple[float, float]]] = {pair.kind: [] for pair in self._pairs}
        while self._articles < claims // CLAIMS_AN_ARTICLE:
            last = min(self._articles + self._batch, claims // CLAIMS_AN_ARTICLE)
            for kind, pace in self._grow(last).items():
                times[kind].append(pace)
        return [_result(kind, claims, paces) for kind, paces in times.items()]

    def _grow(self, last: int) -> dict[str, tuple[float, float]]:
        """Load the articles up to `last` everywhere; return seconds of ours and of the bare."""
        first, self._articles = self._articles, last
        written = self._recorder.record(list(self._corpus.readings(first, last)))
        ours_first = bool(first // self._batch % 2)
        return {
            pair.kind: self._one(pair, (first, last), written, ours_first) for pair in self._pairs
        }

    def _one(
        self, pair: Pair, articles: tuple[int, int], written: list[Written], ours_first: bool
    ) -> tuple[float, float]:
        # Made anew for each store: a claim that was loaded once keeps the id it then computed.
        readings = list(self._corpus.readings(*articles))
        if ours_first:
            ours = _seconds(lambda: pair.store.load(readings))
            return ours, _seconds(lambda: pair.bare.load(written))
        bare = _seconds(lambda: pair.bare.load(written))
        return _seconds(lambda: pair.store.load(readings)), bare


def _seconds(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def _result(kind: str, claims: int, paces: list[tuple[float, float]]) -> LoadResult:
    ours, bare = (sum(times) for times in zip(*paces, strict=True))
    return LoadResult(
        store=kind,
        claims=claims,
        batches=len(paces),
        ratio=round(bare / ours, 3),
        median_ratio=round(median(b / o for o, b in paces), 3),
        aim=AIMS[kind],
        seconds=round(ours, 2),
        bare_seconds=round(bare, 2),
    )
