"""Made-up articles with their claims, in any number; the same for the same seed and number."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from bench.world import Conflict, Fact, World
from graph.model import Actor, Article, Claim, End, Reading, Speaker
from graph.vocabulary import (
    RELATIONS,
    DateBasis,
    DatePrecision,
    Modality,
    Polarity,
    Relation,
)

CLAIMS_AN_ARTICLE = 10
_FIRST_DAY, _DAYS = date(2015, 1, 1), 4000
_PUBLISHERS = tuple(f"{n} {k}" for n in ("Coast", "Desert", "River", "Hill") for k in
                    ("Courier", "Post", "Observer", "Herald"))  # fmt: skip
_WIRES = ("North Wire", "South Wire")
_VERBS = {
    Relation.BACKS: "backs", Relation.OPPOSES: "opposes", Relation.CAPTURED: "took",
    Relation.DEPLOYED_TO: "sent forces to", Relation.LEADS: "leads",
    Relation.PART_OF: "belongs to",
}  # fmt: skip
_MODALITIES = (Modality.ACTUAL, Modality.ALLEGED, Modality.PLANNED, Modality.ATTEMPTED)
_FILLER = (
    "Aid workers said that the roads out of the valley stayed closed for a third day.",
    "Prices of bread and fuel rose again at the market, traders told the paper.",
    "Talks are due to go on next week, though nobody expects much of them.",
)


class _Said(NamedTuple):
    """One claim before it has a place in a text."""

    fact: Fact
    speaker: Actor | None
    sentence: str


class Corpus:
    """Articles by number, 10 claims in each: few actors are in many, many in few."""

    def __init__(self, seed: int) -> None:
        """Make up the world that they tell of."""
        self._seed = seed
        self._world = World(seed)

    def readings(self, first: int, last: int) -> Iterator[Reading]:
        """Yield articles `first` up to, not with, `last`; each time anew, with nothing cached."""
        return (self.reading(number) for number in range(first, last))

    def reading(self, number: int) -> Reading:
        """Return one article as a loader would give it."""
        rng = Random(f"{self._seed} {number}")
        conflict = self._world.conflicts.draw(rng)
        said = [_said(rng, conflict) for _ in range(CLAIMS_AN_ARTICLE)]
        text, starts = _text(rng, [one.sentence for one in said])
        article = Article(
            text=text,
            published=(_FIRST_DAY + timedelta(days=rng.randrange(_DAYS))).isoformat(),
            title=f"Article {number}",
            url=f"https://news.example/{self._seed}/{number}",
            publisher=rng.choice(_PUBLISHERS),
            language="en",
            wire=rng.choice(_WIRES) if rng.random() < 0.2 else None,
        )
        entities = {
            e.id: e for one in said for e in (one.fact.subject, one.fact.object, one.speaker) if e
        }
        claims = [_claim(rng, article, one, start) for one, start in zip(said, starts, strict=True)]
        return Reading(article=article, claims=tuple(claims), entities=tuple(entities.values()))


def _said(rng: Random, conflict: Conflict) -> _Said:
    fact = conflict.draw(rng)
    speaker = conflict.actors.draw(rng) if rng.random() < 0.4 else None
    source = f"{speaker.name} said that " if speaker else ""
    when = rng.choice(("on Monday", "over the past weeks", "since the spring", "this year"))
    told = f"{fact.subject.name} {_VERBS[fact.relation]} {fact.object.name}"
    return _Said(fact, speaker, f"{source}{told} {when}, in spite of {rng.randrange(1000)} talks.")


def _text(rng: Random, sentences: list[str]) -> tuple[str, list[int]]:
    """Return sentences among others as one text, and where each of them starts."""
    parts, starts, length = [], [], 0
    for sentence in sentences:
        starts.append(length)
        part = f"{sentence} {rng.choice(_FILLER)}\n"
        parts.append(part)
        length += len(part)
    return "".join(parts), starts


def _claim(rng: Random, article: Article, said: _Said, start: int) -> Claim:
    subject, relation, target = said.fact
    speaker = said.speaker
    dated = rng.random() < 0.6
    return Claim(
        article=article.id,
        relation=relation,
        mode=rng.choice(RELATIONS[relation].modes),
        subject=End(id=subject.id, name=subject.name, mention=subject.name),
        object=End(id=target.id, name=target.name, mention=target.name),
        polarity=Polarity.DENIED if rng.random() < 0.08 else Polarity.AFFIRMED,
        modality=rng.choices(_MODALITIES, (85, 8, 5, 2))[0],
        speaker=Speaker(id=speaker.id, name=speaker.name, mention=speaker.name)
        if speaker
        else None,
        event_until=article.published if dated else None,
        date_precision=DatePrecision.DAY if dated else DatePrecision.UNKNOWN,
        date_basis=DateBasis.STATED if dated else DateBasis.INFERRED,
        published=article.published,
        quote=said.sentence,
        start=start,
        end=start + len(said.sentence),
        extractor="bench 1",
        rule="made up",
    )
