"""What every exporter is: a name, a media type, a suffix and a function."""

from collections.abc import Callable
from dataclasses import dataclass

from graph.subgraph import Subgraph


@dataclass(frozen=True, slots=True)
class Exporter:
    """One file format; `export` gives the whole file, the same bytes for the same subgraph."""

    name: str
    media_type: str
    suffix: str
    export: Callable[[Subgraph], bytes]
