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
    for_first = (denied or affirmed) if status is Status.DENIED else (affirmed or denied)
    other = affirmed if for_first is denied else denied
    return Tie(
        subject=subject,
        relation=relation,
        object=target,
        status=status,
        modes=tuple(_most_told(v.mode for v in (affirmed or denied))),
        claims_for=len(affirmed),
        claims_against=len(denied),
        origins_for=origins(affirmed),
        origins_against=origins(denied),
        first_event=events[0] if events else None,
        last_event=events[-1] if events else None,
        first_report=reports[0] if reports else None,
        last_report=reports[-1] if reports else None,
        best=_evidence(for_first[0]),
        best_against=_evidence(other[0]) if other else None,
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
    return (yes.event_from or "") <= _last(no) and (no.event_from or "") <= _last(yes)


def _last(voice: Voice) -> str:
    """Return the last day its event can mean, as text that compares; no end is the end of time."""
    return (voice.event_until or "9999") + "-99"


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
