"""Articles from a file, a folder, standard input or an address, in four formats.

text      .txt          the decoded file is the text; its first line may be the title
markdown  .md           YAML front matter with title, publisher, published, url, language, wire
html      .html .htm    the article's text without its page
jsonl     .jsonl        one object a line: text, and the keys of the front matter
"""

import io
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit

from graph.errors import InvalidInput, TooLarge
from graph.model import Article
from loaders import dates, fields, folders, signs, web
from loaders.document import Document, read_whole, too_large
from loaders.formats import html, json_lines, markdown, plain
from loaders.outcome import Defaults, Refusal, Unfit

STDIN = "-"
FORMATS = ("text", "markdown", "html", "jsonl")

_SINGLE: dict[str, Callable[[Document, Defaults, date], Article]] = {
    "text": plain.article,
    "markdown": markdown.article,
    "html": html.article,
}


def read(
    source: str,
    stdin: BinaryIO,
    defaults: Defaults,
    limit: int,
    format: str | None = None,
    *,
    today: date | None = None,
    seconds: float = 20.0,
) -> Iterator[Article | Refusal]:
    """Yield the articles of `source`: a path, a folder, `-` for `stdin`, or an http(s) address.

    `limit` is the longest text in bytes, `seconds` how long an address may take in all, `today`
    the date after which nothing can have been published (default: now, UTC). A format that is not
    given follows from the suffix, the content type, or the content itself. What cannot be read is
    yielded as a Refusal. Raises TooLarge for a single text over `limit`, InvalidInput for
    `defaults` or a `format` that cannot be.
    """
    now = today or dates.today()
    defaults = fields.checked_defaults(defaults, now)
    _check(format)
    if source == STDIN:
        yield from _stream("standard input", stdin, defaults, limit, format, now)
    elif web.is_address(source):
        yield from _fetched(source, defaults, limit, format, now, seconds)
    elif _is_folder(source):
        yield from _folder(Path(source), defaults, limit, format, now)
    else:
        yield from _file(Path(source), defaults, limit, format, now)


def parse(
    name: str,
    content: bytes,
    defaults: Defaults,
    limit: int,
    format: str | None = None,
    *,
    today: date | None = None,
) -> Iterator[Article | Refusal]:
    """Yield the articles in `content`; `name` is what refusals call it, and its suffix counts.

    Raises what `read` raises.
    """
    now = today or dates.today()
    defaults = fields.checked_defaults(defaults, now)
    _check(format)
    yield from _parsed(Document(name, content), defaults, limit, format or signs.by_name(name), now)


def _parsed(
    document: Document, defaults: Defaults, limit: int, format: str | None, today: date
) -> Iterator[Article | Refusal]:
    format = format or signs.by_content(document.content)
    if format == "jsonl":
        stream = io.BytesIO(document.content)
        yield from json_lines.articles(document.name, stream, defaults, limit, today)
        return
    if len(document.content) > limit:
        raise too_large(document.name, f"{len(document.content):,}", limit)
    try:
        yield _SINGLE[format](document, defaults, today)
    except Unfit as unfit:
        yield unfit.refusal(document.name)


def _stream(
    name: str, stream: BinaryIO, defaults: Defaults, limit: int, format: str | None, today: date
) -> Iterator[Article | Refusal]:
    if format == "jsonl":  # read line by line: such a file may be longer than the memory
        yield from json_lines.articles(name, stream, defaults, limit, today)
        return
    document = Document(name, read_whole(name, stream, limit))
    yield from _parsed(document, defaults, limit, format, today)


def _file(
    path: Path, defaults: Defaults, limit: int, format: str | None, today: date
) -> Iterator[Article | Refusal]:
    try:
        opened = path.open("rb")
    except (OSError, ValueError) as error:  # ValueError: a path with a NUL in it
        yield folders.unreadable(path, error)
        return
    with opened as stream:
        try:
            kind = format or signs.by_name(path.name)
            yield from _stream(str(path), stream, defaults, limit, kind, today)
        except OSError as error:
            yield folders.unreadable(path, error)


def _folder(
    folder: Path, defaults: Defaults, limit: int, format: str | None, today: date
) -> Iterator[Article | Refusal]:
    for found in folders.articles_in(folder, frozenset(signs.SUFFIXES)):
        if isinstance(found, Refusal):
            yield found
            continue
        try:
            yield from _file(found, defaults, limit, format, today)
        except TooLarge as error:
            yield Refusal(str(found), None, None, str(error).removeprefix(f"{found}: "))


def _fetched(
    url: str, defaults: Defaults, limit: int, format: str | None, today: date, seconds: float
) -> Iterator[Article | Refusal]:
    try:
        document, by_type = web.fetch(url, limit, seconds)
    except Unfit as unfit:
        yield unfit.refusal(url)
        return
    where = Defaults(**{**vars(defaults), "url": document.url})
    kind = format or by_type or signs.by_name(urlsplit(document.name).path)
    yield from _parsed(document, where, limit, kind, today)


def _check(format: str | None) -> None:
    if format is not None and format not in FORMATS:
        raise InvalidInput(f"{format!r} is not a format; use one of {', '.join(FORMATS)}")


def _is_folder(source: str) -> bool:
    try:
        return Path(source).is_dir()
    except (OSError, ValueError):
        return False
