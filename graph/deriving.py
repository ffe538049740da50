"""How ties are derived from their claims, over the named statements of a store.

Every tie is finished from the tally of its claims, by one rule, and never edited. The tally is kept
beside it: new claims are added to those of the ties that they speak about. Where a claim goes, or
an article turns out to be another publisher's, all claims of the tie are counted anew.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from operator import itemgetter
from typing import NamedTuple

from graph.assessment import finish
from graph.model import Named, Tie
from graph.records import Record, Value
from graph.tally import NOBODY, Tally, Voice, count, read, written
from graph.transaction import Transaction
from graph.vocabulary import RELATIONS, Relation

# The columns of the statement `voices`, as the records of a claim and of its article name them.
_OF_CLAIM = itemgetter(
    "id", "mode", "polarity", "modality", "event_from", "event_until", "speaker_id",
    "speaker_name", "speaker_mention", "speaker_party", "quote", "start_offset", "end_offset",
    "article", "published",
)  # fmt: skip
_OF_ARTICLE = itemgetter("title", "publisher", "url", "origin")
_Row = tuple[Value, ...]


class Batch(NamedTuple):
    """What is written at the same time, so that it need not be read back."""

    claims: Sequence[Record]
    new: Collection[str]  # ids of those claims that are not kept yet
    articles: Mapping[str, Record]
    named: Mapping[str, Named]


class Told(NamedTuple):
    """What is said about some ties, by their keys, as far as it was read."""

    kept: Mapping[str, str]  # tallies, as they are written
    said: Mapping[str, Sequence[_Row]]  # voices that are to be added
    unspoken: Sequence[str]  # keys of the ties that nobody speaks about any more
    named: Mapping[str, Named]


NOTHING = Batch((), (), {}, {})


def gather(
    tx: Transaction, anew: Collection[str], others: Collection[str] = (), batch: Batch = NOTHING
) -> Told:
    """Return what the claims kept, and those in `batch`, say about some ties.

    Ties with the keys `anew` are counted anew; to the tallies of `others` only new claims add.
    """
    grown = sorted(set(others).difference(anew))
    rows = tx.rows("tallies", keys=grown) if grown else []
    kept = {str(key): str(tally) for key, tally in rows}
    said = _said(tx, anew, batch)
    ends = {end for key in (*said, *kept) for end in key.split(" ")[::2]}
    return Told(kept, said, sorted(set(anew) - said.keys()), _named(tx, ends, batch))


def derive(tx: Transaction, told: Told) -> None:
    """Write what was told as ties; a tie that nobody speaks about is removed."""
    keys = sorted(told.said.keys() | told.kept.keys())
    tx.write("write_ties", [_tie(key, told) for key in keys])
    if told.unspoken:
        tx.run("remove_ties", keys=told.unspoken)


def named_of(row: Sequence[Value]) -> Named:
    """Return an actor or place from a row of the statement `entities_as_kept`."""
    return Named.model_validate(dict(zip(("id", "name", "label", "kind"), row, strict=False)))


def _named(tx: Transaction, ends: Collection[str], batch: Batch) -> Mapping[str, Named]:
    unknown = sorted(ends - batch.named.keys())
    rows = tx.rows("entities_as_kept", ids=unknown) if unknown else []
    return {**batch.named, **{str(row[0]): named_of(row) for row in rows}}


def _said(tx: Transaction, anew: Collection[str], batch: Batch) -> Mapping[str, list[_Row]]:
    """Return voices by key: of ties `anew` every one, of others those that are new."""
    said = defaultdict(list)
    given = {"keys": sorted(anew), "apart": list(batch.articles)}
    for key, *voice in tx.rows("voices", **given) if anew else ():
        said[str(key)].append(tuple(voice))
    for claim in batch.claims:
        key = str(claim["tie"])
        if claim["id"] in batch.new or key in anew:
            article = batch.articles[str(claim["article"])]
            said[key].append(_OF_CLAIM(claim) + _OF_ARTICLE(article))
    return said


def _tie(key: str, told: Told) -> Record:
    """Return a tie: to its tally, if one is kept, all that is said is added."""
    subject, relation, target = key.split(" ")  # see graph.model.tie_key
    before = read(told.kept[key]) if key in told.kept else NOBODY
    voices = map(Voice._make, told.said.get(key, ()))
    tally = count(Relation(relation), voices, onto=before)
    tie = finish(told.named[subject], Relation(relation), told.named[target], tally)
    return _tie_record(tie, tally)


def _tie_record(tie: Tie, tally: Tally) -> Record:
    """Return a tie as a record; what stands after its tally is for people who look at a graph."""
    return {
        "key": tie.key,
        "subject": tie.subject.id,
        "relation": tie.relation,
        "object": tie.object.id,
        "status": tie.status,
        "weight": tie.weight,
        "payload": tie.model_dump_json(),
        "tally": written(tally),
        "edge_type": RELATIONS[tie.relation].edge_type,
        "modes": " ".join(tie.modes),
        "claims_for": tie.claims_for,
        "claims_against": tie.claims_against,
        "first_report": tie.first_report,
        "last_report": tie.last_report,
    }
