"""The relations with their ends and modes, from the vocabulary."""

from docs.tables import code, table
from graph.vocabulary import RELATIONS, RelationRow


def relations() -> list[str]:
    """Return the table of the relations."""
    rows = [
        (
            code(row.relation),
            row.inverse,
            f"{_subject(row)} → {row.object_family}",
            ", ".join(_mode(row, mode) for mode in row.modes),
            code(row.edge_type),
        )
        for row in RELATIONS.values()
    ]
    return table(("relation", "inverse", "ends", "modes", "edge in Neo4j"), rows)


def _subject(row: RelationRow) -> str:
    return "person" if row.subject_kinds else "actor"


def _mode(row: RelationRow, mode: str) -> str:
    return f"{code(mode)}{' (ends it)' if mode in row.ending_modes else ''}"
