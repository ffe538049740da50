"""What every store does with what it is given."""

import random
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest

from graph.errors import UnknownName, WhobacksError
from graph.model import Actor, Reading
from graph.store import Loaded, Store
from graph.vocabulary import Polarity, Relation, Status
from queries.article import ArticleQuestion
from queries.evidence import Evidence
from queries.search import Search
from queries.who_backs import WhoBacks
from tests.contract.conftest import Clock, Open
from tests.contract.readings import ACTORS, Said, reading
from tests.contract.whole import whole

BACKS = Said()
DENIES = Said(polarity=Polarity.DENIED, speaker="actor:ruritania", party=True)
TAKES = Said("actor:front", Relation.CAPTURED, "captured", "place:strelsau", place="place:tarn")
COURIER: dict[str, Any] = {"publisher": "Courier", "published": "2020-01-07"}
LEDGER: dict[str, Any] = {"publisher": "Ledger", "published": "2020-01-08"}


def backers(store: Store) -> list[tuple[str, Status, int, int]]:
    """Return who backs the Front: id, status, claims for and against."""
    ties = store.ask(WhoBacks(actor="Northern Front")).ties
    return [(t.subject.id, t.status, t.claims_for, t.claims_against) for t in ties]


def test_an_empty_store_knows_nobody(store: Store) -> None:
    store.check()
    assert whole(store).is_empty
    with pytest.raises(UnknownName, match="nothing in the graph is named 'Ruritania'"):
        store.ask(WhoBacks(actor="Ruritania"))


def test_an_empty_batch_changes_nothing(store: Store) -> None:
    assert store.load([]) == Loaded(articles=0, claims=0)
    assert whole(store).is_empty


def test_loading_twice_changes_nothing(store: Store, clock: Clock) -> None:
    batch = [reading(BACKS, TAKES, **COURIER), reading(BACKS, DENIES, notes=1, **LEDGER)]
    assert store.load(batch) == Loaded(articles=2, claims=4)
    once = whole(store)
    clock.time += timedelta(days=1)
    assert store.load(batch) == Loaded(articles=0, claims=0)
    assert whole(store) == once
    assert backers(store) == [("actor:ruritania", Status.CONTESTED, 2, 1)]


def test_an_article_twice_in_a_batch_is_the_later_one(store: Store) -> None:
    first = reading(BACKS, TAKES, **COURIER)
    again = first.model_copy(update={"claims": first.claims[1:]})
    assert store.load([first, again]) == Loaded(articles=1, claims=1)
    assert backers(store) == []


def test_an_article_read_again_has_exactly_its_new_claims(store: Store) -> None:
    first = reading(BACKS, TAKES, DENIES, **COURIER)
    again = first.model_copy(update={"claims": first.claims[:1], "notes": ()})
    store.load([first])
    assert backers(store) == [("actor:ruritania", Status.CONTESTED, 1, 1)]
    assert store.load([again]) == Loaded(articles=0, claims=0, removed=2)
    assert backers(store) == [("actor:ruritania", Status.ASSERTED, 1, 0)]
    with pytest.raises(UnknownName):  # only the removed claims named it
        store.ask(Evidence(subject="actor:front", relation=Relation.CAPTURED, object="Strelsau"))


def test_the_recorded_time_is_kept_and_the_title_mended(store: Store, clock: Clock) -> None:
    first = reading(BACKS, title="Old", **COURIER)
    store.load([first])
    recorded = clock.time
    clock.time += timedelta(days=1)
    store.load([reading(BACKS, title="New", wire="Harbour Wire", **COURIER)])
    article = store.ask(ArticleQuestion(id=first.article.id))
    assert (article.recorded, article.title) == (recorded, "New")
    tie = store.ask(WhoBacks(actor="NF")).ties[0]
    assert tie.best.title == "New"


def test_deleting_derives_anew_what_others_support(store: Store) -> None:
    kept, gone = reading(BACKS, **COURIER), reading(BACKS, DENIES, TAKES, **LEDGER)
    store.load([kept, gone])
    assert store.delete_article(gone.article.id) is True
    assert backers(store) == [("actor:ruritania", Status.ASSERTED, 1, 0)]
    assert store.ask(Search(q="Strelsau")).hits == ()
    assert store.delete_article(gone.article.id) is False
    assert store.delete_article(kept.article.id) is True
    assert whole(store).is_empty


def test_a_graph_is_the_same_without_what_was_deleted(
    store: Store, reference: Store, clock: Clock
) -> None:
    stays = reading(BACKS, TAKES, **COURIER)
    goes = reading(BACKS, DENIES, Said("actor:guard", Relation.OPPOSES, "armed"), **LEDGER)
    store.load([stays, goes])
    store.delete_article(goes.article.id)
    reference.load([stays])
    assert whole(store) == whole(reference)


def test_what_is_reviewed_replaces_what_was_only_found(store: Store) -> None:
    found = reading(BACKS, **COURIER)
    known = Actor(id="actor:front", name="Northern Liberation Front", label="NLF", reviewed=True)
    better = reading(DENIES, **LEDGER)
    better = better.model_copy(update={"entities": (known, ACTORS["actor:ruritania"])})
    store.load([found])
    store.load([better])
    store.load([reading(BACKS, **LEDGER)])  # found again: replaces nothing
    assert store.ask(WhoBacks(actor="NLF")).asked.name == "Northern Liberation Front"
    assert store.ask(WhoBacks(actor="NLF")).ties[0].object.label == "NLF"
    with pytest.raises(UnknownName):
        store.ask(WhoBacks(actor="Front nord"))


def test_one_batch_or_two_know_an_actor_alike(store: Store, reference: Store, clock: Clock) -> None:
    known = Actor(id="actor:front", name="Northern Liberation Front", label="NLF", reviewed=True)
    first = reading(BACKS, **COURIER).model_copy(
        update={"entities": (known, ACTORS["actor:ruritania"])}
    )
    second = reading(BACKS, **LEDGER)
    store.load([first, second])
    reference.load([first])
    reference.load([second])
    assert whole(store) == whole(reference)


def test_in_portions_and_any_order_the_graph_is_that_of_one_load(
    store: Store, reference: Store, clock: Clock
) -> None:
    batch = [
        reading(BACKS if n % 3 else DENIES, TAKES, publisher=f"Paper {n % 4}", published=day)
        for n, day in enumerate(f"2020-01-{day:02}" for day in range(1, 10))
    ]
    reference.load(batch)
    shuffled = random.Random(1).sample(batch, len(batch))
    for first, last in ((0, 1), (1, 3), (3, 4), (4, 9)):
        store.load(shuffled[first:last])
    assert whole(store) == whole(reference)


def test_a_batch_whose_last_claim_fails_leaves_nothing(store: Store, clock: Clock) -> None:
    store.load([reading(BACKS, **COURIER)])
    before = whole(store)
    bad = reading(TAKES, DENIES, **LEDGER)
    last = bad.claims[-1].model_copy(update={"rule": object()})  # no store can keep that
    with pytest.raises(Exception, match="object|type"):
        store.load([bad.model_copy(update={"claims": (*bad.claims[:-1], last)})])
    assert whole(store) == before
    store.load([bad])
    assert backers(store) == [("actor:ruritania", Status.CONTESTED, 1, 1)]


@pytest.mark.parametrize(
    "statement", ["write_entities", "write_claims", "write_ties", "remove_claims", "voices"]
)
def test_a_batch_that_fails_anywhere_leaves_nothing(
    statement: str, open_store: Open, clock: Clock
) -> None:
    store, broken = open_store({}), open_store({statement: "THIS IS NO STATEMENT"})
    first = reading(BACKS, TAKES, **COURIER)
    store.load([first])
    before = whole(store)
    again = first.model_copy(update={"claims": first.claims[:1]})
    with pytest.raises(WhobacksError):
        broken.load([again, reading(BACKS, Said("actor:guard"), **LEDGER)])
    assert whole(store) == before


def test_a_delete_that_fails_leaves_all(open_store: Open, clock: Clock) -> None:
    store, broken = open_store({}), open_store({"remove_ties": "THIS IS NO STATEMENT"})
    first = reading(BACKS, TAKES, **COURIER)
    store.load([first])
    before = whole(store)
    with pytest.raises(WhobacksError):
        broken.delete_article(first.article.id)
    assert whole(store) == before


def overlapping(seed: int) -> list[Reading]:
    """Return 24 readings about few ties, of which some are the same article."""
    chance = random.Random(seed)
    said = [BACKS, DENIES, TAKES, Said("actor:guard"), Said("actor:front", object="actor:guard")]
    return [
        reading(*chance.sample(said, 3), publisher=f"P {n % 5}", url=f"https://example.org/{n % 9}")
        for n in range(24)
    ]


def test_concurrent_loads_end_in_the_serial_graph(
    open_store: Open, reference: Store, clock: Clock
) -> None:
    stores = [open_store({}), open_store({})]
    stores[0].check()
    readings = list({r.article.id: r for r in overlapping(1)}.values())

    def load(worker: int) -> None:
        order = random.Random(worker).sample(readings, len(readings))
        for one in order:
            stores[worker % 2].load([one])

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(load, range(4)))
    reference.load(readings)
    assert whole(stores[0]) == whole(reference)


def test_concurrent_loads_and_deletes_leave_no_half(
    store: Store, reference: Store, clock: Clock
) -> None:
    readings = list({r.article.id: r for r in overlapping(2)}.values())
    stay, go = readings[::2], readings[1::2]
    store.load(go)

    def work(one: Reading) -> None:
        store.delete_article(one.article.id) if one in go else store.load([one])

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(work, readings))
    reference.load(stay)
    assert whole(store) == whole(reference)


def test_readers_see_a_tie_and_its_claims_while_others_write(store: Store) -> None:
    store.load([reading(BACKS, **COURIER)])
    more = [reading(BACKS, url=f"https://example.org/{n}") for n in range(12)]

    def ask(_: int) -> int:
        return store.ask(WhoBacks(actor="NF")).ties[0].claims_for

    with ThreadPoolExecutor(4) as pool:
        writing = pool.submit(lambda: [store.load([one]) for one in more])
        counts = list(pool.map(ask, range(60)))
        writing.result()
    assert all(1 <= count <= 13 for count in counts)
    assert ask(0) == 13


def test_close_twice(store: Store) -> None:
    store.close()
    store.close()
