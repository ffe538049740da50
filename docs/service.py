"""The routes and the errors of the service, from the service itself."""

from typing import Any, cast

from fastapi import FastAPI

from api.app import create_app
from api.errors import STATUS, problem_of
from api.reading import Reader
from api.settings import Settings
from docs.tables import code, table, told
from graph.errors import AmbiguousName, UnknownName, WhobacksError
from graph.store import Store


def app() -> FastAPI:
    """Return a service that only describes itself: its store answers nothing."""
    return create_app(cast(Store, None), Settings(), Reader())


def routes() -> list[str]:
    """Return the table of the routes that programs use."""
    rows = [
        (code(f"{method.upper()} {path}"), _what(path, route))
        for path, methods in app().openapi()["paths"].items()
        for method, route in methods.items()
    ]
    return table(("route", "what it does"), rows)


def problems() -> list[str]:
    """Return the table of the errors that have a class, with the status of each."""
    rows = [
        (str(status), code(problem_of(_made(kind)).type), told(kind.__doc__))
        for kind, status in sorted(STATUS.items(), key=lambda row: row[1])
        if kind is not WhobacksError
    ]
    return table(("status", "type", "when"), rows)


def _what(path: str, route: dict[str, Any]) -> str:  # any: OpenAPI says what is in it
    if route["tags"] == ["questions"] and "{" not in path:
        name = path.strip("/")
        return f"The question [{name}](questions.md#{name})."
    return told(route["description"].partition("\n\n")[0])


def _made(kind: type[WhobacksError]) -> WhobacksError:
    return kind("", ()) if issubclass(kind, UnknownName | AmbiguousName) else kind("")
