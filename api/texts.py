"""The articles that a command is given to read without a store: a source, or one a line."""

import dataclasses
import io
import json
import sys
from collections.abc import Iterator
from typing import BinaryIO

from graph.model import Article
from loaders import articles, dates
from loaders.formats import json_lines
from loaders.outcome import Defaults, Refusal

Read = tuple[dict[str, object], Article | Refusal]
"""What comes before the keys of each thing printed of it, and what was read."""


def whole(file: str, defaults: Defaults, limit: int) -> Iterator[Read]:
    """Yield the articles of a file, a folder, an address or standard input ("-")."""
    for found in articles.read(file, sys.stdin.buffer, defaults, limit):
        yield {}, found


def lines(file: str, defaults: Defaults, limit: int) -> Iterator[Read]:
    """Yield what each line holds as soon as it is there, with the id that the line gives."""
    if file == articles.STDIN:
        yield from _of_stream("standard input", sys.stdin.buffer, defaults, limit)
        return
    with open(file, "rb") as stream:
        yield from _of_stream(file, stream, defaults, limit)


def _of_stream(name: str, stream: BinaryIO, defaults: Defaults, limit: int) -> Iterator[Read]:
    today = dates.today()
    for number, line in enumerate(stream, 1):
        if not line.strip():
            continue
        for found in json_lines.articles(name, io.BytesIO(line), defaults, limit, today):
            if isinstance(found, Refusal):
                yield {}, dataclasses.replace(found, line=number)
            else:
                yield {"article": json.loads(line.decode("utf-8-sig")).get("id")}, found
