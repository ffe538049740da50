"""The commands and their options, from the command line itself."""

from collections.abc import Iterator
from enum import Enum
from typing import Any

from typer.main import get_command

from api.cli import APP
from docs.tables import code, table, told

Command = Any
"""Any: typer publishes no type of a command or of its parameters."""


def commands() -> Iterator[tuple[str, Command]]:
    """Yield each command's words after `whobacks`, and the command; a group, then what is in it."""
    yield from _within(get_command(APP), "")


def sections() -> list[str]:
    """Return a section for each command; those of `ask` are in questions.md."""
    lines: list[str] = []
    for name, command in commands():
        if not name.startswith("ask "):
            lines += ["", *_section(name, command)]
    return lines[1:]


def usage(name: str, command: Command) -> str:
    """Return how a command is called."""
    arguments = [shown(p) for p in command.params if not _is_option(p)]
    options = ["[OPTIONS]"] if any(_is_option(p) for p in command.params) else []
    within = ["QUESTION", "..."] if hasattr(command, "commands") else []
    return " ".join(["whobacks", name, *options, *arguments, *within])


def parameters(command: Command) -> list[str]:
    """Return the table of a command's arguments and options; nothing when it has none."""
    rows = [(code(shown(p)), _default(p), told(p.help)) for p in command.params]
    return table(("argument or option", "default", "what it is"), rows) if rows else []


def shown(parameter: Command) -> str:
    """Return a parameter as it is written: SOURCE..., --limit, --json / --no-json."""
    if not _is_option(parameter):
        return str(parameter.metavar or parameter.name.upper())
    return " / ".join([", ".join(reversed(parameter.opts)), *parameter.secondary_opts])


def _within(command: Command, name: str) -> Iterator[tuple[str, Command]]:
    found = command.list_commands(None) if hasattr(command, "list_commands") else ()
    for word in found:
        inner = command.get_command(None, word)
        full = f"{name} {word}".strip()
        yield full, inner
        yield from _within(inner, full)


def _section(name: str, command: Command) -> list[str]:
    lines = [f"## {name}", "", told(command.help), "", "```", usage(name, command), "```"]
    if table_of := parameters(command):
        lines += ["", *table_of]
    if hasattr(command, "commands"):
        lines += ["", "The questions, with their parameters, are in [questions](questions.md)."]
    return lines


def _is_option(parameter: Command) -> bool:
    return bool(parameter.opts[0].startswith("-"))


def _default(parameter: Command) -> str:
    if parameter.required:
        return "required"
    value = parameter.default
    if isinstance(value, bool):
        return "on" if value else "off"
    if isinstance(value, Enum):
        value = value.value
    return code(None if value in (None, [], "") else value)
