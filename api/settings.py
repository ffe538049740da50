"""The settings: one class, read once at start from the environment, passed down."""

import os
from pathlib import Path

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from graph.errors import Misconfigured

PREFIX = "WHOBACKS_"


def default_store() -> str:
    """Return the address of the file in the user's own data folder."""
    named = os.environ.get("XDG_DATA_HOME", "")
    # A relative path there is to be passed over: specifications.freedesktop.org/basedir-spec
    home = Path(named) if Path(named).is_absolute() else Path.home() / ".local" / "share"
    return f"sqlite:///{home / 'whobacks' / 'graph.db'}"


class Settings(BaseSettings):
    """Each is set by the environment variable WHOBACKS_<NAME>."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_ignore_empty=True, frozen=True, hide_input_in_errors=True
    )

    store: str = Field(
        default_factory=default_store,
        description="Where the graph is: sqlite:///relative/path, sqlite:////absolute/path,"
        " neo4j://host:7687, bolt://host:7687 (+s and +ssc for TLS).",
    )
    neo4j_user: str = Field(default="neo4j", description="User name for Neo4j.")
    neo4j_password: SecretStr | None = Field(
        default=None, description="Password for Neo4j; none: the server asks for none."
    )
    neo4j_database: str | None = Field(
        default=None, description="Database on the Neo4j server; none: the server's default."
    )
    api_key: SecretStr | None = Field(
        default=None,
        min_length=8,
        description="What writers send as X-API-Key. Required to listen beyond loopback; without"
        " one, whoever is on this machine may write.",
    )
    host: str = Field(
        default="127.0.0.1", min_length=1, description="Address that the service listens on."
    )
    port: int = Field(
        default=8000, ge=0, le=65535, description="Port that it listens on; 0: any free one."
    )
    max_text: int = Field(
        default=5_000_000, ge=1, description="Longest text of one article, in bytes of UTF-8."
    )
    pipeline: str | None = Field(
        default=None,
        min_length=1,
        description="Installed spaCy pipeline to parse with, by its package or folder; it needs a"
        " tagger and a parser with labels of Universal Dependencies or ClearNLP. None: the"
        " bundled parser.",
    )
    log_level: str = Field(
        default="warning",
        pattern="^(critical|error|warning|info|debug)$",
        description="What the service writes to stderr: critical, error, warning, info or debug;"
        " info names every request.",
    )


def read_settings() -> Settings:
    """Return the settings of this process; Misconfigured names the variable that is wrong."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        name = f"{PREFIX}{'_'.join(map(str, first['loc']))}".upper()
        raise Misconfigured(f"{name} cannot be used: {first['msg']}; correct it") from error
