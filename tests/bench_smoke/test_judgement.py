"""That the judge of an interrupted load sees a lost, a half and a doubled batch."""

import sqlite3
from pathlib import Path

import pytest

from bench.corpus import Corpus
from bench.course import Course
from bench.engines import sqlite_settings
from bench.recorder import Recorder
from graph.statements import read_statements
from queries import STATEMENTS

_BATCHES = 3


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    return Course(tmp_path_factory.mktemp("course"), _BATCHES, articles=2)


@pytest.fixture
def loaded(course: Course, tmp_path: Path) -> Path:
    path = tmp_path / "graph.db"
    assert course.repeated(sqlite_settings(path)) == course.whole
    return path


def _spoil(path: Path, statement: str) -> None:
    connection = sqlite3.connect(path)
    with connection:
        connection.execute(statement)
    connection.close()


def test_a_whole_load_is_whole(course: Course, loaded: Path) -> None:
    assert course.left(sqlite_settings(loaded), _BATCHES) == (_BATCHES, False, False)


def test_a_batch_that_was_acknowledged_and_is_not_there_is_lost(
    course: Course, tmp_path: Path
) -> None:
    assert course.left(sqlite_settings(tmp_path / "new.db"), 1) == (0, True, False)


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM claim WHERE id = (SELECT min(id) FROM claim)",
        "DELETE FROM tie WHERE key = (SELECT min(key) FROM tie)",
        "UPDATE tie SET payload = replace(payload, '\"claims_for\":1', '\"claims_for\":2')",
        "INSERT INTO claim SELECT 'claim:other', tie, article, relation, mode, subject,"
        " subject_name, subject_mention, object, object_name, object_mention, place, place_name,"
        " place_mention, polarity, modality, speaker_id, speaker_name, speaker_mention,"
        " speaker_party, event_from, event_until, date_precision, date_basis, statement_date,"
        " published, quote, start_offset, end_offset, extractor, rule FROM claim LIMIT 1",
    ],
)
def test_a_graph_that_no_whole_batches_make_is_half(
    course: Course, loaded: Path, statement: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bench.course._SETTLE_SECONDS", 0.0)
    _spoil(loaded, statement)
    verdict = course.left(sqlite_settings(loaded), 0)
    assert verdict.half and verdict.batches is None


def test_articles_are_the_same_for_the_same_seed_and_number() -> None:
    first, again = Corpus(3).reading(5), Corpus(3).reading(5)
    assert first == again
    assert first != Corpus(4).reading(5) != Corpus(3).reading(6)


def test_the_bare_engine_gets_every_claim_and_the_last_form_of_each_tie() -> None:
    recorder, corpus = Recorder(read_statements(STATEMENTS, "sql")), Corpus(3)
    batches = [recorder.record(list(corpus.readings(n, n + 2))) for n in (0, 2)]
    records = [r for batch in batches for w in batch if w.statement == "write_claims"
               for r in w.records]  # fmt: skip
    assert {r["id"] for r in records} == {
        claim.id for reading in corpus.readings(0, 4) for claim in reading.claims
    }
    ((_, claims, *_),) = recorder.rows("totals")
    assert claims == len(records) == 40
