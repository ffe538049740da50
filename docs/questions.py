"""The questions: parameters and answers, from their classes."""

from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from docs.tables import code, description, table, told, words
from graph.store import Question
from queries import questions

_EXAMPLES = {
    "actor": "Haftar",
    "article": "ARTICLE_ID",
    "article-claims": "ARTICLE_ID",
    "articles": "--since 2020",
    "deployments": "--place Libya",
    "evidence": "Turkey backs GNA",
    "graph": "--limit 40",
    "neighbours": "Haftar --hops 2 --relations backs",
    "path": "Egypt Qatar --max-hops 4",
    "place": "Sirte",
    "search": "haft",
    "stats": "",
    "who-backs": "Haftar",
    "who-captured": "Sirte",
    "who-opposes": "Haftar --no-either-way",
    "whom-backs": "Turkey",
}


def sections() -> list[str]:
    """Return a section for each question."""
    lines: list[str] = []
    for name, question in questions().items():
        lines += ["", *_section(name, question)]
    return lines[1:]


def shapes() -> list[str]:
    """Return a section for each shape that stands within an answer."""
    lines: list[str] = []
    for shape in sorted(_inner(), key=lambda found: found.__name__):
        lines += ["", f"### Shape: {shape.__name__}", "", told(shape.__doc__), "", *fields(shape)]
    return lines[1:]


def fields(shape: type[BaseModel]) -> list[str]:
    """Return the table of a shape's fields."""
    rows = [
        (code(name), words(field.annotation), description(field))
        for name, field in shape.model_fields.items()
    ]
    return table(("field", "type", "what it is"), rows)


def _section(name: str, question: type[Question[BaseModel]]) -> list[str]:
    rows = [_parameter(field_name, field) for field_name, field in question.model_fields.items()]
    lines = [
        f"## {name}", "", told(question.__doc__), "",
        "```", f"whobacks ask {name} {_EXAMPLES[name]}".strip(), f"GET {_route(name, question)}",
        "```", "",
    ]  # fmt: skip
    if rows:
        lines += [*table(("parameter", "command line", "default", "what it is"), rows), ""]
    answer = question.answer_type
    return [*lines, f"Answer, `{answer.__name__}`: {told(answer.__doc__)}", "", *fields(answer)]


def _route(name: str, question: type[Question[BaseModel]]) -> str:
    required = [(n, f) for n, f in question.model_fields.items() if f.is_required()]
    values = "&".join(f"{_shown(n, f)}=..." for n, f in required)
    return f"/{name}{'?' if values else ''}{values}"


def _shown(name: str, field: FieldInfo) -> str:
    return str(field.validation_alias or name)


def _parameter(name: str, field: FieldInfo) -> tuple[str, str, str, str]:
    shown = _shown(name, field)
    flag = f"--{shown.replace('_', '-')}"
    if field.is_required():
        return code(shown), code(shown.upper()), "required", description(field)
    if field.annotation is bool:
        on = f"{flag} / --no-{shown.replace('_', '-')}"
        return code(shown), code(on), code(str(field.default).lower()), description(field)
    more = " May be given several times." if words(field.annotation).startswith("list") else ""
    return code(shown), code(flag), code(field.default), description(field) + more


def _inner() -> set[type[BaseModel]]:
    """Return the shapes within all answers, but not the answers themselves."""
    answers = {question.answer_type for question in questions().values()}
    found: set[type[BaseModel]] = set()
    waiting = list(answers)
    while waiting:
        for field in waiting.pop().model_fields.values():
            new = set(_models(field.annotation)) - found
            found |= new
            waiting += new
    return found - answers


def _models(annotation: Any) -> Iterator[type[BaseModel]]:  # any: a type form of any sort
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _models(inner)
