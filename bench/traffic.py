"""Requests a second of GET /who-backs beside an endpoint of the same service that is constant."""

import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from urllib.parse import quote

from bench.engines import Pair, environment
from bench.process import line, python
from bench.results import ServiceResult

_CONNECTIONS = 4
_TURNS = 5


def drive(pair: Pair, claims: int, actors: Sequence[str], requests: int) -> ServiceResult:
    """Send `requests` to each endpoint, in turns, over 4 connections that stay open."""
    asking = [f"/who-backs?actor={quote(actor)}" for actor in actors]
    each = requests // _TURNS // _CONNECTIONS
    with python("bench.service", environment=environment(pair.settings)) as process:
        port = int(line(process))
        clients = [_Client(port, asking[number:]) for number in range(_CONNECTIONS)]
        with ThreadPoolExecutor(_CONNECTIONS) as threads:
            _turn(threads, clients, each, constant=False)
            asked = constant = 0.0
            for _ in range(_TURNS):
                constant += _turn(threads, clients, each, constant=True)
                asked += _turn(threads, clients, each, constant=False)
        for client in clients:
            client.close()
    sent = each * _TURNS * _CONNECTIONS
    return ServiceResult(
        store=pair.kind, claims=claims, requests=sent, ratio=round(constant / asked, 3),
        requests_a_second=round(sent / asked), constant_a_second=round(sent / constant),
    )  # fmt: skip


class _Client:
    """One connection, and what it asks, over and over."""

    def __init__(self, port: int, asking: Sequence[str]) -> None:
        self._connection = HTTPConnection("127.0.0.1", port, timeout=60)
        self._asking = asking

    def send(self, count: int, constant: bool) -> None:
        for number in range(count):
            path = "/constant" if constant else self._asking[number % len(self._asking)]
            self._connection.request("GET", path)
            response = self._connection.getresponse()
            body = response.read()
            if response.status != 200:
                raise RuntimeError(f"{path} answers {response.status}: {body[:300]!r}")

    def close(self) -> None:
        self._connection.close()


def _turn(
    threads: ThreadPoolExecutor, clients: Sequence[_Client], each: int, constant: bool
) -> float:
    """Return the seconds until every client has sent its share."""
    begin = time.perf_counter()
    list(threads.map(lambda client: client.send(each, constant), clients))
    return time.perf_counter() - begin
