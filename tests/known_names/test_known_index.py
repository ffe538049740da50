"""The index holds what the checked files hold, and refuses what they refuse when asked for it."""

from pathlib import Path

import pytest

from graph.errors import InvalidInput
from graph.names import normal
from graph.vocabulary import ActorKind
from loaders.registry.known_files import read_known
from loaders.registry.known_index import KnownIndex

SOUND = '{"id": "actor:one", "name": "One", "label": "One", "kind": "state", "demonyms": ["Onian"]}'


def _index(tmp_path: Path, *lines: str) -> KnownIndex:
    (tmp_path / "x.jsonl").write_text("\n".join(['{"registry": "x"}', *lines]), "utf-8")
    return KnownIndex(tmp_path)


def test_every_name_of_the_files_leads_to_its_actor() -> None:
    index, entries = KnownIndex(), read_known()
    kinds = ("name", "names"), ("demonym", "demonyms"), ("metonym", "metonyms")
    for entry in entries.values():
        assert index.entry(entry.id) == entry
        for kind, field in kinds:
            aliases = entry.names() if field == "names" else getattr(entry, field)
            for alias in aliases:
                norm = normal(alias.name)
                assert (entry, alias, kind) in list(index.uses(norm))
                assert index.longest(norm.split()[0]) >= len(norm.split())
        for post in entry.leads:
            assert entry in index.leaders(post.id)
    states = {entry.id for entry in entries.values() if entry.kind is ActorKind.STATE}
    assert {state.id for state in index.states()} == states
    armies = index.of_kind(ActorKind.MILITARY, "SD")
    assert "actor:sudanese-armed-forces" in {army.id for army in armies}


def test_who_is_not_there_is_not_found(tmp_path: Path) -> None:
    index = _index(tmp_path, SOUND)
    assert index.entry("actor:two") is None
    assert list(index.uses("two")) == []
    assert index.longest("two") == 0
    assert [kind for *_, kind in index.uses("onian")] == ["demonym"]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "x.jsonl:2: not JSON"),
        ("[]", "x.jsonl:2: not a JSON object"),
        ('{"id": "actor:one", "kind": "state"}', "x.jsonl:2: name Field required"),
        (SOUND.replace('"Onian"', "7"), "x.jsonl:2: demonyms.0"),
    ],
)
def test_a_line_that_is_no_actor_is_refused_at_once(tmp_path: Path, line: str, reason: str) -> None:
    with pytest.raises(InvalidInput, match=reason):
        _index(tmp_path, line)


def test_an_actor_that_is_not_sound_is_refused_when_asked_for(tmp_path: Path) -> None:
    index = _index(tmp_path, SOUND.replace('"state"', '"gang"'))
    with pytest.raises(InvalidInput, match="x.jsonl:2: kind"):
        index.entry("actor:one")
