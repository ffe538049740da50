"""Relations that experts annotated on texts about Syria and Iraq: re3d, by overlap of mentions."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, Field

from api.reading import Extracts
from bench.extraction.claim import FoundClaim, found_in
from bench.extraction.results import MentionResult
from bench.extraction.sentence import sentences_of
from graph.errors import InvalidInput
from graph.model import Article, End
from graph.vocabulary import Polarity, Relation
from loaders.extraction.text import Range

TYPES = {
    "FightingAgainst": Relation.OPPOSES,
    "AlliesOf": Relation.BACKS,
    "InChargeOf": Relation.LEADS,
    "BelongsTo": Relation.PART_OF,
}
EITHER_WAY = frozenset({"FightingAgainst", "AlliesOf"})
SUREST = 0.5
"""Below this confidence most of the crowd did not see the relation that the expert saw."""

_CAPITAL = re.compile(r"\b(?!(?:The|A|An|We|Our|They|Their|He|She|It|Its|This|These|Those)\b)[A-Z]")


@dataclass(frozen=True)
class Annotated:
    """One relation between two mentions."""

    type: str
    source: Range
    target: Range


class _RelationRow(BaseModel):
    """A line of relations.json."""

    type: str
    document: str = Field(alias="documentId")
    source_begin: int = Field(alias="sourceBegin")
    source_end: int = Field(alias="sourceEnd")
    target_begin: int = Field(alias="targetBegin")
    target_end: int = Field(alias="targetEnd")
    confidence: float

    def annotated(self) -> Annotated:
        source = Range(self.source_begin, self.source_end)
        return Annotated(self.type, source, Range(self.target_begin, self.target_end))


class _DocumentRow(BaseModel):
    """A line of documents.json."""

    id: str = Field(alias="_id")
    text: str


@dataclass(frozen=True)
class Document:
    """One text with its relations."""

    text: str
    relations: tuple[Annotated, ...]

    def sentences(self) -> list[Range]:
        """Return the sentences in which any relation, of whatever type, was annotated."""
        starts = [relation.source.start for relation in self.relations]
        return [s for s in sentences_of(self.text) if any(s.start <= at < s.end for at in starts)]

    def named(self, relation: Annotated) -> bool:
        """Say whether both mentions hold a name, and not only "they", "strikes", "the town"."""
        ends = (relation.source, relation.target)
        return all(_CAPITAL.search(self.text, *end) for end in ends)


def read(folder: Path) -> list[Document]:
    """Return the documents of every folder in `folder` that holds re3d's three files."""
    found = [doc for file in sorted(folder.glob("*/relations.json")) for doc in _read(file.parent)]
    if not found:
        raise InvalidInput(f"{folder}: no folder in it has relations.json; name re3d's own folder")
    return found


def compare(row: str, extractor: Extracts, documents: Sequence[Document]) -> list[MentionResult]:
    """Return how far an extractor finds what was annotated, type by type."""
    read_once = [
        (doc, found_in(extractor.read(Article(text=doc.text)).claims)) for doc in documents
    ]
    return [_compare(row, kind, read_once) for kind in TYPES]


def _compare(
    row: str, kind: str, read_once: Sequence[tuple[Document, Sequence[FoundClaim]]]
) -> MentionResult:
    claims = right = annotated = found = named = named_found = 0
    for doc, given in read_once:
        mine = [c for c in given if c.relation is TYPES[kind] and c.polarity is Polarity.AFFIRMED]
        theirs = [relation for relation in doc.relations if relation.type == kind]
        judged = [c for c in mine if any(_overlap((c.start, c.end), s) for s in doc.sentences())]
        claims += len(judged)
        right += sum(any(_same(doc.text, c, r) for r in theirs) for c in judged)
        for relation in theirs:
            met = any(_same(doc.text, claim, relation) for claim in mine)
            annotated, found = annotated + 1, found + met
            if doc.named(relation):
                named, named_found = named + 1, named_found + met
    return MentionResult(
        row=row, annotated_as=kind, relation=TYPES[kind], claims=claims, right=right,
        annotated=annotated, found=found, named=named, named_found=named_found,
    )  # fmt: skip


def _same(text: str, claim: FoundClaim, relation: Annotated) -> bool:
    """Say whether the claim's ends, as its sentence words them, overlap the annotated mentions."""
    ways = [(relation.source, relation.target)]
    if relation.type in EITHER_WAY:
        ways.append((relation.target, relation.source))
    return any(
        _mentioned(text, claim, claim.subject, subject)
        and _mentioned(text, claim, claim.object, target)
        for subject, target in ways
    )


def _mentioned(text: str, claim: FoundClaim, end: End, span: Range) -> bool:
    places = re.compile(re.escape(end.mention)).finditer(text, claim.start, claim.end)
    return any(_overlap(place.span(), span) for place in places)


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _read(folder: Path) -> Iterator[Document]:
    rows = map(_RelationRow.model_validate_json, _lines(folder / "relations.json"))
    relations = [row for row in rows if row.confidence >= SUREST]
    for row in map(_DocumentRow.model_validate_json, _lines(folder / "documents.json")):
        own = (relation.annotated() for relation in relations if relation.document == row.id)
        yield Document(row.text, tuple(own))


def _lines(file: Path) -> list[str]:
    return [line for line in file.read_text("utf-8").splitlines() if line.strip()]
