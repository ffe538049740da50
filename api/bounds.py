"""How long a request may be."""

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.errors import too_long

# JSON may write a letter of two bytes as six: \u00e9. What is no text gets a fixed room.
_ESCAPED, _OTHER_KEYS = 3, 65_536


class Bounded:
    """Refuses a body in which no text of `max_text` bytes needs to be: unread, when it is told."""

    def __init__(self, app: ASGIApp, max_text: int) -> None:
        """Say how long a text may be, in bytes."""
        self._app = app
        self._limit = max_text * _ESCAPED + _OTHER_KEYS

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on a request that is not too long."""
        told = Headers(scope=scope).get("content-length", "0") if scope["type"] == "http" else "0"
        if told.isdecimal() and int(told) > self._limit:
            await too_long()(scope, receive, send)
            return
        length = 0

        async def counted() -> Message:
            nonlocal length
            message = await receive()
            length += len(message.get("body", b""))
            if length > self._limit:
                raise HTTPException(413)
            return message

        await self._app(scope, counted, send)
