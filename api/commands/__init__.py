"""The commands of `whobacks`: each module here is one, by its name, and holds COMMAND.

A module is imported when its command is called, so that a question need not wait for what only
the service or the extraction imports.
"""

from importlib import import_module
from pkgutil import iter_modules

from typer import Typer


def names() -> list[str]:
    """Return the names of the commands."""
    return sorted(found.name for found in iter_modules(__path__))


def command(name: str) -> Typer:
    """Return the command of that name."""
    made: Typer = import_module(f"{__name__}.{name}").COMMAND
    return made
