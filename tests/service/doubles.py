"""Stand-ins for what is slow or must fail: an extractor of one sentence form, broken stores."""

import re
from collections.abc import Sequence
from typing import ClassVar

from api.reading import Reader
from graph.identity import Identity, new_actor
from graph.model import Actor, Article, Claim, End, Note, Place, Reading
from graph.store import Answer, Loaded, Question
from graph.vocabulary import Relation

_SENTENCE = re.compile(r"(\w+) backs (\w+)\.")


class Nobody:
    """Knows no name, so that every name becomes a new actor or place."""

    def actor(
        self, name: str, on: str | None = None, countries: Sequence[str] = ()
    ) -> Actor | None:
        return None

    def place(self, name: str, countries: Sequence[str] = ()) -> Place | None:
        return None


class PlainReader(Reader):
    """Finds `X backs Y.`; all after the last of these is noted as not understood."""

    @property
    def identity(self) -> Identity:
        return Nobody()

    @property
    def name(self) -> str:
        return "plain 1"

    def read(self, article: Article) -> Reading:
        found = list(_SENTENCE.finditer(article.text))
        actors = {name: new_actor(name) for match in found for name in match.groups()}
        claims = [
            _claim(article, match, *(actors[name] for name in match.groups())) for match in found
        ]
        rest = found[-1].end() if found else 0
        notes = (Note(start=rest, end=len(article.text), reason="nothing of it is plain"),)
        return Reading(
            article=article,
            claims=tuple(claims),
            entities=tuple(actors.values()),
            notes=notes if article.text[rest:].strip() else (),
        )


def _claim(article: Article, match: re.Match[str], subject: Actor, target: Actor) -> Claim:
    return Claim(
        article=article.id,
        relation=Relation.BACKS,
        mode="unspecified",
        subject=End(id=subject.id, name=subject.name, mention=match[1]),
        object=End(id=target.id, name=target.name, mention=match[2]),
        published=article.published,
        quote=match[0],
        start=match.start(),
        end=match.end(),
        extractor="plain 1",
        rule="plain",
    )


class BrokenStore:
    """Raises the error it is given, whatever it is asked."""

    kind: ClassVar[str] = "broken"

    def __init__(self, error: Exception) -> None:
        self.error = error

    def load(self, readings: Sequence[Reading]) -> Loaded:
        raise self.error

    def delete_article(self, article: str) -> bool:
        raise self.error

    def ask(self, question: Question[Answer]) -> Answer:
        raise self.error

    def check(self) -> None:
        raise self.error

    def close(self) -> None:
        """Nothing is open."""
