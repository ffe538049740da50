"""PLOVER's gold records: who did what to whom in one sentence, by source, target and quad class."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from api.reading import Extracts
from bench.extraction.claim import FoundClaim, found_in
from bench.extraction.results import EventResult
from graph.errors import InvalidInput
from graph.model import Article, End
from graph.vocabulary import Modality, Polarity, Relation
from loaders.extraction.relations.flags import RELATIONS
from loaders.training.matching import plain

FILE = "PLOVER_GSR_CAMEO.json"
VERBAL_COOPERATION, MATERIAL_COOPERATION = "verbal cooperation", "material cooperation"
VERBAL_CONFLICT, MATERIAL_CONFLICT = "verbal conflict", "material conflict"
COOPERATION = frozenset({VERBAL_COOPERATION, MATERIAL_COOPERATION})
CONFLICT = frozenset({VERBAL_CONFLICT, MATERIAL_CONFLICT})
QUADS = {
    VERBAL_COOPERATION: ("AGREE", "CONSULT", "SUPPORT", "CONCEDE"),
    MATERIAL_COOPERATION: ("COOPERATE", "AID", "RETREAT"),
    VERBAL_CONFLICT: ("DEMAND", "DISAPPROVE", "INVESTIGATE", "REJECT", "THREATEN"),
    MATERIAL_CONFLICT: ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "FIGHT"),
}
"""The records' event types; PLOVER later made DEMAND, DISAPPROVE and INVESTIGATE other names of
verbal conflict, and FIGHT part of ASSAULT."""

_VERBAL_MODES = ("political", "recognition")


@dataclass(frozen=True)
class Record:
    """One event."""

    text: str
    quad: str
    sources: tuple[str, ...]
    targets: tuple[str, ...]


def read(path: Path) -> list[Record]:
    """Return the records that have a source and a target; `path` is the file or its folder."""
    file = path / FILE if path.is_dir() else path
    if not file.is_file():
        raise InvalidInput(f"{file}: is not there; name the folder that holds {FILE}")
    quads = {event: quad for quad, events in QUADS.items() for event in events}
    return [
        Record(row["text"], quads[row["event"]], sources, targets)
        for row in json.loads(file.read_text("utf-8"))
        if (sources := _actors(row, "source"))
        and (targets := _actors(row, "target"))
        and row["event"] in quads
    ]


def compare(row: str, extractor: Extracts, records: Sequence[Record]) -> list[EventResult]:
    """Return how an extractor reads the records, of every quad class and of each."""
    read_once = [
        (record, found_in(extractor.read(Article(text=record.text)).claims)) for record in records
    ]
    return [_compare(row, quad, read_once) for quad in ("all", *QUADS)]


def quads_of(claim: FoundClaim) -> frozenset[str]:
    """Return the quad classes that a claim may be of: several where it does not say which.

    What is not done yet is said: a promise is verbal cooperation, a threat verbal conflict. A
    refusal to back is verbal conflict; a denial of hostility may be anything.
    """
    if claim.polarity is Polarity.DENIED:
        backs = claim.relation is Relation.BACKS
        return frozenset({VERBAL_CONFLICT}) if backs else COOPERATION | CONFLICT
    done = claim.modality in (Modality.ACTUAL, Modality.ATTEMPTED)
    if claim.relation is Relation.BACKS:
        if not done or claim.mode in _VERBAL_MODES:
            return frozenset({VERBAL_COOPERATION})
        return COOPERATION if claim.mode == "unspecified" else frozenset({MATERIAL_COOPERATION})
    if claim.mode in ("withdrew", "lost"):
        return frozenset({MATERIAL_COOPERATION if done else VERBAL_COOPERATION})
    if not done or claim.mode == "political":
        return frozenset({VERBAL_CONFLICT})
    return CONFLICT if claim.mode == "unspecified" else frozenset({MATERIAL_CONFLICT})


def _compare(
    row: str, quad: str, read_once: Sequence[tuple[Record, Sequence[FoundClaim]]]
) -> EventResult:
    records = any_claim = both_ends = direction = quad_class = side = 0
    for record, claims in read_once:
        if quad not in ("all", record.quad):
            continue
        mine = [claim for claim in claims if claim.relation in RELATIONS]
        forward = [c for c in mine if _from_to(c.subject, c.object, record)]
        met = forward or [c for c in mine if _from_to(c.object, c.subject, record)]
        may_be = [quads_of(claim) for claim in met]
        own_side = COOPERATION if record.quad in COOPERATION else CONFLICT
        records += 1
        any_claim += bool(mine)
        both_ends += bool(met)
        direction += bool(forward)
        quad_class += any(record.quad in quads for quads in may_be)
        side += any(own_side & quads for quads in may_be)
    return EventResult(
        row=row, quad=quad, records=records, any_claim=any_claim, both_ends=both_ends,
        direction=direction, quad_class=quad_class, side=side,
    )  # fmt: skip


def _from_to(source: End, target: End, record: Record) -> bool:
    return _is_one(source, record.sources) and _is_one(target, record.targets)


def _is_one(end: End, actors: Sequence[str]) -> bool:
    """Say whether the text's wording of an end holds an actor's, or the other way round."""
    own = f" {plain(end.mention)} "
    return any(f" {actor} " in own or own in f" {actor} " for actor in actors)


def _actors(row: dict[str, Any], side: str) -> tuple[str, ...]:  # Any: whatever JSON holds
    return tuple(_spelt(row.get(side)))


def _spelt(actors: object) -> Iterator[str]:
    """Yield the actors' wording; a side that is not there is null or an empty string."""
    for actor in actors if isinstance(actors, list) else ():
        if words := plain(actor.get("actorText", "")):
            yield words
