"""whobacks load by several processes: what one process would make, whole after every stop."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from select import select

import pytest

from api.cli import run
from api.intake import BATCH
from api.wiring import samples
from graph.model import Article, Reading
from tests.service.doubles import PlainReader
from tests.service.running import Run
from tests.service.test_serving import ROOT, SECONDS, WHOBACKS

pytestmark = pytest.mark.slow

MARK = "WHOBACKS_TEST_IS_DEADLY"


class Mortal(PlainReader):
    """Dies of one article, as long as the environment says so."""

    def read(self, article: Article) -> Reading:
        if article.text.startswith("Deadly") and MARK in os.environ:
            os.kill(os.getpid(), signal.SIGKILL)
        return super().read(article)


def lines(file: Path, count: int, deadly: int = -1) -> Path:
    texts = ["Deadly." if n == deadly else f"Egypt backs Actor{n}." for n in range(count)]
    file.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts), "utf-8")
    return file


def test_the_export_is_that_of_one_process(
    _own_environment: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    made = []
    for workers in ("1", "2"):
        monkeypatch.setenv("WHOBACKS_STORE", f"sqlite:///{tmp_path / workers}.db")
        assert run(["load", str(samples()), "--workers", workers]) == 0
        for format in ("json", "csv"):
            file = tmp_path / f"{workers}.{format}"
            assert run(["export", "--format", format, "-o", str(file)]) == 0
            made.append(file.read_bytes())
    assert made[:2] == made[2:]
    assert made[0].count(b"quote") > 20


def test_extract_gives_the_lines_of_one_process(whobacks: Run, tmp_path: Path) -> None:
    file = lines(tmp_path / "many.jsonl", 30)
    with file.open("a", encoding="utf-8") as stream:
        stream.write('nonsense\n{"id": "x", "text": "A backs B."}\n')
    serial, parallel = (whobacks("extract", file, "--jsonl", "--workers", n) for n in (1, 2))
    assert serial == parallel
    assert (serial[0], serial[1].count("\n")) == (1, 31)


def test_many_files_that_are_named_one_by_one(whobacks: Run, tmp_path: Path) -> None:
    files = [tmp_path / f"{n}.txt" for n in range(8)]
    for file in files:
        file.write_text(f"Egypt backs {file.stem}.", "utf-8")
    files[3].write_bytes(b"\x00\x01\xff" * 50)
    code, out, err = whobacks("load", *files, tmp_path / "gone.csv", "--workers", 2)
    assert (code, out) == (1, "7 articles loaded, 7 new claims, 1 refused\n")
    assert [name in err for name in ("3.txt", "gone.csv")] == [True, True]


def test_a_load_whose_worker_was_killed_is_completed_by_the_next(
    whobacks: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("api.commands.load.Reader", Mortal)
    file = lines(tmp_path / "many.jsonl", BATCH + 100, deadly=BATCH + 50)
    monkeypatch.setenv(MARK, "1")
    code, out, err = whobacks("load", file, "--workers", 2)
    assert (code, out) == (1, "")
    *progress, last = err.splitlines()
    assert all(" read, " in line for line in progress)
    assert re.fullmatch(r"whobacks: .* was killed or died, .*; until then 500 articles .*", last)
    assert json.loads(whobacks("ask", "stats", "--json")[1])["articles"] == BATCH
    monkeypatch.delenv(MARK)
    code, out, _ = whobacks("load", file, "--workers", 2)
    assert (code, out) == (0, "100 articles loaded (500 were there), 99 new claims\n")


@pytest.mark.parametrize("to", ["group", "load"])
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_load_that_is_stopped_leaves_one_line_and_no_process(
    _own_environment: None, tmp_path: Path, how: signal.Signals, to: str
) -> None:
    pipe = tmp_path / "news.jsonl"
    os.mkfifo(pipe)
    environment = os.environ | {"PYTHONPATH": os.pathsep.join((str(ROOT), *sys.path))}
    with subprocess.Popen(
        [*WHOBACKS, "load", str(pipe), "--workers", "2"], env=environment, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
    ) as load:  # fmt: skip
        assert load.stderr is not None
        with pipe.open("w", encoding="utf-8") as writer:
            while not select([load.stderr], [], [], 0.1)[0]:  # until both have read some
                writer.write('{"text": "Egypt backs Khalifa Haftar."}\n' * 2)
                writer.flush()
            (os.killpg if to == "group" else os.kill)(load.pid, how)
            out, err = load.communicate(timeout=SECONDS)
    said = [line for line in err.splitlines() if " read, " not in line]
    assert out == ""
    if how is signal.SIGKILL:
        assert (load.returncode, said) == (-how, [])
    elif to == "load" or how is signal.SIGINT:
        assert load.returncode == 130
        assert said == ["whobacks: interrupted; until then 0 articles loaded, 0 new claims"]
    else:  # its workers are told to stop as well, and it may hear of that first
        assert load.returncode in (1, 130)
        assert len(said) == 1
    assert is_empty(load.pid)


def is_empty(group: int) -> bool:
    """Say whether a group of processes ends within seconds."""
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False
