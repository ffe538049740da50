"""The extractor, made when the first article comes and then kept.

Its parser, with all that it imports, takes longer to be there than everything else together, and
who only asks needs none of it. So it is imported by name, at its first use.
"""

from functools import cached_property
from importlib import import_module
from threading import Lock
from typing import Protocol

from graph.identity import Identity
from graph.model import Article, Reading
from loaders.extraction.explained import Explained
from loaders.registry.registry import Registry

EXTRACTOR = "loaders.extraction.extractor"


class Extracts(Protocol):
    """What turns an article into claims."""

    @property
    def name(self) -> str:
        """Return name and version, as claims carry it."""
        ...

    def read(self, article: Article) -> Reading:
        """Return the claims of an article, and what was not understood."""
        ...

    def explain(self, article: Article) -> tuple[Reading, tuple[Explained, ...]]:
        """Return what `read` returns, and how it came to be."""
        ...


class Reader:
    """Reads articles and resolves names. Any number of threads may use it; one reads at a time."""

    def __init__(self, pipeline: str | None = None) -> None:
        """Read nothing yet; `pipeline` names the spaCy pipeline that is to parse, if any."""
        self._pipeline = pipeline
        self._one_at_a_time = Lock()

    @cached_property
    def _registry(self) -> Registry:
        return Registry()

    @cached_property
    def _extractor(self) -> Extracts:
        made: Extracts = import_module(EXTRACTOR).Extractor(self._registry, pipeline=self._pipeline)
        return made

    @property
    def identity(self) -> Identity:
        """Return the registry of known names."""
        with self._one_at_a_time:
            return self._registry

    @property
    def name(self) -> str:
        """Return name and version of the extractor."""
        with self._one_at_a_time:
            return self._extractor.name

    def read(self, article: Article) -> Reading:
        """Return the claims of an article, and what was not understood."""
        with self._one_at_a_time:
            return self._extractor.read(article)

    def explain(self, article: Article) -> tuple[Reading, tuple[Explained, ...]]:
        """Return what `read` returns, and how it came to be, in the order of the text."""
        with self._one_at_a_time:
            return self._extractor.explain(article)
