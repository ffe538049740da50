"""Shapes that stand in answers, as text: ties and claims with their quotes, names in columns."""

from collections.abc import Sequence
from typing import TypeVar

from pydantic import BaseModel

from api.text.layout import columns, indented, joined
from graph.model import ArticleSummary, Claim, Evidence, Named, Note, Speaker, Tie
from graph.vocabulary import RELATIONS, Polarity
from queries.answers import Answered
from queries.profile import Group
from queries.told import Told

Item = TypeVar("Item", bound=BaseModel)

_OF_ARTICLE = ("published", "publisher", "title", "language", "claims", "id")
"""What is shown of an article in a list, in this order."""


def block(items: Sequence[BaseModel]) -> list[str]:
    """Return items of one shape as lines; none for none."""
    if not items:
        return []
    if ties := _all(Tie, items):
        return _ties(ties)
    if told := _all(Told, items):
        return _told(told)
    if groups := _all(Group, items):
        return _groups(groups)
    if notes := _all(Note, items):
        return _notes(notes)
    if named := _all(Named, items):
        return _names(named)
    if articles := _all(ArticleSummary, items):
        return _articles(articles)
    return _table(items)


def _span(start: str | None, end: str | None) -> str | None:
    if start and end and start != end:
        return f"{start} to {end}"
    if start and end:
        return start
    return f"since {start}" if start else f"until {end}" if end else None


def _all(shape: type[Item], items: Sequence[BaseModel]) -> list[Item]:
    """Return the items when they are all of that shape, else none."""
    found = [item for item in items if isinstance(item, shape)]
    return found if len(found) == len(items) else []


def claim_line(claim: Claim) -> str:
    """Return what a claim says in one line."""
    denied = "denied: " if claim.polarity is Polarity.DENIED else ""
    what = f"{claim.subject.name} {RELATIONS[claim.relation].label} {claim.object.name}"
    when = _span(claim.event_from, claim.event_until)
    place = f"in {claim.place.name}" if claim.place else None
    return f"{denied}{what} ({joined((claim.mode, claim.modality, place, when))})"


def _ties(ties: Sequence[Tie]) -> list[str]:
    heads = columns([_tie(tie) for tie in ties])
    return [
        line
        for tie, head in zip(ties, heads, strict=True)
        for line in (head, *_quoted(tie.best), *_against(tie))
    ]


def _tie(tie: Tie) -> tuple[str, ...]:
    via = f" (via {tie.via.name})" if isinstance(tie, Answered) and tie.via else ""
    return (
        f"{tie.subject.name} {RELATIONS[tie.relation].label} {tie.object.name}{via}",
        tie.status,
        ", ".join(tie.modes),
        f"{tie.claims_for} for, {tie.claims_against} against, {_count(tie.origins_for, 'origin')}",
        " to ".join(dict.fromkeys(d for d in (tie.first_report, tie.last_report) if d)),
    )


def _against(tie: Tie) -> list[str]:
    return _quoted(tie.best_against, "but: ") if tie.best_against else []


def _quoted(evidence: Evidence, lead: str = "") -> list[str]:
    source = joined((evidence.publisher, evidence.published, evidence.article))
    said = f"{said_by(evidence.speaker)}; " if evidence.speaker else ""
    return indented(f"{lead}“{evidence.quote}” [{said}{source}]")


def _told(told: Sequence[Told]) -> list[str]:
    return [
        line
        for one in told
        for line in (
            claim_line(one.claim),
            *indented(f"“{one.claim.quote}” [{_source(one)}]"),
        )
    ]


def _source(told: Told) -> str:
    said = said_by(told.claim.speaker) if told.claim.speaker else None
    article = told.article
    return joined((said, joined((article.publisher, article.published, article.id))), "; ")


def said_by(speaker: Speaker) -> str:
    """Return who said it, in words."""
    party = " (a party)" if speaker.party else ""
    return f"says {speaker.name or speaker.mention}{party}"


def _groups(groups: Sequence[Group]) -> list[str]:
    return [
        line
        for group in groups
        for line in (
            f"{group.label} ({len(group.ties)} of {group.total})",
            *(f"  {tie}" for tie in _ties(group.ties)),
        )
    ]


def _notes(notes: Sequence[Note]) -> list[str]:
    return columns([(f"{note.start}-{note.end}", note.reason) for note in notes])


def _names(named: Sequence[Named]) -> list[str]:
    """Return names in columns; what such an item has beside its name gets a heading."""
    more = [name for name in type(named[0]).model_fields if name not in Named.model_fields]
    rows = [(n.name, n.kind, n.id, *_cells(n, more)) for n in named]
    return columns([("name", "kind", "id", *more), *rows] if more else rows)


def _articles(articles: Sequence[ArticleSummary]) -> list[str]:
    names = [name for name in type(articles[0]).model_fields if name in _OF_ARTICLE]
    names.sort(key=_OF_ARTICLE.index)
    return columns([names, *(_cells(article, names) for article in articles)])


def _table(items: Sequence[BaseModel]) -> list[str]:
    names = list(type(items[0]).model_fields)
    return columns([[n.replace("_", " ") for n in names], *(_cells(item, names) for item in items)])


def _cells(item: BaseModel, names: Sequence[str]) -> list[str]:
    return [plain(getattr(item, name)) for name in names]


def plain(value: object) -> str:
    """Return any value in a few words."""
    if isinstance(value, Named):
        return value.name
    if isinstance(value, BaseModel):
        return joined(
            plain(getattr(value, n)) for n in type(value).model_fields if getattr(value, n)
        )
    if isinstance(value, tuple):
        return "; ".join(map(plain, value)) or "-"
    return "-" if value is None else str(value)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")
