"""Errors as HTTP tells them: one table of statuses, one shape (RFC 9457 problem details)."""

import re
from collections.abc import Iterable
from http import HTTPStatus

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import Field
from starlette.exceptions import HTTPException

from graph.errors import (
    AmbiguousName,
    InvalidClaim,
    InvalidInput,
    Misconfigured,
    NotFound,
    StoreRefused,
    StoreUnavailable,
    TooLarge,
    Unauthorised,
    UnknownName,
    WhobacksError,
)
from graph.model import Shape

MEDIA_TYPE = "application/problem+json"
RETRY_AFTER = 5
"""Seconds after which asking again makes sense when the store does not answer."""

STATUS: dict[type[WhobacksError], int] = {
    WhobacksError: 500,
    NotFound: 404,
    UnknownName: 404,
    AmbiguousName: 409,
    InvalidInput: 422,
    InvalidClaim: 422,
    TooLarge: 413,
    Unauthorised: 401,
    StoreUnavailable: 503,
    StoreRefused: 503,
    Misconfigured: 500,
}

_HEADERS: dict[type[WhobacksError], dict[str, str]] = {
    StoreUnavailable: {"Retry-After": str(RETRY_AFTER)},
    Unauthorised: {"WWW-Authenticate": 'ApiKey header="X-API-Key"'},
}


class Choice(Shape):
    """An actor or place that may have been meant."""

    id: str
    name: str


class FieldError(Shape):
    """One part of the request that cannot be used."""

    field: str = Field(description="Where it is: parameter, key, or row of a table.")
    message: str


class Problem(Shape):
    """What went wrong, and what to do about it (RFC 9457)."""

    type: str = Field(examples=["urn:whobacks:problem:unknown-name"])
    title: str = Field(examples=["Unknown name"])
    status: int = Field(examples=[404])
    detail: str = Field(
        description="Value, reason and remedy in one line.",
        examples=["nothing in the graph is named 'Haftr'; did you mean Khalifa Haftar?"],
    )
    nearest: tuple[Choice, ...] = Field(default=(), description="Names like an unknown one.")
    candidates: tuple[Choice, ...] = Field(default=(), description="Whom an ambiguous name means.")
    errors: tuple[FieldError, ...] = Field(default=(), description="Each part that is wrong.")


def problem_of(error: WhobacksError) -> Problem:
    """Return an error of ours as a problem."""
    kind = type(error)
    return _problem(
        re.sub(r"(?<!^)(?=[A-Z])", " ", kind.__name__).capitalize(),
        STATUS[kind],
        str(error),
        nearest=_choices(error.nearest) if isinstance(error, UnknownName) else (),
        candidates=_choices(error.candidates) if isinstance(error, AmbiguousName) else (),
    )


def answer_of(problem: Problem, headers: dict[str, str] | None = None) -> Response:
    """Return a problem as a response."""
    text = problem.model_dump_json(exclude_defaults=True)
    return Response(text, problem.status, headers=headers, media_type=MEDIA_TYPE)


def unforeseen() -> Response:
    """Return what is said of an error that is ours to mend; the log has the rest."""
    detail = "the service failed at this request; its log says why"
    return answer_of(_problem("Internal server error", 500, detail))


def too_long() -> Response:
    """Return what is said of a request that is longer than any text may be."""
    why = "the request is longer than this service takes; shorten it or raise WHOBACKS_MAX_TEXT"
    return answer_of(problem_of(TooLarge(why)))


def told(status: int, detail: str, errors: Iterable[FieldError] = ()) -> Response:
    """Return a problem that has a status of HTTP and no class of ours."""
    return answer_of(_problem(HTTPStatus(status).phrase, status, detail, errors=tuple(errors)))


def install(app: FastAPI) -> None:
    """Let `app` answer every error as a problem."""

    @app.exception_handler(WhobacksError)
    async def ours(_: Request, error: WhobacksError) -> Response:
        return answer_of(problem_of(error), _HEADERS.get(type(error)))

    @app.exception_handler(RequestValidationError)
    async def invalid(_: Request, error: RequestValidationError) -> Response:
        fields = [_field(one["loc"], one["msg"]) for one in error.errors()]
        detail = "; ".join(f"{one.field}: {one.message}" for one in fields)
        return told(422, detail, fields)

    @app.exception_handler(HTTPException)
    async def of_http(request: Request, error: HTTPException) -> Response:
        if error.status_code == 413:
            return too_long()
        known = _DETAILS.get(error.status_code)
        detail = known.format(request=request) if known else str(error.detail)
        answer = told(error.status_code, detail)
        answer.headers.update(error.headers or {})
        return answer


_DETAILS = {
    404: "nothing is at {request.url.path}; /openapi.json lists what is",
    405: "{request.method} is not for {request.url.path}; /openapi.json says what is",
}


def _problem(title: str, status: int, detail: str, **more: object) -> Problem:
    mark = re.sub(r"[^a-z]+", "-", title.lower())
    return Problem.model_validate(
        {
            "type": f"urn:whobacks:problem:{mark}",
            "title": title,
            "status": status,
            "detail": detail,
            **more,
        }
    )


def _choices(pairs: Iterable[tuple[str, str]]) -> tuple[Choice, ...]:
    return tuple(Choice(id=identifier, name=name) for identifier, name in pairs)


def _field(location: tuple[int | str, ...], message: str) -> FieldError:
    parts = [str(part) for part in location if part not in ("query", "body", "path")]
    return FieldError(field=".".join(parts) or "body", message=message)
