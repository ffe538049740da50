"""Markdown tables and the names of types, as the reference pages show them."""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from enum import StrEnum
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

_PLAIN = {
    str: "text", int: "number", float: "number", bool: "true or false", NoneType: "null",
    datetime: "date and time",
}  # fmt: skip


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Return the lines of a table; a bar within a cell is escaped."""
    lines = [heads, ["---"] * len(heads), *rows]
    return [f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |" for row in lines]


def code(value: object) -> str:
    """Return a value as code, a dash for none."""
    return "–" if value is None or value == () else f"`{value}`"


def told(docstring: str | None) -> str:
    """Return a docstring, or a description, as one line that ends in a full stop."""
    text = " ".join((docstring or "").split())
    return text if not text or text.endswith(".") else f"{text}."


def words(annotation: Any) -> str:  # any: a type form of any sort
    """Return a type in words: text, number, a list of Tie, one of actor, place."""
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return words(inner[0])
    if origin in (Union, UnionType):
        return " or ".join(dict.fromkeys(words(one) for one in inner))
    if origin is tuple:
        return f"list of {words(inner[0])}"
    if origin is dict:
        return f"{words(inner[1])} by {words(inner[0])}"
    if origin is Literal:
        return f"one of {', '.join(map(code, inner))}"
    return _PLAIN.get(annotation) or _named(annotation)


def _named(annotation: type) -> str:
    if issubclass(annotation, BaseModel):
        return f"[{annotation.__name__}](#shape-{annotation.__name__.lower()})"
    if issubclass(annotation, StrEnum):
        parts = re.findall(r"[A-Z][a-z]+", annotation.__name__)
        return f"[{' '.join(parts).lower()}](vocabulary.md)"
    return annotation.__name__


def description(field: FieldInfo) -> str:
    """Return what a field says of itself, or what the type that it may have says."""
    if field.description:
        return told(field.description)
    for one in get_args(field.annotation):
        for more in get_args(one)[1:] if get_origin(one) is Annotated else ():
            if isinstance(more, FieldInfo) and more.description:
                return told(more.description)
    return ""
