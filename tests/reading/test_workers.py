"""Articles read by several processes: in order, a bounded stretch at a time, none left behind."""

import multiprocessing
import os
from collections.abc import Iterator
from contextlib import closing
from itertools import count

import pytest

from graph.errors import InvalidInput, WhobacksError
from graph.model import Article, Reading
from loaders import workers
from loaders.outcome import Refusal
from loaders.workers import FEW, Found, read_ahead
from tests.reading.readers import Signing

MANY = 40


def articles(*first: str) -> list[Article]:
    return [Article(text=text) for text in (*first, *(f"text {n}" for n in range(MANY)))]


def readings(found: list[Found]) -> list[Reading]:
    return [one for one in found if isinstance(one, Reading)]


def test_readings_come_in_the_order_of_their_articles() -> None:
    refusal = Refusal("file", 3, None, "is bad")
    ready = Reading(article=Article(text="ready"))
    given: list[Found] = [refusal, *articles("slow 1", "slow 2", "fast"), ready]
    read = list(read_ahead(given, Signing, 2))
    assert (read[0], read[-1]) == (refusal, ready)
    assert [one.article for one in readings(read)[:-1]] == given[1:-1]
    processes = {one.notes[0].reason for one in readings(read)[:-1]}
    assert len(processes) == 2
    assert str(os.getpid()) not in processes
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize(("number", "asked"), [(FEW - 1, 2), (MANY, 1), (0, 2)])
def test_few_articles_and_those_of_one_worker_come_back_unread(number: int, asked: int) -> None:
    given: list[Found] = [Refusal("file", 1, None, "is bad"), *articles()[:number]]
    assert list(read_ahead(given, Signing, asked)) == given


def test_one_worker_takes_an_article_only_when_it_is_asked_for() -> None:
    taken = Taken("text", 1)
    read = read_ahead(taken.articles(), Signing, 1)
    assert [next(read) for _ in range(2)] and taken.number == 2


class Taken:
    """Articles without end, and how many of them were taken."""

    def __init__(self, first: str, letters: int) -> None:
        self._first, self._letters = first, letters
        self.number = 0

    def articles(self) -> Iterator[Found]:
        for number in count():
            self.number += 1
            yield Article(text=f"{'text' if number else self._first} {number:0{self._letters}}")


@pytest.mark.parametrize(("letters", "most"), [(1, 2 * workers._AHEAD + 1), (4_000_000, 5)])
def test_a_bounded_stretch_is_held_though_the_first_is_slow(letters: int, most: int) -> None:
    taken = Taken("slow", letters)
    with closing(read_ahead(taken.articles(), Signing, 2)) as read:
        next(read)
        assert taken.number == most  # all that had to wait for the slow one
        for given in range(1, 2 * most):
            next(read)
            assert taken.number - given <= most
    assert multiprocessing.active_children() == []


def test_a_worker_that_is_killed_is_one_line() -> None:
    with pytest.raises(WhobacksError, match="'deadly' was killed or died, .* --workers") as died:
        list(read_ahead([Article(text="deadly", title="deadly"), *articles()], Signing, 2))
    assert "\n" not in str(died.value)
    assert multiprocessing.active_children() == []


def test_what_reading_raises_is_raised_here() -> None:
    with pytest.raises(InvalidInput, match="'refused 1' is refused"):
        list(read_ahead(articles("slow", "refused 1"), Signing, 2))
    assert multiprocessing.active_children() == []
