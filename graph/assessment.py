"""The one rule by which claims become a tie."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from graph.model import Evidence, Named, Speaker, Tie
from graph.vocabulary import RELATIONS, Modality, Polarity, Relation, Status

# When nothing stronger is claimed, the tie is called after the strongest of these.
_WEAKER = (
    (Modality.ALLEGED, Status.ALLEGED),
    (Modality.ATTEMPTED, Status.ATTEMPTED),
    (Modality.PLANNED, Status.PLANNED),
    (Modality.CONDITIONAL, Status.CONDITIONAL),
)
# A directly told fact stands before a report of one, an allegation, a plan.
_DIRECTNESS = {
    Modality.ACTUAL: 0,
    Modality.ALLEGED: 1,
    Modality.ATTEMPTED: 2,
    Modality.PLANNED: 3,
    Modality.CONDITIONAL: 4,
}


class Voice(NamedTuple):
    """What the rule needs of one claim and of the article it stands in."""

    claim: str
    mode: str
    polarity: str
    modality: str
    event_from: str | None
    event_until: str | None
    speaker_id: str | None
    speaker_name: str | None
    speaker_mention: str | None
    speaker_party: bool | None
    quote: str
    start: int
    end: int
    article: str
    title: str | None
    publisher: str | None
    published: str | None
    url: str | None
    origin: str


def assess(subject: Named, relation: Relation, target: Named, voices: Sequence[Voice]) -> Tie:
    """Return the tie that `voices` (one or more, all about these ends) amount to."""
    affirmed = sorted((v for v in voices if v.polarity == Polarity.AFFIRMED), key=_rank)
    denied = sorted((v for v in voices if v.polarity == Polarity.DENIED), key=_rank)
    events = sorted(d for v in voices for d in (v.event_from, v.event_until) if d)
    reports = sorted(v.published for v in voices if v.published)
    status = _status(relation, affirmed, denied)
    against = affirmed if status is Status.DENIED else denied
    backing = denied if status is Status.DENIED else _backing(relation, status, affirmed)
    return Tie(
        subject=subject,
        relation=relation,
        object=target,
        status=status,
        modes=tuple(_most_told(v.mode for v in (_strongest(affirmed) or denied))),
        claims_for=len(affirmed),
        claims_against=len(denied),
        origins_for=origins(_strongest(affirmed)),
        origins_against=origins(denied),
        first_event=events[0] if events else None,
        last_event=events[-1] if events else None,
        first_report=reports[0] if reports else None,
        last_report=reports[-1] if reports else None,
        best=_evidence(backing[0]),
        best_against=_evidence(against[0]) if against else None,
    )


def origins(voices: Iterable[Voice]) -> int:
    """Count independent origins: those who share a wire, a publisher or the wording are one."""
    groups: dict[str, str] = {}

    def root(name: str) -> str:
        while groups.setdefault(name, name) != name:
            name = groups[name]
        return name

    seen = set()
    for voice in voices:
        origin, wording = "o " + voice.origin, "w " + " ".join(voice.quote.casefold().split())
        groups[root(wording)] = root(origin)
        seen.add(origin)
    return len({root(origin) for origin in seen})


def _strongest(affirmed: list[Voice]) -> list[Voice]:
    """Return what is told outright, else all of it: a failed attempt does not support a capture."""
    return [v for v in affirmed if v.modality == Modality.ACTUAL] or affirmed


def _backing(relation: Relation, status: Status, affirmed: list[Voice]) -> list[Voice]:
    """Return the voices that the status stands on, best first."""
    if status is not Status.ENDED:
        return affirmed
    ending = RELATIONS[relation].ending_modes
    return [v for v in _strongest(affirmed) if v.mode in ending]


def _rank(voice: Voice) -> tuple[int, bool, str, str]:
    """Order: told directly, by the writer, first reported, then by id so that it never varies."""
    directness = _DIRECTNESS[Modality(voice.modality)]
    return (directness, voice.speaker_mention is not None, voice.published or "9", voice.claim)


def _status(relation: Relation, affirmed: list[Voice], denied: list[Voice]) -> Status:
    actual = [v for v in affirmed if v.modality == Modality.ACTUAL]
    if _ended(relation, actual):
        return Status.ENDED
    held = actual or [v for v in affirmed if v.modality == Modality.ALLEGED]
    if held and any(_contradict(yes, no) for yes in held for no in denied):
        return Status.CONTESTED
    if actual:
        return Status.ASSERTED
    if denied:
        return Status.DENIED
    told = {v.modality for v in affirmed}
    return next(status for modality, status in _WEAKER if modality in told)


def _contradict(yes: Voice, no: Voice) -> bool:
    """Two voices, other origins or other speakers, about times that overlap."""
    same_voice = (yes.origin, yes.speaker_mention) == (no.origin, no.speaker_mention)
    if same_voice:
        return False
    (yes_first, yes_last), (no_first, no_last) = _span(yes), _span(no)
    return yes_first <= no_last and no_first <= yes_last


def _span(voice: Voice) -> tuple[str, str]:
    """Return the first and last day that a claim can speak of, as text that compares.

    One that does not say speaks of the year before it was reported: a denial of today is none of
    what happened ten years ago.
    """
    last = voice.event_until or voice.published or "9999"
    first = voice.event_from or f"{int(last[:4]) - 1:04}{last[4:]}"
    return first, max(last, first) + "-99"


def _ended(relation: Relation, actual: list[Voice]) -> bool:
    """Whether the latest told fact is that it is over."""
    ending = RELATIONS[relation].ending_modes
    if not ending or not any(v.mode in ending for v in actual):
        return False
    latest = max(_when(v) for v in actual if v.mode in ending)
    return all(v.mode in ending or _when(v) < latest for v in actual)


def _when(voice: Voice) -> str:
    return voice.event_until or voice.event_from or voice.published or ""


def _most_told(modes: Iterable[str]) -> list[str]:
    told: dict[str, int] = {}
    for mode in modes:
        told[mode] = told.get(mode, 0) + 1
    return sorted(told, key=lambda mode: (-told[mode], mode))


def _evidence(voice: Voice) -> Evidence:
    speaker = None
    if voice.speaker_mention is not None:
        speaker = Speaker(
            id=voice.speaker_id,
            name=voice.speaker_name,
            mention=voice.speaker_mention,
            party=None if voice.speaker_party is None else bool(voice.speaker_party),
        )
    return Evidence(
        claim=voice.claim,
        quote=voice.quote,
        start=voice.start,
        end=voice.end,
        speaker=speaker,
        article=voice.article,
        title=voice.title,
        publisher=voice.publisher,
        published=voice.published,
        url=voice.url,
    )
