"""CSV: one row a tie, with its best quote on each side, safe to open in a spreadsheet."""

import csv
import io
import re

from graph.exporters.exporter import Exporter
from graph.model import Evidence, Tie
from graph.subgraph import Subgraph

_EVIDENCE = ("quote", "speaker", "publisher", "published", "title", "url", "article")
COLUMNS = (
    "subject_id", "subject", "subject_kind", "relation", "object_id", "object", "object_kind",
    "status", "modes", "claims_for", "claims_against", "origins_for", "origins_against",
    "first_event", "last_event", "first_report", "last_report",
    *_EVIDENCE, *(f"{column}_against" for column in _EVIDENCE),
)  # fmt: skip

# A spreadsheet computes a cell that begins so, also after blanks and in full-width form.
_FORMULA = re.compile(r"\s*[=+\-@\t\r\n＝＋－＠]")


def export(subgraph: Subgraph) -> bytes:
    """Return UTF-8 with byte-order mark and CRLF, as spreadsheets expect; the header is COLUMNS.

    A cell that a spreadsheet would compute gets an apostrophe in front; no other text is changed.
    """
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    writer.writerow(COLUMNS)
    writer.writerows([_harmless(cell) for cell in _row(tie)] for tie in subgraph.ties)
    return written.getvalue().encode("utf-8-sig")


def _row(tie: Tie) -> tuple[str | int | None, ...]:
    return (
        tie.subject.id, tie.subject.name, tie.subject.kind, tie.relation,
        tie.object.id, tie.object.name, tie.object.kind,
        tie.status, ", ".join(tie.modes), tie.claims_for, tie.claims_against, tie.origins_for,
        tie.origins_against, tie.first_event, tie.last_event, tie.first_report, tie.last_report,
        *_cells(tie.best), *_cells(tie.best_against),
    )  # fmt: skip


def _cells(evidence: Evidence | None) -> tuple[str | None, ...]:
    if evidence is None:
        return (None,) * len(_EVIDENCE)
    speaker = evidence.speaker
    return (
        evidence.quote, (speaker.name or speaker.mention) if speaker else None,
        evidence.publisher, evidence.published, evidence.title, evidence.url, evidence.article,
    )  # fmt: skip


def _harmless(cell: str | int | None) -> str | int | None:
    return f"'{cell}" if isinstance(cell, str) and _FORMULA.match(cell) else cell


EXPORTER = Exporter("csv", "text/csv", ".csv", export)
