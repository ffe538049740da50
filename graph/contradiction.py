"""Who speaks of which days, and whether two who differ speak of the same."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain

from graph.independence import mark

# By a mark of the origin and the speaker: first and last day, first and last day, and so on, as
# text that compares.
Spans = Mapping[str, Sequence[str]]


def span(event_from: str | None, event_until: str | None, published: str | None) -> Sequence[str]:
    """Return the first and last day that a claim can speak of.

    One that does not say speaks of the year before it was reported: a denial of today is none of
    what happened ten years ago.
    """
    last = event_until or published or "9999"
    first = event_from or f"{int(last[:4]) - 1:04}{last[4:]}"
    return first, max(last, first) + "-99"


@lru_cache(maxsize=4096)
def speaking(origin: str, speaker: str | None) -> str:
    """Return a mark of who speaks: the same speaker in the same origin does not contradict."""
    return mark(origin, speaker)


def together(spans: Spans, others: Spans) -> Spans:
    """Return all spans, those of one voice that overlap made one: they meet the same others."""
    if not others or not spans:
        return spans or others
    met = {voice: _merged(spans[voice], others[voice]) for voice in others if voice in spans}
    return {**spans, **others, **met}


def contradict(held: Spans, denied: Spans) -> bool:
    """Whether two voices, other origins or other speakers, speak about times that overlap."""
    return any(
        yes_first <= no_last and no_first <= yes_last
        for denier, noes in denied.items()
        for holder, ayes in held.items()
        if holder != denier
        for no_first, no_last in _pairs(noes)
        for yes_first, yes_last in _pairs(ayes)
    )


def _pairs(days: Sequence[str]) -> Iterable[tuple[str, str]]:
    return zip(days[::2], days[1::2], strict=True)


def _merged(days: Sequence[str], others: Sequence[str]) -> Sequence[str]:
    merged: list[str] = []
    for first, last in sorted(chain(_pairs(days), _pairs(others))):
        if merged and first <= merged[-1]:
            merged[-1] = max(last, merged[-1])
        else:
            merged += first, last
    return merged
