"""What the figures were taken on."""

import os
import platform
import sqlite3
from importlib.metadata import version
from pathlib import Path

from tests.servers.neo4j_lines import LONG_TERM

_PROCESSOR = Path("/proc/cpuinfo")


def machine() -> dict[str, str | int | bool | float]:
    """Return cores, processor, whether it has AVX512-VNNI, how busy it is, and versions."""
    lines = _PROCESSOR.read_text().splitlines() if _PROCESSOR.exists() else []
    cpu = {key.strip(): value.strip() for key, _, value in (one.partition(":") for one in lines)}
    return {
        "cores": os.cpu_count() or 0,
        "processor": cpu.get("model name", platform.machine()),
        "avx512_vnni": "avx512_vnni" in cpu.get("flags", "").split(),
        "load_average": round(os.getloadavg()[0], 1),
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "neo4j": LONG_TERM.version,
        "neo4j_driver": version("neo4j"),
    }
