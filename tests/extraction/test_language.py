"""English is never lost, other languages are told when it is plain."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.extraction.language import language


@pytest.mark.parametrize(
    "text",
    [
        "Haftar’s Libya forces take Gaddafi hometown",
        "Houthis seize Marib, Saada; Saleh killed",
        "M23 rebels seize Goma, Bukavu",
        "Azerbaijan recaptures Shusha, Aghdam, Fuzuli, Jabrayil",
        "Hayat Tahrir al-Sham, Ahrar al-Sham, Jaish al-Islam, Liwa al-Haqq",
        "Nigerian Army troops kill five suspected Lakurawa insurgents near Mayama Hill, Kebbi",
        "Wagner quits Bamako; Assimi Goïta hails Africa Corps",
        "Forces loyal to Burhan retake Wad Madani",
        "",
        "2020 — 15 %",
    ],
)
def test_english_headlines_full_of_names_are_english(text: str) -> None:
    assert language(text) == "en"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Votre adresse de messagerie ne sera pas publiée.", "fr"),
        ("Le président Macron a annoncé le retrait des troupes", "fr"),
        ("Der Bundeskanzler hat am Montag in Berlin die Minister empfangen.", "de"),
        ("De regering heeft maandag besloten om troepen naar Mali te sturen.", "nl"),
        ("Вооруженные силы Украины", "ru"),
        ("القوات المسلحة السودانية", "ar"),
    ],
)
def test_plain_other_languages_are_told(text: str, expected: str) -> None:
    assert language(text) == expected


def test_a_short_paragraph_takes_the_article_s_language() -> None:
    assert language("Laisser un commentaire") == "en"
    assert language("Laisser un commentaire", article="fr") == "fr"
    assert language("The army of the state", article="fr") == "en"


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_any_text_has_a_language(text: str) -> None:
    assert language(text).isalpha()
