"""When it was, by the words of the text and the day it was published."""

import pytest

from loaders.extraction.extractor import Extractor
from tests.extraction.told import read

When = tuple[str | None, str | None, str | None, str, str]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        (
            "Haftar's forces captured Sirte on Monday.",
            ("2020-01-06", "2020-01-06", None, "day", "relative"),
        ),
        (
            "On Monday the Libyan National Army said that it had captured Sirte.",
            (None, "2020-01-06", "2020-01-06", "unknown", "inferred"),
        ),
        (
            "Haftar's forces captured Sirte on 5 January 2019.",
            ("2019-01-05", "2019-01-05", None, "day", "stated"),
        ),
        ("Haftar's forces captured Sirte in 2016.", ("2016", "2016", None, "year", "stated")),
        (
            "Haftar's forces captured Sirte last month.",
            ("2019-12", "2019-12", None, "month", "relative"),
        ),
        (
            "Haftar's forces captured Sirte in November.",
            ("2019-11", "2019-11", None, "month", "relative"),
        ),
        ("Russia has backed Haftar since 2014.", ("2014", None, None, "year", "stated")),
        ("Turkey will send troops to Libya by May.", (None, "2020-05", None, "month", "relative")),
        (
            "Turkey will send troops to Libya on Monday.",
            ("2020-01-13", "2020-01-13", None, "day", "relative"),
        ),
        ("Haftar's forces captured Sirte.", (None, "2020-01-07", None, "unknown", "inferred")),
        ("Russia backs Haftar.", (None, None, None, "unknown", "inferred")),
        (
            "Haftar's forces captured Sirte on November 11 of that year.",
            (None, "2020-01-07", None, "unknown", "inferred"),
        ),
    ],
)
def test_when(extractor: Extractor, text: str, when: When) -> None:
    claims = [c for c in read(extractor, text) if c.relation != "leads"]
    told = {
        (c.event_from, c.event_until, c.statement_date, c.date_precision, c.date_basis)
        for c in claims
    }
    assert told == {when}


def test_without_a_publication_date_relative_words_mean_nothing(extractor: Extractor) -> None:
    (claim,) = read(extractor, "Turkish troops captured Sirte on Monday.", None)
    assert (claim.event_from, claim.event_until, claim.published) == (None, None, None)
