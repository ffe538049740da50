"""Questions that answer with ties: who backs, whom, who opposes, who is deployed where."""

import pytest

from graph.errors import AmbiguousName, InvalidInput, UnknownName
from graph.store import Store
from graph.vocabulary import Status
from queries.answers import Answered
from queries.deployments import Deployments
from queries.who_backs import WhoBacks
from queries.who_opposes import WhoOpposes
from queries.whom_backs import WhomBacks


def said(ties: tuple[Answered, ...]) -> list[str]:
    """Return each tie as its key without families, and via whom it is told."""
    plain = [tie.key.replace("actor:", "").replace("place:", "") for tie in ties]
    vias = [f" (via {tie.via.label})" if tie.via else "" for tie in ties]
    return [key + via for key, via in zip(plain, vias, strict=True)]


def test_whom_backs_goes_by_origins(store: Store) -> None:
    answer = store.ask(WhomBacks(actor="Türkiye"))
    (tie,) = answer.ties
    assert said(answer.ties) == ["turkey backs gna"]
    assert (tie.origins_for, tie.claims_for, tie.modes) == (2, 2, ("troops", "weapons"))
    assert said(store.ask(WhomBacks(actor="Diamond 0")).ties) == ["d0 backs d2", "d0 backs d1"]


def test_whom_backs_with_and_without_what_he_leads(store: Store) -> None:
    assert store.ask(WhomBacks(actor="Haftar")).ties == ()
    assert [o.id for o in store.ask(WhomBacks(actor="Haftar")).included] == ["actor:lna"]
    assert store.ask(WhomBacks(actor="Haftar", include_organisation=False)).included == ()


def test_who_backs_marks_the_organisation(store: Store) -> None:
    assert said(store.ask(WhoBacks(actor="hifter")).ties) == [
        "egypt backs haftar",
        "russia backs haftar",
        "uae backs lna (via LNA)",
    ]


def test_who_opposes_either_way_keeps_the_direction(store: Store) -> None:
    assert said(store.ask(WhoOpposes(actor="gna")).ties) == ["gna opposes lna", "lna opposes gna"]
    assert said(store.ask(WhoOpposes(actor="gna", either_way=False)).ties) == ["lna opposes gna"]
    assert said(store.ask(WhoOpposes(actor="Turkey")).ties) == ["egypt opposes turkey"]
    assert said(store.ask(WhoOpposes(actor="egypt", either_way=False)).ties) == []


def test_who_opposes_a_leader_means_what_he_leads(store: Store) -> None:
    assert said(store.ask(WhoOpposes(actor="Haftar")).ties) == [
        "gna opposes lna (via LNA)",
        "lna opposes gna (via LNA)",
    ]
    assert store.ask(WhoOpposes(actor="Haftar", include_organisation=False)).ties == ()


def test_deployments_of_an_actor_to_a_place_or_both(store: Store) -> None:
    assert said(store.ask(Deployments(place="Jufra")).ties) == [
        "lna deployed-to jufra",
        "russia deployed-to jufra",
        "wagner deployed-to jufra",
    ]
    assert said(store.ask(Deployments(actor="Russia")).ties) == ["russia deployed-to jufra"]
    assert said(store.ask(Deployments(actor="Haftar", place="Jufra")).ties) == [
        "lna deployed-to jufra (via LNA)"
    ]
    assert store.ask(Deployments(actor="Russia", place="Tripoli")).ties == ()
    (planned,) = store.ask(Deployments(actor="turkey")).ties
    assert planned.status is Status.PLANNED


def test_deployments_need_an_actor_or_a_place(store: Store) -> None:
    with pytest.raises(InvalidInput, match="`actor`, `place` or both"):
        store.ask(Deployments())


def test_pages_give_every_tie_once(store: Store) -> None:
    whole = store.ask(Deployments(place="Jufra"))
    pages, cursor = list[Answered](), None
    for _ in whole.ties:
        part = store.ask(Deployments(place="Jufra", limit=1, cursor=cursor))
        pages, cursor = [*pages, *part.ties], part.next
    assert tuple(pages) == whole.ties
    assert cursor is None and whole.next is None


@pytest.mark.parametrize("cursor", ["x", "é", "e30x", "eyJhIjoxfQ==", "bnVsbA==", "OQ=="])
def test_a_foreign_cursor_is_an_error(store: Store, cursor: str) -> None:
    with pytest.raises(InvalidInput, match="leave it out"):
        store.ask(WhomBacks(actor="Turkey", cursor=cursor))


def test_an_ambiguous_name_gives_the_candidates(store: Store) -> None:
    with pytest.raises(AmbiguousName) as caught:
        store.ask(WhomBacks(actor="The Army"))
    assert [identifier for identifier, _ in caught.value.candidates] == ["actor:gna", "actor:lna"]


def test_an_unknown_name_gives_the_nearest(store: Store) -> None:
    with pytest.raises(UnknownName) as caught:
        store.ask(WhoOpposes(actor="Hafter"))
    assert ("actor:haftar", "Khalifa Haftar") in caught.value.nearest
    with pytest.raises(UnknownName):
        store.ask(WhomBacks(actor="Sirte"))
