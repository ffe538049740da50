"""The answer in a sentence, and what is understood of a question."""

import pytest

from api.web.asking import actor_in
from api.web.names import with_article
from api.web.sentence import sentence
from graph.errors import InvalidInput
from graph.model import Evidence, Named
from graph.vocabulary import ActorKind, Relation, Status
from queries.answers import Answered, Ties

HAFTAR = Named(
    id="actor:haftar", name="Khalifa Haftar", label="Haftar", kind=ActorKind.PERSON
)  # fmt: skip
LNA = Named(
    id="actor:lna", name="Libyan National Army", label="LNA", kind=ActorKind.MILITARY
)  # fmt: skip
QUOTE = Evidence(
    claim="claim:1", quote="So it is.", start=0, end=9, speaker=None, article="article:1",
    title=None, publisher=None, published=None, url=None,
)  # fmt: skip


def named(name: str, kind: ActorKind = ActorKind.STATE) -> Named:
    return Named(id=f"actor:{name.lower().replace(' ', '-')}", name=name, label=name, kind=kind)


def tie(name: str, status: Status = Status.ASSERTED, via: Named | None = None) -> Answered:
    return Answered(
        subject=named(name), relation=Relation.BACKS, object=via or HAFTAR, status=status,
        modes=("unspecified",), claims_for=1, claims_against=0, origins_for=1, origins_against=0,
        first_event=None, last_event=None, first_report=None, last_report=None, best=QUOTE,
        best_against=None, via=via,
    )  # fmt: skip


def said(*ties: Answered, more: str | None = None) -> str:
    included = tuple({t.via.id: t.via for t in ties if t.via}.values())
    return sentence(Ties(asked=HAFTAR, included=included, ties=ties, next=more))


def test_nobody() -> None:
    assert said() == "No article in the graph says that anyone backs Khalifa Haftar."


def test_one_two_and_three() -> None:
    one, two, three = tie("Egypt"), tie("Russia"), tie("United Arab Emirates")
    assert said(one) == "Egypt backs Khalifa Haftar."
    assert said(one, two) == "Egypt and Russia back Khalifa Haftar."
    assert said(one, two, three) == (
        "Egypt, Russia and the United Arab Emirates back Khalifa Haftar."
    )
    assert said(three) == "The United Arab Emirates backs Khalifa Haftar."


def test_what_is_not_simply_so_is_named_apart() -> None:
    ties = [tie("Egypt"), tie("Mali", Status.ALLEGED), tie("Chad", Status.DENIED)]
    ties += [tie("Jordan", Status.CONTESTED), tie("United Kingdom", Status.CONTESTED)]
    assert said(*ties) == (
        "Egypt backs Khalifa Haftar; contested: Jordan and the United Kingdom;"
        " denied: Chad; alleged: Mali."
    )


def test_only_contested() -> None:
    chad = tie("Chad", Status.CONTESTED)
    assert said(chad, tie("Mali", Status.DENIED)) == (
        "It is contested whether Chad backs Khalifa Haftar; denied: Mali."
    )
    assert said(chad, tie("Jordan", Status.CONTESTED, LNA)) == (
        "It is contested whether Chad backs Khalifa Haftar"
        " and whether Jordan backs the Libyan National Army, which Khalifa Haftar leads."
    )


@pytest.mark.parametrize("status", sorted(set(Status) - {Status.ASSERTED, Status.CONTESTED}))
def test_nothing_told_outright(status: Status) -> None:
    assert said(tie("Chad", status)) == (
        f"No article says outright that anyone backs Khalifa Haftar; {status}: Chad."
    )


def test_backers_of_what_a_leader_leads() -> None:
    assert said(tie("Egypt"), tie("Russia", via=LNA), tie("Jordan", via=LNA)) == (
        "Egypt backs Khalifa Haftar;"
        " Russia and Jordan back the Libyan National Army, which Khalifa Haftar leads."
    )
    assert said(tie("Russia", via=LNA)) == (
        "Russia backs the Libyan National Army, which Khalifa Haftar leads."
    )
    assert said(tie("Egypt"), tie("Chad", Status.DENIED, LNA)) == (
        "Egypt backs Khalifa Haftar; denied: Chad (of the Libyan National Army)."
    )


def test_a_long_list_is_cut_and_counted() -> None:
    many = [tie(f"Land {letter}") for letter in "ABCDEFGHIJKLMNOP"]
    text = said(*many, more="cursor")
    assert (
        "Land K, Land L and 4 others back Khalifa Haftar; and more that are not listed here."
        in text
    )
    assert "Land M" not in text
    assert "Land L and Land M back" in said(*many[:13])


@pytest.mark.parametrize(
    ("name", "kind", "written"),
    [
        ("United Arab Emirates", ActorKind.STATE, "the United Arab Emirates"),
        ("Dominican Republic", ActorKind.STATE, "the Dominican Republic"),
        ("Netherlands", ActorKind.STATE, "the Netherlands"),
        ("Turkey", ActorKind.STATE, "Turkey"),
        ("Rapid Support Forces", ActorKind.MILITARY, "the Rapid Support Forces"),
        ("Government of Sudan", ActorKind.GOVERNMENT, "the Government of Sudan"),
        ("Wagner Group", ActorKind.ARMED_GROUP, "the Wagner Group"),
        ("Houthis", ActorKind.ARMED_GROUP, "the Houthis"),
        ("Hezbollah", ActorKind.ARMED_GROUP, "Hezbollah"),
        ("The Elders", ActorKind.ORGANISATION, "The Elders"),
        ("Prince Force", ActorKind.PERSON, "Prince Force"),
    ],
)  # fmt: skip
def test_article(name: str, kind: ActorKind, written: str) -> None:
    assert with_article(named(name, kind)) == written


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("who backs Haftar?", "Haftar"), ("Who's Who", "Who's Who"), ("  Haftar ", "Haftar"),
        ("Who supports the M23 ?", "the M23"), ("who is backing “Haftar”?", "Haftar"),
        ("backers of Haftar", "Haftar"), ("Which states back Haftar", "Haftar"),
        ("actor:haftar", "actor:haftar"), ("WHO BACKS KHALIFA  HAFTAR", "KHALIFA HAFTAR"),
    ],
)  # fmt: skip
def test_question_is_understood(text: str, name: str) -> None:
    assert actor_in(text) == name


@pytest.mark.parametrize("text", ["who opposes Haftar?", "where is Sirte", "?", "whom does X back"])
def test_other_questions_are_refused(text: str) -> None:
    with pytest.raises(InvalidInput, match="who backs NAME"):
        actor_in(text)
