"""Plain text."""

import pytest

from graph.errors import InvalidInput, TooLarge
from loaders.outcome import Defaults
from tests.reading.parsing import LIMIT, article, parsed, refusal

SENTENCE = "Ankara backs Tripoli, l’Élysée said.\r\n\tIt did not say how.\n"


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (b"\xef\xbb\xbf", "utf-8"),
        (b"\xff\xfe", "utf-16-le"),
        (b"\xfe\xff", "utf-16-be"),
    ],
)
def test_the_decoded_file_is_the_text(mark: bytes, encoding: str) -> None:
    assert article(mark + SENTENCE.encode(encoding)).text == SENTENCE


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "holds no text"),
        (b" \r\n\t\n", "holds no text"),
        (b"\xef\xbb\xbf", "holds no text"),
        ("Élysée".encode("cp1252"), "byte 0 is not UTF-8; save the text as UTF-8"),
        (b"\xef\xbb\xbfab\xff", "byte 5 is not UTF-8"),
        (b"\xff\xfea", "byte 2 is not UTF-16-LE"),
        (b"PK\x03\x04\x14\x00", "character 2 of the text is a control character"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "looks like a binary file"),
        (b"text\x00text", "character 4 of the text is a control character"),
    ],
)
def test_what_is_refused(content: bytes, said: str) -> None:
    found = refusal(content)
    assert said in found.reason
    assert str(found).startswith("sample: ")
    assert "\n" not in str(found)


def test_more_than_the_limit_is_an_error_with_size_and_setting() -> None:
    assert article("a" * LIMIT).text == "a" * LIMIT
    with pytest.raises(TooLarge, match=r"10,001 bytes .* 10,000 .*raise WHOBACKS_MAX_TEXT"):
        parsed("a" * (LIMIT + 1))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Haftar takes Sirte\n\nHis forces took it.", "Haftar takes Sirte"),
        ("\n  “We took Sirte”  \r\n \r\nHe said so.", "“We took Sirte”"),
        ("Who holds Gao?\n\nNobody knows.", "Who holds Gao?"),
        ("Haftar takes Sirte", None),
        ("Haftar takes Sirte\n\n \n", None),
        ("Haftar takes Sirte\nand goes on to Misrata.", None),
        ("His forces took Sirte.\n\nThey went on.", None),
        ("and so they went\n\nHome.", None),
        ("Sirte\n\nHis forces took it.", None),
        ("Long " * 40 + "\n\nText.", None),
    ],
)
def test_the_first_line_is_the_title_when_it_is_a_headline(text: str, title: str | None) -> None:
    found = article(text)
    assert (found.title, found.text) == (title, text)


def test_defaults_fill_what_a_text_does_not_say() -> None:
    given = Defaults("2020-01-07", "AFP", "Given", "https://example.org/a", "EN-gb")
    found = article("A headline here\n\nText.", defaults=given)
    assert found.title == "Given"
    assert (found.published, found.publisher) == ("2020-01-07", "AFP")
    assert (found.url, found.language) == ("https://example.org/a", "en")


@pytest.mark.parametrize(
    ("defaults", "said"),
    [
        (Defaults(published="2026-01-12"), "'2026-01-12': published lies in the future"),
        (Defaults(published="2025-02-30"), "'2025-02-30': published is not a date"),
        (Defaults(published="7 January 2020"), "write it with its day, as in 2020-01-06"),
        (Defaults(language="english"), "'english': language is not an ISO 639-1 code"),
        (Defaults(url="example.org"), "'example.org': url is not an address"),
        (Defaults(url="https://me:secret@example.org"), "url carries a password"),
    ],
)
def test_defaults_that_cannot_be_are_an_error(defaults: Defaults, said: str) -> None:
    with pytest.raises(InvalidInput, match=said) as error:
        parsed("Text.", defaults=defaults)
    assert "secret" not in str(error.value)


def test_tomorrow_is_allowed_for_who_is_east_of_us() -> None:
    assert article("Text.", defaults=Defaults(published="2026-01-11")).published == "2026-01-11"


def test_an_unknown_format_is_an_error() -> None:
    with pytest.raises(InvalidInput, match="'pdf' is not a format; use one of text, markdown"):
        parsed("Text.", "pdf")
