"""The bundled articles, for a graph that is empty."""

import sys
from collections.abc import Iterator
from pathlib import Path

from api.intake import Intake
from api.reading import Reader
from api.wiring import samples
from graph.model import Article
from graph.store import Store
from loaders import dates, folders
from loaders.document import Document
from loaders.formats import markdown
from loaders.outcome import Defaults
from queries.stats import Stats


def load_samples(store: Store, reader: Reader) -> None:
    """Load them, unless the store has articles; each batch is whole, so a repeat mends a stop."""
    if store.ask(Stats()).articles:
        return
    print("whobacks: loading the bundled articles", file=sys.stderr, flush=True)
    loaded = Intake(store, reader.read).take(sample_articles()).loaded
    told = f"whobacks: {loaded.articles:,} articles loaded, {loaded.claims:,} claims"
    print(told, file=sys.stderr, flush=True)


def sample_articles() -> Iterator[Article]:
    """Yield the bundled articles, in order of their files."""
    today = dates.today()
    for path in folders.articles_in(samples(), frozenset({".md"})):
        if isinstance(path, Path):
            document = Document(path.name, path.read_bytes())
            yield markdown.article(document, Defaults(), today)
