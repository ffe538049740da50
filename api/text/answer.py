"""Any answer as text: its fields in order, each shape in its own way."""

from collections.abc import Sequence

from pydantic import BaseModel

from api.text.items import block, plain
from api.text.layout import columns, indented, safe
from graph.model import Named, Tie


def lines(answer: BaseModel) -> list[str]:
    """Return the lines of an answer: its short values first, then its lists under their names."""
    short: list[tuple[str, str]] = []
    lists: list[str] = []
    for name in type(answer).model_fields:
        value = getattr(answer, name)
        title = name.replace("_", " ")
        if isinstance(value, tuple):
            lists += _list(title, value)
        elif isinstance(value, BaseModel):
            lists += _shape(title, value)
        elif isinstance(value, str) and "\n" in value:
            lists += [f"{title}:", *(f"  {safe(line)}" for line in value.splitlines())]
        elif value is not None:
            short.append((f"{title}:", safe(str(value))))
    return [*columns(short), *lists]


def _list(title: str, items: Sequence[object]) -> list[str]:
    if not items:
        return [f"{title}: none"]
    if not isinstance(items[0], BaseModel):
        return indented(f"{title}: {', '.join(map(str, items))}", 0)
    shapes = [item for item in items if isinstance(item, BaseModel)]
    return [f"{title} ({len(items)}):", *(f"  {line}" for line in block(shapes))]


def _shape(title: str, value: BaseModel) -> list[str]:
    if isinstance(value, Named | Tie):
        first, *more = block([value])
        return [f"{title}: {first}", *(f"  {line}" for line in more)]
    fields = [(name.replace("_", " "), plain(getattr(value, name))) for name in _there(value)]
    wide = max((len(name) for name, _ in fields), default=0) + 2
    return [
        f"{title}:",
        *(line for n, text in fields for line in indented(f"{f'{n}:'.ljust(wide)}{text}", 2)),
    ]


def _there(value: BaseModel) -> list[str]:
    """Return the names of the fields that say something."""
    return [n for n in type(value).model_fields if getattr(value, n) not in (None, ())]
