"""What the one writing procedure needs of a store."""

from collections.abc import Sequence
from typing import Protocol

from graph.records import Record, Value
from graph.store import Parameter


class Transaction(Protocol):
    """Named statements within one transaction of a store, which lets in one writer at a time.

    Whoever writes must have waited for the writers before him and see all that they wrote: else
    two that add a claim to one tie would each derive it from half of its claims. `write` and `run`
    need not wait until it is done; an error may come from a later call, or from the commit.
    """

    def rows(self, statement: str, **parameters: Parameter) -> list[tuple[Value, ...]]:
        """Return the rows of a statement, columns in the order that its header says."""
        ...

    def write(self, statement: str, records: Sequence[Record]) -> None:
        """Run a writing statement once for each record."""
        ...

    def run(self, statement: str, **parameters: Parameter) -> None:
        """Run a statement that returns nothing."""
        ...
