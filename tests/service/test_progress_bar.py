"""The bar that a terminal shows while articles are loaded."""

import io
import time
from contextlib import closing

import pytest

from api.intake import Tally
from api.progress_bar import ProgressBar
from loaders.outcome import Refusal

SOON = 0.15
"""Seconds after which a bar may be drawn again."""


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("api.progress_bar.FIRST", 0)


def drawn(stream: io.StringIO) -> str:
    """Return what the terminal's line shows."""
    return stream.getvalue().rpartition("\r")[2].strip()


@pytest.mark.usefixtures("at_once")
def test_the_bar_counts_what_was_read_and_refused() -> None:
    stream = io.StringIO()
    with closing(ProgressBar(4, stream)) as bar:
        time.sleep(SOON)
        bar(Tally(read=1, claims=3, refusals=[Refusal("file", 3, None, "is bad")]))
        assert drawn(stream).startswith("whobacks:  50%|")
        assert " 2/4 articles, " in drawn(stream)
        assert " articles/s, 3 claims, " in drawn(stream)
    assert drawn(stream) == ""


@pytest.mark.usefixtures("at_once")
@pytest.mark.parametrize(("total", "shown"), [(None, ": 7 articles,"), (1, " 7/7 articles,")])
def test_more_articles_than_were_counted(total: int | None, shown: str) -> None:
    stream = io.StringIO()
    with closing(ProgressBar(total, stream)) as bar:
        time.sleep(SOON)
        bar(Tally(read=7))
        assert shown in drawn(stream)


@pytest.mark.usefixtures("at_once")
def test_what_is_said_stands_on_a_line_of_its_own() -> None:
    stream = io.StringIO()
    with closing(ProgressBar(4, stream)) as bar:
        bar.say("file:3: is bad")
        time.sleep(SOON)
        bar(Tally(read=4))
        said, _, below = stream.getvalue().rpartition("\n")
        assert said.endswith("\rwhobacks: file:3: is bad")
        assert " 4/4 articles, " in below


def test_a_short_load_draws_nothing() -> None:
    stream = io.StringIO()
    with closing(ProgressBar(2, stream)) as bar:
        bar(Tally(read=2))
    assert stream.getvalue() == ""
