"""The command as a process: it serves, says where, and stops; a reader that leaves is no error."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from urllib.request import Request, urlopen

import pytest

ROOT = Path(__file__).parents[2]
WHOBACKS = [sys.executable, "-c", "from api.cli import main; main()"]
SECONDS = 60


@pytest.fixture
def started(_own_environment: None) -> dict[str, str]:
    """The environment of such a process."""
    return os.environ | {"PYTHONPATH": os.pathsep.join((str(ROOT), *sys.path))}


@contextmanager
def serving(environment: dict[str, str]) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """Start the service on a free port; give its address and the process."""
    with subprocess.Popen(
        [*WHOBACKS, "serve", "--port", "0"],
        env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        try:
            assert process.stdout is not None
            found = re.match(
                r"whobacks is at (http://127\.0\.0\.1:\d+) ", process.stdout.readline()
            )
            assert found is not None
            yield found[1], process
        finally:
            process.kill()


@pytest.mark.parametrize(("how", "code"), [(signal.SIGTERM, 0), (signal.SIGINT, 130)])
def test_it_serves_until_it_is_stopped(
    started: dict[str, str], how: signal.Signals, code: int
) -> None:
    with serving(started) as (address, process):
        row = {"relation": "backs", "subject": "Egypt", "object": "Haftar"}
        claims = Request(
            f"{address}/claims",
            data=json.dumps([row]).encode(),
            headers={"Content-Type": "application/json"},
        )
        with urlopen(claims, timeout=SECONDS) as answer:
            assert json.load(answer)["claims"] == 1
        with urlopen(f"{address}/who-backs?actor=Haftar", timeout=SECONDS) as answer:
            assert [tie["subject"]["name"] for tie in json.load(answer)["ties"]] == ["Egypt"]
        process.send_signal(how)
        _, errors = process.communicate(timeout=SECONDS)
        assert (process.returncode, errors) == (code, "")


def test_small_answers_are_sent_at_once(started: dict[str, str]) -> None:
    """A kernel that waits to fill a packet holds back each answer for 40 ms or more."""
    with serving(started) as (address, _process):
        connection = HTTPConnection(address.removeprefix("http://"), timeout=SECONDS)
        seconds = []
        for _ in range(60):
            begin = time.perf_counter()
            connection.request("GET", "/healthz")
            assert connection.getresponse().read()
            seconds.append(time.perf_counter() - begin)
        connection.close()
    assert min(seconds[-20:]) < 0.03


def test_a_port_that_is_taken(started: dict[str, str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        ended = _ended(started, "serve", "--port", port)
    assert ended.returncode == 1
    assert f"cannot listen on 127.0.0.1 port {port}" in ended.stderr
    assert ended.stderr.count("\n") == 1


def test_beyond_loopback_it_does_not_start_without_a_key(started: dict[str, str]) -> None:
    ended = _ended(started, "serve", "--host", "0.0.0.0")
    assert (ended.returncode, ended.stdout) == (1, "")
    assert "WHOBACKS_API_KEY" in ended.stderr
    assert ended.stderr.count("\n") == 1


def test_a_reader_that_leaves_is_no_error(started: dict[str, str]) -> None:
    read, write = os.pipe()
    os.close(read)
    ended = subprocess.run(
        [*WHOBACKS, "ask", "stats"], env=started, stdout=write, stderr=subprocess.PIPE,
        text=True, timeout=SECONDS, check=False,
    )  # fmt: skip
    os.close(write)
    assert ended.stderr == ""


def test_names_of_all_scripts_are_printed_in_any_locale(started: dict[str, str]) -> None:
    ended = subprocess.run(
        [*WHOBACKS, "ask", "who-backs", "Хафтар"],
        env=started | {"LC_ALL": "C", "PYTHONIOENCODING": "ascii"},
        capture_output=True, timeout=SECONDS, check=False,
    )  # fmt: skip
    assert "'Хафтар'" in ended.stderr.decode()


def _ended(environment: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*WHOBACKS, *arguments], env=environment, capture_output=True, text=True,
        timeout=SECONDS, check=False,
    )  # fmt: skip
