"""whobacks export: a piece of the graph as a file."""

import os
import secrets
import sys
from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError

from api.selection import Selection, exporter_named, select
from api.settings import read_settings
from api.wiring import open_store
from graph.errors import InvalidInput

COMMAND = typer.Typer(rich_markup_mode=None, add_completion=False)


@COMMAND.command()
def export(
    format: Annotated[str, typer.Option(help="json, csv, graphml or html.")] = "json",
    of: Annotated[
        str | None,
        typer.Option(help="Around whom: id, name or alias; without it the heaviest of all."),
    ] = None,
    hops: Annotated[int, typer.Option(help="How many ties away from it: 1 to 3.")] = 1,
    limit: Annotated[int, typer.Option(help="How many actors and places at most.")] = 500,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="File to write instead of stdout.")
    ] = None,
) -> None:
    """Export ties with their quotes, around one actor or place or of the whole graph."""
    exporter = exporter_named(format)
    selection = _selection(of, hops, limit)
    store = open_store(read_settings())
    try:
        content = exporter.export(select(store, selection))
    finally:
        store.close()
    if output is None:
        sys.stdout.buffer.write(content)
    else:
        _write(output, content)


def _selection(of: str | None, hops: int, limit: int) -> Selection:
    try:
        return Selection(of=of, hops=hops, limit=limit)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise InvalidInput(f"{first['loc'][0]}: {first['input']!r}: {first['msg']}") from error


def _write(path: Path, content: bytes) -> None:
    """Write the whole file or, when this raises, leave what was there."""
    new = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        new.write_bytes(content)
        os.replace(new, path)
    except OSError as error:
        error.filename = str(path)
        raise
    finally:
        new.unlink(missing_ok=True)
