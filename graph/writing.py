"""How a batch is written: one procedure for both stores, over their named statements.

A store gives a Transaction; what is written, replaced and removed is decided here.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from graph.deriving import Batch, derive, gather, named_of
from graph.model import Entity, Named, Reading
from graph.records import Record, Value, article_record, claim_record, entity_record, name_records
from graph.store import Loaded
from graph.transaction import Transaction

_CHANGEABLE = ("id", "title", "publisher", "wire", "origin", "language", "notes")


class _Articles(NamedTuple):
    """The articles of a batch: all, the ids of those that were there, of these the changed."""

    records: dict[str, Record]
    kept: list[str]
    changed: list[str]


class _Entities(NamedTuple):
    """The actors and places of a batch: the new, the better known, the names of all."""

    fresh: list[Entity]
    better: list[Entity]
    named: dict[str, Named]


def load(tx: Transaction, readings: Sequence[Reading]) -> Loaded:
    """Write one batch and derive the ties it touches."""
    unique = {reading.article.id: reading for reading in readings}
    records = {
        claim.id: claim_record(claim) for reading in unique.values() for claim in reading.claims
    }
    articles = _compare_articles(tx, unique.values())
    entities = _compare_entities(tx, (e for reading in unique.values() for e in reading.entities))
    kept = {str(row[0]): row for row in _claims_of(tx, articles.kept)}
    gone = [row for identifier, row in kept.items() if identifier not in records]
    new = {i: record for i, record in records.items() if i not in kept}
    anew = {str(row[1]) for row in gone}
    anew |= {str(row["tie"]) for row in records.values() if row["article"] in articles.changed}
    others = {str(record["tie"]) for record in new.values()} | _ties_of(tx, entities.better)
    batch = Batch(list(records.values()), new.keys(), articles.records, entities.named)
    told = gather(tx, anew, others, batch)
    # All is read by now: a store may go on without waiting until a write is done.
    _write_articles(tx, articles)
    _write_entities(tx, entities)
    tx.write("write_claims", list(new.values()))
    _remove_claims(tx, gone)
    derive(tx, told)
    _remove_unused(tx, gone)
    return Loaded(articles=len(unique) - len(articles.kept), claims=len(new), removed=len(gone))


def delete_article(tx: Transaction, article: str) -> bool:
    """Remove an article with its claims and derive what they supported; False: it is not there."""
    if not tx.rows("articles_as_kept", ids=[article]):
        return False
    gone = _claims_of(tx, [article])
    _remove_claims(tx, gone)
    tx.run("remove_articles", ids=[article])
    derive(tx, gather(tx, {str(row[1]) for row in gone}))
    _remove_unused(tx, gone)
    return True


def _compare_articles(tx: Transaction, readings: Iterable[Reading]) -> _Articles:
    now = datetime.now(UTC)
    records = {r.article.id: article_record(r.article, r.notes, now) for r in readings}
    kept = {str(row[0]): row for row in tx.rows("articles_as_kept", ids=list(records))}
    changed = [
        identifier
        for identifier, row in kept.items()
        if row != tuple(records[identifier][key] for key in _CHANGEABLE)
    ]
    return _Articles(records, list(kept), changed)


def _write_articles(tx: Transaction, articles: _Articles) -> None:
    fresh = articles.records.keys() - articles.kept
    tx.write("write_articles", [articles.records[i] for i in (*sorted(fresh), *articles.changed)])


def _compare_entities(tx: Transaction, entities: Iterable[Entity]) -> _Entities:
    given = _best_known(entities)
    kept = {str(row[0]): row for row in tx.rows("entities_as_kept", ids=list(given))}
    fresh = [entity for identifier, entity in given.items() if identifier not in kept]
    better = [entity for i, entity in given.items() if i in kept and _improves(entity, kept[i])]
    named = {identifier: named_of(row) for identifier, row in kept.items()}
    named |= {e.id: named_of((e.id, e.name, e.label, e.kind)) for e in fresh + better}
    return _Entities(fresh, better, named)


def _write_entities(tx: Transaction, entities: _Entities) -> None:
    written = entities.fresh + entities.better
    tx.write("write_entities", [entity_record(entity) for entity in written])
    if entities.better:
        tx.run("remove_names", ids=[entity.id for entity in entities.better])
    tx.write("write_names", [record for entity in written for record in name_records(entity)])


def _best_known(entities: Iterable[Entity]) -> dict[str, Entity]:
    """Return one of each id, as if they came one after the other: see _improves."""
    given: dict[str, Entity] = {}
    for entity in entities:
        if entity.reviewed or entity.id not in given:
            given[entity.id] = entity
    return given


def _improves(entity: Entity, kept: tuple[Value, ...]) -> bool:
    """A reviewed entity replaces what is kept; an unreviewed one replaces nothing."""
    return entity.reviewed and entity.model_dump_json() != kept[5]


def _claims_of(tx: Transaction, articles: Sequence[str]) -> list[tuple[Value, ...]]:
    return tx.rows("claims_of_articles", articles=articles) if articles else []


def _ties_of(tx: Transaction, entities: Sequence[Entity]) -> set[str]:
    """Return the keys of the ties that show these actors and places by name."""
    rows = tx.rows("ties_of_entities", ids=[e.id for e in entities]) if entities else []
    return {str(row[0]) for row in rows}


def _remove_claims(tx: Transaction, gone: Sequence[tuple[Value, ...]]) -> None:
    if gone:
        tx.run("remove_claims", ids=[str(row[0]) for row in gone])


def _remove_unused(tx: Transaction, gone: Sequence[tuple[Value, ...]]) -> None:
    """Remove the actors and places that only the removed claims named."""
    named = sorted({str(value) for row in gone for value in row[2:] if value})
    unused = [str(row[0]) for row in tx.rows("unused_entities", ids=named)] if named else []
    if unused:
        tx.run("remove_names", ids=unused)
        tx.run("remove_entities", ids=unused)
