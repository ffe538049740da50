"""The command `whobacks`: results to stdout, the rest to stderr, errors in one readable line."""

import os
import sys
from typing import Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

from api import commands
from api.failures import in_words
from graph.errors import WhobacksError


class Commands(TyperGroup):
    """The commands of the folder, each imported when it is called."""

    # Any: typer does not publish the types that these two have there.
    def list_commands(self, ctx: Any) -> list[str]:
        """Return the names of the commands."""
        return commands.names()

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return the command of that name, None when there is none."""
        return get_command(commands.command(cmd_name)) if cmd_name in commands.names() else None


APP = typer.Typer(
    name="whobacks",
    cls=Commands,
    help="Who backs whom, who opposes whom, who took what: a graph of conflict actors.",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
)


@APP.callback()
def whobacks() -> None:
    """Who backs whom, who opposes whom, who took what: a graph of conflict actors."""


def main() -> None:
    """Run the command line; the exit code is 1 after an error, 2 for a call that is none."""
    # Names of all scripts are printed, whatever the terminal's locale.
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]  # they are text files here
    # Small products of matrices: a second thread costs twice the time and gains none.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run one command and return its exit code; an error is a line on stderr."""
    try:
        called = arguments or ["--help"]
        code = get_command(APP)(called, prog_name="whobacks", standalone_mode=False)
        sys.stdout.flush()
        return int(code or 0)
    except typer.TyperException as error:
        return _failed(f"{error.format_message()} (whobacks --help)", error.exit_code)
    except BrokenPipeError:
        # Whoever read us has enough; at exit Python must find a stdout that it can flush.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except (WhobacksError, OSError) as error:
        return _failed(in_words(error), 1)
    except (KeyboardInterrupt, typer.Abort):
        return 130


def _failed(message: str, code: int) -> int:
    print(f"whobacks: {' '.join(message.split())}", file=sys.stderr)
    return code
