"""A claim, an article and an entity as flat records, which both stores keep."""

import json
from datetime import datetime

from graph.model import Actor, Article, Claim, End, Entity, Note, Place, Speaker
from graph.names import normal
from graph.vocabulary import family

Value = str | int | None
Record = dict[str, Value]


def article_record(article: Article, notes: tuple[Note, ...], recorded: datetime) -> Record:
    """Return an article as a record; its notes are JSON."""
    return {
        "id": article.id,
        "text": article.text,
        "text_hash": article.text_hash,
        "title": article.title,
        "url": article.url,
        "publisher": article.publisher,
        "wire": article.wire,
        "origin": article.origin,
        "published": article.published,
        "language": article.language,
        "recorded": recorded.isoformat(timespec="seconds"),
        "notes": json.dumps([note.model_dump() for note in notes], ensure_ascii=False),
    }


def entity_record(entity: Entity) -> Record:
    """Return an actor or place as a record; its payload is the whole of it as JSON."""
    return {
        "id": entity.id,
        "family": family(entity.id),
        "name": entity.name,
        "label": entity.label,
        "kind": entity.kind,
        "reviewed": int(entity.reviewed),
        "payload": entity.model_dump_json(),
    }


def entity_of(identifier: str, payload: str) -> Entity:
    """Return the actor or place that `payload` holds."""
    shape: type[Actor] | type[Place] = Actor if family(identifier) == "actor" else Place
    return shape.model_validate_json(payload)


def name_records(entity: Entity) -> list[Record]:
    """Return one record for each name of an actor or place."""
    names = {normal(name): name for name in (entity.label, *entity.aliases, entity.name)}
    names.pop("", None)
    return [{"norm": norm, "entity": entity.id, "name": name} for norm, name in names.items()]


def claim_record(claim: Claim) -> Record:
    """Return a claim as a record."""
    place, speaker = claim.place, claim.speaker
    party = speaker.party if speaker else None
    return {
        "id": claim.id,
        "tie": claim.tie,
        "article": claim.article,
        "relation": claim.relation,
        "mode": claim.mode,
        "subject": claim.subject.id,
        "subject_name": claim.subject.name,
        "subject_mention": claim.subject.mention,
        "object": claim.object.id,
        "object_name": claim.object.name,
        "object_mention": claim.object.mention,
        "place": place.id if place else None,
        "place_name": place.name if place else None,
        "place_mention": place.mention if place else None,
        "polarity": claim.polarity,
        "modality": claim.modality,
        "speaker_id": speaker.id if speaker else None,
        "speaker_name": speaker.name if speaker else None,
        "speaker_mention": speaker.mention if speaker else None,
        "speaker_party": None if party is None else int(party),
        "event_from": claim.event_from,
        "event_until": claim.event_until,
        "date_precision": claim.date_precision,
        "date_basis": claim.date_basis,
        "statement_date": claim.statement_date,
        "published": claim.published,
        "quote": claim.quote,
        "start_offset": claim.start,
        "end_offset": claim.end,
        "extractor": claim.extractor,
        "rule": claim.rule,
    }


def claim_of(record: Record) -> Claim:
    """Return the claim that a record holds; the reverse of claim_record."""
    return Claim.model_validate(
        {
            **{key: record[key] for key in _SAME},
            "subject": _end(record, "subject"),
            "object": _end(record, "object"),
            "place": _end(record, "place") if record["place"] else None,
            "speaker": _speaker(record),
            "start": record["start_offset"],
            "end": record["end_offset"],
        }
    )


_SAME = (
    "article", "relation", "mode", "polarity", "modality", "event_from", "event_until",
    "date_precision", "date_basis", "statement_date", "published", "quote", "extractor", "rule",
)  # fmt: skip


def _end(record: Record, which: str) -> End:
    return End.model_validate(
        {
            "id": record[which],
            "name": record[f"{which}_name"],
            "mention": record[f"{which}_mention"],
        }
    )


def _speaker(record: Record) -> Speaker | None:
    if record["speaker_mention"] is None:
        return None
    party = record["speaker_party"]
    return Speaker.model_validate(
        {
            "id": record["speaker_id"],
            "name": record["speaker_name"],
            "mention": record["speaker_mention"],
            "party": None if party is None else bool(party),
        }
    )
