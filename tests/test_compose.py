"""docker-compose.yml and the Dockerfile are valid and agree with the settings and the tests."""

import json
import re
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from api.settings import Settings
from tests.servers.neo4j_lines import LONG_TERM

ROOT = Path(__file__).parents[1]
SCHEMA = files("check_jsonschema") / "builtin_schemas" / "vendor" / "compose-spec.json"
PREFIX = "WHOBACKS_"
SECRETS = {"NEO4J_PASSWORD": "a long password", "WHOBACKS_API_KEY": "a long key"}

Tree = dict[str, Any]  # any YAML: the schema test says what is in it


@pytest.fixture(scope="module")
def compose() -> Tree:
    tree: Tree = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
    return tree


@pytest.fixture(scope="module")
def dockerfile() -> str:
    return (ROOT / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ")


def expand(text: str) -> str:
    """Put the secrets in for ${NAME:?message}, as Compose does."""
    return re.sub(r"\$\{(\w+):\?[^}]+\}", lambda match: SECRETS[match[1]], text)


def problems(tree: Tree) -> list[str]:
    validator = Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(tree)]


def fields(names: set[str]) -> set[str]:
    """The settings that environment variables of these names set."""
    return {name.removeprefix(PREFIX).lower() for name in names}


def test_it_keeps_to_the_compose_schema(compose: Tree) -> None:
    assert problems(compose) == []


def test_the_schema_finds_a_wrong_file(compose: Tree) -> None:
    wrong = compose | {"services": {"neo4j": {"imagee": "neo4j"}}}
    assert any("imagee" in problem for problem in problems(wrong))


def test_neo4j_is_the_tested_version(compose: Tree) -> None:
    assert compose["services"]["neo4j"]["image"] == f"neo4j:{LONG_TERM.version}-community"


def test_neo4j_keeps_its_data_in_a_volume(compose: Tree) -> None:
    (mount,) = compose["services"]["neo4j"]["volumes"]
    volume, folder = mount.split(":")
    assert volume in compose["volumes"]
    assert folder == "/data"


def test_the_service_waits_for_a_healthy_neo4j(compose: Tree) -> None:
    assert "cypher-shell" in compose["services"]["neo4j"]["healthcheck"]["test"][1]
    needs = compose["services"]["whobacks"]["depends_on"]
    assert needs == {"neo4j": {"condition": "service_healthy"}}


def test_secrets_come_from_the_environment_with_an_error_text(compose: Tree) -> None:
    ours, theirs = (compose["services"][name]["environment"] for name in ("whobacks", "neo4j"))
    for value in (ours["WHOBACKS_NEO4J_PASSWORD"], ours["WHOBACKS_API_KEY"], theirs["NEO4J_AUTH"]):
        assert re.search(r"\$\{\w+:\?set \w+[^}]*\}$", value)


def test_the_variables_are_settings_with_the_values_meant(
    compose: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    variables = compose["services"]["whobacks"]["environment"]
    assert fields(set(variables)) <= set(Settings.model_fields)
    for name, value in variables.items():
        monkeypatch.setenv(name, expand(value))
    settings = Settings()
    user, _, password = expand(compose["services"]["neo4j"]["environment"]["NEO4J_AUTH"]).partition(
        "/"
    )
    assert settings.store == "neo4j://neo4j:7687"
    assert (settings.neo4j_user, variables["WHOBACKS_NEO4J_USER"]) == (user, user)
    assert expand(variables["WHOBACKS_NEO4J_PASSWORD"]) == password


def test_every_port_is_published_on_loopback_only(compose: Tree) -> None:
    ports = [port for service in compose["services"].values() for port in service["ports"]]
    assert ports
    assert all(port.startswith("127.0.0.1:") for port in ports)


def test_the_ports_are_those_of_the_settings(compose: Tree, dockerfile: str) -> None:
    port = Settings.model_fields["port"].default
    assert compose["services"]["whobacks"]["ports"] == [f"127.0.0.1:{port}:{port}"]
    assert f"EXPOSE {port}\n" in dockerfile
    assert f"WHOBACKS_PORT={port} " in dockerfile
    assert f"http://127.0.0.1:{port}/healthz" in dockerfile


def test_the_image_sets_only_settings(dockerfile: str) -> None:
    names = set(re.findall(r"\b(WHOBACKS_\w+)=", dockerfile.partition("AS build")[2]))
    assert "WHOBACKS_HOST" in names
    assert fields(names) <= set(Settings.model_fields)
    assert "WHOBACKS_API_KEY" not in names  # a key in an image is a key for everyone


def test_the_image_runs_as_a_user_without_privileges(dockerfile: str) -> None:
    last_stage = dockerfile.rpartition("\nFROM ")[2]
    users = re.findall(r"^USER (\S+)$", last_stage, re.MULTILINE)
    assert users == ["whobacks"]
    assert last_stage.index("USER whobacks") < last_stage.index("CMD ")


def test_the_image_installs_from_the_hashed_lock_file(dockerfile: str) -> None:
    installs = re.findall(r"pip install (.+)", dockerfile)
    locked, ours = installs
    assert locked == "--require-hashes --requirement requirements/run.txt"
    assert "--no-deps" in ours
