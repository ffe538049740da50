"""The event and statement times of a row, with the precision that its dates have."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from graph.vocabulary import DateBasis, DatePrecision
from loaders import dates
from loaders.outcome import Unfit

_PRECISIONS = {4: DatePrecision.YEAR, 7: DatePrecision.MONTH, 10: DatePrecision.DAY}


@dataclass(frozen=True)
class Clocks:
    """ISO dates, as much of them as the row gives."""

    event_from: str | None
    event_until: str | None
    statement_date: str | None

    @property
    def precision(self) -> DatePrecision:
        """Return that of the coarser of the event's dates."""
        given = [len(day) for day in (self.event_from, self.event_until) if day]
        return _PRECISIONS[min(given)] if given else DatePrecision.UNKNOWN

    @property
    def basis(self) -> DateBasis:
        """Return `stated` when the row dates the event."""
        stated = self.event_from or self.event_until
        return DateBasis.STATED if stated else DateBasis.INFERRED

    @property
    def on(self) -> str | None:
        """Return a day of the event, for looking up who went by which name then."""
        day = self.event_until or self.event_from
        return day and day + {4: "-12-31", 7: "-28", 10: ""}[len(day)]


def clocks(cells: Mapping[str, str], today: date) -> Clocks:
    """Return the times of a row; Unfit names a date that is none, or that cannot be."""
    begun, ended, said = (
        dates.partial(cells[key], key) if cells[key] else None
        for key in ("event_from", "event_until", "statement_date")
    )
    if begun and ended:
        shared = min(len(begun), len(ended))
        if begun[:shared] > ended[:shared]:
            raise Unfit(ended, f"event_until is before event_from ({begun}); put them in order")
    if said:
        dates.past(said, "statement_date", today)
    return Clocks(begun, ended, said)
