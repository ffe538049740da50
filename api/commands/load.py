"""whobacks load: articles and hand-made claims into the graph."""

import signal
import sys
from collections.abc import Iterator
from contextlib import closing
from enum import StrEnum
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Annotated

import typer

from api.failures import in_words
from api.intake import Intake, Tally
from api.progress import Progress
from api.progress_bar import ProgressBar
from api.reading import Reader
from api.settings import Settings, read_settings
from api.source import Source
from api.wiring import open_store
from graph.errors import InvalidInput, WhobacksError
from graph.identity import Identity
from graph.model import Reading
from loaders import articles, claims_table, counting, dates, fields, web
from loaders.outcome import Defaults, Refusal
from loaders.workers import Found, cores, read_ahead

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
    workers: Annotated[
        int | None, typer.Option(min=1, help="How many processes read; default: one a core.")
    ] = None,
) -> None:
    """Load articles, or hand-made claims. Loading again what is there changes nothing."""
    settings = read_settings()
    defaults = fields.checked_defaults(
        Defaults(published=published, publisher=publisher, title=title, language=language),
        dates.today(),
    )
    store = open_store(settings)
    make = partial(Reader, settings.pipeline)
    reader = make()
    progress = ProgressBar(counting.count(sources)) if sys.stderr.isatty() else Progress()
    intake = Intake(store, reader.read, step=progress)
    taken = [Source(name) for name in sources]
    found = chain.from_iterable(
        source.watched(_found(source.name, format, defaults, settings, reader), progress.say)
        for source in taken
    )
    # Told to stop, it stops as at Ctrl-C: nothing half-written, no process left behind.
    usual = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        store.check()  # before hours of reading
        with closing(read_ahead(found, make, workers or cores())) as ahead:
            intake.take(ahead)
    except KeyboardInterrupt:
        progress.say(f"interrupted; until then {_counts(intake.tally)}")
        raise
    except WhobacksError as error:
        if not intake.tally.stored:
            raise
        progress.say(f"{in_words(error)}; until then {_counts(intake.tally)}")
        raise typer.Exit(1) from error
    finally:
        signal.signal(signal.SIGTERM, usual)
        progress.close()
        store.close()
    print(_counts(intake.tally))
    if not all(source.whole for source in taken):
        raise typer.Exit(1)


def _found(
    source: str, format: Format | None, defaults: Defaults, settings: Settings, reader: Reader
) -> Iterator[Found]:
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


def _counts(tally: Tally) -> str:
    there = f" ({tally.already_there:,} were there)" if tally.already_there else ""
    removed = f", {tally.loaded.removed:,} claims removed" if tally.loaded.removed else ""
    refused = f", {len(tally.refusals):,} refused" if tally.refusals else ""
    return (
        f"{tally.loaded.articles:,} articles loaded{there}, {tally.loaded.claims:,} new claims"
        f"{removed}{refused}"
    )
