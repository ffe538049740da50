"""When it was, by the words of the text and the day it was published."""

import pytest

from loaders.extraction.extractor import Extractor
from tests.extraction.told import read

When = tuple[str | None, str | None, str | None, str, str]


def _day(day: str) -> When:
    return (day, day, None, "day", "relative")


def _week(first: str, last: str) -> When:
    return (first, last, None, "month", "relative")


def _month(month: str) -> When:
    return (month, month, None, "month", "relative")


def _year(year: str) -> When:
    return (year, year, None, "year", "relative")


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
        ("Haftar's forces captured Sirte today.", _day("2020-01-07")),
        ("Haftar's forces captured Sirte on New Year's Eve.", _day("2019-12-31")),
        ("Haftar's forces captured Sirte on Christmas Day.", _day("2019-12-25")),
        ("Haftar's forces were in control of Sirte on Monday.", _day("2020-01-06")),
        ("Syria demanded on Monday that Turkey withdraw.", _day("2020-01-06")),
        ("Turkey foiled an attempt by Hamas to capture Sirte on Monday.", _day("2020-01-06")),
        ("In March Russian planes bombed a Turkish base.", _month("2019-03")),
        (
            "Haftar's forces held Sirte as late as 2016.",
            ("2016", "2016", None, "year", "stated"),
        ),
        (  # counted from no day that is told
            "Haftar's forces captured Sirte two days later.",
            (None, "2020-01-07", None, "unknown", "inferred"),
        ),
        (
            "Haftar's forces captured Sirte the next day.",
            (None, "2020-01-07", None, "unknown", "inferred"),
        ),
        ("Haftar's forces captured Sirte last night.", _day("2020-01-06")),
        ("Haftar's forces captured Sirte last Tuesday.", _day("2019-12-31")),
        ("Haftar's forces captured Sirte two days ago.", _day("2020-01-05")),
        ("Haftar's forces captured Sirte a day earlier.", _day("2020-01-06")),
        ("Haftar's forces captured Sirte three months ago.", _month("2019-10")),
        ("Haftar's forces captured Sirte two years ago.", _year("2018")),
        ("Haftar's forces captured Sirte last week.", _week("2019-12-30", "2020-01-05")),
        ("Haftar's forces captured Sirte earlier this week.", _week("2020-01-06", "2020-01-07")),
        ("Haftar's forces captured Sirte over the weekend.", _week("2020-01-04", "2020-01-05")),
        ("Haftar's forces captured Sirte in the past ten days.", _week("2019-12-28", "2020-01-07")),
        ("Haftar's forces captured Sirte two weeks ago.", _week("2019-12-21", "2019-12-27")),
        ("Turkey will send troops to Libya next month.", _month("2020-02")),
        ("Turkey will send troops to Libya this weekend.", _week("2020-01-11", "2020-01-12")),
        (
            "Haftar's forces captured Sirte on 2019-01-05.",
            ("2019-01-05", "2019-01-05", None, "day", "stated"),
        ),
        (
            "Haftar's forces captured Sirte on 25/12/2018.",
            ("2018-12-25", "2018-12-25", None, "day", "stated"),
        ),
        (
            "Haftar's forces captured Sirte on 04/05/2018.",
            (None, "2020-01-07", None, "unknown", "inferred"),
        ),
        (
            "Russia backed Haftar from June 2014 until March 2016.",
            ("2014-06", "2016-03", None, "month", "stated"),
        ),
        (
            "Haftar's forces captured Sirte on the weekend of June 8 to June 9, 2019.",
            ("2019-06-08", "2019-06-09", None, "day", "stated"),
        ),
        (
            "Haftar's forces left Sirte after the 2016 siege of the town.",
            ("2016", None, None, "year", "stated"),
        ),
        (
            "The European Union imposed sanctions on Cuba after the 2003 dispute.",
            ("2003", None, None, "year", "stated"),
        ),
        ("Turkish soldiers helped Sarraj hold Tripoli on Monday.", _day("2020-01-06")),
        (
            "Turkish troops were killed in a 5 March 2019 attack by Haftar's forces.",
            ("2019-03-05", "2019-03-05", None, "day", "stated"),
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


@pytest.mark.parametrize(
    ("text", "when"),
    [
        (  # a background clause keeps its date to itself
            "Turkish troops captured Sirte after Russia sent mercenaries to Libya in 2016.",
            {"captured": None, "deployed-to": "2016"},
        ),
        (
            "Turkey condemned the 2011 treaty. Turkish troops captured Sirte.",
            {"captured": None},
        ),
        (
            "Turkish troops captured Sirte in 2019, two years after Russia sent troops to Libya.",
            {"captured": "2019", "deployed-to": "2017"},
        ),
        (  # a length of time is no date
            "Turkish troops will stay in Libya for a year after Haftar's forces captured Sirte.",
            {"captured": None},
        ),
        (
            "The 2011 agreement named Turkey. Turkey has backed Haftar since the 2014 invasion.",
            {"backs": "2014"},
        ),
        (  # "two days earlier" counts from the day that is told
            "Turkish troops entered Libya on 5 March 2019. "
            "Two days earlier Haftar's forces had captured Sirte.",
            {"deployed-to": "2019-03-05", "captured": "2019-03-03"},
        ),
        (  # what counts back dates the deed, not the news of it
            "The Taliban claim responsibility for an attack on a police station in Kabul,"
            " Afghanistan two days earlier.",
            {"opposes": "2020-01-05"},
        ),
        (  # the deed may be a noun that its doer owns
            "The Houthis confirm the death of several ministers from an Israeli airstrike two days"
            " earlier.",
            {"opposes": "2020-01-05"},
        ),
    ],
)
def test_each_clause_has_its_own_time(
    extractor: Extractor, text: str, when: dict[str, str | None]
) -> None:
    told = {c.relation: c.event_from for c in read(extractor, text) if c.relation in when}
    assert told == when


@pytest.mark.parametrize(
    ("told", "later", "when"),
    [
        ("on 3 January", "Two days later", ("2020-01-05", "day")),
        ("on 3 January", "The next day", ("2020-01-04", "day")),
        ("on Friday", "The following morning", ("2020-01-04", "day")),
        ("in 2016", "A year later", ("2017", "year")),
        ("in 2016", "Two days later", (None, "unknown")),  # of 2016 no day is told
        ("in 2016", "The next day", (None, "unknown")),
    ],
)
def test_what_came_later_counts_from_the_sentence_before(
    extractor: Extractor, told: str, later: str, when: tuple[str | None, str]
) -> None:
    text = f"Haftar's forces captured Sirte {told}. {later} Turkish troops recaptured Sirte."
    (claim,) = (c for c in read(extractor, text) if c.mode == "recaptured")
    assert (claim.event_from, claim.date_precision) == when


def test_a_count_without_a_publication_date_means_nothing(extractor: Extractor) -> None:
    (claim,) = read(extractor, "Turkish troops captured Sirte two days ago.", None)
    assert (claim.event_from, claim.event_until) == (None, None)


def test_a_count_out_of_all_time_means_nothing(extractor: Extractor) -> None:
    (claim,) = read(extractor, "Turkish troops captured Sirte 9999999999 weeks ago.")
    assert claim.date_precision == "unknown"


def test_each_of_two_objects_has_its_own_time(extractor: Extractor) -> None:
    claims = read(extractor, "The M23 took Goma in January and Bukavu in February.", "2025-03-03")
    assert {c.object.name: c.event_from for c in claims} == {
        "Goma": "2025-01", "Bukavu": "2025-02",
    }  # fmt: skip
