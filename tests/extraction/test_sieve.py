"""Which sentences are parsed, and what is forgotten between articles."""

import pytest

from graph.model import Article
from loaders.extraction.extractor import Extractor
from loaders.extraction.lexicon import read_lexicon
from loaders.extraction.mentions import find, merge
from loaders.extraction.sieve import Sieve
from loaders.extraction.text import Range
from loaders.extraction.tokens import Vocabulary, document, tokeniser
from loaders.registry.registry import Registry

SIEVE = Sieve(read_lexicon())
NLP = tokeniser()
REGISTRY = Registry()


def kept(text: str) -> bool:
    doc = document(text, [Range(0, len(text))], NLP)
    merge(doc, find(doc, REGISTRY, None))
    return SIEVE.keeps(next(doc.sents))


@pytest.mark.parametrize(
    "text",
    [
        "Turkey backs the Government of National Accord.",
        "They captured it.",
        "The group has 300 fighters in Goma.",
        "The council is armed by the United Arab Emirates.",
        "The Taliban later claimed responsibility.",
        "Moscow denies it.",
        "France has Mali's junta on its side.",  # a word that says little, but two known names
        "Goma fell on Monday.",
    ],
)
def test_a_sentence_that_may_hold_a_claim_is_kept(text: str) -> None:
    assert kept(text)


@pytest.mark.parametrize(
    "text",
    [
        "The weather was fine.",
        "It has on average 0.6% of the pressure of the atmosphere.",
        "Smith said he had a cold.",
        "The film goes to Cannes.",
    ],
)
def test_a_sentence_that_can_hold_none_is_not_parsed(text: str) -> None:
    assert not kept(text)


def test_a_word_that_says_little_needs_what_its_row_asks_for() -> None:
    lexicon = read_lexicon()
    assert lexicon.may_state({"russia", "has", "troops", "there"})
    assert not lexicon.may_state({"russia", "has", "friends", "there"})


def test_the_words_of_texts_are_forgotten_in_time() -> None:
    nlp = tokeniser()
    vocabulary = Vocabulary(nlp)
    with vocabulary.lent("Xanthippopolis"):
        nlp("Xanthippopolis")
    assert "Xanthippopolis" in nlp.vocab.strings
    for _ in range(3):
        with vocabulary.lent("x" * 100_000):
            pass
    assert "Xanthippopolis" not in nlp.vocab.strings


def test_what_was_read_before_changes_nothing(extractor: Extractor) -> None:
    article = Article(text="M23 rebels captured Goma on Monday.", published="2025-01-28")
    first = extractor.read(article).claims
    extractor.read(Article(text="Xanthippe baked bread. " * 10_000, published="2025-01-28"))
    assert extractor.read(article).claims == first


def test_who_speaks_is_read_beside_a_claim_in_quotation_marks() -> None:
    saying = '"We were tired," said a captain.'

    def kept_before(rest: str) -> bool:
        text = f"{saying} {rest}"
        doc = document(text, [Range(0, len(saying)), Range(len(saying) + 1, len(text))], NLP)
        merge(doc, find(doc, REGISTRY, None))
        return SIEVE.keeps(next(doc.sents))

    assert kept_before('"Turkey backs Haftar."')
    assert not kept_before("Turkey backs Haftar.")
    assert not kept_before('"It was late."')
