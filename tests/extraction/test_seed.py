"""The first article gives its whole table, and none of what it must not give."""

from pathlib import Path

import pytest

from graph.model import Claim
from loaders.extraction.extractor import Extractor
from tests.extraction.told import facts, read

SEED = Path(__file__).parents[3] / "shared/seeds/000_61a362be6e1436b7.txt"

pytestmark = pytest.mark.skipif(
    not SEED.exists(), reason="the seed article is not ours to ship: ../shared is not here"
)

LNA, GNA = "libyan-national-army", "government-of-national-accord"
MESMARI, ERDOGAN = "actor:ahmad-al-mesmari", "actor:recep-tayyip-erdogan"
TABLE = {
    ("backs/unspecified", "egypt", "khalifa-haftar", None),
    ("backs/unspecified", "united-arab-emirates", "khalifa-haftar", None),
    ("backs/unspecified", "russia", "khalifa-haftar", None),
    ("backs/unspecified", "qatar", GNA, None),
    ("backs/troops", "turkey", GNA, None),
    ("backs/troops", "turkey", GNA, ERDOGAN),
    ("opposes/armed", LNA, GNA, None),
    ("captured/captured", LNA, "sirte", None),
    ("captured/captured", LNA, "sirte", MESMARI),
    ("captured/captured", LNA, "sirte-airport", f"actor:{LNA}"),
    ("captured/captured", LNA, "ghardabiya-airport", "Haftar-linked social media"),
    ("captured/recaptured", GNA, "sirte", None),
    ("deployed-to/troops", "turkey", "libya", None),
    ("deployed-to/troops", "turkey", "libya", ERDOGAN),
    ("leads/head", "khalifa-haftar", LNA, None),
    ("leads/head", "fayez-al-sarraj", GNA, None),
    ("leads/spokesperson", "ahmad-al-mesmari", LNA, None),
    ("leads/head", "recep-tayyip-erdogan", "turkey", None),
    ("leads/minister", "mevlut-cavusoglu", "turkey", None),
}


@pytest.fixture(scope="module")
def claims(extractor: Extractor) -> tuple[Claim, ...]:
    return read(extractor, SEED.read_text("utf-8"))


def test_the_whole_table(claims: tuple[Claim, ...]) -> None:
    assert facts(claims) >= TABLE


def test_nothing_else_is_told_as_a_fact(claims: tuple[Claim, ...]) -> None:
    beyond = facts(claims) - TABLE
    # "recaptured from IS": that the GNA fought it and that it lost the town are optional; Turkey's
    # support is told twice.
    optional = {
        ("captured/lost", "islamic-state", "sirte", None),
        ("opposes/armed", GNA, "islamic-state", None),
        ("backs/unspecified", "turkey", GNA, None),
    }
    assert beyond <= optional


def test_headline_and_body_both_send_troops(claims: tuple[Claim, ...]) -> None:
    sent = [c for c in claims if c.relation == "deployed-to" and c.speaker is None]
    assert sorted(c.start for c in sent)[0] == 0
    assert len(sent) == 2


def test_dates(claims: tuple[Claim, ...]) -> None:
    airports = [c for c in claims if c.object.id.endswith("airport")]
    assert [(c.statement_date, c.event_until) for c in airports] == [("2020-01-06",) * 2] * 2
    (recaptured,) = [c for c in claims if c.mode == "recaptured"]
    assert (recaptured.event_from, recaptured.date_precision) == ("2016", "year")


def test_a_party_speaks_for_itself(claims: tuple[Claim, ...]) -> None:
    (said,) = [c for c in claims if c.speaker and c.speaker.id == MESMARI]
    assert said.speaker is not None
    assert said.speaker.party is True


def test_page_furniture_gives_nothing(claims: tuple[Claim, ...]) -> None:
    furniture = SEED.read_text("utf-8").index("Laisser un commentaire")
    assert all(claim.end <= furniture for claim in claims)
