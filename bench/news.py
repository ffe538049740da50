"""The news that reading is measured on."""

import csv
from collections.abc import Iterator, Sequence
from itertools import cycle
from pathlib import Path

from api.sampling import sample_articles
from graph.model import Article

_SYLLABLES = ("ba", "de", "fo", "gi", "ku", "la", "me", "no", "ri", "su", "ta", "vo", "ze", "hai")


def news(path: Path | None) -> list[Article]:
    """Return the articles of a CSV file with columns `text` and `date`; None: the bundled ones."""
    if path is None:
        return list(sample_articles())
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Article(text=row["text"], published=row["date"], language="en")
            for row in csv.DictReader(file)
            if row["text"].strip()
        ]


def endless(given: Sequence[Article]) -> Iterator[Article]:
    """Yield articles again and again, each time with five names that were in none before.

    News brings new words for ever; a text that only repeats would hide that they are kept.
    """
    for number, article in enumerate(cycle(given)):
        names = [_name(5 * number + one) for one in range(5)]
        told = f"{names[0]} {names[1]} told {names[2]} that {names[3]} backs {names[4]} rebels."
        yield article.model_copy(update={"text": f"{article.text}\n\n{told}\n"})


def _name(number: int) -> str:
    """Return a name of at least four syllables, another for each number."""
    spelt: list[str] = []
    while number or len(spelt) < 4:
        number, place = divmod(number, len(_SYLLABLES))
        spelt.append(_SYLLABLES[place])
    return "".join(spelt).title()
