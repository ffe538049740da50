"""One page of the web: fetched within bounds of time, size, redirects and content type."""

import time
from email.message import Message

import httpx

from loaders import fields
from loaders.document import Document, too_large
from loaders.outcome import Unfit

_REDIRECTS = 5
_AGENT = "whobacks"
_FORMATS = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/markdown": "markdown",
    "text/x-markdown": "markdown",
    "text/plain": None,
    "application/json": "jsonl",
    "application/jsonl": "jsonl",
    "application/x-ndjson": "jsonl",
    "application/jsonlines": "jsonl",
}


def is_address(source: str) -> bool:
    """Say whether a source is an http(s) address, and no path."""
    return source.lower().startswith(("http://", "https://"))


def fetch(url: str, limit: int, seconds: float) -> tuple[Document, str | None]:
    """Return the page at `url` and its format, None where its content type does not tell.

    Raises Unfit when there is no such page or it is slow: `seconds` bounds each wait for the
    server, and the body as a whole. Raises TooLarge when it is over `limit` bytes. Proxies of the
    environment are not used.
    """
    fields.web_address(url)
    deadline = time.monotonic() + seconds
    try:
        with (
            httpx.Client(
                follow_redirects=True, max_redirects=_REDIRECTS, timeout=seconds, trust_env=False
            ) as client,
            client.stream("GET", url, headers={"User-Agent": _AGENT}) as response,
        ):
            return _document(response, limit, deadline)
    except Unfit:
        raise
    except httpx.TimeoutException as error:
        raise _too_slow() from error
    except httpx.TooManyRedirects as error:
        raise Unfit(None, f"redirects over {_REDIRECTS} times; give the last address") from error
    except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
        why = str(error) or type(error).__name__
        raise Unfit(None, f"does not answer ({why}); check the address and the network") from error


def _document(response: httpx.Response, limit: int, deadline: float) -> tuple[Document, str | None]:
    if response.status_code != httpx.codes.OK:
        status = f"{response.status_code} {response.reason_phrase}".strip()
        raise Unfit(status, "the server gives no page; check the address")
    kind, charset = _content_type(response.headers.get("content-type", "text/plain"))
    if kind not in _FORMATS:
        raise Unfit(kind, f"is not a content type that can be read: {', '.join(_FORMATS)}")
    content = _body(response, limit, deadline)
    final = str(response.url)
    return Document(final, content, url=final, charset=charset), _FORMATS[kind]


def _body(response: httpx.Response, limit: int, deadline: float) -> bytes:
    body = bytearray()
    for chunk in response.iter_bytes():
        body += chunk
        if len(body) > limit:
            raise too_large(str(response.url), f"more than {limit:,}", limit)
        if time.monotonic() > deadline:
            raise _too_slow()
    return bytes(body)


def _content_type(header: str) -> tuple[str, str | None]:
    message = Message()
    message["content-type"] = header
    return message.get_content_type(), message.get_content_charset()


def _too_slow() -> Unfit:
    return Unfit(None, "does not answer in time; try again, or save the page and load the file")
