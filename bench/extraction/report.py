"""The table that is printed, and the files that are kept."""

from collections.abc import Iterator
from pathlib import Path

from bench.extraction.curve import drawn
from bench.extraction.results import Results, RowResult, SetResult
from bench.extraction.rows import EXTRACTORS
from bench.extraction.scores import Counts, Score
from bench.extraction.scoring import ATTRIBUTES
from bench.extraction.table import share, table
from loaders.extraction.relations.flags import RELATIONS

_HEADER = ("", "P R F1", *RELATIONS, "poison", "per 100", *ATTRIBUTES, "claims")


def lines(results: Results) -> Iterator[str]:
    """Yield the tables: precision, recall and F1 in all and per relation, poison, accuracies."""
    for one in results.sets:
        yield from _set(one)
        yield ""
    if results.curve:
        yield "dev: the shipped extractor over its threshold"
        header = ("threshold", "precision", "recall", "poison per 100", "claims")
        yield from table(header, (
            (f"{p.threshold}", share(p.total.precision), share(p.total.recall),
             share(p.poison_per_100), f"{p.total.claims:,}")
            for p in results.curve
        ))  # fmt: skip
        yield ""
    yield from _re3d(results)
    yield from _plover(results)


def faults(results: Results) -> Iterator[str]:
    """Yield every error of every row that was scored, a line each."""
    for one in results.sets:
        for row in one.rows:
            for fault in row.score.faults if row.score else ():
                told = f" (is {fault.expected or 'none'}, given {fault.given or 'none'})"
                told = "" if fault.kind in ("miss", "extra") else told
                yield (
                    f"{one.name}, {row.row}: {fault.kind.upper()} {fault.claim}{told}"
                    f" | {fault.item}: {' '.join(fault.sentence.split())}"
                )


def write(results: Results, path: Path) -> None:
    """Write it as JSON, but for the baselines' errors; a curve goes as SVG beside it."""
    kept = results.model_copy(update={"sets": tuple(map(_kept, results.sets))})
    path.write_text(kept.model_dump_json(indent=1, exclude_none=True) + "\n", encoding="utf-8")
    if results.curve:
        path.with_suffix(".svg").write_text(drawn(results.curve), encoding="utf-8")


def _kept(one: SetResult) -> SetResult:
    """Return a set's result without the errors of rows that nobody will mend."""
    rows = (
        row.model_copy(update={"score": row.score.without_faults()})
        if row.score and row.row not in EXTRACTORS
        else row
        for row in one.rows
    )
    return one.model_copy(update={"rows": tuple(rows)})


def _set(one: SetResult) -> Iterator[str]:
    score = next((row.score for row in one.rows if row.score), None)
    if score:
        required = score.total.required
        yield f"{one.name}: {score.items:,} items, {score.labels:,} labels, {required:,} required"
    else:
        yield one.name
    yield from table(_HEADER, (cells for row in one.rows for cells in _row(row)))


def _row(row: RowResult) -> Iterator[tuple[str, ...]]:
    if row.score is None:
        yield (row.row, row.absent or "")
        return
    yield _cells(row.row, row.score)
    for name, part in (("seen", row.seen), ("unseen", row.unseen)):
        if part:
            yield _cells(f"  {name} ({part.items:,})", part)


def _cells(name: str, score: Score) -> tuple[str, ...]:
    return (
        name, _counts(score.total), *(_counts(score.relations[r]) for r in RELATIONS),
        f"{score.poison:,}", share(score.poison_per_100),
        *(share(score.attributes[attribute].share) for attribute in ATTRIBUTES),
        f"{score.total.claims:,}",
    )  # fmt: skip


def _counts(counts: Counts) -> str:
    shares = (counts.precision, counts.recall, counts.f1)
    return " ".join(share(value).rjust(4) for value in shares)


def _re3d(results: Results) -> Iterator[str]:
    if not results.re3d:
        return
    yield "re3d: precision in annotated sentences; recall of all, and where both ends are names"
    header = ("", "annotated as", "relation", "precision", "recall", "of names", "right/claims",
              "found/all", "found/names")  # fmt: skip
    yield from table(header, (
        (r.row, r.annotated_as, r.relation, _part(r.right, r.claims), _part(r.found, r.annotated),
         _part(r.named_found, r.named), f"{r.right}/{r.claims}", f"{r.found}/{r.annotated}",
         f"{r.named_found}/{r.named}")
        for r in results.re3d
    ))  # fmt: skip
    yield ""


def _plover(results: Results) -> Iterator[str]:
    if not results.plover:
        return
    yield "PLOVER: records with a claim; with both ends; of these, direction, class, side agree"
    header = ("", "quad class", "records", "any claim", "both ends", "direction", "class", "side")
    yield from table(header, (
        (r.row, r.quad, str(r.records), str(r.any_claim), str(r.both_ends),
         *(_part(n, r.both_ends) for n in (r.direction, r.quad_class, r.side)))
        for r in results.plover
    ))  # fmt: skip
    yield ""


def _part(part: int, whole: int) -> str:
    return share(part / whole if whole else None)
