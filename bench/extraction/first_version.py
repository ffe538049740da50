"""What the first version of the program gave, kept in a file; the command makes that file anew.

`python -m bench.extraction.first_version [--gold FOLDER]`
"""

import argparse
import gzip
import json
import subprocess
import sys
import tarfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from typing import Any

from bench.extraction.claim import Found, FoundClaim
from bench.extraction.sets import FOLDER, GoldSet, load, present
from graph.errors import InvalidInput, WhobacksError
from loaders.extraction.relations.flags import RELATIONS

COMMIT = "ca7d3bb"
FILE = Path(__file__).with_name("first_version.jsonl.gz")
REMEDY = "make it anew by python -m bench.extraction.first_version"

_ROOT = Path(__file__).parent.parent.parent
_PROGRAM = ("-c", "from api.cli import main; main()", "extract", "-", "--jsonl")


def stored(gold: GoldSet, file: Path = FILE) -> Found:
    """Return the first version's claims on a set; InvalidInput: it never read its texts."""
    if not file.is_file():
        raise InvalidInput(f"{file.name} is not there; {REMEDY}")
    with gzip.open(file, "rt", encoding="utf-8") as opened:
        rows = [row for row in map(json.loads, opened) if row["set"] == gold.name]
    if not rows or rows[0]["digest"] != gold.digest:
        raise InvalidInput(f"{file.name} holds nothing of these texts of {gold.name!r}; {REMEDY}")
    found: Found = {}
    for row in rows[1:]:
        found.setdefault(row["item"], []).append(_claim(row))
    return found


def write(sets: Sequence[GoldSet], file: Path = FILE) -> int:
    """Run the first version on whole sets, keep its claims, and return how many there are.

    Raises InvalidInput when the history does not hold it: the file stays as it is.
    """
    lines: list[str] = []
    with TemporaryDirectory(prefix="whobacks-first-") as folder:
        _unpack(Path(folder))
        for gold in sets:
            lines.append(json.dumps({"set": gold.name, "digest": gold.digest}))
            lines += (
                json.dumps({"set": gold.name, "item": item} | _kept(claim))
                for item, claim in _claims(gold, Path(folder))
            )
    # No time of making and no file name: the same claims give the same bytes.
    file.write_bytes(gzip.compress("".join(f"{line}\n" for line in lines).encode(), mtime=0))
    return len(lines) - len(sets)


def _unpack(folder: Path) -> None:
    """Write the commit's files into a folder; the checkout is not touched."""
    with TemporaryFile() as packed:
        command = ["git", "-C", str(_ROOT), "archive", "--format=tar", COMMIT]
        done = subprocess.run(command, stdout=packed, stderr=subprocess.PIPE, check=False)
        if done.returncode:
            raise InvalidInput(f"{COMMIT}: not in this checkout's history; git fetch --unshallow")
        packed.seek(0)
        with tarfile.open(fileobj=packed) as archive:
            archive.extractall(folder, filter="data")


def _claims(gold: GoldSet, folder: Path) -> Iterator[tuple[str, FoundClaim]]:
    given = "".join(
        item.model_dump_json(exclude={"claims"}, exclude_none=True) + "\n" for item in gold.items
    )
    done = subprocess.run(
        [sys.executable, *_PROGRAM], cwd=folder, input=given, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    if done.returncode:
        raise InvalidInput(f"the first version failed on {gold.name!r}: {done.stderr[-300:]}")
    for line in done.stdout.splitlines():
        row: dict[str, Any] = json.loads(line)  # Any: whatever JSON holds
        if row["relation"] in RELATIONS:
            yield row["article"], _claim(row)


def _claim(row: dict[str, Any]) -> FoundClaim:
    kept = {key: row[key] for key in FoundClaim.model_fields if key in row}
    return FoundClaim.model_validate_json(json.dumps(kept))


def _kept(claim: FoundClaim) -> dict[str, Any]:
    """Return a claim as it is written: no text, and nothing that goes without saying."""
    return claim.model_dump(mode="json", exclude_defaults=True)


def main(arguments: Sequence[str]) -> int:
    """Keep what the first version gives on every set that is there."""
    parser = argparse.ArgumentParser(
        prog="python -m bench.extraction.first_version", description=main.__doc__
    )
    parser.add_argument(
        "--gold",
        type=Path,
        action="append",
        default=[],
        metavar="FOLDER",
        help="look for the sets here before bench/extraction/gold",
    )
    given = parser.parse_args(arguments)
    gold = [*given.gold, FOLDER]
    try:
        names = present(gold)
        claims = write([load(name, gold) for name in names])
    except WhobacksError as error:
        print(f"bench.extraction.first_version: {error}", file=sys.stderr)
        return 1
    print(f"{claims:,} claims on {', '.join(names)} in {FILE.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
