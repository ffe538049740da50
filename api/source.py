"""One source of a load: what it gave, and whether that was all of it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from api.failures import in_words
from graph.errors import InvalidInput
from loaders.outcome import Refusal
from loaders.workers import Found


@dataclass
class Source:
    """A source as it was named, and what came of it so far."""

    name: str
    given: int = 0
    refusals: list[Refusal] = field(default_factory=list)
    failed: bool = False

    def watched(self, found: Iterable[Found], say: Callable[[str], None]) -> Iterator[Found]:
        """Yield what is found and count it; what is refused, or ends it, is said at once."""
        try:
            for one in found:
                if isinstance(one, Refusal):
                    self.refusals.append(one)
                    say(str(one))
                else:
                    self.given += 1
                yield one
        except (InvalidInput, OSError) as error:
            self.failed = True
            say(in_words(error))

    @property
    def whole(self) -> bool:
        """Say whether it gave something, and no part of it was refused."""
        # Of a folder from which articles were read, files that hold none were not meant.
        is_folder = Path(self.name).is_dir()
        meant = [one for one in self.refusals if one.source != self.name or not is_folder]
        return self.given > 0 and not meant and not self.failed
