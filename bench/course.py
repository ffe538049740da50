"""The load that is interrupted, and what the graph must be after each of its batches."""

import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from api.settings import Settings
from api.wiring import open_store
from bench.corpus import Corpus
from bench.engines import sqlite_settings
from bench.fingerprint import Fingerprint, fingerprint
from graph.store import Store

_SETTLE_SECONDS = 5.0
_SEED = 7


class Verdict(NamedTuple):
    """What an interrupted load left."""

    batches: int | None
    lost: bool
    half: bool


class Course:
    """A number of batches in one order."""

    def __init__(self, folder: Path, batches: int, articles: int) -> None:
        """Load them undisturbed, batch after batch, into a file in `folder`."""
        self.batches, self.articles = batches, articles
        self._corpus = Corpus(_SEED)
        store = open_store(sqlite_settings(folder / "clean.db"))
        try:
            self._clean = [fingerprint(store), *(self._next(store, n) for n in range(batches))]
        finally:
            store.close()

    @property
    def whole(self) -> Fingerprint:
        """Return what the graph is when all is loaded, however often and in whatever order."""
        return self._clean[-1]

    def arguments(self) -> Sequence[str]:
        """Return how `bench.loader` is told of this course."""
        return (
            f"--seed={_SEED}", f"--batches={self.batches}", f"--articles={self.articles}",
        )  # fmt: skip

    def judge(self, found: Fingerprint, acknowledged: int) -> Verdict:
        """Say whether a graph is that of whole batches, and of all acknowledged ones."""
        if found in self._clean:
            batches = self._clean.index(found)
            return Verdict(batches, lost=batches < acknowledged, half=False)
        lost = found.articles < acknowledged * self.articles
        return Verdict(None, lost=lost, half=True)

    def left(self, settings: Settings, acknowledged: int) -> Verdict:
        """Judge the graph that a store now holds.

        A server may still be ending what a killed client had asked of it: what is half done then
        is half done no more a moment later, and what was committed by halves stays so.
        """
        store = open_store(settings)
        try:
            deadline = time.monotonic() + _SETTLE_SECONDS
            verdict = self.judge(fingerprint(store), acknowledged)
            while verdict.half and time.monotonic() < deadline:
                time.sleep(0.2)
                verdict = self.judge(fingerprint(store), acknowledged)
            return verdict
        finally:
            store.close()

    def repeated(self, settings: Settings) -> Fingerprint:
        """Load all of it once more and return the graph."""
        store = open_store(settings)
        try:
            for number in range(self.batches):
                self._load(store, number)
            return fingerprint(store)
        finally:
            store.close()

    def _next(self, store: Store, number: int) -> Fingerprint:
        self._load(store, number)
        return fingerprint(store)

    def _load(self, store: Store, number: int) -> None:
        first = number * self.articles
        store.load(list(self._corpus.readings(first, first + self.articles)))
