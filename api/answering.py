"""What every response carries: security headers, and an ETag where it can be asked for again."""

import hashlib
import logging
from collections.abc import Iterable

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.errors import unforeseen

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
)
_SECURITY = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_log = logging.getLogger("whobacks")


class Hardened:
    """Adds the security headers, and answers an error that nobody foresaw without its trace."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap `app`."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on a request, and its answer with the headers."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started = False

        async def hardened(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                headers = MutableHeaders(scope=message)
                headers.update(_SECURITY)
                headers.setdefault("Cache-Control", "no-cache")
            await send(message)

        try:
            await self._app(scope, receive, hardened)
        except Exception:
            _log.exception("%s %s failed", scope["method"], scope["path"])
            if started:
                raise
            await unforeseen()(scope, receive, hardened)


class Tagged:
    """Gives a GET's whole answer a strong ETag, and answers 304 to who has it; HEAD is a GET."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap `app`."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on a request, and its answer with the tag."""
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
            await self._app(scope, receive, send)
            return
        messages: list[Message] = []

        async def kept(message: Message) -> None:
            messages.append(message)

        await self._app({**scope, "method": "GET"}, receive, kept)
        start, body = messages[0], b"".join(m.get("body", b"") for m in messages[1:])
        if start["status"] == 200:
            body = _tag(start, body, Headers(scope=scope).getlist("if-none-match"))
        await send(start)
        await send(
            {"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else body}
        )


def _tag(start: Message, body: bytes, known: Iterable[str]) -> bytes:
    """Put the ETag into `start`, make it a 304 when it is known; return the body to send."""
    headers = MutableHeaders(scope=start)
    tag = headers.setdefault("ETag", f'"{hashlib.sha256(body).hexdigest()[:32]}"')
    tags = {given.strip().removeprefix("W/") for line in known for given in line.split(",")}
    if tag.removeprefix("W/") not in tags and "*" not in tags:
        return body
    start["status"] = 304
    del headers["Content-Length"], headers["Content-Type"]
    return b""
