"""Whatever the bytes: an article, a refusal, or one of our errors."""

import io

from hypothesis import example, given, settings
from hypothesis import strategies as st

from graph.errors import InvalidInput, TooLarge
from graph.model import Article, Reading
from loaders import articles, claims_table
from loaders.outcome import Defaults, Refusal
from tests.reading.known import Known
from tests.reading.parsing import TODAY

PIECES = st.sampled_from(
    [
        b"---\n", b"title: ", b"published: 2020-01-06\n", b"<html>", b"<p>text</p>", b"<!--",
        b"-->", b'{"text": "', b'"}', b"\n", b"\r\n", b"\xff\xfe", b"\xef\xbb\xbf", b"\x00",
        b"\xed\xa0\x80", b'"', b"relation,subject,object\n", b"backs,Turkey,", b"leads,",
        b"actor:", b"\\ud800",
        b"&#0;", b"&#xd800;", b"<?xml version='1.0' encoding='utf-16'?>", b"<meta charset=utf-7>",
    ]
)  # fmt: skip
BYTES = st.one_of(
    st.binary(max_size=300), st.lists(PIECES | st.binary(max_size=8), max_size=12).map(b"".join)
)
NAMES = st.sampled_from(["", "a.txt", "a.md", "a.html", "a.jsonl", "a\0.htm", "a.csv"])
LIMIT = 250


@settings(max_examples=400, deadline=None)
@given(BYTES, NAMES, st.sampled_from([None, *articles.FORMATS]))
@example(b"<html><p>a&#xd800;b</p></html>", "a.html", None)
@example(b"a" * 251, "a.txt", None)
def test_articles(content: bytes, name: str, format: str | None) -> None:
    try:
        found = list(articles.parse(name, content, Defaults(), LIMIT, format, today=TODAY))
    except TooLarge:
        assert len(content) > LIMIT
        return
    assert found
    for one in found:
        assert isinstance(one, Article | Refusal)
        str(one).encode("utf-8")
        if isinstance(one, Article):
            assert one.text.strip()
            one.text.encode("utf-8")


@settings(max_examples=200, deadline=None)
@given(BYTES)
def test_standard_input_gives_what_parse_gives(content: bytes) -> None:
    given_all = list(articles.parse("", content, Defaults(), 1000, today=TODAY))
    read = list(articles.read("-", io.BytesIO(content), Defaults(), 1000, today=TODAY))
    texts = [one.text if isinstance(one, Article) else one.reason for one in given_all]
    assert [one.text if isinstance(one, Article) else one.reason for one in read] == texts


@settings(max_examples=400, deadline=None)
@given(BYTES | BYTES.map(lambda rows: b"relation,subject,object,quote\n" + rows), NAMES)
def test_tables(content: bytes, name: str) -> None:
    try:
        found = list(claims_table.read(name, content, Known(), TODAY))
    except InvalidInput as error:
        assert "header" in str(error) or "UTF" in str(error)
        return
    assert all(isinstance(one, Reading | Refusal) for one in found)
    assert all("\n" not in str(one) for one in found if isinstance(one, Refusal))
