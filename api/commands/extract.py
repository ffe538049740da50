"""whobacks extract: the claims of a text as JSON Lines, without any store."""

import json
import sys
from contextlib import closing
from functools import partial
from itertools import tee
from pathlib import Path
from typing import Annotated

import typer

from api import texts
from api.reading import Reader
from api.settings import read_settings
from graph.model import Article, Claim
from loaders import dates, fields
from loaders.outcome import Defaults, Refusal
from loaders.workers import cores, read_ahead

COMMAND = typer.Typer(rich_markup_mode=None, add_completion=False)


@COMMAND.command()
def extract(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A text, or - for standard input.")],
    published: Annotated[
        str | None, typer.Option(help="Date of a text that does not say its: 2020-01-07.")
    ] = None,
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help='Read one {"id", "text", "published"} a line.')
    ] = False,
    workers: Annotated[
        int | None,
        typer.Option(min=1, help="How many processes read a file or folder; default: one a core."),
    ] = None,
) -> None:
    """Print the claims found in a text, one JSON object a line; no store is needed."""
    settings = read_settings()
    limit = settings.max_text
    defaults = fields.checked_defaults(Defaults(published=published), dates.today())
    found = texts.lines(file, defaults, limit) if jsonl else texts.whole(file, defaults, limit)
    make = partial(Reader, settings.pipeline)
    reader = make()
    refused = 0
    # Who writes line by line into a pipe may wait for the claims of one before the next.
    waits = not (Path(file).is_file() or Path(file).is_dir())
    count = 1 if waits else workers or cores()
    keys, inputs = tee(found)
    with closing(read_ahead((one for _, one in inputs), make, count)) as ahead:
        for (before, _), one in zip(keys, ahead, strict=True):
            if isinstance(one, Refusal):
                refused += 1
                print(f"whobacks: {one}", file=sys.stderr)
                continue
            reading = reader.read(one) if isinstance(one, Article) else one
            for claim in reading.claims:
                print(json.dumps(before | as_printed(claim), ensure_ascii=False))
            sys.stdout.flush()
    if refused:
        raise typer.Exit(1)


def as_printed(claim: Claim) -> dict[str, object]:
    """Return a claim in the stable format: these keys in this order, all of them always there."""
    return claim.model_dump(mode="json", exclude={"article": True, "speaker": {"party"}})
