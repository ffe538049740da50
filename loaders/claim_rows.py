"""From the cells of one row to its claim, the article it stands in and whom it names."""

from dataclasses import dataclass
from datetime import date

from graph import vocabulary
from graph.errors import InvalidClaim
from graph.identity import Identity
from graph.model import Actor, Article, Claim, End, Entity, Speaker
from graph.vocabulary import RELATIONS, ActorKind, PlaceKind
from loaders import dates, ends, fields
from loaders.clocks import clocks
from loaders.decoding import readable
from loaders.ends import Naming
from loaders.json_rows import Row
from loaders.outcome import Defaults, Unfit
from loaders.table_rows import COLUMNS, REQUIRED
from loaders.wording import Cells, Statement, one_of, sentence, statement

EXTRACTOR = "claims-table 1"
QUOTED, UNQUOTED = "row", "no-quote"


_ARTICLE_KEYS = ("title", "publisher", "published", "url", "wire")


@dataclass(frozen=True)
class RowClaim:
    """One row, read: an article whose text is the quote, its claim, whom it names."""

    article: Article
    claim: Claim
    entities: tuple[Entity, ...]


def row_claim(row: Row, identity: Identity, today: date) -> RowClaim:
    """Return what a row says; Unfit names the value for which it cannot be read."""
    cells = {key: _cell(row, key) for key in COLUMNS}
    said = statement(cells)
    when = clocks(cells, today)
    published = dates.published(cells["published"], today) if cells["published"] else None
    on = when.on or published
    subject, target = _ends(cells, said, identity, on)
    place = _place(cells, identity, subject)
    voice = _voice(cells, identity, on)
    speaker = _speaker(cells["speaker"], voice, (subject, target))
    both = _end(subject, cells["subject"]), _end(target, cells["object"])
    article = _article(cells, sentence(cells, speaker, said, *both), today)
    claim = Claim(
        article=article.id,
        relation=said.relation,
        mode=said.mode,
        subject=both[0],
        object=both[1],
        place=_end(place, cells["place"]) if place else None,
        polarity=said.polarity,
        modality=said.modality,
        speaker=speaker,
        event_from=when.event_from,
        event_until=when.event_until,
        date_precision=when.precision,
        date_basis=when.basis,
        statement_date=when.statement_date,
        published=article.published,
        quote=article.text,
        start=0,
        end=len(article.text),
        extractor=EXTRACTOR,
        rule=QUOTED if cells["quote"] else UNQUOTED,
    )
    entities = [entity for entity in (subject, target, place, voice) if entity]
    return RowClaim(article, claim, tuple(entities))


def _cell(row: Row, key: str) -> str:
    value = row.get(key) or ""
    # A quote is its article's text, and texts keep their line breaks.
    cell = readable(value, key).strip() if key == "quote" else fields.line(value, key)
    if not cell and key in REQUIRED:
        raise Unfit(None, f"{key} is empty; fill it in")
    return cell


def _article(cells: Cells, wording: str, today: date) -> Article:
    source = {key: cells[key] for key in _ARTICLE_KEYS}
    return fields.article(cells["quote"] or wording, source, Defaults(), today)


def _ends(
    cells: Cells, said: Statement, identity: Identity, on: str | None
) -> tuple[Entity, Entity]:
    row = RELATIONS[said.relation]
    kind = _kind(cells["subject_kind"], "subject_kind", "actor")
    if kind is None and ActorKind.PERSON in row.subject_kinds:
        kind = ActorKind.PERSON
    subject = Naming(cells["subject"], "actor", kind, on)
    kind = _kind(cells["object_kind"], "object_kind", row.object_family)
    target = Naming(cells["object"], row.object_family, kind, on)
    _check(cells, said, subject.identifier, target.identifier)
    first = ends.resolve(subject, identity)
    second = ends.resolve(target, identity, _countries(first))
    # Again: two names may turn out to be one actor.
    _check(cells, said, first.id, second.id)
    if row.subject_kinds and first.kind not in row.subject_kinds:
        kinds = " or ".join(sorted(row.subject_kinds))
        raise Unfit(cells["subject"], f"is a {first.kind}, and what {row.label} is a {kinds}")
    return first, second


def _kind(value: str, column: str, family: str) -> ActorKind | PlaceKind | None:
    if not value:
        return None
    if family == "actor":
        return one_of(ActorKind, value, column)
    return one_of(PlaceKind, value, column)


def _check(cells: Cells, said: Statement, subject: str, target: str) -> None:
    try:
        vocabulary.check(said.relation, said.mode, subject, target)
    except InvalidClaim as error:
        value = f"{cells['subject']} {said.relation} {cells['object']}"
        raise Unfit(value, str(error)) from error


def _place(cells: Cells, identity: Identity, subject: Entity) -> Entity | None:
    if not cells["place"]:
        return None
    found = ends.resolve(Naming(cells["place"], "place"), identity, _countries(subject))
    if isinstance(found, Actor):
        raise Unfit(cells["place"], "place is an actor; write where it happened (place:...)")
    return found


def _countries(subject: Entity) -> tuple[str, ...]:
    """Return where a subject's places are likely to be: states act abroad, others at home."""
    at_home = subject.country and subject.kind is not ActorKind.STATE
    return (subject.country,) if at_home and subject.country else ()


def _voice(cells: Cells, identity: Identity, on: str | None) -> Actor | None:
    """Return who spoke, when he has a name: one all in lower case ("officials") is none."""
    name = cells["speaker"]
    if not name or (name == name.lower() != name.upper() and not ends.is_id(name)):
        return None
    found = ends.resolve(Naming(name, "actor", on=on), identity)
    if not isinstance(found, Actor):
        raise Unfit(name, "speaker is a place; write who said it (actor:...)")
    return found


def _speaker(mention: str, voice: Actor | None, both: tuple[Entity, Entity]) -> Speaker | None:
    if not mention:
        return None
    if voice is None:
        return Speaker(id=None, name=None, mention=mention)
    party = True if voice.id in {end.id for end in both} else None
    wording = voice.name if ends.is_id(mention) else mention
    return Speaker(id=voice.id, name=voice.name, mention=wording, party=party)


def _end(entity: Entity, mention: str) -> End:
    return End(
        id=entity.id, name=entity.name, mention=entity.name if ends.is_id(mention) else mention
    )
