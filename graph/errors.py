"""Every error this program raises. A class says what the caller should do next.

* WhobacksError
  - NotFound              ask for something that is there
    - UnknownName         the nearest names are given
  - AmbiguousName         choose one of the candidates
  - InvalidInput          mend the input
    - InvalidClaim        a claim that breaks the vocabulary
    - TooLarge            shorten it, or raise the limit
  - Unauthorised          send the API key
  - StoreUnavailable      try again later
  - StoreRefused          the store answers, but is not one we may use
  - Misconfigured         mend the settings
"""

from collections.abc import Sequence


class WhobacksError(Exception):
    """Something this program understands went wrong: value, reason and remedy in one line."""


class NotFound(WhobacksError):
    """What was named is not in the graph."""


class UnknownName(NotFound):
    """No actor or place has that name; `nearest` holds the ids and names that come closest."""

    def __init__(self, name: str, nearest: Sequence[tuple[str, str]]) -> None:
        """Say `name`, and the nearest (id, name) pairs."""
        self.name = name
        self.nearest = tuple(nearest)
        hint = ", ".join(label for _, label in nearest)
        remedy = f"did you mean {hint}?" if hint else "load articles that name it first"
        super().__init__(f"nothing in the graph is named {name!r}; {remedy}")


class AmbiguousName(WhobacksError):
    """Several actors or places have that name; `candidates` holds their ids and names."""

    def __init__(self, name: str, candidates: Sequence[tuple[str, str]]) -> None:
        """Say `name`, and the (id, name) pairs it may mean."""
        self.name = name
        self.candidates = tuple(candidates)
        ids = ", ".join(identifier for identifier, _ in candidates)
        super().__init__(f"{name!r} may mean several; ask again with one of the ids {ids}")


class InvalidInput(WhobacksError):
    """The input cannot be read as what it should be."""


class InvalidClaim(InvalidInput):
    """A claim that breaks the vocabulary."""


class TooLarge(InvalidInput):
    """The text is longer than the limit."""


class Unauthorised(WhobacksError):
    """A write without the API key, where one is needed."""


class StoreUnavailable(WhobacksError):
    """The store did not answer; trying again later may help."""


class StoreRefused(WhobacksError):
    """The store answers, but is damaged, foreign, of another schema version, or shuts us out."""


class Misconfigured(WhobacksError):
    """A setting is missing or contradicts another."""
