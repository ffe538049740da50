"""How ties are derived from their claims, over the named statements of a store."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from graph.assessment import Voice, assess
from graph.model import Named, Tie
from graph.records import Record, Value
from graph.transaction import Transaction
from graph.vocabulary import RELATIONS, Relation

# The columns of the statement `voices`, as a claim's record with its article's knows them.
_VOICE = (
    "tie", "subject", "relation", "object", "claim", "mode", "polarity", "modality", "event_from",
    "event_until", "speaker_id", "speaker_name", "speaker_mention", "speaker_party", "quote",
    "start_offset", "end_offset", "article", "title", "publisher", "published", "url", "origin",
)  # fmt: skip
_OF_ARTICLE = ("title", "publisher", "url", "origin")


class Batch(NamedTuple):
    """What is written at the same time, so that it need not be read back."""

    claims: Sequence[Record]
    articles: Mapping[str, Record]
    named: Mapping[str, Named]


class Told(NamedTuple):
    """All that is said about some ties, and the names of their ends."""

    keys: Sequence[str]
    voices: Mapping[tuple[str, str, str, str], Sequence[Voice]]
    named: Mapping[str, Named]


NOTHING = Batch((), {}, {})


def gather(tx: Transaction, keys: Iterable[str], batch: Batch = NOTHING) -> Told:
    """Return what the claims kept, and those in `batch`, say about these ties."""
    wanted = sorted(keys)
    voices = _voices(tx, wanted, batch) if wanted else {}
    ends = {end for _, subject, _, target in voices for end in (subject, target)}
    unknown = sorted(ends - batch.named.keys())
    rows = tx.rows("entities_as_kept", ids=unknown) if unknown else []
    return Told(wanted, voices, {**batch.named, **{str(row[0]): named_of(row) for row in rows}})


def derive(tx: Transaction, told: Told) -> None:
    """Write what was told as ties; a tie that nobody speaks about is removed."""
    named = told.named
    ties = [
        assess(named[subject], Relation(relation), named[target], said)
        for (_, subject, relation, target), said in sorted(told.voices.items())
    ]
    tx.write("write_ties", [_tie_record(tie) for tie in ties])
    left = sorted(set(told.keys) - {key for key, *_ in told.voices})
    if left:
        tx.run("remove_ties", keys=left)


def _voices(
    tx: Transaction, keys: Sequence[str], batch: Batch
) -> dict[tuple[str, str, str, str], list[Voice]]:
    """Return the voices of each tie: its key, subject, relation and object."""
    rows = tx.rows("voices", keys=keys, apart=list(batch.articles))
    wanted = set(keys)
    rows += [_row(claim, batch) for claim in batch.claims if claim["tie"] in wanted]
    voices = defaultdict(list)
    for row in rows:
        key, subject, relation, target = (str(value) for value in row[:4])
        voices[key, subject, relation, target].append(Voice._make(row[4:]))
    return voices


def _row(claim: Record, batch: Batch) -> tuple[Value, ...]:
    """Return a claim that is being written as the statement `voices` will return it."""
    article = batch.articles[str(claim["article"])]
    both = claim | {"claim": claim["id"]} | {key: article[key] for key in _OF_ARTICLE}
    return tuple(both[column] for column in _VOICE)


def named_of(row: Sequence[Value]) -> Named:
    """Return an actor or place from a row of the statement `entities_as_kept`."""
    return Named.model_validate(dict(zip(("id", "name", "label", "kind"), row, strict=False)))


def _tie_record(tie: Tie) -> Record:
    """Return a tie as a record; what stands after its payload is for people who look at a graph."""
    return {
        "key": tie.key,
        "subject": tie.subject.id,
        "relation": tie.relation,
        "object": tie.object.id,
        "status": tie.status,
        "weight": tie.weight,
        "payload": tie.model_dump_json(),
        "edge_type": RELATIONS[tie.relation].edge_type,
        "modes": " ".join(tie.modes),
        "claims_for": tie.claims_for,
        "claims_against": tie.claims_against,
        "first_report": tie.first_report,
        "last_report": tie.last_report,
    }
