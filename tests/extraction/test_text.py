"""Paragraphs, sentences and tokens keep their place in the text."""

import textwrap
from functools import cache
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from loaders.extraction.sentences import sentences
from loaders.extraction.text import Range, paragraphs
from loaders.extraction.tokens import document, offset, tokeniser

_ODD = st.text(
    alphabet="aB1 .!?…\"'’“”«»()[]-–—•*\n\r\t\xa0\u202f\u2028\ufeff\u200bÉж中,:U.S", max_size=300
)


@cache
def _nlp() -> Language:
    return tokeniser()


def _split(text: str) -> list[str]:
    return [text[slice(*found)] for part in paragraphs(text) for found in sentences(text, part)]


def _words(text: str) -> list[str]:
    return [token.text for token in document(text, [Range(0, len(text))], _nlp())]


@settings(max_examples=300, deadline=None)
@given(st.one_of(_ODD, st.text(max_size=300)))
def test_any_text_gives_ordered_stripped_ranges_and_tokens_in_place(text: str) -> None:
    end = 0
    for part in paragraphs(text):
        assert end <= part.start < part.end
        end = part.end
        inner = part.start
        found = sentences(text, part)
        for sentence in found:
            quote = text[slice(*sentence)]
            assert quote and quote == quote.strip()
            assert inner <= sentence.start < sentence.end <= part.end
            inner = sentence.end
        doc = document(text, found, _nlp())
        for token in doc:
            here = text[offset(token) : offset(token) + len(token)]
            assert token.text == "".join(" " if letter.isspace() else letter for letter in here)
        if found:
            starts = [offset(sentence[0]) for sentence in doc.sents]
            assert starts == [sentence.start for sentence in found]


def test_no_word_of_a_paragraph_is_lost() -> None:
    text = "It fell. (AFP) 1. One. 2. Two… three? « Four. » Five"
    assert "".join(_split(text)).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize(
    "expected",
    [
        ["Gen. Khalifa Haftar met Lt. Col. Smith and Mr. J. K. Jones.", "He left."],
        ["U.S. Secretary of State Antony J. Blinken left on Jan. 6.", "The U.S. Army stayed."],
        ["Troops came from the U.S.", "The ministry denied it."],
        ["No. 5 Brigade took St. Petersburg at 5 p.m. Monday.", "Was it lost?", "No."],
        [
            "« Our duty is coordination.",
            "They will develop it.",
            "They are going now. »",
            "He left.",
        ],
        ["“We took Sirte.”", "“It is ours!” Haftar said on Monday.", "Egypt agreed."],
        ["« Sirte has been liberated… from terrorists, » he said.", "It took hours."],
        ["« Go now.\xa0»", "Turkey and Qatar support the GNA..", "Russia does not."],
        ['"Stop!" he said.', "'Why?'", "(It was over.)", "Then 3.5 million fled."],
        ["He asked, “Why?”", "Erdogan said, “Because.”"],
        ["It fell in 2016.", "15 soldiers died.", "al-Shabaab fighters fled."],
        ["The city fell.[12]", "The U.N. (est. 1945) and the U.K. protested.", "Nobody listened."],
        ["See www.example.com or mail a.b@example.org, etc. for more.", "It said…", "Nothing."],
        ["Rebels hold Goma . . . and Bukavu.", "– They deny it."],
        [
            "Acme Inc. Chairman John F. Doe and Ahmed Jr. met Brig. Gen. Ali in Norfolk, Va.",
            "He won.",
        ],
    ],
)
def test_sentences_split_by_hand(expected: list[str]) -> None:
    assert _split(" ".join(expected)) == expected


def test_a_stop_without_a_space_still_ends_a_sentence() -> None:
    assert _split("They took the city.Turkey said so.") == [
        "They took the city.",
        "Turkey said so.",
    ]
    assert _split("He uses Booking.com there.") == ["He uses Booking.com there."]


def test_headlines_blank_lines_and_bullets_are_paragraphs() -> None:
    text = "Haftar takes Sirte\n\xa0\nHis forces won.\nTurkey objects\n"
    text += "• Egypt backs him\n- Russia too\n1. One"
    assert _split(text) == [
        "Haftar takes Sirte",
        "His forces won.",
        "Turkey objects",
        "Egypt backs him",
        "Russia too",
        "1. One",
    ]


_STORY = [
    "Turkey sends troops",
    "Libyan fighters loyal to General Khalifa Haftar have taken the city of Sirte, a former"
    " stronghold of the Islamic State group — and the home of Gaddafi. They met no one.",
    "Haftar is backed by Egypt, the United Arab Emirates and Russia. Turkey and Qatar support the"
    " Government of National Accord in Tripoli, which is recognised by the United Nations.",
]


@pytest.mark.parametrize("width", [60, 66, 72, 80])
@pytest.mark.parametrize("between", ["\n\n", "\n", "\r\n\r\n"])
def test_hard_wrapped_lines_are_joined(width: int, between: str) -> None:
    text = between.join(textwrap.fill(part, width) for part in _STORY)
    found = [" ".join(sentence.split()) for sentence in _split(text)]
    assert found == _split("\n\n".join(_STORY))


def test_short_lines_that_are_sentences_are_not_joined() -> None:
    lines = ["Turkey backs the GNA in Libya today", "Egypt backs Haftar", "Russia denies it."]
    assert _split("\n".join(lines)) == lines


@pytest.mark.parametrize(
    "words",
    [
        "Russia - backed",
        "M23 - held",
        "U.S. - led",
        "UN - recognised",
        "pro - Assad",
        "Saudi – led",
    ],
)
def test_compounds_are_split_so_that_names_stand_alone(words: str) -> None:
    assert _words(words.replace(" ", "")) == words.split()


def test_verbs_with_a_prefix_stay_whole() -> None:
    assert _words("re-captured, Re-elected") == ["re-captured", ",", "Re-elected"]


def test_possessives_and_titles_are_words() -> None:
    assert _words("Haftar’s men, RSF's") == ["Haftar", "’s", "men", ",", "RSF", "'s"]
    assert _words("Lt. Col. Ali’s GNA..") == ["Lt.", "Col.", "Ali", "’s", "GNA", ".."]


def test_a_line_end_inside_a_name_reads_as_a_space() -> None:
    text = "x\n\nTurkey sent its own troops to the Government of\nNational Accord."
    _, part = paragraphs(text)
    doc = document(text, sentences(text, part), _nlp())
    assert "Government of National Accord" in doc.text
    assert [offset(token) for token in doc if token.text == "National"] == [text.index("National")]


def test_no_sentences_give_an_empty_document() -> None:
    assert len(document("", [], _nlp())) == 0


@pytest.mark.parametrize(
    "piece", ["(", "a", ". ", "A. ", '."', ". »", "U.S.-", "’", "[1]", ".[1]", "…", "\xa0", "- "]
)
def test_time_is_linear_in_a_megabyte_of_anything(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    started = perf_counter()
    for part in paragraphs(text):
        document(text, sentences(text, part), _nlp())
    # A quadratic step would take minutes; the bound leaves room for a loaded machine.
    assert perf_counter() - started < 20
