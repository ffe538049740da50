"""How many articles there will be, by a look from outside: as many as are then read or refused."""

import io
import os
from pathlib import Path

from loaders import articles
from loaders.counting import count
from loaders.outcome import Defaults

LINE = '{"text": "Egypt backs Haftar."}\n'


def test_the_count_is_what_is_found(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "lines.jsonl").write_text(f"{LINE}nonsense\n{LINE}{LINE.strip()}", "utf-8")
    (tmp_path / "one.txt").write_text("Egypt backs Haftar.\n\nSo it is.\n", "utf-8")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    sources = [str(tmp_path), str(tmp_path / "one.txt"), str(tmp_path / "gone.jsonl")]
    found = [
        one
        for source in sources
        for one in articles.read(source, io.BytesIO(), Defaults(), limit=1000)
    ]
    assert count(sources) == len(found) == 8


def test_some_cannot_be_counted(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.jsonl"
    os.mkfifo(pipe)
    for source in ("-", "https://example.org/a", str(tmp_path / "claims.CSV"), str(pipe)):
        assert count([source]) is None
