"""The one rule by which claims become a tie.

It is a fold: claims are counted into a tally, tallies add up in any order, and a tally is finished
into a tie. A store keeps the tally beside the tie, so that one more claim does not mean reading all
the old ones again. Where a claim is taken away the claims that are left are counted anew.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import reduce

from graph.contradiction import contradict
from graph.independence import marks, size, unite
from graph.model import Named, Tie
from graph.tally import Days, Side, Tally, Voice, count
from graph.vocabulary import Modality, Relation, Status

__all__ = ["Voice", "assess", "finish", "origins"]  # a voice is what the rule takes

# When nothing stronger is claimed, the tie is called after the strongest of these.
_WEAKER: Mapping[str, Status] = {
    Modality.ALLEGED: Status.ALLEGED,
    Modality.ATTEMPTED: Status.ATTEMPTED,
    Modality.PLANNED: Status.PLANNED,
    Modality.CONDITIONAL: Status.CONDITIONAL,
}


def assess(subject: Named, relation: Relation, target: Named, voices: Sequence[Voice]) -> Tie:
    """Return the tie that `voices` (one or more, all about these ends) amount to."""
    return finish(subject, relation, target, count(relation, voices))


def finish(subject: Named, relation: Relation, target: Named, tally: Tally) -> Tie:
    """Return the tie that the claims in `tally` (one or more) amount to."""
    told, weaker, denied = tally.told, tally.weaker, tally.denied
    strongest = told if told.claims else weaker  # a failed attempt does not support a capture
    status = _status(tally, told)
    for_it, against = _quoted(tally, strongest, status)
    events = _first_and_last(told.events, weaker.events, denied.events)
    reports = _first_and_last(told.reports, weaker.reports, denied.reports)
    fields = {
        "subject": subject,
        "relation": relation,
        "object": target,
        "status": status,
        "modes": _most_told(strongest if strongest.claims else denied),
        "claims_for": told.claims + weaker.claims,
        "claims_against": denied.claims,
        "origins_for": size(strongest.origins),
        "origins_against": size(denied.origins),
        "first_event": events[0],
        "last_event": events[1],
        "first_report": reports[0],
        "last_report": reports[1],
        "best": _evidence(for_it),
        "best_against": _evidence(against),
    }
    return Tie.model_validate(fields)  # at once, shape within shape: that takes half as long


def origins(voices: Iterable[Voice]) -> int:
    """Count independent origins: those who share a wire, a publisher or the wording are one."""
    return size(reduce(unite, (marks(voice.origin, voice.quote) for voice in voices), ""))


def _status(tally: Tally, told: Side) -> Status:
    if _ended(tally):
        return Status.ENDED
    weaker, denied = tally.weaker, tally.denied
    if tally.contested or (not told.claims and contradict(weaker.spans, denied.spans)):
        return Status.CONTESTED
    if told.claims:
        return Status.ASSERTED
    if denied.claims or weaker.best is None:
        return Status.DENIED
    return _WEAKER[weaker.best.modality]


def _ended(tally: Tally) -> bool:
    """Whether the latest told fact is that it is over."""
    standing, ending = tally.standing, tally.ending
    return bool(ending.claims) and (not standing.claims or standing.latest < ending.latest)


def _quoted(tally: Tally, strongest: Side, status: Status) -> tuple[Voice | None, Voice | None]:
    """Return the voice that stands best for the status, and the best of the other side."""
    backing, against = strongest.best, tally.denied.best
    if status is Status.DENIED:
        return against, backing
    return (tally.ending.best if status is Status.ENDED else backing), against


def _first_and_last(*several: Days) -> tuple[str | None, str | None]:
    known = [day for days in several if days for day in days]
    return (min(known), max(known)) if known else (None, None)


def _most_told(side: Side) -> tuple[str, ...]:
    return tuple(sorted(side.modes, key=lambda mode: (-side.modes[mode], mode)))


def _evidence(voice: Voice | None) -> dict[str, object] | None:
    """Return the fields of an Evidence."""
    if voice is None:
        return None
    return {
        "claim": voice.claim,
        "quote": voice.quote,
        "start": voice.start,
        "end": voice.end,
        "speaker": _speaker(voice),
        "article": voice.article,
        "title": voice.title,
        "publisher": voice.publisher,
        "published": voice.published,
        "url": voice.url,
    }


def _speaker(voice: Voice) -> dict[str, object] | None:
    """Return the fields of a Speaker."""
    if voice.speaker_mention is None:
        return None
    return {
        "id": voice.speaker_id,
        "name": voice.speaker_name,
        "mention": voice.speaker_mention,
        "party": voice.speaker_party,
    }
