"""The parse: right on plain sentences, the same each time, a tree whatever comes."""

from functools import cache
from itertools import product
from random import Random
from time import perf_counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc, Span

from loaders.extraction.arborescence import best_tree, is_tree
from loaders.extraction.lexicon import read_lexicon
from loaders.extraction.parse import Parse, Parser
from loaders.extraction.pieces import shape
from loaders.extraction.tokens import tokeniser
from loaders.extraction.ud_parser import UdParser


@cache
def _parser() -> Parser:
    return Parser()


def _arcs(sentence: str) -> set[str]:
    words = sentence.split()
    parse = _parser().parse(words)
    return {
        f"{word} {label} {words[head]}"
        for word, head, label in zip(words, parse.heads, parse.labels, strict=True)
    }


def _is_tree(parse: Parse) -> bool:
    heads = [0, *(0 if h == i else h + 1 for i, h in enumerate(parse.heads))]
    return is_tree(heads)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Turkey backs the GNA .", {"Turkey nsubj backs", "GNA obj backs", "backs root backs"}),
        (
            "Gharyan was captured by Haftar 's forces in June .",
            {"Gharyan nsubj:pass captured", "forces obl:agent captured", "Haftar nmod:poss forces"},
        ),
        (
            "Egypt , Russia and the UAE have backed Haftar .",
            {"Egypt nsubj backed", "Russia conj Egypt", "UAE conj Egypt", "Haftar obj backed"},
        ),
        (
            "The rebels , who seized Goma , fled .",
            {"seized acl:relcl rebels", "Goma obj seized", "rebels nsubj fled"},
        ),
        (
            "The Russia - backed army attacked Derna .",
            {"backed amod army", "army nsubj attacked", "Derna obj attacked"},
        ),
        (
            "Ankara denied that it had sent troops to Libya .",
            {"sent ccomp denied", "Libya obl sent"},
        ),
    ],
)
def test_plain_sentences_are_parsed_right(sentence: str, expected: set[str]) -> None:
    assert expected <= _arcs(sentence)


def test_a_name_of_several_words_is_one_word() -> None:
    parse = _parser().parse(["Turkey", "backs", "the", "Government of National Accord", "."])
    assert parse.tags[3] in ("PROPN", "NOUN")  # whom it names, the registry says
    assert (parse.heads[3], parse.labels[3]) == (1, "obj")


def test_the_parse_does_not_depend_on_what_was_parsed_before() -> None:
    sentence = "Rwanda and Uganda denied that they had armed the M23 rebels ."
    words = sentence.split()
    first = _parser().parse(words)
    _parser().parse(["Boo", "!"])
    assert _parser().parse(words) == first
    assert Parser().parse(words) == first


def test_a_sentence_of_5000_words_is_one_tree_in_linear_time() -> None:
    words = ("Turkey backs the GNA , while Egypt backs Haftar , ; " * 500)[:-1].split()[:5000]
    started = perf_counter()
    parse = _parser().parse(words)
    assert perf_counter() - started < 60
    assert len(parse.heads) == len(words)
    assert _is_tree(parse)
    assert {word for word, tag in zip(words, parse.tags, strict=True) if tag == "VERB"} == {"backs"}


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=30), min_size=0, max_size=60))
def test_any_words_give_a_tree(words: list[str]) -> None:
    parse = _parser().parse(words)
    assert (
        len(parse.tags) == len(parse.heads) == len(parse.labels) == len(parse.kinds) == len(words)
    )
    if words:
        assert _is_tree(parse)
        roots = [i for i, head in enumerate(parse.heads) if head == i]
        assert roots == [i for i, label in enumerate(parse.labels) if label == "root"]


def test_a_monstrous_word_is_read() -> None:
    assert _parser().parse(["(" * 1_000_000, "x" * 1_000_000, ""]).heads


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 4), st.randoms(use_true_random=False))
def test_the_best_tree_is_the_best_of_all_trees(size: int, random: Random) -> None:
    scores = np.array([[random.uniform(-9, 9) for _ in range(size + 1)] for _ in range(size + 1)])
    trees = [[0, *heads] for heads in product(range(size + 1), repeat=size) if is_tree([0, *heads])]

    def worth(heads: list[int]) -> float:
        return sum(float(scores[word, head]) for word, head in enumerate(heads) if word)

    assert worth(best_tree(scores)) == pytest.approx(max(map(worth, trees)))


def test_shapes_of_words() -> None:
    assert [shape(word) for word in ("army", "Army", "GNA", "X", "McX", "M23", "..")] == [
        1, 2, 3, 4, 5, 6, 7,
    ]  # fmt: skip


def _doc() -> Doc:
    words = [" ", "Turkey", "backs", "Haftar", " ", "\n", "Egypt", "\n", "left", "."]
    starts: list[bool | int | None] = [
        True,
        False,
        False,
        False,
        False,
        True,
        True,
        False,
        False,
        False,
    ]
    return Doc(tokeniser().vocab, words=words, sent_starts=starts)


def test_the_component_fills_heads_and_keeps_the_sentences() -> None:
    doc = _doc()
    bounds = [(sentence.start, sentence.end) for sentence in doc.sents]
    UdParser(_parser(), read_lexicon())(doc)
    assert [(sentence.start, sentence.end) for sentence in doc.sents] == bounds
    assert (doc[1].dep_, doc[1].head.i, doc[1].pos_) == ("nsubj", 2, "PROPN")
    assert (doc[2].dep_, doc[2].head.i) == ("root", 2)
    assert (doc[3].dep_, doc[6].dep_, doc[7].dep_) == ("obj", "nsubj", "dep")
    assert [token.text for token in doc[2].subtree] == [" ", "Turkey", "backs", "Haftar", " "]
    assert len(doc.user_data["kinds"]) == len(doc)


def test_unwanted_sentences_stay_unparsed_and_whole() -> None:
    doc = _doc()
    bounds = [(sentence.start, sentence.end) for sentence in doc.sents]

    def wanted(sentence: Span) -> bool:
        return "Egypt" in sentence.text

    UdParser(_parser(), read_lexicon(), wanted)(doc)
    assert [(sentence.start, sentence.end) for sentence in doc.sents] == bounds
    assert {(token.dep_, token.head.i, token.pos_) for token in doc[0:5]} == {("dep", 1, "")}
    assert doc[6].dep_ == "nsubj"


def test_the_component_needs_sentences() -> None:
    with pytest.raises(ValueError, match="E030"):
        UdParser(_parser(), read_lexicon())(Doc(tokeniser().vocab, words=["Turkey", "left"]))
    assert len(UdParser(_parser(), read_lexicon())(Doc(tokeniser().vocab, words=[]))) == 0
