"""The bench in small, in a process of its own, as `make bench` starts it."""

import subprocess
import sys
from pathlib import Path

import pytest

from bench.results import Results

_ROOT = Path(__file__).parent.parent.parent


@pytest.mark.parametrize("store", ["sqlite", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def test_a_quick_run_measures_everything_and_loses_nothing(store: str, tmp_path: Path) -> None:
    output = tmp_path / "results.json"
    command = [sys.executable, "-m", "bench", "--quick", "--store", store, "--output", str(output)]
    done = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr + done.stdout
    results = Results.model_validate_json(output.read_text(encoding="utf-8"))
    assert [(r.store, r.claims) for r in results.load] == [(store, 2_000), (store, 3_000)]
    assert [(r.store, r.claims) for r in results.who_backs] == [(store, 2_000), (store, 3_000)]
    assert [r.store for r in results.service] == [store]
    assert {r.what for r in results.safety} >= {
        "loading process killed",
        "two processes load the same",
    }
    ratios = [r.ratio for r in results.load] + [r.ratio for r in results.who_backs]
    assert all(ratio > 0 for ratio in (*ratios, results.service[0].ratio))
    assert "| load, speed" in done.stdout
