"""HTML pages."""

import pytest

from graph.model import Article
from loaders.document import Document
from loaders.formats import html
from loaders.outcome import Defaults, Unfit
from tests.reading.parsing import TODAY, article, refusal

BODY = (
    "<article><h1>Turkey sends soldiers</h1><p>Turkey has begun to send soldiers to Libya, its"
    " president, Recep Tayyip Erdoğan, said on Sunday.</p><p>Egypt called the step a threat to"
    " the whole of the region, and the League of Arab States agreed.</p></article>"
)


def _page(head: str = "", body: str = BODY) -> str:
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"


def _fetched(page: str, url: str, charset: str | None = None) -> Article:
    document = Document("page", page.encode(charset or "utf-8"), url, charset)
    return html.article(document, Defaults(), TODAY)


def test_a_blank_line_parts_paragraphs() -> None:
    lines = article(_page(), "html").text.split("\n\n")
    assert [line[:6] for line in lines] == ["Turkey", "Turkey", "Egypt "]
    assert "Erdoğan" in lines[1]


@pytest.mark.parametrize(
    "declared",
    [
        '<meta charset="iso-8859-9">',
        '<meta http-equiv="Content-Type" content="text/html; charset=latin5">',
    ],
)
def test_the_declared_charset_is_used(declared: str) -> None:
    assert "Erdoğan" in article(_page(declared).encode("iso-8859-9"), "html").text


def test_an_xml_prologue_and_a_mark_are_no_obstacle() -> None:
    page = '<?xml version="1.0" encoding="iso-8859-9"?>' + _page()
    assert "Erdoğan" in article(page.encode("iso-8859-9"), "html").text
    assert "Erdoğan" in article(("\ufeff" + _page()).encode("utf-16"), "html").text


def test_the_server_s_charset_goes_first() -> None:
    page = _page('<meta charset="utf-8">')
    assert "Erdoğan" in _fetched(page, "https://example.org/a", "iso-8859-9").text


def test_letters_that_are_lost_are_refused_but_not_outside_the_text() -> None:
    assert "not of the page's charset" in refusal(_page().encode("iso-8859-9"), "html").reason
    stray = _page("<!-- ğ -->").replace("Erdoğan", "Erdogan").encode("iso-8859-9")
    assert "Erdogan" in article(stray, "html").text


@pytest.mark.parametrize(
    "content",
    ["", "<html></html>", _page("<title>Only a title</title>", ""), _page("", "<img src=a.png>")],
)
def test_a_page_without_text(content: str) -> None:
    assert "without the text of an article" in refusal(content, "html").reason


def test_a_date_that_the_page_declares() -> None:
    head = '<meta property="article:published_time" content="%s">'
    assert article(_page(head % "2020-01-06T22:10:00Z"), "html").published == "2020-01-06"
    found = refusal(_page(head % "2031-01-06T22:10:00Z"), "html")
    assert (found.value, "future" in found.reason) == ("2031-01-06", True)


def test_no_date_is_guessed_from_the_text() -> None:
    body = BODY.replace("on Sunday", "on 5 January 2020")
    assert article(_page("", body), "html").published is None


def test_the_page_s_address_counts_on_its_own_site_only() -> None:
    page = _page('<link rel="canonical" href="https://www.example.org/lasting">')
    assert article(page, "html").url == "https://www.example.org/lasting"
    assert _fetched(page, "https://example.org/a?b=1").url == "https://www.example.org/lasting"
    assert _fetched(page, "https://elsewhere.test/a").url == "https://elsewhere.test/a"


@pytest.mark.parametrize(
    ("lang", "language"), [("en-GB", "en"), ("AR", "ar"), ("", None), ("gsw", None)]
)
def test_the_page_s_language(lang: str, language: str | None) -> None:
    assert article(_page().replace("<html>", f'<html lang="{lang}">'), "html").language == language


def test_a_page_that_is_nested_beyond_reason_is_refused_or_read() -> None:
    for content in ("<div>" * 3000 + "text", "<table><tr><td>" * 500 + BODY):
        document = Document("page", content.encode())
        try:
            text = html.article(document, Defaults(), TODAY).text
        except Unfit as unfit:
            text = unfit.reason
        assert "text" in text or "Libya" in text
