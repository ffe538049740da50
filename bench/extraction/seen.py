"""Which items are about countries that the model was trained on."""

from collections import Counter
from collections.abc import Iterable

from bench.extraction.names import Names
from loaders.training.gold import Item

FEWEST = 10
"""In how many training items a country must be named to count as seen.

In 9,367 items nearly every country of the world is named once by chance; from fewer than ten nobody
learns how its news are told.
"""


class Seen:
    """Tells items by the countries that they name."""

    def __init__(self, training: Iterable[Item], names: Names) -> None:
        """Count the countries of the training items."""
        named = Counter(country for item in training for country in names.countries(item))
        self._names = names
        self.countries = frozenset(c for c, items in named.items() if items >= FEWEST)

    def split(self, items: Iterable[Item]) -> tuple[list[Item], list[Item]]:
        """Return the items all of whose countries were seen in training, and the others.

        An item that names no country is left out of both.
        """
        seen: list[Item] = []
        unseen: list[Item] = []
        for item in items:
            if found := set(self._names.countries(item)):
                (seen if found <= self.countries else unseen).append(item)
        return seen, unseen
