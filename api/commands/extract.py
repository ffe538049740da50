"""whobacks extract: the claims of a text as JSON Lines, without any store."""

import dataclasses
import io
import json
import sys
from collections.abc import Iterator
from typing import Annotated, BinaryIO

import typer

from api.reading import Reader
from api.settings import read_settings
from graph.model import Article, Claim
from loaders import articles, dates, fields
from loaders.formats import json_lines
from loaders.outcome import Defaults, Refusal

COMMAND = typer.Typer(rich_markup_mode=None, add_completion=False)

Read = tuple[dict[str, object], Article | Refusal]
"""What comes before the keys of each claim, and what was read."""


@COMMAND.command()
def extract(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A text, or - for standard input.")],
    published: Annotated[
        str | None, typer.Option(help="Date of a text that does not say its: 2020-01-07.")
    ] = None,
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help='Read one {"id", "text", "published"} a line.')
    ] = False,
) -> None:
    """Print the claims found in a text, one JSON object a line; no store is needed."""
    limit = read_settings().max_text
    defaults = fields.checked_defaults(Defaults(published=published), dates.today())
    found = _lines(file, defaults, limit) if jsonl else _whole(file, defaults, limit)
    reader = Reader()
    refused = 0
    for before, article in found:
        if isinstance(article, Refusal):
            refused += 1
            print(f"whobacks: {article}", file=sys.stderr)
            continue
        for claim in reader.read(article).claims:
            print(json.dumps(before | as_printed(claim), ensure_ascii=False))
        sys.stdout.flush()
    if refused:
        raise typer.Exit(1)


def as_printed(claim: Claim) -> dict[str, object]:
    """Return a claim in the stable format: these keys in this order, all of them always there."""
    return claim.model_dump(mode="json", exclude={"article": True, "speaker": {"party"}})


def _whole(file: str, defaults: Defaults, limit: int) -> Iterator[Read]:
    for found in articles.read(file, sys.stdin.buffer, defaults, limit):
        yield {}, found


def _lines(file: str, defaults: Defaults, limit: int) -> Iterator[Read]:
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
