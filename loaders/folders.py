"""The articles of a folder: its files of known suffixes, by name, at any depth."""

import os
from collections.abc import Iterator
from pathlib import Path

from loaders.outcome import Refusal

_SHOWN = 3


def articles_in(folder: Path, suffixes: frozenset[str]) -> Iterator[Path | Refusal]:
    """Yield the files to read, in order of their path, then what was left out, as a count.

    Hidden files and folders, links to folders, and the folder's README files are passed over.
    """
    files, closed = _files(folder)
    yield from (unreadable(Path(error.filename), error) for error in closed)
    known = [path for path in files if path.suffix.lower() in suffixes and path.is_file()]
    yield from known
    read = frozenset(known)
    left_out = [path.name for path in files if path not in read]
    names = " ".join(sorted(suffixes))
    if left_out:
        value = ", ".join(left_out[:_SHOWN]) + (", ..." if len(left_out) > _SHOWN else "")
        count = f"{len(left_out)} file{'s' if len(left_out) > 1 else ''} left out"
        yield Refusal(str(folder), None, value, f"{count}: only {names} are read from a folder")
    elif not known and not closed:
        yield Refusal(str(folder), None, None, f"holds no articles; put {names} files there")


def unreadable(path: Path, error: Exception) -> Refusal:
    """Return what is said of a file or folder that the system does not let us read."""
    why = getattr(error, "strerror", None) or str(error)
    return Refusal(str(path), None, None, f"cannot be read ({why}); check the path")


def _files(folder: Path) -> tuple[list[Path], list[OSError]]:
    # sorted as whole paths, so that the order does not depend on the file system
    paths: list[Path] = []
    closed: list[OSError] = []
    for place, folders, names in os.walk(folder, onerror=closed.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        paths += [Path(place, name) for name in names if not _passed_over(name)]
    return sorted(paths), closed


def _passed_over(name: str) -> bool:
    return name.startswith(".") or name.lower().partition(".")[0] == "readme"
