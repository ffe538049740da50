"""What the rule needs of any number of claims about one tie, in little room, and how it adds up."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from pydantic_core import from_json, to_json

from graph.contradiction import Spans, contradict, span, speaking, together
from graph.independence import Groups, marks, unite
from graph.vocabulary import RELATIONS, Modality, Polarity, Relation

# A directly told fact stands before a report of one, an allegation, a plan.
_DIRECTNESS: Mapping[str, int] = {
    Modality.ACTUAL: 0,
    Modality.ALLEGED: 1,
    Modality.ATTEMPTED: 2,
    Modality.PLANNED: 3,
    Modality.CONDITIONAL: 4,
}
_ACTUAL, _DENIED = Modality.ACTUAL.value, Polarity.DENIED.value
_HELD = (_ACTUAL, Modality.ALLEGED.value)  # what a denial contradicts

Days = Sequence[str] | None  # the first and the last


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
    published: str | None
    title: str | None
    publisher: str | None
    url: str | None
    origin: str


class Side(NamedTuple):
    """Claims of one kind, counted; sides add up in any order. JSON holds it as it is."""

    claims: int = 0
    modes: Mapping[str, int] = {}
    origins: Groups = ""
    spans: Spans = {}  # of what is planned or tried: none
    best: Voice | None = None
    latest: str = ""  # the last day on which it happened, else was reported
    events: Days = None
    reports: Days = None

    def plus(self, other: "Side") -> "Side":
        """Return what the claims of both amount to."""
        if not (self.claims and other.claims):
            return self if self.claims else other
        return Side(
            self.claims + other.claims,
            _summed(self.modes, other.modes),
            unite(self.origins, other.origins),
            together(self.spans, other.spans),
            _better(self.best, other.best),
            max(self.latest, other.latest),
            _both(self.events, other.events),
            _both(self.reports, other.reports),
        )

    def reduced(self) -> "Side":
        """Return what is still asked of hints and plans, once somebody tells a fact."""
        return Side(self.claims, events=self.events, reports=self.reports)

    def without_spans(self) -> "Side":
        """Return it without the days that it speaks of."""
        return self._replace(spans={}) if self.spans else self


_NONE = Side()


class Tally(NamedTuple):
    """What any number of claims about one tie amount to, in whatever order they are counted.

    Only what can still matter is kept: of hints and plans little once somebody tells a fact, of
    days none once a told fact is contested, since no further claim can change that.
    """

    standing: Side = _NONE  # affirmed as a fact
    ending: Side = _NONE  # affirmed as a fact, and that fact is that it is over
    weaker: Side = _NONE  # affirmed, but only alleged, attempted, planned or conditional
    denied: Side = _NONE
    contested: bool = False  # a told fact is denied: about the same days, by another voice

    @property
    def told(self) -> Side:
        """Return what is affirmed as a fact."""
        return self.standing.plus(self.ending)


NOBODY = Tally()


def count(relation: Relation, voices: Iterable[Voice], onto: Tally = NOBODY) -> Tally:
    """Return what `voices`, all about one tie of this relation, amount to with those in `onto`."""
    over = RELATIONS[relation].ending_modes
    standing, ending, weaker, denied, contested = onto
    sides = {"standing": standing, "ending": ending, "weaker": weaker, "denied": denied}
    for voice in voices:
        kind, side = _kind(voice, over), _alone(voice, dated=not contested)
        contested = contested or _contradicts(side, kind, sides)
        sides[kind] = sides[kind].plus(side)
    return _needed(Tally(**sides, contested=contested))


def written(tally: Tally) -> str:
    """Return a tally as text, to be kept."""
    *sides, contested = tally
    return to_json(([side if side.claims else None for side in sides], contested)).decode()


def read(text: str) -> Tally:
    """Return the tally that `written` made a text of."""
    sides, contested = from_json(text)
    standing, ending, weaker, denied = (_kept(*side) if side else _NONE for side in sides)
    return Tally(standing, ending, weaker, denied, contested)


def _kept(*side: Any) -> Side:  # what JSON held
    kept = Side(*side)
    return kept._replace(best=Voice._make(kept.best)) if kept.best else kept


def _kind(voice: Voice, over: Collection[str]) -> str:
    if voice.polarity == _DENIED:
        return "denied"
    if voice.modality != _ACTUAL:
        return "weaker"
    return "ending" if voice.mode in over else "standing"


def _contradicts(side: Side, kind: str, others: Mapping[str, Side]) -> bool:
    """Whether a told fact is denied: either of them new, the other one of `others`."""
    if kind == "denied":
        told = (others["standing"], others["ending"])
        return any(contradict(fact.spans, side.spans) for fact in told)
    return kind != "weaker" and contradict(side.spans, others["denied"].spans)


def _needed(tally: Tally) -> Tally:
    """Return a tally without what can matter no more."""
    standing, ending, weaker, denied, contested = tally
    if weaker.best and (standing.claims or ending.claims):
        weaker = weaker.reduced()
    if contested:
        standing, ending, denied = (s.without_spans() for s in (standing, ending, denied))
    return Tally(standing, ending, weaker, denied, contested)


def _alone(voice: Voice, dated: bool) -> Side:
    """Return one claim, counted; `dated`: with the days that it speaks of."""
    event_from, event_until, published = voice.event_from, voice.event_until, voice.published
    spans: Spans = {}
    if dated and (voice.polarity == _DENIED or voice.modality in _HELD):
        speaker = speaking(voice.origin, voice.speaker_mention)
        spans = {speaker: span(event_from, event_until, published)}
    return Side(
        1,
        {voice.mode: 1},
        marks(voice.origin, voice.quote),
        spans,
        voice,
        event_until or event_from or published or "",
        _range(event_from, event_until),
        _range(published),
    )


def _rank(voice: Voice) -> tuple[int, bool, str, str]:
    """Order: told directly, by the writer, first reported, then by id so that it never varies."""
    directness = _DIRECTNESS[voice.modality]
    return (directness, voice.speaker_mention is not None, voice.published or "9", voice.claim)


def _better(one: Voice | None, other: Voice | None) -> Voice | None:
    return min(one, other, key=_rank) if one and other else one or other


def _range(*days: str | None) -> Days:
    known = sorted(day for day in days if day)
    return (known[0], known[-1]) if known else None


def _both(one: Days, other: Days) -> Days:
    if not one or not other:
        return one or other
    return min(one[0], other[0]), max(one[1], other[1])


def _summed(modes: Mapping[str, int], others: Mapping[str, int]) -> dict[str, int]:
    return {**modes, **{mode: modes.get(mode, 0) + told for mode, told in others.items()}}
