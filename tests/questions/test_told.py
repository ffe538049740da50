"""Questions that answer with claims and articles."""

import pytest

from graph.errors import NotFound
from graph.model import Claim
from graph.store import Store
from graph.vocabulary import Relation, Status
from queries.article import ArticleQuestion
from queries.article_claims import ArticleClaimsQuestion
from queries.articles import ArticlesQuestion
from queries.evidence import Evidence
from queries.told import Told
from queries.who_captured import WhoCaptured
from tests.questions.small_graph import (
    AGAIN,
    CHAIN,
    FIRST,
    READINGS,
    SECOND,
    THIRD,
    UNDATED,
)


def claims(told: tuple[Told, ...]) -> list[Claim]:
    return [one.claim for one in told]


def test_who_captured_tells_the_holders_and_the_timeline(store: Store) -> None:
    answer = store.ask(WhoCaptured(place="SIRTE"))
    assert [tie.subject.id for tie in answer.holders] == ["actor:lna", "actor:gna"]
    assert answer.holders_total == 2
    assert claims(answer.timeline) == [FIRST.claims[2], THIRD.claims[0], UNDATED.claims[0]]
    assert [told.id for told in answer.timeline] == [c.id for c in claims(answer.timeline)]
    assert [told.article.publisher for told in answer.timeline] == ["Reuters", "Reuters", "Blog"]
    assert answer.next is None


def test_pages_of_the_timeline_give_every_claim_once(store: Store) -> None:
    found, cursor = list[Claim](), None
    for _ in range(3):
        part = store.ask(WhoCaptured(place="place:sirte", limit=1, cursor=cursor))
        assert (len(part.holders), part.holders_total) == (1, 2)
        found, cursor = found + claims(part.timeline), part.next
    assert found == claims(store.ask(WhoCaptured(place="sirte")).timeline)
    assert cursor is None


def test_nobody_captured_it(store: Store) -> None:
    answer = store.ask(WhoCaptured(place="Tripoli"))
    assert (answer.holders, answer.holders_total, answer.timeline) == ((), 0, ())


def test_evidence_for_and_against(store: Store) -> None:
    answer = store.ask(Evidence(subject="Emirates", relation=Relation.BACKS, object="LNA"))
    assert answer.tie.status is Status.CONTESTED
    assert claims(answer.affirmed) == [SECOND.claims[1]]
    assert claims(answer.denied) == [THIRD.claims[1]]
    assert (answer.tie.claims_for, answer.tie.claims_against) == (1, 1)


def test_evidence_goes_by_date_and_in_pages(store: Store) -> None:
    asked = Evidence(subject="Turkey", relation=Relation.BACKS, object="gna", limit=1)
    first = store.ask(asked)
    second = store.ask(asked.model_copy(update={"cursor": first.next}))
    assert claims(first.affirmed) == [FIRST.claims[0]]
    assert claims(second.affirmed) == [SECOND.claims[0]]
    assert second.next is None
    assert first.tie == second.tie


def test_no_evidence_is_not_found(store: Store) -> None:
    with pytest.raises(NotFound, match="Egypt captured Sirte"):
        store.ask(Evidence(subject="Egypt", relation=Relation.CAPTURED, object="Sirte"))


def test_articles_newest_first_undated_last(store: Store) -> None:
    listed = store.ask(ArticlesQuestion()).articles
    assert [article.id for article in listed] == [
        reading.article.id for reading in (THIRD, SECOND, FIRST, CHAIN, AGAIN, UNDATED)
    ]
    assert [article.claims for article in listed] == [7, 3, 4, 12, 1, 3]


def test_pages_of_articles_give_every_article_once(store: Store) -> None:
    found, cursor = list[str](), None
    for _ in READINGS:
        part = store.ask(ArticlesQuestion(limit=1, cursor=cursor))
        found, cursor = found + [article.id for article in part.articles], part.next
    assert found == [article.id for article in store.ask(ArticlesQuestion()).articles]
    assert cursor is None


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"publisher": "Reuters"}, [THIRD, FIRST]),
        ({"since": "2020-01-05"}, [THIRD, SECOND]),
        ({"until": "2020-01-05", "since": "2020"}, [SECOND, FIRST]),
        ({"until": "2019-12"}, [CHAIN, AGAIN]),
        ({"until": "2019-11"}, [AGAIN]),
        ({"publisher": "Nobody"}, []),
    ],
)
def test_articles_by_publisher_and_date(
    store: Store, filters: dict[str, str], expected: list[object]
) -> None:
    listed = store.ask(ArticlesQuestion.model_validate(filters)).articles
    wanted = [reading.article.id for reading in READINGS if reading in expected]
    assert {article.id for article in listed} == set(wanted)
    assert len(listed) == len(expected)


def test_an_article_with_its_text(store: Store) -> None:
    answer = store.ask(ArticleQuestion(id=FIRST.article.id))
    assert answer.text == FIRST.article.text
    assert (answer.claims, answer.notes, answer.published) == (4, (), "2020-01-02")


def test_the_claims_of_an_article_in_the_order_of_its_text(store: Store) -> None:
    found, cursor = list[Claim](), None
    for size in (3, 3, 1):
        part = store.ask(ArticleClaimsQuestion(article=THIRD.article.id, limit=3, cursor=cursor))
        assert len(part.claims) == size
        found, cursor = found + claims(part.claims), part.next
    assert found == list(THIRD.claims)
    assert cursor is None


def test_an_unknown_article_is_not_found(store: Store) -> None:
    with pytest.raises(NotFound, match="`articles` lists"):
        store.ask(ArticleQuestion(id="article:none"))
    with pytest.raises(NotFound, match="`articles` lists"):
        store.ask(ArticleClaimsQuestion(article="article:none"))
