"""Any text: no exception, exact quotes, the same claims each time."""

import time

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.model import Article
from loaders.extraction.extractor import Extractor

WORDS = st.sampled_from(
    ("Turkey", "Haftar's", "forces", "the", "GNA", "captured", "Sirte", "on", "Monday", ",", "said")
    + ("that", "it", "had", "backed", "by", "Russia", "and", ".", "\n\n", "“", "”", "(LNA)")
    + ("denied", "who", "which", "if", "will", "not", "with", "sent", "troops", "to", "U.S.-led")
)
TEXTS = st.one_of(st.text(max_size=300), st.lists(WORDS, max_size=60).map(" ".join))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=TEXTS.filter(lambda text: "\ud800" not in text))
def test_any_text_is_read(extractor: Extractor, text: str) -> None:
    article = Article(text=text, published="2020-01-07")
    reading = extractor.read(article)
    assert extractor.read(article) == reading
    for claim in reading.claims:
        assert text[claim.start : claim.end] == claim.quote


def test_time_grows_with_length(extractor: Extractor) -> None:
    sentence = "Turkey said that Haftar's forces had captured Sirte with the help of Russia. "

    def seconds(times: int) -> float:
        article = Article(text=sentence * times, published="2020-01-07")
        started = time.perf_counter()
        extractor.read(article)
        return time.perf_counter() - started

    seconds(5)
    assert seconds(80) < 12 * max(seconds(20), 0.05)
