"""The description of the service for programs: what FastAPI makes, and the shape of problems."""

from typing import Any

from fastapi import FastAPI
from pydantic.json_schema import models_json_schema

from api.errors import MEDIA_TYPE, Problem

_REFERENCE = "#/components/schemas/{model}"
_SAID = {
    404: "No actor, place or article is called that; `nearest` names some.",
    409: "Several are called that: `candidates`.",
    422: "A parameter or the body cannot be used: `errors`.",
    503: "The store does not answer; try again after Retry-After seconds.",
}

Tree = dict[str, Any]  # any JSON: OpenAPI's own specification says what is in it


def problems() -> dict[int | str, Tree]:
    """Return what every route may answer beside what it is for."""
    schema = {"schema": {"$ref": _REFERENCE.format(model=Problem.__name__)}}
    return {
        status: {"description": text, "content": {MEDIA_TYPE: schema}}
        for status, text in _SAID.items()
    }


def install(app: FastAPI) -> None:
    """Let the description of `app` hold the shape of problems as well."""
    described = app.openapi

    def with_problems() -> Tree:
        tree = described()
        _, made = models_json_schema([(Problem, "serialization")], ref_template=_REFERENCE)
        tree.setdefault("components", {}).setdefault("schemas", {}).update(made["$defs"])
        return tree

    # FastAPI's documented way to extend it is to put another function in its place.
    app.openapi = with_problems  # type: ignore[method-assign]
