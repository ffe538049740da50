"""Who may write, and which pages may not make a browser do it."""

import secrets
from ipaddress import ip_address
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import Depends, Request
from fastapi.security import APIKeyHeader
from starlette.types import ASGIApp, Receive, Scope, Send

from api.errors import told
from api.settings import Settings
from graph.errors import Misconfigured, Unauthorised

_KEY = APIKeyHeader(
    name="X-API-Key", auto_error=False, description="WHOBACKS_API_KEY of the service, if it has one"
)
_READING = frozenset({"GET", "HEAD", "OPTIONS"})


def is_loopback(host: str) -> bool:
    """Say whether a host, as it is listened on or asked for, is this machine itself."""
    name = host.strip("[]").rstrip(".").lower()
    if name == "localhost" or name.endswith(".localhost"):
        return True
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return False


def check_reach(settings: Settings) -> None:
    """Raise Misconfigured when anyone in the network could write."""
    if settings.api_key is None and not is_loopback(settings.host):
        raise Misconfigured(
            f"{settings.host} is open to the network; set WHOBACKS_API_KEY, without it nobody may"
            " be let in, or listen on 127.0.0.1"
        )


def may_write(request: Request, given: Annotated[str | None, Depends(_KEY)]) -> None:
    """Raise Unauthorised unless the request has the API key, where there is one."""
    expected = request.app.state.settings.api_key
    if expected is None:
        return
    wanted = expected.get_secret_value().encode()
    if not secrets.compare_digest((given or "").encode(), wanted):
        why = "a wrong API key" if given else "no API key"
        raise Unauthorised(f"{why} was sent; send WHOBACKS_API_KEY of the service as X-API-Key")


class SameSite:
    """Refuses what a page of another site makes a browser ask: by its Origin, by a false Host.

    On loopback the Host must be this machine: a site whose name is made to point here (DNS
    rebinding) would otherwise pass for ours.
    """

    def __init__(self, app: ASGIApp, loopback: bool) -> None:
        """Say whether the service listens on loopback alone."""
        self._app = app
        self._loopback = loopback

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is not refused."""
        reason = self._refused(scope) if scope["type"] == "http" else None
        await (told(403, reason) if reason else self._app)(scope, receive, send)

    def _refused(self, scope: Scope) -> str | None:
        headers = {key: value.decode("latin-1") for key, value in scope["headers"]}
        host = headers.get(b"host", "")
        if self._loopback and not is_loopback(_name(host)):
            return f"host {host!r} is not this machine; ask for 127.0.0.1 or localhost"
        origin = headers.get(b"origin")
        if scope["method"] in _READING or origin is None or urlsplit(origin).netloc == host:
            return None
        return f"a page of {origin!r} may not write here; write from the service's own page"


def _name(host: str) -> str:
    """Return a Host header without its port."""
    return host.rpartition(":")[0] if host.rpartition(":")[2].isdecimal() else host
