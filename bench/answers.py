"""How fast who-backs is answered: our store beside the bare engine that fetches the same rows."""

import time
from collections.abc import Sequence
from random import Random
from statistics import fmean, quantiles

from bench.corpus import Corpus
from bench.engines import Pair
from bench.results import AskResult
from graph.vocabulary import Relation
from queries.who_backs import WhoBacks

AIM = 2.0
_WARM = 40


def names(corpus: Corpus, articles: int, count: int) -> list[str]:
    """Return whom to ask about: as often as the articles tell that someone backs him."""
    told = [
        claim.object.name
        for reading in corpus.readings(0, min(articles, 300))
        for claim in reading.claims
        if claim.relation is Relation.BACKS
    ]
    return Random("asked").choices(told, k=count)


def ask(pair: Pair, claims: int, actors: Sequence[str]) -> AskResult:
    """Ask about each actor, ours and the bare engine in turn."""
    for actor in actors[:_WARM]:
        _both(pair, actor)
    times = [_both(pair, actor) for actor in actors]
    ours, bare, ties = zip(*times, strict=True)
    ours_at, bare_at = _milliseconds(ours), _milliseconds(bare)
    return AskResult(
        store=pair.kind, claims=claims, asked=len(actors), ties=round(fmean(ties), 1),
        ratio=round(ours_at[0] / bare_at[0], 2), ratio_p95=round(ours_at[1] / bare_at[1], 2),
        aim=AIM, p50_ms=ours_at[0], p95_ms=ours_at[1],
        bare_p50_ms=bare_at[0], bare_p95_ms=bare_at[1],
    )  # fmt: skip


def _both(pair: Pair, actor: str) -> tuple[float, float, int]:
    """Return the seconds of both and how many ties there are; both must find the same."""
    begin = time.perf_counter()
    answer = pair.store.ask(WhoBacks(actor=actor))
    middle = time.perf_counter()
    asked = [answer.asked.id, *(organisation.id for organisation in answer.included)]
    begin_bare = time.perf_counter()
    keys = pair.bare.who_backs(asked)
    end = time.perf_counter()
    found = [tie.key for tie in answer.ties]
    if found != keys[: len(found)] or len(keys) - len(found) not in (0, 1):
        raise AssertionError(f"{pair.kind}: the bare engine finds other ties of {actor}")
    return middle - begin, end - begin_bare, len(found)


def _milliseconds(seconds: Sequence[float]) -> tuple[float, float]:
    """Return p50 and p95."""
    cuts = quantiles(seconds, n=20, method="inclusive")
    return round(cuts[9] * 1000, 3), round(cuts[18] * 1000, 3)
