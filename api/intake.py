"""From what loaders yield to a store, in batches: the same for a command and for a request."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from graph.model import Article, Reading
from graph.store import Loaded, Store
from loaders.outcome import Refusal

BATCH = 500
"""Readings that are stored in one transaction."""
BATCH_LETTERS = 10_000_000
"""A batch is stored early when its texts are longer than that, so that memory stays small."""

Found = Iterable[Article | Reading | Refusal]


@dataclass
class Tally:
    """What came of a load so far."""

    loaded: Loaded = field(default_factory=lambda: Loaded(articles=0, claims=0))
    read: int = 0
    stored: int = 0
    claims: int = 0
    refusals: list[Refusal] = field(default_factory=list)

    @property
    def already_there(self) -> int:
        """Return how many of the articles the store had before."""
        return self.stored - self.loaded.articles


class Intake:
    """Puts what is found into a store: a batch at a time, each all or nothing."""

    def __init__(
        self,
        store: Store,
        read: Callable[[Article], Reading],
        *,
        refused: Callable[[Refusal], None] = lambda _: None,
        step: Callable[[Tally], None] = lambda _: None,
    ) -> None:
        """Say where to, how an article is read, and who is told of a refusal and of each step."""
        self._store = store
        self._read = read
        self._refused = refused
        self._step = step
        self.tally = Tally()

    def take(self, found: Found) -> Tally:
        """Store all that is found and return the tally.

        When this raises, the tally counts what earlier batches have put there.
        """
        for batch in batches(self._readings(found)):
            self.tally.loaded += self._store.load(batch)
            self.tally.stored += len(batch)
            self._step(self.tally)
        return self.tally

    def _readings(self, found: Found) -> Iterator[Reading]:
        for one in found:
            if isinstance(one, Refusal):
                self.tally.refusals.append(one)
                self._refused(one)
                continue
            reading = self._read(one) if isinstance(one, Article) else one
            self.tally.read += 1
            self.tally.claims += len(reading.claims)
            self._step(self.tally)
            yield reading


def batches(readings: Iterable[Reading]) -> Iterator[list[Reading]]:
    """Yield the readings in lists of at most BATCH."""
    batch: list[Reading] = []
    letters = 0
    for reading in readings:
        batch.append(reading)
        letters += len(reading.article.text)
        if len(batch) == BATCH or letters > BATCH_LETTERS:
            yield batch
            batch, letters = [], 0
    if batch:
        yield batch
