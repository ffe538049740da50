"""The one rule by which claims become a tie."""

from collections.abc import Sequence

import pytest

from graph.assessment import Voice, assess, origins
from graph.model import Named, Tie
from graph.vocabulary import ActorKind, PlaceKind, Relation, Status

EGYPT = Named(id="actor:egypt", name="Egypt", label="Egypt", kind=ActorKind.STATE)
HAFTAR = Named(id="actor:haftar", name="Haftar", label="Haftar", kind=ActorKind.PERSON)
SIRTE = Named(id="place:sirte", name="Sirte", label="Sirte", kind=PlaceKind.TOWN)


def voice(number: int, **said: object) -> Voice:
    plain: dict[str, object] = {
        "claim": f"claim:{number:02}", "mode": "unspecified", "polarity": "affirmed",
        "modality": "actual", "event_from": None, "event_until": None, "speaker_id": None,
        "speaker_name": None, "speaker_mention": None, "speaker_party": None,
        "quote": f"Quote {number}.", "start": 0, "end": 8, "article": f"article:{number}",
        "title": None, "publisher": None, "published": "2020-01-07", "url": None,
        "origin": f"paper {number}",
    }  # fmt: skip
    return Voice(**{**plain, **said})  # type: ignore[arg-type]  # a table of all fields


def backs(voices: Sequence[Voice]) -> Tie:
    return assess(EGYPT, Relation.BACKS, HAFTAR, voices)


def captured(voices: Sequence[Voice]) -> Tie:
    return assess(EGYPT, Relation.CAPTURED, SIRTE, voices)


@pytest.mark.parametrize(
    ("modalities", "status"),
    [
        (["actual", "planned"], Status.ASSERTED),
        (["alleged", "planned"], Status.ALLEGED),
        (["attempted", "planned", "conditional"], Status.ATTEMPTED),
        (["planned", "conditional"], Status.PLANNED),
        (["conditional"], Status.CONDITIONAL),
    ],
)
def test_the_strongest_that_is_told(modalities: list[str], status: Status) -> None:
    assert backs([voice(n, modality=m) for n, m in enumerate(modalities)]).status is status


def test_denied_only() -> None:
    tie = backs([voice(1, polarity="denied")])
    assert (tie.status, tie.claims_for, tie.claims_against) == (Status.DENIED, 0, 1)
    assert tie.best.claim == "claim:01"


def test_contested_when_two_origins_differ() -> None:
    tie = backs([voice(1), voice(2, polarity="denied")])
    assert tie.status is Status.CONTESTED
    assert (tie.best.claim, tie.best_against and tie.best_against.claim) == (
        "claim:01",
        "claim:02",
    )


def test_contested_when_two_speakers_of_one_article_differ() -> None:
    said = voice(1, modality="alleged", speaker_mention="the UN", origin="one")
    denied = voice(2, polarity="denied", speaker_mention="Cairo", origin="one")
    assert backs([said, denied]).status is Status.CONTESTED


def test_one_voice_does_not_contest_itself() -> None:
    yes, no = voice(1, origin="one"), voice(2, polarity="denied", origin="one")
    assert backs([yes, no]).status is Status.ASSERTED


def test_a_denial_of_today_does_not_contest_what_was_long_ago() -> None:
    old = voice(1, mode="captured", event_from="2012-11", event_until="2012-11")
    new = voice(2, mode="captured", polarity="denied", published="2025-01-29")
    assert captured([old, new]).status is Status.ASSERTED
    again = voice(3, mode="captured", event_until="2025-01-28", published="2025-01-29")
    assert captured([old, new, again]).status is Status.CONTESTED


def test_lost_again_is_ended_and_quotes_the_loss() -> None:
    taken = voice(1, mode="captured", event_until="2020-01-06")
    lost = voice(2, mode="lost", event_until="2020-06-05", published="2020-06-06")
    tie = captured([taken, lost])
    assert (tie.status, tie.best.claim) == (Status.ENDED, "claim:02")
    assert captured([taken, lost._replace(event_until="2019-06-05")]).status is Status.ASSERTED


def test_an_attempt_supports_no_capture() -> None:
    taken = voice(1, mode="captured")
    tried = voice(2, mode="recaptured", modality="attempted")
    tie = captured([taken, tried])
    assert (tie.modes, tie.origins_for, tie.claims_for) == (("captured",), 1, 2)


def test_dates_are_the_first_and_the_last() -> None:
    tie = backs([
        voice(1, event_from="2014", published="2020-01-07"),
        voice(2, event_from="2019-04", event_until="2020-06", published="2020-07-01"),
    ])  # fmt: skip
    assert (tie.first_event, tie.last_event) == ("2014", "2020-06")
    assert (tie.first_report, tie.last_report) == ("2020-01-07", "2020-07-01")


def test_ten_copies_are_one_origin() -> None:
    wire = [voice(n, origin="harbour wire") for n in range(10)]
    copies = [voice(20 + n, quote="The same words.", origin=f"paper {n}") for n in range(10)]
    assert origins(wire) == 1
    assert origins(copies) == 1
    assert origins([*wire, *copies]) == 2
    bridge = voice(40, quote="The same words.", origin="harbour wire")
    assert origins([*wire, *copies, bridge]) == 1


def test_the_order_of_the_claims_changes_nothing() -> None:
    voices = [voice(n, modality=m) for n, m in enumerate(["actual", "alleged", "planned"])]
    assert backs(voices) == backs(voices[::-1])
