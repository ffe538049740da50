"""Whatever the text: no exception, exact quotes, the same claims each time, in linear time.

With WHOBACKS_LONG_TESTS=1 also an article of 5 MB, every sentence of it claims, in half an hour.
"""

import gc
import os
import time
from collections.abc import Callable
from itertools import cycle, islice

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.model import Article
from loaders.extraction.extractor import Extractor
from tests.extraction.holds import PIECES, read_twice

LONG = pytest.mark.skipif(
    os.environ.get("WHOBACKS_LONG_TESTS") != "1", reason="takes half an hour; WHOBACKS_LONG_TESTS=1"
)
UNICODE = st.text(st.characters(exclude_categories=["Cs"]), max_size=400)
SPACE = st.sampled_from(("", " ", " ", " ", "\n"))
NEWS = st.lists(st.tuples(st.sampled_from(PIECES), SPACE), max_size=60).map(
    lambda words: "".join(word + space for word, space in words)
)
"""Words of the news, mostly with a space between, among marks, controls and runs without end."""
CLAUSE = st.builds(
    "{} {} {} {}{} {}".format,
    st.sampled_from(("Turkey", "The GNA", "Haftar's forces", "“The RSF", "He", "Kyiv (Ukraine)")),
    st.sampled_from(("backed", "has captured", "denied that it fought", "is accused of arming")),
    st.sampled_from(("Sirte", "Haftar’s LNA", "the M23 (“rebels”)", "Russia’s\nallies", "it")),
    st.sampled_from(("on Monday", "in 2019 ", "with\tdrones", "(and others", "\x00", "…")),
    st.sampled_from((",", ".", "”,", "?!", ".”", "")),
    st.sampled_from(("he said.", "who said that", "and", "Officials said:", "\n\n", "if")),
)
ARTICLE = st.lists(CLAUSE | UNICODE, max_size=8).map(" ".join)
EXAMPLES = settings(
    max_examples=30, deadline=None, derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)  # fmt: skip

SAID = "Turkey said that Haftar's forces had captured Sirte with the help of Russia. "
CLAUSES = "Turkey said Haftar's forces, who fought the GNA in the town, had captured Sirte and"
SHAPES: dict[str, Callable[[int], str]] = {
    "sentences": lambda n: SAID * (n // 14),
    "paragraphs": lambda n: f"{SAID}\n\n" * (n // 14),
    "one sentence": lambda n: sentence(n),
    "opening brackets": lambda n: "Turkey backs Haftar " + "(" * n,
    "brackets": lambda n: "Turkey backs Haftar " + "() " * (n // 2),
    "quotation marks": lambda n: "Turkey backs Haftar " + '" ' * n,
    "quotations that never close": lambda n: "“Turkey backs Haftar.\n\n" * (n // 5),
    "line ends": lambda n: "Turkey backs Haftar" + "\n" * 400 * n + "in Libya.",
    "a word": lambda n: "Turkey backs Haftar " + "a" * 40 * n,
    "a compound": lambda n: "Turkey backs " + "Haftar-" * n,
    "capitals": lambda n: "Turkey backs The " + "Haftar The Of-" * (n // 4),
    "names": lambda n: "Turkey backs " + "Haftar, Egypt, Russia, " * (n // 6),
    "relative clauses": lambda n: "Turkey backs Haftar " + "who backs Egypt " * (n // 3),
    "asides": lambda n: "Turkey backs Haftar, Russia said on Monday, " * (n // 9),
    "reports": lambda n: "Turkey said " + "that Russia said " * (n // 3) + "Egypt backs Haftar.",
    "abbreviations": lambda n: "Turkey backs Haftar " + "A.B. " * (n // 2),
}
"""Texts of about n words or marks."""


def sentence(words: int) -> str:
    return " ".join(islice(cycle(CLAUSES.split()), words)) + "."


def seconds(extractor: Extractor, text: str, times: int = 2) -> float:
    """Return the least processor time of several readings: what else runs here adds to it.

    Without the garbage collector, as `timeit` does it: in a process that other tests have filled,
    one collection takes longer than what is measured.
    """
    spent = []
    gc.collect()
    gc.disable()
    try:
        for _ in range(times):
            article = Article(text=text, published="2020-01-07")
            started = time.process_time()
            extractor.read(article)
            spent.append(time.process_time() - started)
    finally:
        gc.enable()
    return min(spent)


@EXAMPLES
@given(text=UNICODE)
def test_any_unicode(extractor: Extractor, text: str) -> None:
    read_twice(extractor, text)


@EXAMPLES
@given(text=NEWS)
def test_any_words(extractor: Extractor, text: str) -> None:
    read_twice(extractor, text)


@EXAMPLES
@given(text=ARTICLE)
def test_any_sentences(extractor: Extractor, text: str) -> None:
    read_twice(extractor, text)


@pytest.mark.slow
@pytest.mark.parametrize("shape", SHAPES)
def test_twice_the_text_takes_about_twice_as_long(extractor: Extractor, shape: str) -> None:
    # With the square it would be four times. A busy machine may spoil one measurement, not three.
    for _ in range(3):
        once, twice = (seconds(extractor, SHAPES[shape](n)) for n in (250, 500))
        if twice < 3 * once + 0.05:
            return
    pytest.fail(f"{shape}: {once:.2f} s, and {twice:.2f} s for twice the text")


@pytest.mark.slow
def test_a_sentence_of_ten_thousand_words(extractor: Extractor) -> None:
    short, long = (seconds(extractor, sentence(words)) for words in (1_000, 2_000))
    longest = seconds(extractor, sentence(10_000), times=1)
    assert long < 3 * short + 0.05
    assert longest < 2 * 10 * short


def test_a_million_brackets_are_no_sentence(extractor: Extractor) -> None:
    text = f"Russia backs Haftar. Turkey backs the GNA {'(' * 1_000_000}"
    read = extractor.read(Article(text=text, published="2020-01-07"))
    assert {claim.quote for claim in read.claims} == {"Russia backs Haftar."}
    (note,) = read.notes
    assert text[note.start : note.end].startswith("Turkey backs")
    assert "1000004 words and marks" in note.reason


@LONG
@pytest.mark.timeout(3600)
def test_an_article_of_five_megabytes(extractor: Extractor) -> None:
    words = 5_000_000 * 14 // (len(SAID) + 2)
    text = SHAPES["paragraphs"](words)
    part = seconds(extractor, SHAPES["paragraphs"](words // 100))
    started = time.process_time()
    read = extractor.read(Article(text=text, published="2020-01-07"))
    assert time.process_time() - started < 2 * 100 * part
    assert all(text[claim.start : claim.end] == claim.quote for claim in read.claims)
