"""The one place that chooses a store."""

from importlib.resources import files
from pathlib import Path
from urllib.parse import urlsplit

from api.settings import Settings
from graph.errors import Misconfigured, StoreUnavailable
from graph.neo4j_store import Neo4jStore
from graph.sqlite_store import SqliteStore
from graph.statements import read_statements
from graph.store import Store
from queries import STATEMENTS

_SQLITE = "sqlite:///"
_NEO4J = frozenset(
    f"{scheme}{security}" for scheme in ("neo4j", "bolt") for security in ("", "+s", "+ssc")
)


def open_store(settings: Settings) -> Store:
    """Open what WHOBACKS_STORE names.

    Raises Misconfigured for an address of no kind we know, and what the store raises: SQLite is
    opened here, Neo4j at its first use.
    """
    if (path := sqlite_path(settings)) is not None:
        _make_own_folder(path, settings)
        return SqliteStore(path, read_statements(STATEMENTS, "sql"))
    password = settings.neo4j_password
    auth = (settings.neo4j_user, password.get_secret_value()) if password else None
    statements = read_statements(STATEMENTS, "cypher")
    return Neo4jStore(settings.store, auth, statements, settings.neo4j_database)


def sqlite_path(settings: Settings) -> Path | None:
    """Return the file that WHOBACKS_STORE names, None when it names a server."""
    address = settings.store
    if address.startswith(_SQLITE) and address != _SQLITE:
        return Path(address.removeprefix(_SQLITE)).expanduser()
    parts = urlsplit(address)
    if parts.scheme not in _NEO4J or not parts.netloc:
        raise Misconfigured(
            f"WHOBACKS_STORE is {without_user(address)!r}; use sqlite:///path, sqlite:////path,"
            " neo4j://host:7687 or bolt://host:7687"
        )
    if "@" in parts.netloc:
        raise Misconfigured(
            f"WHOBACKS_STORE is {without_user(address)!r} with a user in it; put user and password"
            " in WHOBACKS_NEO4J_USER and WHOBACKS_NEO4J_PASSWORD"
        )
    return None


def without_user(address: str) -> str:
    """Return an address without the user and password that someone may have put there."""
    scheme, mark, rest = address.partition("://")
    return f"{scheme}{mark}{rest.rpartition('@')[2]}"


def samples() -> Path:
    """Return the folder of the articles that come with the program."""
    return Path(str(files("loaders") / "samples"))


def _make_own_folder(path: Path, settings: Settings) -> None:
    """Make the folder of the default file; one that the user names is not made by a typing slip."""
    if "store" in settings.model_fields_set:
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreUnavailable(
            f"{path.parent} cannot be made ({error.strerror}); name a file in WHOBACKS_STORE"
        ) from error
