"""whobacks load: articles and hand-made claims into the graph."""

import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from api.failures import in_words
from api.intake import Intake, Tally
from api.progress import Progress
from api.reading import Reader
from api.settings import Settings, read_settings
from api.wiring import open_store
from graph.errors import InvalidInput
from graph.identity import Identity
from graph.model import Article, Reading
from loaders import articles, claims_table, dates, fields, web
from loaders.outcome import Defaults, Refusal

COMMAND = typer.Typer(rich_markup_mode=None, add_completion=False)


class Format(StrEnum):
    """What a source holds."""

    ARTICLES = "articles"
    CLAIMS = "claims"


@COMMAND.command()
def load(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE...",
            help="A file, a folder, - for standard input, or an http(s) address.",
        ),
    ],
    published: Annotated[
        str | None, typer.Option(help="Date of articles that do not say theirs: 2020-01-07.")
    ] = None,
    publisher: Annotated[
        str | None, typer.Option(help="Publisher of articles that do not say theirs.")
    ] = None,
    title: Annotated[str | None, typer.Option(help="Title of one that does not say its.")] = None,
    language: Annotated[
        str | None, typer.Option(help="ISO 639-1 code for articles that do not say theirs.")
    ] = None,
    format: Annotated[
        Format | None, typer.Option(help="What the sources hold; CSV holds claims, else articles.")
    ] = None,
) -> None:
    """Load articles, or hand-made claims. Loading again what is there changes nothing."""
    settings = read_settings()
    defaults = fields.checked_defaults(
        Defaults(published=published, publisher=publisher, title=title, language=language),
        dates.today(),
    )
    store = open_store(settings)
    reader = Reader()
    intake = Intake(store, reader.read, refused=_report, step=Progress())
    try:
        store.check()  # before hours of reading
        taken = [_took(intake, _found(s, format, defaults, settings, reader), s) for s in sources]
    except BaseException:
        if intake.tally.stored:
            print(f"whobacks: until then {_counts(intake.tally)}", file=sys.stderr)
        raise
    finally:
        store.close()
    print(_counts(intake.tally))
    if not all(taken):
        raise typer.Exit(1)


def _took(intake: Intake, found: Iterator[Article | Reading | Refusal], source: str) -> bool:
    """Load one source; False when a part of it, or all, was refused."""
    stored, refusals = intake.tally.stored, len(intake.tally.refusals)
    try:
        intake.take(found)
    except (InvalidInput, OSError) as error:
        print(f"whobacks: {in_words(error)}", file=sys.stderr)
        return False
    # Of a folder from which articles were read, files that hold none were not meant.
    meant = [
        refusal
        for refusal in intake.tally.refusals[refusals:]
        if refusal.source != source or not Path(source).is_dir()
    ]
    return intake.tally.stored > stored and not meant


def _found(
    source: str, format: Format | None, defaults: Defaults, settings: Settings, reader: Reader
) -> Iterator[Article | Reading | Refusal]:
    if (format or _usual(source)) is Format.CLAIMS:
        yield from _claims(source, reader.identity)
    else:
        yield from articles.read(source, sys.stdin.buffer, defaults, settings.max_text)


def _usual(source: str) -> Format:
    return Format.CLAIMS if source.lower().endswith(".csv") else Format.ARTICLES


def _claims(source: str, identity: Identity) -> Iterator[Reading | Refusal]:
    if source == articles.STDIN:
        name, content = "standard input", sys.stdin.buffer.read()
    else:
        if web.is_address(source):
            raise InvalidInput(f"{source}: claims are read from files; download the table first")
        name, content = source, Path(source).read_bytes()
    yield from claims_table.read(name, content, identity, dates.today())


def _report(refusal: Refusal) -> None:
    print(f"whobacks: {refusal}", file=sys.stderr)


def _counts(tally: Tally) -> str:
    there = f" ({tally.already_there:,} were there)" if tally.already_there else ""
    removed = f", {tally.loaded.removed:,} claims removed" if tally.loaded.removed else ""
    refused = f", {len(tally.refusals):,} refused" if tally.refusals else ""
    return (
        f"{tally.loaded.articles:,} articles loaded{there}, {tally.loaded.claims:,} new claims"
        f"{removed}{refused}"
    )
