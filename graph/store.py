"""The storage boundary: what a store takes, and what it is asked."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import ClassVar, Generic, Protocol, TypeVar

from pydantic import BaseModel, ConfigDict

from graph.model import Reading, Shape

Row = TypeVar("Row", bound=BaseModel)
Answer = TypeVar("Answer", bound=BaseModel)
Parameter = str | int | Sequence[str] | None


class Loaded(Shape):
    """What a load changed."""

    articles: int
    claims: int
    removed: int = 0

    def __add__(self, other: "Loaded") -> "Loaded":
        """Return the sum of both."""
        return Loaded(
            articles=self.articles + other.articles,
            claims=self.claims + other.claims,
            removed=self.removed + other.removed,
        )


class View(Protocol):
    """Read access to one consistent state of a store."""

    def read(self, statement: str, row: type[Row], **parameters: Parameter) -> list[Row]:
        """Return the rows of a named statement, in its order.

        Raises StoreUnavailable when the store does not answer.
        """
        ...


class Question(BaseModel, Generic[Answer]):
    """One thing the graph can be asked; its fields are its parameters, `Answer` what it gives."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    name: ClassVar[str]
    answer_type: ClassVar[type[BaseModel]]

    @abstractmethod
    def answer(self, view: View) -> Answer:
        """Return the answer; raises NotFound or AmbiguousName for a name that does not resolve."""


class Store(Protocol):
    """What every store does. Each method raises StoreUnavailable when it does not answer."""

    kind: ClassVar[str]

    def load(self, readings: Sequence[Reading]) -> Loaded:
        """Store one batch: all of it or, when this raises, nothing.

        An article that is already there keeps its recorded time and gets exactly these claims.
        """
        ...

    def delete_article(self, article: str) -> bool:
        """Remove an article and its claims, and derive anew what they supported.

        Returns whether it was there.
        """
        ...

    def ask(self, question: Question[Answer]) -> Answer:
        """Answer from one consistent state."""
        ...

    def check(self) -> None:
        """Return when the store answers and may be used; raise StoreUnavailable or StoreRefused."""
        ...

    def close(self) -> None:
        """Let go of files and connections. Calling it again does nothing."""
        ...
