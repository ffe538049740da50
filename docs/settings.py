"""The settings, from their class."""

from typing import get_args

from annotated_types import Ge, Le, MinLen
from pydantic import SecretStr
from pydantic.fields import FieldInfo

from api.settings import PREFIX, Settings
from docs.tables import code, description, table

HOME_STORE = "sqlite:///~/.local/share/whobacks/graph.db"
"""What default_store() gives where XDG_DATA_HOME is not set."""


def _row(name: str, field: FieldInfo) -> tuple[str, str, str]:
    """Return variable, default and what it is for."""
    default = HOME_STORE if field.default_factory else field.default
    secret = " Never shown." if SecretStr in get_args(field.annotation) else ""
    return (
        code(f"{PREFIX}{name.upper()}"),
        code(default),
        f"{description(field)}{_bounds(field)}{secret}",
    )


def rows() -> list[str]:
    """Return the table of the settings, in their order."""
    found = [_row(name, field) for name, field in Settings.model_fields.items()]
    return table(("variable", "default", "what it is"), found)


def _bounds(field: FieldInfo) -> str:
    said = []
    for bound in field.metadata:
        if isinstance(bound, Ge):
            said.append(f"at least {bound.ge}")
        if isinstance(bound, Le):
            said.append(f"at most {bound.le}")
        if isinstance(bound, MinLen) and bound.min_length > 1:
            said.append(f"{bound.min_length} characters or more")
    return f" {', '.join(said).capitalize()}." if said else ""
