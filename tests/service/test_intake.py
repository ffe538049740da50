"""Batches, and what is said while they are made."""

import io
from collections.abc import Sequence

import pytest

from api.intake import BATCH, Intake
from api.progress import Progress
from api.sampling import load_samples, sample_articles
from graph.errors import StoreUnavailable
from graph.model import Article, Reading
from graph.store import Loaded, Store
from loaders.outcome import Refusal
from queries.stats import Stats
from tests.service.doubles import BrokenStore, PlainReader


class Counting(BrokenStore):
    """Remembers the sizes of batches, and fails at the third."""

    def __init__(self) -> None:
        super().__init__(StoreUnavailable("full"))
        self.sizes: list[int] = []

    def load(self, readings: Sequence[Reading]) -> Loaded:
        if len(self.sizes) == 2:
            raise self.error
        self.sizes.append(len(readings))
        return Loaded(articles=len(readings), claims=0)


def _articles(count: int) -> list[Article]:
    return [Article(text=f"Text {number}.") for number in range(count)]


def test_what_is_found_is_stored_in_batches() -> None:
    store = Counting()
    tally = Intake(store, PlainReader().read).take(_articles(BATCH + 3))
    assert store.sizes == [BATCH, 3]
    assert (tally.stored, tally.loaded.articles) == (BATCH + 3, BATCH + 3)


def test_the_tally_counts_what_was_stored_before_a_failure() -> None:
    intake = Intake(Counting(), PlainReader().read)
    with pytest.raises(StoreUnavailable):
        intake.take(_articles(BATCH * 2 + 3))
    assert intake.tally.stored == BATCH * 2


def test_refusals_are_told_at_once() -> None:
    told: list[Refusal] = []
    bad = Refusal("file", 3, None, "is bad")
    tally = Intake(Counting(), PlainReader().read, refused=told.append).take([bad, *_articles(1)])
    assert told == tally.refusals == [bad]
    assert tally.stored == 1


def test_progress_is_silent_for_a_second() -> None:
    now = [0.0]
    said = io.StringIO()
    progress = Progress(said, lambda: now[0])
    tally = Intake(Counting(), PlainReader().read).take(_articles(2))
    for second in (0.5, 0.9, 1.1, 1.2, 3.2):
        now[0] = second
        progress(tally)
    assert said.getvalue().splitlines() == ["whobacks: 2 read, 2 stored, 0 claims"] * 2


def test_samples_are_loaded_once(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    load_samples(store, PlainReader())
    count = store.ask(Stats()).articles
    assert f"whobacks: {count} articles loaded, " in capsys.readouterr().err
    assert count == len(list(sample_articles())) >= 8
    load_samples(store, PlainReader())
    assert store.ask(Stats()).articles == count


def test_samples_are_not_put_into_a_graph_of_ones_own(store: Store) -> None:
    store.load([PlainReader().read(Article(text="Egypt backs Haftar."))])
    load_samples(store, PlainReader())
    assert store.ask(Stats()).articles == 1
