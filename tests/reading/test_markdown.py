"""Markdown with front matter."""

import pytest

from loaders import articles
from loaders.outcome import Defaults
from tests.reading.parsing import article, refusal


def _text(front: str, body: str = "Body.\n") -> str:
    return f"---\n{front}---\n{body}"


@pytest.mark.parametrize(
    "body", ["Body.\n", "\nBody.\n\n", "  Body\r\n", "Body\n---\nmore: yes\n---\n", "---\nBody"]
)
def test_the_body_is_what_follows_exactly(body: str) -> None:
    assert article(_text("title: A\n", body), "markdown").text == body


def test_windows_line_ends_and_a_mark() -> None:
    found = article("\ufeff---\r\ntitle: A b\r\n--- \r\nBody.\r\n", "markdown")
    assert (found.title, found.text) == ("A b", "Body.\r\n")


def test_values_stay_as_they_are_written() -> None:
    front = (
        'title: 2020\npublisher: "No: 1"\nlanguage: no\npublished: 2020-01-06\nwire: null\nurl:\n'
    )
    found = article(_text(front), "markdown")
    assert (found.title, found.publisher, found.language) == ("2020", "No: 1", "no")
    assert (found.published, found.wire, found.url) == ("2020-01-06", None, None)


def test_the_source_goes_before_the_defaults() -> None:
    given = Defaults(published="2019-01-01", publisher="Given")
    found = article(_text("published: 2020-01-06\n"), "markdown", given)
    assert (found.published, found.publisher) == ("2020-01-06", "Given")


def test_without_front_matter_all_is_body() -> None:
    found = article("# A heading #\n\nBody.\n", "markdown")
    assert (found.title, found.text) == ("A heading", "# A heading #\n\nBody.\n")
    assert article(_text("", "Body"), "markdown").text == "Body"


@pytest.mark.parametrize(
    ("front", "value", "said"),
    [
        ("author: N. N.\n", "author", "is not a key of the front matter; use title, publisher,"),
        ("title: a\ntitle: b\n", "title", "stands twice"),
        ("title: [a, b]\n", "title", "is not one line of text"),
        ("? [a]\n: b\n", "a list or mapping", "is not a key"),
        ("just words\n", "just words", "is not `key: value` lines"),
        ("title: 'open\n", None, "is not YAML"),
        ('title: "\\UFFFFFFFF"\n', None, "is not YAML"),
        ('title: "\\ud83d"\n', "U+D83D", "half of a surrogate pair"),
        ('title: "a\\0b"\n', "U+0000", "character 1 of title is a control character"),
        ("title: " + "[" * 9000 + "\n", None, "is not YAML"),
        ("title: *a\n", None, "is not YAML"),
        ("published: yesterday\n", "yesterday", "published is not a date"),
        ("published: 2026-02-01\n", "2026-02-01", "lies in the future (today is 2026-01-10)"),
        ("published: 2020-01\n", "2020-01", "write it with its day"),
        ("language: english\n", "english", "ISO 639-1"),
        ("url: ftp://example.org\n", "ftp://example.org", "url is not an address"),
        ("url: 'https://[::1'\n", "https://[::1", "url is not an address"),
        ("title: " + "a" * 2001 + "\n", "a" * 2001, "use at most 2,000"),
    ],
)  # fmt: skip
def test_front_matter_that_is_refused(front: str, value: str | None, said: str) -> None:
    found = refusal(_text(front), "markdown")
    assert found.value == value
    assert said in found.reason


@pytest.mark.parametrize("front", ["title: A\n", "title: A\n--- no\n", "#\n" * 9000 + "---\nBody"])
def test_front_matter_that_does_not_end(front: str) -> None:
    [found] = articles.parse("a.md", f"---\n{front}".encode(), Defaults(), 50_000)
    assert "not closed within 16,384 characters" in str(found)


@pytest.mark.parametrize("body", ["", "\n \n"])
def test_front_matter_without_a_body(body: str) -> None:
    assert "holds no text" in refusal(_text("title: A\n", body), "markdown").reason
