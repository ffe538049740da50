"""What a plan takes for granted is a claim of its own: who is to leave a place is there."""

import pytest

from graph.model import Article, Claim
from loaders.extraction.extractor import Extractor
from tests.extraction.told import read


def _short(claim: Claim) -> str:
    speaker = claim.speaker.name if claim.speaker else None
    ends = f"{claim.subject.name} {claim.relation}/{claim.mode} {claim.object.name}"
    return f"{ends}: {claim.polarity} {claim.modality}, {speaker}"


@pytest.mark.parametrize(
    ("text", "told", "presumed"),
    [
        (
            "The Iraqi parliament called on Turkey to withdraw its troops from Bashiqa.",
            "Turkey deployed-to/withdrew Bashiqa: affirmed planned, Iraq",
            "Turkey deployed-to/troops Bashiqa: affirmed actual, None",
        ),
        (
            "France announced the withdrawal of its troops from Niger.",
            "France deployed-to/withdrew Niger: affirmed planned, France",
            "France deployed-to/troops Niger: affirmed actual, None",
        ),
        (
            "Uganda did not pull its soldiers out of Somalia.",
            "Uganda deployed-to/withdrew Somalia: denied actual, None",
            "Uganda deployed-to/troops Somalia: affirmed actual, None",
        ),
        (
            "If Rwanda withdraws its troops from Goma, talks can begin.",
            "Rwanda deployed-to/withdrew Goma: affirmed conditional, None",
            "Rwanda deployed-to/troops Goma: affirmed actual, None",
        ),
        (
            "Ethiopian troops will stay in Somalia.",
            "Ethiopia deployed-to/troops Somalia: affirmed planned, None",
            "Ethiopia deployed-to/troops Somalia: affirmed actual, None",
        ),
        (
            "Russia vowed to keep arming the Wagner Group.",
            "Russia backs/weapons Wagner Group: affirmed planned, Russia",
            "Russia backs/weapons Wagner Group: affirmed actual, None",
        ),
        (
            "The Taliban say they will continue their operations against Kabul government troops.",
            "Taliban opposes/armed Afghanistan: affirmed planned, Taliban",
            "Taliban opposes/armed Afghanistan: affirmed actual, None",
        ),
    ],
)
def test_is_told_beside_the_plan(extractor: Extractor, text: str, told: str, presumed: str) -> None:
    claims = read(extractor, text)
    assert {told, presumed} <= set(map(_short, claims))
    assert all(claim.quote == text for claim in claims)


@pytest.mark.parametrize(
    "text",
    [
        "Uganda will send troops to Somalia.",
        "Uganda has no plans to send any troops to Somalia.",
        "Russia vowed to arm the Wagner Group.",
        "Uganda pulled its soldiers out of Somalia.",
        "The Taliban will not continue their operations against Kabul government troops.",
    ],
)
def test_a_plan_to_begin_takes_nothing_for_granted(extractor: Extractor, text: str) -> None:
    claims = read(extractor, text)
    assert claims
    assert not any(claim.rule.startswith(("yet to leave", "to go on")) for claim in claims)


def test_explain_says_where_its_words_are(extractor: Extractor) -> None:
    text = "Uganda will leave Somalia. Ethiopian troops will stay in Goma."
    _, explained = extractor.explain(Article(text=text, published="2020-01-07"))
    rows = {one.claim.rule: one.row for sentence in explained for one in sentence.claims}
    assert rows["to go on:stay"] == "classes.toml: remaining"
    assert "rows of mode withdrew" in str(rows["yet to leave:leave"])
