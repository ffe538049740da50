"""What explain says is what the reading did, and each sort of reason is told."""

import pytest

from graph.model import Article
from loaders.extraction.explained import Explained, How, Mention, Why
from loaders.extraction.extractor import Extractor
from loaders.extraction.method import Method

TEXT = """\
Haftar's forces said on Monday that they had captured the airport of Sirte. Turkey denied it.
The UAE, Egypt and Russia back Haftar. Turkey will send troops to Libya to support the GNA.

La Turquie soutient le gouvernement de Tripoli et envoie des troupes depuis le mois de janvier.

Egypt sent medical aid to Haftar. Haftar met Sarraj in Moscow. Nobody was there.
"""


@pytest.fixture(scope="module")
def frames() -> Extractor:
    """The rules alone."""
    return Extractor(method=Method.FRAMES)


def explained(extractor: Extractor, text: str) -> tuple[Explained, ...]:
    return extractor.explain(Article(text=text, published="2020-01-07"))[1]


def of(extractor: Extractor, text: str) -> Explained:
    """Return the one sentence of a text, explained."""
    (only,) = explained(extractor, text)
    return only


def whys(sentence: Explained) -> set[Why]:
    return {reason.why for reason in sentence.reasons}


def test_explaining_changes_no_claim_and_leaves_none_out(
    extractor: Extractor, frames: Extractor
) -> None:
    for reads in (extractor, frames):
        article = Article(text=TEXT, published="2020-01-07")
        reading, sentences = reads.explain(article)
        assert reading == reads.read(article)
        assert len(reading.claims) > 4
        assert [one.claim for s in sentences for one in s.claims] == list(reading.claims)


def test_sentences_and_mentions_stand_in_the_text(extractor: Extractor) -> None:
    sentences = explained(extractor, TEXT)
    assert [s.start for s in sentences] == sorted(s.start for s in sentences)
    for sentence in sentences:
        assert TEXT[sentence.start : sentence.end] == sentence.sentence
        assert sentence.claims or sentence.reasons
        for mention in sentence.mentions:
            assert sentence.start <= mention.start < sentence.end
    assert "Nobody" not in {s.sentence.split()[0] for s in sentences}


def test_a_claim_has_its_row_and_what_the_model_gives_it(
    extractor: Extractor, frames: Extractor
) -> None:
    text = "Haftar's Libyan National Army (LNA) overran Sirte on Monday."
    post, capture = of(extractor, text).claims
    assert (post.claim.rule, post.row, post.probability) == ("possessive", None, None)
    assert (capture.claim.rule, capture.row) == ("verb:overrun", "verbs.toml: overrun")
    assert capture.probability is not None and 0.1 < capture.probability <= 1
    assert [c.probability for c in of(frames, text).claims] == [None, None]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("The Rwanda-backed M23 rebels took Goma.", "modifiers.toml: backed"),
        ("Turkey's support for the GNA grew.", "nouns.toml: support"),
        ("The GNA said Haftar's forces took Sirte. Haftar denied it.", "classes.toml: deny"),
        ("GNA Prime Minister Fayez al-Sarraj spoke.", "titles.toml: minister"),
    ],
)  # fmt: skip
def test_the_row_of_each_sort_of_rule(frames: Extractor, text: str, row: str) -> None:
    assert row in {claim.row for s in explained(frames, text) for claim in s.claims}


def test_how_words_mean_whom_they_mean(extractor: Extractor) -> None:
    text = (
        "Haftar's forces said that they had captured the airport of Sirte from the Zintan Martyrs"
        " Brigade (ZMB), which Turkey backs."
    )
    found = of(extractor, text).mentions
    hows = {(mention.words, mention.how) for mention in found}
    assert {
        ("Haftar", How.KNOWN), ("Haftar's forces", How.SIDE), ("they", How.PRONOUN),
        ("the airport of Sirte", How.DESCRIBED), ("ZMB", How.INTRODUCED),
        ("the Zintan Martyrs Brigade", How.NEW), ("Turkey", How.KNOWN),
    } <= hows  # fmt: skip
    lna = {m.words for m in found if m.actor == "actor:libyan-national-army"}
    assert {"Haftar's forces", "they"} <= lna
    unknown = [m for m in found if m.how in (How.NEW, How.INTRODUCED)]
    assert not any(mention.known_actor or mention.known_place for mention in unknown)


def test_passed_over(extractor: Extractor) -> None:
    sentence = of(extractor, "Haftar met Sarraj in Moscow.")
    assert whys(sentence) == {Why.PASSED_OVER}
    assert [mention.name for mention in sentence.mentions][:2] == [
        "Khalifa Haftar",
        "Fayez al-Sarraj",
    ]


def test_passed_over_with_an_actor_and_a_town(extractor: Extractor) -> None:
    first, second = explained(
        extractor, "On Monday Haftar visited Sirte. Later Haftar dined in Bani Walid."
    )
    assert whys(first) == whys(second) == {Why.PASSED_OVER}
    assert _places(first.mentions) == {"Sirte"}
    assert _places(second.mentions) == {"Bani Walid"}


def _places(mentions: tuple[Mention, ...]) -> set[str]:
    return {mention.name for mention in mentions if mention.known_place and not mention.actor}


def test_a_doubt_of_the_rules(extractor: Extractor) -> None:
    sentence = of(extractor, "Egypt sent medical aid to Haftar.")
    doubt = next(reason for reason in sentence.reasons if reason.why is Why.DOUBT)
    assert doubt.text.startswith("verb:send states backs (Egypt -> Khalifa Haftar), but the help ")


def test_an_unknown_end(extractor: Extractor) -> None:
    sentence = of(extractor, "Turkey opened a conference about the war, and Egypt took part.")
    unknown = next(reason for reason in sentence.reasons if reason.why is Why.UNKNOWN_END)
    assert unknown.text == "verb:take states captured (Egypt -> ?), but not to whom or what"


def test_the_model_is_not_sure_enough(extractor: Extractor) -> None:
    sentence = of(extractor, "Turkey opened a conference about the war, and Egypt took part.")
    (unsure,) = (reason for reason in sentence.reasons if reason.why is Why.UNSURE)
    said = unsure.text.rpartition(": ")[2].split(", and a claim takes ")
    probability, threshold = map(float, said)
    assert 0 <= probability < threshold <= 1


def test_what_the_model_finds_is_no_claim_below_the_threshold() -> None:
    strict = Extractor(threshold=1.01)
    sentence = of(strict, "Russia delivered humanitarian aid to Syria.")
    assert not sentence.claims
    assert "and a claim takes 1.01" in sentence.reasons[-1].text


def test_no_frame(frames: Extractor) -> None:
    text = "Turkey praised the soldiers whom Sarraj had called for support in Tripoli."
    (reason,) = of(frames, text).reasons
    assert reason.why is Why.NO_FRAME
    assert reason.text.endswith("support")


def test_a_paragraph_that_was_not_read(extractor: Extractor) -> None:
    french = next(s for s in explained(extractor, TEXT) if whys(s) == {Why.UNREAD})
    assert french.sentence.startswith("La Turquie")
    assert "'fr'" in french.reasons[0].text
