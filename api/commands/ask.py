"""whobacks ask: every question is a command, made from its class."""

import inspect
from collections.abc import Callable, Mapping
from typing import Annotated, Any, get_origin

import typer
from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from api.settings import read_settings
from api.text.answer import lines
from api.wiring import open_store
from graph.errors import InvalidInput
from graph.store import Question
from queries import questions

COMMAND = typer.Typer(rich_markup_mode=None, add_completion=False, no_args_is_help=True)


@COMMAND.callback()
def ask() -> None:
    """Ask the graph a question."""


def _command(question: type[Question[BaseModel]]) -> Callable[..., None]:
    """Return the function whose parameters, for the command line, are the question's fields."""

    def answer(*, as_json: bool, **given: Any) -> None:  # any: what typer read, checked below
        asked = _made(question, given)
        store = open_store(read_settings())
        try:
            found = store.ask(asked)
        finally:
            store.close()
        if as_json:
            print(found.model_dump_json(indent=2))
        else:
            print("\n".join(lines(found)))

    parameters = [_parameter(name, field) for name, field in question.model_fields.items()]
    answer.__doc__ = question.__doc__
    answer.__signature__ = inspect.Signature([*parameters, _AS_JSON])  # type: ignore[attr-defined]  # the documented way: PEP 362
    answer.__annotations__ = {p.name: p.annotation for p in (*parameters, _AS_JSON)}
    return answer


def _parameter(name: str, field: FieldInfo) -> inspect.Parameter:
    """Return a required field as an argument, another as an option; pydantic checks the values."""
    shown = str(field.validation_alias or name)
    text = field.description or ""
    if field.is_required():
        argument = typer.Argument(metavar=shown.upper(), help=text, show_default=False)
        return _keyword(name, Annotated[str, argument], ...)
    if field.annotation is bool:
        return _keyword(name, Annotated[bool, typer.Option(help=text)], field.default)
    flag = f"--{shown.replace('_', '-')}"
    option = typer.Option(flag, help=text, show_default=bool(field.default))
    if get_origin(field.annotation) is tuple:
        return _keyword(name, Annotated[list[str], option], [])
    default = None if field.default is None else str(field.default)
    return _keyword(name, Annotated[str | None, option], default)


def _keyword(name: str, annotation: Any, default: object) -> inspect.Parameter:  # any type form
    given = inspect.Parameter.empty if default is ... else default
    return inspect.Parameter(
        name, inspect.Parameter.KEYWORD_ONLY, default=given, annotation=annotation
    )


_AS_JSON = _keyword(
    "as_json", Annotated[bool, typer.Option("--json", help="Print the answer as JSON.")], False
)


def _made(question: type[Question[BaseModel]], given: Mapping[str, Any]) -> Question[BaseModel]:
    try:
        return question.model_validate(given)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        name = ".".join(str(part) for part in first["loc"])
        raise InvalidInput(f"{name}: {first['input']!r}: {first['msg']}; correct it") from error


for _name, _question in questions().items():
    COMMAND.command(_name)(_command(_question))
