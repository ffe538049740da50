"""What the service answers, by address: each module here installs its own routes."""

from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType


def route_modules() -> list[ModuleType]:
    """Return every module of this folder; each has `install(app)`."""
    return [import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__)]
