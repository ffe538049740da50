"""Claims may be counted in any order and portions, and kept as text in between."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from graph.assessment import assess, finish
from graph.independence import marks, size, unite
from graph.model import Named
from graph.tally import NOBODY, Voice, count, read, written
from graph.vocabulary import ActorKind, Modality, PlaceKind, Polarity, Relation, Status
from tests.assessing.test_assessment import voice

GNA = Named(id="actor:gna", name="GNA", label="GNA", kind=ActorKind.GOVERNMENT)
SIRTE = Named(id="place:sirte", name="Sirte", label="Sirte", kind=PlaceKind.TOWN)

_DATES = st.sampled_from([None, None, "2014", "2014-06", "2014-06-07", "2019-12", "2020-01-06"])
_SAID = st.fixed_dictionaries(
    {
        "mode": st.sampled_from(["captured", "controls", "lost", "withdrew"]),
        "polarity": st.sampled_from([p.value for p in Polarity]),
        "modality": st.sampled_from([Modality.ACTUAL.value, *(m.value for m in Modality)]),
        "event_from": _DATES,
        "event_until": _DATES,
        "published": st.sampled_from([None, "2014-06-08", "2015-03-01", "2020-01-07"]),
        "speaker_mention": st.sampled_from([None, "the UN", "Cairo"]),
        "speaker_party": st.sampled_from([None, 0, 1]),
        "quote": st.sampled_from(["One.", " one. ", "Two.", "Three.", "Vier “ü”."]),
        "origin": st.sampled_from(["paper", "wire", "post", "herald"]),
    }
)
_VOICES = st.lists(_SAID, min_size=1, max_size=9).map(
    lambda all_said: [voice(number, **said) for number, said in enumerate(all_said)]
)


@given(_VOICES, st.data())
def test_neither_order_nor_portions_nor_keeping_change_the_tie(
    voices: list[Voice], data: st.DataObject
) -> None:
    whole = assess(GNA, Relation.CAPTURED, SIRTE, voices)
    left = data.draw(st.permutations(voices))
    kept = written(NOBODY)
    while left:
        portion = data.draw(st.integers(1, len(left)))
        kept = written(count(Relation.CAPTURED, left[:portion], onto=read(kept)))
        left = left[portion:]
    assert finish(GNA, Relation.CAPTURED, SIRTE, read(kept)) == whole


@given(_VOICES)
def test_contested_is_what_two_voices_contradict(voices: list[Voice]) -> None:
    """The fold keeps days by voice; here every pair is looked at."""
    voices = [one._replace(mode="captured") for one in voices]
    affirmed = [v for v in voices if v.polarity == Polarity.AFFIRMED]
    told = [v for v in affirmed if v.modality == Modality.ACTUAL]
    held = told or [v for v in affirmed if v.modality == Modality.ALLEGED]
    denied = [v for v in voices if v.polarity == Polarity.DENIED]
    contested = any(_contradict(yes, no) for yes in held for no in denied)
    tie = assess(GNA, Relation.CAPTURED, SIRTE, voices)
    assert (tie.status is Status.CONTESTED) == contested


def _contradict(yes: Voice, no: Voice) -> bool:
    if (yes.origin, yes.speaker_mention) == (no.origin, no.speaker_mention):
        return False
    (yes_first, yes_last), (no_first, no_last) = _days(yes), _days(no)
    return yes_first <= no_last and no_first <= yes_last


def _days(one: Voice) -> tuple[str, str]:
    last = one.event_until or one.published or "9999"
    first = one.event_from or f"{int(last[:4]) - 1}{last[4:]}"
    return first, max(first, last) + "-99"


@given(st.lists(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("123456789")), max_size=12))
def test_independent_origins_are_the_connected_ones(told: list[tuple[str, str]]) -> None:
    groups = ""
    for origin, wording in told:
        groups = unite(groups, marks(origin, wording))
    assert size(groups) == _connected(told)


def _connected(told: Sequence[tuple[str, str]]) -> int:
    left = set(told)
    groups = 0
    while left:
        groups += 1
        reached = {left.pop()}
        while near := {a for a in left for b in reached if a[0] == b[0] or a[1] == b[1]}:
            left -= near
            reached |= near
    return groups


def test_a_contested_fact_stays_so_when_more_is_told() -> None:
    contested = count(Relation.CAPTURED, [voice(1), voice(2, polarity="denied")])
    more = count(Relation.CAPTURED, [voice(n) for n in range(3, 9)], onto=read(written(contested)))
    assert finish(GNA, Relation.CAPTURED, SIRTE, more).status is Status.CONTESTED


def test_a_denied_allegation_is_no_longer_contested_once_it_is_told_as_a_fact_of_later() -> None:
    alleged = voice(1, modality="alleged", event_until="2014-06-07")
    denied = voice(2, polarity="denied", event_until="2014-06-07")
    before = count(Relation.CAPTURED, [alleged, denied])
    assert finish(GNA, Relation.CAPTURED, SIRTE, before).status is Status.CONTESTED
    told = voice(3, event_from="2020-01", event_until="2020-01")
    after = count(Relation.CAPTURED, [told], onto=read(written(before)))
    assert finish(GNA, Relation.CAPTURED, SIRTE, after).status is Status.ASSERTED


def test_a_tally_takes_little_more_room_than_the_marks_of_its_claims() -> None:
    many = [voice(n, origin=f"paper {n % 10}") for n in range(1000)]
    assert len(written(count(Relation.CAPTURED, many))) < 12_000
