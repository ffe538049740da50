"""The sets of labelled texts, and where their files are."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.errors import InvalidInput
from loaders.training.gold import Item, read

FOLDER = Path(__file__).with_name("gold")
TRAINING = "train"
DEVELOPMENT = "dev"
SETS = (
    (DEVELOPMENT, "sentences_dev", "articles_dev")
    + ("libya_syria", "ukraine_yemen", "articles", "hard_sentences")
)  # fmt: skip
"""What is scored: the development sets first, then what is only ever scored to report."""

QUICK = 60


@dataclass(frozen=True)
class GoldSet:
    """Labelled texts under one name."""

    name: str
    items: tuple[Item, ...]
    digest: str
    """Of all its texts, also where `items` are only the first."""


def find(name: str, folders: Iterable[Path]) -> Path | None:
    """Return the file of a set: NAME.jsonl or NAME.jsonl.gz in the first folder that has one."""
    files = (folder / f"{name}{end}" for folder in folders for end in (".jsonl", ".jsonl.gz"))
    return next((file for file in files if file.is_file()), None)


def load(name: str, folders: Sequence[Path], most: int | None = None) -> GoldSet:
    """Return a set, or its first `most` items; raises InvalidInput when there is no file of it."""
    file = find(name, folders)
    if file is None:
        searched = ", ".join(map(str, folders))
        raise InvalidInput(
            f"{name!r}: no {name}.jsonl or {name}.jsonl.gz in {searched}; name its folder by --gold"
        )
    items = read(file)
    return GoldSet(name, tuple(items[:most]), digest(items))


def present(folders: Sequence[Path]) -> list[str]:
    """Return the names of the sets that have a file."""
    return [name for name in SETS if find(name, folders)]


def digest(items: Iterable[Item]) -> str:
    """Return 20 hex digits of the texts and their dates, whatever their labels say."""
    whole = hashlib.sha256()
    for item in items:
        whole.update(json.dumps([item.id, item.published, item.text]).encode())
    return whole.hexdigest()[:20]
