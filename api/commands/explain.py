"""whobacks explain: how the claims of a text came to be, and why others did not."""

import json
import sys
from typing import Annotated

import typer

from api import texts
from api.explanations import as_json, in_lines
from api.reading import Reader
from api.settings import read_settings
from loaders import dates, fields
from loaders.outcome import Defaults, Refusal

COMMAND = typer.Typer(rich_markup_mode=None, add_completion=False)


@COMMAND.command()
def explain(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A text, or - for standard input.")],
    published: Annotated[
        str | None, typer.Option(help="Date of a text that does not say its: 2020-01-07.")
    ] = None,
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help='Read one {"id", "text", "published"} a line.')
    ] = False,
    json_: Annotated[
        bool, typer.Option("--json", help="Print one JSON object a sentence.")
    ] = False,
) -> None:
    """Say of each claim in a text how it was found, and of other sentences why they gave none."""
    settings = read_settings()
    defaults = fields.checked_defaults(Defaults(published=published), dates.today())
    read = texts.lines if jsonl else texts.whole
    reader = Reader(settings.pipeline)
    refused = 0
    for before, one in read(file, defaults, settings.max_text):
        if isinstance(one, Refusal):
            refused += 1
            print(f"whobacks: {one}", file=sys.stderr)
            continue
        _, explained = reader.explain(one)
        if json_:
            for sentence in explained:
                print(json.dumps(before | as_json(sentence), ensure_ascii=False))
        else:
            title = before.get("article") or one.title
            for part in (*([f"# {title}"] if title else []), *map(in_lines, explained)):
                print(f"{part}\n")
        if not explained:
            print("whobacks: no claims, and no sentence names two known ends", file=sys.stderr)
        sys.stdout.flush()
    if refused:
        raise typer.Exit(1)
