"""What to ask of a graph: for each question, every combination of parameters worth asking."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import product

from pydantic import BaseModel

from graph.errors import WhobacksError
from graph.model import Reading
from graph.store import Question, Store
from graph.vocabulary import Relation, Status
from queries import questions
from tests.contract.readings import ACTORS, PLACES

Parameters = Mapping[str, object]
Ways = Callable[[Sequence[Reading]], Iterator[Parameters]]

_NAMED = [*ACTORS, "Northern Front", "front NORD", "Zenda", "Nobody", "place:tarn"]
_SITES = [*PLACES, "ruritania", "tarn-bridge", "Atlantis"]
_SOME = list(ACTORS)[:4]


def _around(_: Sequence[Reading]) -> Iterator[Parameters]:
    yield from ({"actor": actor} for actor in _NAMED)
    yield from ({"actor": actor, "limit": 1} for actor in _SOME)
    for actor in _SOME:
        yield {"actor": actor, "include_organisation": False}


def _opposed(readings: Sequence[Reading]) -> Iterator[Parameters]:
    yield from _around(readings)
    yield from ({"actor": actor, "either_way": False} for actor in ACTORS)


def _deployed(_: Sequence[Reading]) -> Iterator[Parameters]:
    for limit in (1, 50):
        yield from ({"actor": actor, "limit": limit} for actor in _NAMED)
        yield from ({"place": place, "limit": limit} for place in _SITES)
    yield from ({"actor": a, "place": p} for a, p in product(_SOME, PLACES))


def _evidence(readings: Sequence[Reading]) -> Iterator[Parameters]:
    claims = [claim for reading in readings for claim in reading.claims]
    told = {(c.subject.id, c.relation, c.object.id) for c in claims}
    told.add(("actor:ruritania", Relation.LEADS, "actor:guard"))
    for number, (subject, relation, target) in enumerate(sorted(told)):
        limit = 1 if number % 4 == 0 else 50
        yield {"subject": subject, "relation": relation, "object": target, "limit": limit}


def _neighbours(_: Sequence[Reading]) -> Iterator[Parameters]:
    for of, hops, limit in product(("actor:ruritania", "place:strelsau"), (1, 2, 3), (2, 60)):
        yield {"of": of, "hops": hops, "limit": limit}
    for of in (*ACTORS, *PLACES):
        yield {"of": of, "relations": (Relation.BACKS, Relation.CAPTURED)}
        yield {"of": of, "hops": 2, "statuses": (Status.ASSERTED, Status.CONTESTED)}


def _path(_: Sequence[Reading]) -> Iterator[Parameters]:
    for source, target in product(_SOME[:2], (*ACTORS, *PLACES)):
        yield {"from": source, "to": target}
    for target in ACTORS:
        yield {"from": "Zenda", "to": target, "relations": (Relation.OPPOSES,), "max_hops": 2}


def _search(_: Sequence[Reading]) -> Iterator[Parameters]:
    for q, family in product(("r", "front", "Nrthern", "\U00010428", "zzz"), (None, "actor")):
        yield {"q": q, "family": family}


def _articles(_: Sequence[Reading]) -> Iterator[Parameters]:
    yield from ({"limit": limit} for limit in (1, 2, 50))
    yield from ({"publisher": "Courier"}, {"since": "2020-01-08"}, {"until": "2020-01"})


def _of_articles(key: str) -> Ways:
    def ways(readings: Sequence[Reading]) -> Iterator[Parameters]:
        ids = [*dict.fromkeys(r.article.id for r in readings), "article:none"]
        return ({key: identifier} for identifier in ids)

    return ways


def _no_parameters(_: Sequence[Reading]) -> Iterator[Parameters]:
    yield {}


WAYS: dict[str, Ways] = {
    "actor": lambda _: ({"actor": actor} for actor in _NAMED),
    "article": _of_articles("id"),
    "article-claims": _of_articles("article"),
    "articles": _articles,
    "deployments": _deployed,
    "evidence": _evidence,
    "graph": lambda _: ({"limit": limit} for limit in (2, 3, 80)),
    "neighbours": _neighbours,
    "path": _path,
    "place": lambda _: ({"place": place} for place in _SITES),
    "search": _search,
    "stats": _no_parameters,
    "who-backs": _around,
    "who-captured": lambda _: ({"place": p, "limit": n} for p, n in product(_SITES, (1, 50))),
    "who-opposes": _opposed,
    "whom-backs": _around,
}


def ways_to_ask(readings: Sequence[Reading]) -> Iterator[Question[BaseModel]]:
    """Yield every question, with parameters that fit a graph of these readings.

    Raises KeyError for a question of which WAYS does not say how to ask it.
    """
    for name, question in questions().items():
        for parameters in WAYS[name](readings):
            yield question.model_validate(parameters)


def answers(store: Store, question: Question[BaseModel]) -> Iterator[str]:
    """Yield what the store says: each page as JSON, or the error as a user would read it."""
    while True:
        try:
            answer = store.ask(question)
        except WhobacksError as error:
            yield f"{type(error).__name__}: {error}"
            return
        yield answer.model_dump_json()
        following = getattr(answer, "next", None)
        if following is None:
            return
        question = question.model_copy(update={"cursor": following})
