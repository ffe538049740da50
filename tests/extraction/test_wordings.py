"""The many ways in which news says it: what the lexicon was widened with stays found."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from graph.model import Claim, End
from graph.names import normal
from loaders.extraction.extractor import Extractor
from loaders.registry.known_files import Entry
from loaders.registry.registry import Registry
from tests.extraction.told import read

pytestmark = pytest.mark.slow

FOLDER = Path(__file__).parent / "wordings"
FOUR = ("backs", "opposes", "captured", "deployed-to")

FILES = {  # the least share of what must be found, by the whole program and by the frames alone,
    # and the most claims that the whole program makes of sentences that make none
    "backs_material": (0.86, 0.55, 9),
    "backs_political": (0.77, 0.66, 17),
    "captured_losing": (0.88, 0.65, 8),
    "captured_taking": (0.85, 0.59, 4),
    "deployed": (0.94, 0.75, 14),
    "opposes_armed": (0.92, 0.65, 19),
    "opposes_political": (0.87, 0.70, 10),
}


class Wording(NamedTuple):
    """A sentence with its day, and what it tells: subject, relation, object, polarity, modality."""

    day: str
    text: str
    told: list[tuple[str, ...]]
    must: list[tuple[str, ...]]


def wordings(file: str) -> Iterator[Wording]:
    blocks = (FOLDER / f"{file}.txt").read_text("utf-8").removeprefix("# ").split("\n# ")
    for first, *lines in (block.strip().splitlines() for block in blocks):
        day, _, text = first.partition(" ")
        told = {line: tuple(part.strip() for part in line[1:].split("|")) for line in lines if line}
        must = [row for line, row in told.items() if line.startswith("+")]
        yield Wording(day, text, list(told.values()), must)


def claims_of(wording: Wording, extractor: Extractor) -> list[Claim]:
    claims = read(extractor, wording.text, wording.day)
    return [claim for claim in claims if claim.relation in FOUR]


def is_found(row: tuple[str, ...], claims: list[Claim], registry: Registry) -> bool:
    subject, relation, target = row[:3]
    ways = [(subject, target), (target, subject)] if relation == "opposes" else [(subject, target)]
    return any(
        claim.relation == relation
        and is_called(claim.subject, one, registry)
        and is_called(claim.object, other, registry)
        for claim in claims
        for one, other in ways
    )


def is_called(end: End, name: str, registry: Registry) -> bool:
    names = [end.name, end.mention, end.id.partition(":")[2].replace("-", " ")]
    known = registry.entry(end.id) or registry.place(end.id)
    if isinstance(known, Entry):
        names += [alias.name for alias in known.names()]
    elif known:
        names += known.aliases
    return normal(name) in map(normal, names)


@pytest.fixture(scope="module")
def frames(extractor: Extractor) -> Extractor:
    return Extractor(extractor.registry, method="frames")


@pytest.mark.parametrize("file", FILES)
def test_what_is_told_is_found(file: str, extractor: Extractor) -> None:
    asked = [(wording, row) for wording in wordings(file) for row in wording.must]
    share, _, _ = FILES[file]
    assert _share_found(asked, extractor) >= share


@pytest.mark.parametrize("file", FILES)
def test_what_is_told_is_found_by_the_frames(file: str, frames: Extractor) -> None:
    asked = [(wording, row) for wording in wordings(file) for row in wording.must]
    _, share, _ = FILES[file]
    assert _share_found(asked, frames) >= share


@pytest.mark.parametrize("file", FILES)
def test_what_tells_nothing_makes_few_claims(file: str, extractor: Extractor) -> None:
    silent = [wording for wording in wordings(file) if not wording.told]
    made = [claim for wording in silent for claim in claims_of(wording, extractor)]
    *_, most = FILES[file]
    assert len(silent) > len(made)
    assert len(made) <= most


def _share_found(asked: list[tuple[Wording, tuple[str, ...]]], extractor: Extractor) -> float:
    read_once = {wording.text: claims_of(wording, extractor) for wording, _ in asked}
    found = [is_found(row, read_once[wording.text], extractor.registry) for wording, row in asked]
    return sum(found) / len(found)
