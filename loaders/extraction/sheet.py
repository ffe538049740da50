"""What one sentence gives: its claims, and notes on what it seemed to state."""

from dataclasses import dataclass

from spacy.tokens import Span

from graph.model import Article, Claim, End, Note, Speaker
from graph.vocabulary import DateBasis, DatePrecision, Relation
from loaders.extraction.dates import EventTime
from loaders.extraction.decision import FRAMES
from loaders.extraction.event_time import Times
from loaders.extraction.finding import Finding
from loaders.extraction.meaning import AFFIRMED, Meaning
from loaders.extraction.text import Range, stripped

VAGUE = "unspecified"
_MOMENTS = frozenset(("captured", "recaptured", "lost", "withdrew"))


@dataclass(frozen=True, slots=True)
class Statement:
    """What becomes a claim when the sentence's quote is added."""

    relation: Relation
    mode: str
    subject: End
    object: End
    rule: str
    said: Meaning = AFFIRMED
    speaker: Speaker | None = None
    times: Times = Times(None, None)
    by: str = FRAMES
    since: Span | None = None
    """The sentence with which the quote begins, where that is an earlier one."""


class Sheet:
    """Collects the claims and notes of one sentence, each claim once."""

    def __init__(self, article: Article, sentence: Span) -> None:
        """Begin a sentence: its quote is the sentence as the article has it."""
        self._article = article
        self._sentence = sentence
        self._quote = self._quoted(sentence)
        self._claims: dict[tuple[object, ...], Claim] = {}
        self._notes: dict[str, Note] = {}

    def add(self, statement: Statement) -> None:
        """Keep a statement's claim, unless the sentence has given it before."""
        claim = self._claim(statement)
        key = (*_about(claim), claim.mode, claim.polarity, claim.modality)
        self._claims.setdefault(key, claim)

    def leave_out(self, finding: Finding, doubt: str) -> None:
        """Note why a finding makes no claim."""
        reason = f"left out: {finding.rule} states {finding.relation}, but {doubt}"
        note = Note(start=self._quote.start, end=self._quote.end, reason=reason)
        self._notes.setdefault(reason, note)

    def claims(self) -> list[Claim]:
        """Return the claims, the vague ones only where nothing says more."""
        claims = list(self._claims.values())
        exact = {_about(claim) for claim in claims if claim.mode != VAGUE}
        return [c for c in claims if c.mode != VAGUE or _about(c) not in exact]

    def notes(self) -> list[Note]:
        """Return the notes of a sentence that gave no claim at all."""
        return [] if self._claims else list(self._notes.values())

    def _claim(self, statement: Statement) -> Claim:
        start, end = self._quoted(statement.since or self._sentence)
        since, until, precision, basis = statement.times.event or self._inferred(statement)
        return Claim(
            article=self._article.id, relation=statement.relation, mode=statement.mode,
            subject=statement.subject, object=statement.object,
            polarity=statement.said.polarity, modality=statement.said.modality,
            speaker=statement.speaker, event_from=since, event_until=until,
            date_precision=precision, date_basis=basis, statement_date=statement.times.said,
            published=self._article.published, quote=self._article.text[start:end],
            start=start, end=end, extractor=statement.by, rule=statement.rule,
        )  # fmt: skip

    def _quoted(self, first: Span) -> Range:
        """Return the text from a sentence's first letter to the last of the one being read."""
        base = first.doc.user_data["offset"]
        return stripped(self._article.text, base + first.start_char, base + self._sentence.end_char)

    def _inferred(self, statement: Statement) -> EventTime:
        """A capture that is told has happened by the day on which it was told."""
        told = statement.times.said or self._article.published
        happened = statement.said == AFFIRMED and statement.mode in _MOMENTS
        if statement.relation is not Relation.CAPTURED or not happened:
            told = None
        return EventTime(None, told, DatePrecision.UNKNOWN, DateBasis.INFERRED)


def _about(claim: Claim) -> tuple[object, ...]:
    speaker = (claim.speaker.id, claim.speaker.mention) if claim.speaker else None
    return (claim.relation, claim.subject.id, claim.object.id, speaker, claim.start)
