"""JSON Lines of articles; samples/articles_loader/wire.jsonl shows the usual."""

import json

import pytest

from graph.model import Article
from loaders.outcome import Refusal
from tests.reading.parsing import LIMIT, article, parsed, refusal


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("[1]", "is not a JSON object"),
        ("null", "is not a JSON object"),
        ("1" * 5000, "is not JSON"),
        ("[" * 5000, "is not JSON"),
        ('{"text": "a", "text": "b"}', "stands twice"),
        ('{"text": 7}', "'text' is not text"),
        ('{"title": "a"}', "has no text"),
        ('{"text": null}', "has no text"),
        ('{"text": ""}', "holds no text"),
        ('{"text": "a\\u0000b"}', "control character"),
        ('{"text": "a", "title": "\\udc00"}', "half of a surrogate pair"),
        ('{"text": "a", "published": "2020"}', "published is not a date"),
        ('{"text": "a", "\\ud800": "b"}', "is not a key of an article"),
    ],
)
def test_a_bad_line_is_refused_with_its_number(line: str, said: str) -> None:
    first, bad, last = parsed(f'{{"text": "one"}}\n{line}\n\n{{"text": "four"}}', "jsonl")
    assert isinstance(first, Article)
    assert isinstance(last, Article)
    assert isinstance(bad, Refusal)
    assert bad.line == 2
    assert said in bad.reason
    assert str(bad).startswith("sample:2: ")
    str(bad).encode("utf-8")


def test_the_wrong_encoding_is_of_one_line() -> None:
    lines = b'{"text": "\xe9"}\n{"text": "\xc3\xa9"}\n'
    bad, good = parsed(lines, "jsonl")
    assert isinstance(bad, Refusal)
    assert (bad.line, bad.value) == (1, "0xe9")
    assert isinstance(good, Article)
    assert good.text == "é"


@pytest.mark.parametrize("identifier", [7, "a", None, [1], {"a": 1}])
def test_the_id_is_not_read(identifier: object) -> None:
    assert article(json.dumps({"text": "a", "id": identifier}), "jsonl").text == "a"


def test_a_text_over_the_limit_is_refused_and_the_rest_goes_on() -> None:
    texts = ["a" * LIMIT, "a" * (LIMIT + 1), "a" * (LIMIT * 20), "é" * (LIMIT // 2), "last"]
    lines = "\n".join(json.dumps({"text": text}) for text in texts)
    found = parsed(lines, "jsonl")
    bad = [one for one in found if isinstance(one, Refusal)]
    assert [one.line for one in bad] == [2, 3]
    assert "10,001 bytes" in bad[0].reason
    assert f"{LIMIT * 20 + 13:,} bytes" in bad[1].reason
    assert all("WHOBACKS_MAX_TEXT" in one.reason for one in bad)
    assert [len(one.text) for one in found if isinstance(one, Article)] == [LIMIT, LIMIT // 2, 4]


@pytest.mark.parametrize("content", [b"", b"\n"])
def test_nothing_in_it(content: bytes) -> None:
    assert "holds no lines" in refusal(content, "jsonl").reason


def test_marks() -> None:
    assert article('\ufeff{"text": "a"}', "jsonl").text == "a"
    assert "UTF-16" in refusal('{"text": "a"}\n'.encode("utf-16"), "jsonl").reason
