"""Questions about one actor or place, about names, and about the whole graph."""

from pathlib import Path

from graph.sqlite_store import SqliteStore
from graph.statements import read_statements
from graph.store import Store
from graph.vocabulary import Relation, Status
from queries import STATEMENTS
from queries.actor import ActorProfile, ActorQuestion
from queries.graph import Overview
from queries.place import PlaceQuestion
from queries.search import Search
from queries.stats import Stats
from tests.questions.small_graph import ENTITIES


def totals(profile: ActorProfile) -> dict[str, int]:
    return {group.label: group.total for group in profile.groups}


def test_an_actor_with_ties_by_relation_and_side(store: Store) -> None:
    answer = store.ask(ActorQuestion(actor="LNA", limit=1))
    assert answer.actor == ENTITIES["lna"]
    assert list(totals(answer).items()) == [
        ("backed by", 1), ("opposes", 1), ("opposed by", 1), ("captured", 1),
        ("deployed to", 1), ("led by", 1),
    ]  # fmt: skip


def test_groups_show_the_heaviest_and_count_the_rest(store: Store) -> None:
    (group,) = store.ask(ActorQuestion(actor="d0", limit=1)).groups
    assert (group.relation, group.side, group.total) == (Relation.BACKS, "subject", 2)
    assert [tie.object.id for tie in group.ties] == ["actor:d2"]


def test_who_leads_whom_from_claims_and_from_the_registry(store: Store) -> None:
    leads = store.ask(ActorQuestion(actor="Haftar")).leads
    assert [(b.other.id, b.roles, b.source, b.status, b.since) for b in leads] == [
        ("actor:lna", ("commander",), "claims", Status.ASSERTED, None),
        ("actor:lna", ("commander",), "registry", None, "2015-03"),
    ]
    led_by = store.ask(ActorQuestion(actor="LNA")).led_by
    assert [(b.other.id, b.source) for b in led_by] == [
        ("actor:haftar", "claims"),
        ("actor:haftar", "registry"),
    ]


def test_part_of_and_includes(store: Store) -> None:
    assert [b.other.id for b in store.ask(ActorQuestion(actor="c3")).part_of] == ["actor:c4"]
    assert [b.other.id for b in store.ask(ActorQuestion(actor="c4")).includes] == ["actor:c3"]


def test_a_place_with_holders_deployments_and_counts(store: Store) -> None:
    sirte = store.ask(PlaceQuestion(place="sirte"))
    assert sirte.place == ENTITIES["sirte"]
    assert [tie.subject.id for tie in sirte.holders] == ["actor:lna", "actor:gna"]
    assert (sirte.holders_total, sirte.deployments_total) == (2, 0)
    assert (sirte.claims_about, sirte.claims_there) == (3, 1)
    jufra = store.ask(PlaceQuestion(place="jufra", limit=2))
    assert [tie.subject.label for tie in jufra.deployments] == ["LNA", "RUSSIA"]
    assert (jufra.deployments_total, jufra.claims_about, jufra.claims_there) == (3, 3, 0)


def found(store: Store, search: Search) -> list[tuple[str, str, str]]:
    return [(hit.id, hit.matched, hit.how) for hit in store.ask(search).hits]


def test_search_without_accents_and_case(store: Store) -> None:
    for typed in ("türkiye", "TURKIYE", "Turkiye!"):
        assert found(store, Search(q=typed))[0] == ("actor:turkey", "Türkiye", "exact")
    assert found(store, Search(q="recep tayyip erdogan")) == [
        ("actor:erdogan", "Recep Tayyip Erdoğan", "exact")
    ]


def test_search_puts_equal_names_before_beginnings(store: Store) -> None:
    assert found(store, Search(q="tr")) == [("place:tripoli", "Tripoli", "prefix")]
    hits = store.ask(Search(q="l")).hits
    assert [(hit.id, hit.how, hit.ties) for hit in hits] == [("actor:lna", "prefix", 6)]
    both = found(store, Search(q="the army"))
    assert both[:2] == [
        ("actor:lna", "the army", "exact"),  # it has more ties
        ("actor:gna", "the army", "exact"),
    ]


def test_search_by_the_beginning_of_a_word(store: Store) -> None:
    assert found(store, Search(q="accord")) == [
        ("actor:gna", "Government of National Accord", "prefix")
    ]
    assert found(store, Search(q="arab")) == [("actor:uae", "United Arab Emirates", "prefix")]


def test_search_finds_what_is_misspelt(store: Store) -> None:
    assert found(store, Search(q="Halifa Hafter"))[0] == (
        "actor:haftar",
        "Khalifa Haftar",
        "fuzzy",
    )
    assert found(store, Search(q="Tripolli")) == [("place:tripoli", "Tripoli", "fuzzy")]
    assert found(store, Search(q="Ruzzia", family="place")) == []


def test_search_by_family_and_limit(store: Store) -> None:
    assert found(store, Search(q="s", family="place")) == [("place:sirte", "Sirte", "prefix")]
    assert found(store, Search(q="s", family="actor")) == []
    assert len(store.ask(Search(q="chain", limit=3)).hits) == 3
    assert found(store, Search(q="!?")) == []


def test_stats_count_everything(store: Store) -> None:
    stats = store.ask(Stats())
    assert (stats.articles, stats.claims, stats.actors, stats.places) == (6, 30, 21, 3)
    assert stats.ties == sum(row.ties for row in stats.by_relation) == 26
    assert (stats.first_published, stats.last_published) == ("2019-11-30", "2020-01-07")
    counts = {(row.relation, row.status): row.ties for row in stats.by_relation}
    assert counts[Relation.BACKS, Status.CONTESTED] == 1
    assert counts[Relation.DEPLOYED_TO, Status.PLANNED] == 1


def test_an_empty_graph_answers(tmp_path: Path) -> None:
    empty = SqliteStore(tmp_path / "empty.db", read_statements(STATEMENTS, "sql"))
    stats = empty.ask(Stats())
    assert (stats.articles, stats.ties, stats.first_published, stats.by_relation) == (
        0,
        0,
        None,
        (),
    )
    assert empty.ask(Overview()).nodes == ()
    assert empty.ask(Search(q="anyone")).hits == ()
    empty.close()
