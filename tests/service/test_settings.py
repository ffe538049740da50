"""The settings, and the store that they choose."""

from pathlib import Path

import pytest

from api.settings import Settings, read_settings
from api.wiring import open_store, samples, sqlite_path
from graph.errors import Misconfigured


def test_every_setting_is_described() -> None:
    for name, field in Settings.model_fields.items():
        assert field.description, name


def test_the_usual_store_is_in_the_users_data_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("WHOBACKS_STORE")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    settings = read_settings()
    assert sqlite_path(settings) == tmp_path / "whobacks" / "graph.db"
    open_store(settings).close()
    assert (tmp_path / "whobacks" / "graph.db").exists()
    monkeypatch.setenv("XDG_DATA_HOME", "relative")
    assert sqlite_path(read_settings()) == Path.home() / ".local/share/whobacks/graph.db"


@pytest.mark.parametrize(
    ("address", "path"),
    [("sqlite:///a/b.db", Path("a/b.db")), ("sqlite:////a/b.db", Path("/a/b.db"))],
)
def test_paths_are_relative_or_absolute(
    monkeypatch: pytest.MonkeyPatch, address: str, path: Path
) -> None:
    monkeypatch.setenv("WHOBACKS_STORE", address)
    assert sqlite_path(read_settings()) == path


@pytest.mark.parametrize("scheme", ["neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc"])
def test_servers(monkeypatch: pytest.MonkeyPatch, scheme: str) -> None:
    monkeypatch.setenv("WHOBACKS_STORE", f"{scheme}://localhost:7687")
    monkeypatch.setenv("WHOBACKS_NEO4J_PASSWORD", "a long password")
    store = open_store(read_settings())
    assert store.kind == "neo4j"
    store.close()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("WHOBACKS_PORT", "many"),
        ("WHOBACKS_MAX_TEXT", "-1"),
        ("WHOBACKS_LOG_LEVEL", "loud"),
        ("WHOBACKS_API_KEY", "s3cret"),
    ],
)
def test_a_wrong_value_is_named(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(Misconfigured, match=name) as raised:
        read_settings()
    assert "s3cret" not in str(raised.value)


def test_secrets_are_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WHOBACKS_API_KEY", "a long secret")
    monkeypatch.setenv("WHOBACKS_NEO4J_PASSWORD", "a long secret")
    assert "a long secret" not in repr(read_settings())


def test_the_samples_are_there() -> None:
    assert len(list(samples().glob("*.md"))) >= 8
