"""Files, folders and standard input."""

import io
import os
from pathlib import Path

import pytest
from typing_extensions import Buffer

from graph.errors import InvalidInput, TooLarge
from graph.model import Article
from loaders import articles
from loaders.outcome import Defaults, Refusal
from tests.reading.parsing import LIMIT, TODAY

MARKDOWN = "---\ntitle: A title\nurl: https://example.org/a\n---\nBody.\n"
PAGE = "<!-- a --><!doctype html><html><body><p>Turkey backs Libya, it said.</p></body></html>"


def read(
    source: str | Path, stdin: bytes = b"", format: str | None = None
) -> list[Article | Refusal]:
    given = io.BytesIO(stdin)
    return list(articles.read(str(source), given, Defaults(), LIMIT, format, today=TODAY))


@pytest.mark.parametrize(
    ("name", "content", "text"),
    [
        ("a.txt", MARKDOWN, MARKDOWN),
        ("a.md", MARKDOWN, "Body.\n"),
        ("a.MD", MARKDOWN, "Body.\n"),
        ("a.htm", PAGE, "Turkey backs Libya, it said."),
        ("a.jsonl", '{"text": "A"}', "A"),
        ("a.news", "Plain.", "Plain."),
        ("a", MARKDOWN, "Body.\n"),
        ("a", PAGE, "Turkey backs Libya, it said."),
        ("a", '\ufeff{"text": "A"}', "A"),
        ("a", "---\nA line between rules.\n---\n", "---\nA line between rules.\n---\n"),
        ("a", "{curly}", "{curly}"),
    ],
)
def test_the_format_follows_from_suffix_or_content(
    tmp_path: Path, name: str, content: str, text: str
) -> None:
    (tmp_path / name).write_text(content, "utf-8")
    [found] = read(tmp_path / name)
    assert isinstance(found, Article), str(found)
    assert found.text == text


def test_a_given_format_goes_before_the_suffix(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text('{"text": "A"}\n{"text": "B"}', "utf-8")
    found = read(tmp_path / "a.txt", format="jsonl")
    assert [one.text for one in found if isinstance(one, Article)] == ["A", "B"]


def test_standard_input() -> None:
    [found] = read("-", b"Text.\r\n")
    assert isinstance(found, Article)
    assert found.text == "Text.\r\n"
    [found] = read("-")
    assert str(found).startswith("standard input: holds no text")
    with pytest.raises(TooLarge, match="standard input: 12,000 bytes are more than the 10,000"):
        read("-", b"a" * 12_000)


class _Endless(io.RawIOBase):
    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Buffer) -> int:
        view = memoryview(buffer)
        view[:] = b"a" * len(view)
        return len(view)


def test_an_input_without_end_is_not_read_to_its_end() -> None:
    stdin = io.BufferedReader(_Endless())
    with pytest.raises(TooLarge, match="more than"):
        list(articles.read("-", stdin, Defaults(), LIMIT))


@pytest.mark.parametrize("name", ["missing.txt", "missing/", "a\0b", "n" * 300])
def test_a_path_that_cannot_be_read(tmp_path: Path, name: str) -> None:
    [found] = read(f"{tmp_path}/{name}")
    assert isinstance(found, Refusal)
    assert "cannot be read" in found.reason
    assert "\0" not in str(found)


def test_a_file_over_the_limit_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"a" * 10_500)
    with pytest.raises(TooLarge, match=r"a\.txt: 10,500 bytes .*WHOBACKS_MAX_TEXT"):
        read(tmp_path / "a.txt")


def test_a_folder_in_order_with_what_was_left_out(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.md", "a/b.HTM", "c.jsonl", ".git/a.txt", ".a.txt", "README.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text('{"text": "T"}' if name == "c.jsonl" else PAGE, "utf-8")
    for name in ("1.pdf", "2.pdf", "3.pdf", "a/4.csv"):
        (tmp_path / name).write_bytes(b"\x00")
    (tmp_path / "d.txt").write_bytes(b"a" * 10_500)
    (tmp_path / "e.txt").write_bytes(b"")
    (tmp_path / "loop").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "pipe.txt")
    *found, left_out = read(tmp_path)
    assert [type(one) for one in found] == [Article] * 4 + [Refusal] * 2
    assert str(found[4]).startswith(f"{tmp_path}/d.txt: 10,500 bytes are more")
    assert "holds no text" in str(found[5])
    assert str(left_out) == (
        f"{tmp_path}: '1.pdf, 2.pdf, 3.pdf, ...': 5 files left out: only .htm .html .jsonl .md"
        " .txt are read from a folder"
    )


def test_an_empty_folder(tmp_path: Path) -> None:
    [found] = read(tmp_path)
    assert "holds no articles" in str(found)


def test_a_file_s_name_is_shown_in_one_line(tmp_path: Path) -> None:
    path = os.fsdecode(bytes(tmp_path) + b"/a\nb\xff.txt")
    Path(path).write_bytes(b"")
    [found] = read(path)
    assert "/a\\nb\\udcff.txt: holds no text; give an article" in str(found)


def test_wrong_calls_are_errors(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="is not a format"):
        read(tmp_path, format="docx")
    with pytest.raises(InvalidInput, match="future"):
        list(articles.read("-", io.BytesIO(), Defaults(published="2999-01-01"), LIMIT))
