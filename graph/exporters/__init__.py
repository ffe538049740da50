"""The exporters: each module here turns a subgraph into one file format."""

from importlib import import_module
from pkgutil import iter_modules

from graph.exporters.exporter import Exporter


def exporters() -> dict[str, Exporter]:
    """Return every exporter by name: the EXPORTER of each module in this folder."""
    modules = (import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__))
    found = [module.EXPORTER for module in modules if hasattr(module, "EXPORTER")]
    return {exporter.name: exporter for exporter in found}
