"""What a loader is told of a source, and what it says of one that it could not read."""

from dataclasses import dataclass

_LONGEST = 80


@dataclass(frozen=True)
class Defaults:
    """What the caller gives for what a source does not say; the source itself goes first.

    `published` is an ISO date with day, `url` an http(s) address, `language` an ISO 639-1 code.
    """

    published: str | None = None
    publisher: str | None = None
    title: str | None = None
    url: str | None = None
    language: str | None = None


@dataclass(frozen=True)
class Refusal:
    """One thing that was not loaded, and why; as text it is one readable line.

    `line` counts from 1 and is None where the whole source is meant; `value` is what is wrong,
    None where it cannot be shown; `reason` ends with the remedy.
    """

    source: str
    line: int | None
    value: str | None
    reason: str

    def __str__(self) -> str:
        """Return `source:line: 'value': reason`, without what is not known."""
        where = self.source if self.line is None else f"{self.source}:{self.line}"
        parts = [where, *([] if self.value is None else [shown(self.value)]), self.reason]
        return _printable(": ".join(parts))


class Unfit(ValueError):
    """Raised and caught within the loaders: a value that makes a text or a row unusable."""

    def __init__(self, value: str | None, reason: str) -> None:
        """Say the value (None: not to be shown) and the reason with its remedy."""
        super().__init__(reason)
        self.value = value
        self.reason = reason

    def refusal(self, source: str, line: int | None = None) -> Refusal:
        """Return what the caller is told."""
        return Refusal(source, line, self.value, self.reason)


def shown(value: str) -> str:
    """Return a value in quotes, shortened, so that it fits in a line of a message."""
    short = value if len(value) <= _LONGEST else value[: _LONGEST - 3] + "..."
    return repr(short)


def _printable(text: str) -> str:
    # Names of files may hold line breaks and bytes that are no text.
    flat = "".join(c if c.isprintable() else repr(c)[1:-1] for c in text)
    return flat.encode("utf-8", "backslashreplace").decode("utf-8")
