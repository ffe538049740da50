"""The lock files hold all that pyproject.toml asks for, hashed, and name no host."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
NAMES = ("run.txt", "test.txt")

# An entry is a requirement, then its hashes on lines that the one before continues.
ENTRY = re.compile(r"^(\S.*?)((?: \\\n    --hash=sha256:[0-9a-f]{64})+)\n", re.MULTILINE)


def wanted(name: str) -> list[Requirement]:
    """What pyproject.toml asks for that this lock file must hold."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    run = project["project"]["dependencies"]
    run += project["project"]["optional-dependencies"]["fast-neo4j"]
    run += project["dependency-groups"]["build"]
    more = project["dependency-groups"]["test"] if name == "test.txt" else []
    return [Requirement(line) for line in run + more]


def text_of(name: str) -> str:
    return (ROOT / "requirements" / name).read_text(encoding="utf-8")


def locked(name: str) -> dict[str, Requirement]:
    entries = (Requirement(entry) for entry, _ in ENTRY.findall(text_of(name)))
    return {entry.name: entry for entry in entries}


def unmet(requirement: Requirement, entries: dict[str, Requirement]) -> bool:
    entry = entries.get(re.sub(r"[-_.]+", "-", requirement.name).lower())
    return entry is None or not requirement.specifier.contains(str(entry.specifier)[2:])


@pytest.mark.parametrize("name", NAMES)
def test_what_the_project_asks_for_is_locked(name: str) -> None:
    """If this fails: run `make lock` and commit both files."""
    entries = locked(name)
    assert [str(one) for one in wanted(name) if unmet(one, entries)] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_line_is_a_pinned_and_hashed_requirement(name: str) -> None:
    assert ENTRY.sub("", text_of(name)) == ""
    assert all(str(entry.specifier).startswith("==") for entry in locked(name).values())


@pytest.mark.parametrize("name", NAMES)
def test_no_host_and_no_path_is_named(name: str) -> None:
    assert re.findall(r"://|^-|^/|@ ", text_of(name), re.MULTILINE) == []


def test_tests_run_on_the_versions_that_users_run() -> None:
    run, test = locked("run.txt"), locked("test.txt")
    assert {name: str(test[name]) for name in run} == {name: str(run[name]) for name in run}
