"""The columns of files that people write and open, from the code that reads and writes them."""

from graph.exporters.csv import COLUMNS as WRITTEN
from loaders.table_rows import HEADER


def columns() -> list[str]:
    """Return the header of a table of claims."""
    return ["```", HEADER, "```"]


def export_columns() -> list[str]:
    """Return the header of an export as CSV."""
    return ["```", ",".join(WRITTEN), "```"]
