"""Query texts by name, read from .sql and .cypher files and checked as they are read."""

import re
from dataclasses import dataclass
from importlib.resources.abc import Traversable

from graph.errors import WhobacksError

_STYLES = {
    "sql": ("--", re.compile(r"(?<!:):([a-z_]+)")),
    "cypher": ("//", re.compile(r"\$([a-z_]+)")),
}


@dataclass(frozen=True, slots=True)
class Statement:
    """One query text with what its header promises."""

    name: str
    summary: str
    parameters: frozenset[str]
    returns: tuple[str, ...]
    text: str


def read_statements(folder: Traversable, dialect: str) -> dict[str, Statement]:
    """Return every statement of `dialect` (sql or cypher) under `folder`, by file name.

    A file starts with comment lines: what it answers, `parameters: a, b`, `returns: x, y`.
    Raises WhobacksError when a header is missing or does not fit the text.
    """
    found: dict[str, Statement] = {}
    for file in _files(folder, "." + dialect):
        statement = parse(file.name.removesuffix("." + dialect), file.read_text("utf-8"), dialect)
        if statement.name in found:
            raise WhobacksError(f"two {dialect} statements are named {statement.name}")
        found[statement.name] = statement
    return found


def parse(name: str, text: str, dialect: str) -> Statement:
    """Return the statement in `text`, once its header and its body agree."""
    comment, used_pattern = _STYLES[dialect]
    lines = text.splitlines()
    header = [line.removeprefix(comment).strip() for line in lines if line.startswith(comment)]
    body = "\n".join(line for line in lines if not line.startswith(comment)).strip()
    parameters = frozenset(_listed(name, header, "parameters"))
    used = frozenset(used_pattern.findall(body))
    if parameters != used:
        raise WhobacksError(
            f"{name}.{dialect}: the header says {sorted(parameters)}, the text {sorted(used)}"
        )
    summary = [line for line in header if not line.startswith(("parameters:", "returns:"))]
    if not summary or not body:
        raise WhobacksError(f"{name}.{dialect}: say in its first line what it answers")
    return Statement(
        name, " ".join(summary), parameters, tuple(_listed(name, header, "returns")), body
    )


def _listed(name: str, header: list[str], key: str) -> list[str]:
    lines = [line for line in header if line.startswith(key + ":")]
    if len(lines) != 1:
        raise WhobacksError(f"{name}: the header needs one line `{key}: ...`")
    return [word.strip() for word in lines[0].removeprefix(key + ":").split(",") if word.strip()]


def _files(folder: Traversable, suffix: str) -> list[Traversable]:
    files = []
    for entry in folder.iterdir():
        if entry.is_dir():
            files += _files(entry, suffix)
        elif entry.name.endswith(suffix):
            files.append(entry)
    return sorted(files, key=lambda file: file.name)
