"""Addresses, against a server on this machine that can also misbehave."""

import io
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from graph.errors import TooLarge
from graph.model import Article
from loaders import articles
from loaders.outcome import Defaults, Refusal
from tests.reading.parsing import LIMIT, TODAY
from tests.reading.test_html import BODY

PAGE = f"<html lang=en><body>{BODY}</body></html>".encode()
PAGES: dict[str, tuple[int, dict[str, str], bytes]] = {
    "/page": (200, {"Content-Type": "text/html; charset=utf-8"}, PAGE),
    "/bare": (200, {}, b"Plain."),
    "/plain": (200, {"Content-Type": "text/plain; charset=iso-8859-1"}, b"L'\xc9lys\xe9e."),
    "/a.md": (200, {"Content-Type": "text/plain"}, b"---\ntitle: A b\n---\nBody."),
    "/lines": (200, {"Content-Type": "application/json"}, b'{"text": "A"}\n{"text": "B"}\n'),
    "/pdf": (200, {"Content-Type": "application/pdf"}, b"%PDF"),
    "/odd": (200, {"Content-Type": "text/plain; charset=klingon"}, b"Plain."),
    "/gzip": (200, {"Content-Type": "text/plain", "Content-Encoding": "gzip"}, b"not gzip"),
    "/gone": (404, {"Content-Type": "text/html"}, PAGE),
    "/moved": (302, {"Location": "/page"}, b""),
    "/round": (302, {"Location": "/round"}, b""),
    "/file": (302, {"Location": "file:///etc/hostname"}, b""),
}


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/silent":
            self._wait()
        elif self.path in {"/endless", "/drip"}:
            self._go_on(0.05 if self.path == "/drip" else 0)
        else:
            status, headers, body = PAGES[self.path]
            self._send(status, {**headers, "Content-Length": str(len(body))}, body)

    def _send(self, status: int, headers: dict[str, str], body: bytes) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def _wait(self) -> None:
        self.connection.settimeout(10)
        self.rfile.read(1)  # returns when the other side gives up

    def _go_on(self, pause: float) -> None:
        self._send(200, {"Content-Type": "text/plain"}, b"")
        end = time.monotonic() + 10
        try:
            while time.monotonic() < end:
                self.wfile.write(b"text " * (1 if pause else 1000))
                time.sleep(pause)
        except OSError:
            pass  # the other side has hung up, as it should

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Handler) as httpd:
        thread = threading.Thread(target=httpd.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield f"http://127.0.0.1:{httpd.server_port}"
        httpd.shutdown()
        thread.join()


def read(
    url: str, seconds: float = 5.0, defaults: Defaults | None = None
) -> list[Article | Refusal]:
    given = defaults or Defaults()
    return list(articles.read(url, io.BytesIO(), given, LIMIT, today=TODAY, seconds=seconds))


def test_a_page(server: str) -> None:
    [found] = read(f"{server}/page", defaults=Defaults(url="https://example.org/given"))
    assert isinstance(found, Article)
    assert found.text.startswith("Turkey")
    assert (found.url, found.language) == (f"{server}/page", "en")


@pytest.mark.parametrize(
    ("path", "texts"),
    [
        ("/bare", ["Plain."]),
        ("/plain", ["L'Élysée."]),
        ("/a.md", ["Body."]),
        ("/lines", ["A", "B"]),
    ],
)
def test_other_content_types(server: str, path: str, texts: list[str]) -> None:
    found = read(server + path)
    assert [one.text for one in found if isinstance(one, Article)] == texts
    assert {one.url for one in found if isinstance(one, Article)} == {server + path}


def test_the_address_after_a_redirect_is_the_article_s(server: str) -> None:
    [found] = read(f"{server}/moved")
    assert isinstance(found, Article)
    assert found.url == f"{server}/page"


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/gone", "'404 Not Found': the server gives no page"),
        ("/pdf", "'application/pdf': is not a content type that can be read: text/html"),
        ("/odd", "'klingon': is not a known charset"),
        ("/gzip", "does not answer"),
        ("/round", "redirects over 5 times"),
        ("/file", "does not answer"),
    ],
)
def test_a_page_that_is_none(server: str, path: str, said: str) -> None:
    [found] = read(server + path)
    assert isinstance(found, Refusal)
    assert said in str(found)


@pytest.mark.parametrize("path", ["/silent", "/drip"])
def test_a_server_that_is_slow(server: str, path: str) -> None:
    begun = time.monotonic()
    [found] = read(server + path, seconds=0.3)
    assert "does not answer in time" in str(found)
    assert time.monotonic() - begun < 5


def test_a_server_that_sends_too_much(server: str) -> None:
    with pytest.raises(TooLarge, match=r"/endless: more than 10,000 .*WHOBACKS_MAX_TEXT"):
        read(f"{server}/endless")


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("http://127.0.0.1:1/", "does not answer"),
        ("http://nowhere.invalid/", "does not answer"),
        ("http://", "url is not an address"),
        ("http://[::1/", "url is not an address"),
        ("http://a b/", "url is not an address"),
        ("https://user:secret@example.org/", "url carries a password"),
    ],
)
def test_addresses_that_lead_nowhere(url: str, said: str) -> None:
    [found] = read(url)
    assert said in str(found)
