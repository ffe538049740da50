"""A piece of the graph as a file, over HTTP."""

import pytest
from fastapi.testclient import TestClient

from graph.exporters import exporters
from graph.subgraph import Subgraph


@pytest.mark.parametrize("name", sorted(exporters()))
def test_every_format_is_a_file_to_keep(loaded: TestClient, name: str) -> None:
    answer = loaded.get("/export", params={"format": name, "of": "Haftar"})
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith(exporters()[name].media_type)
    assert answer.headers["content-disposition"].startswith("attachment;")
    assert exporters()[name].suffix in answer.headers["content-disposition"]
    assert b"Haftar" in answer.content
    assert b"Sarraj" not in answer.content


def test_without_a_name_it_is_the_whole(loaded: TestClient) -> None:
    whole = Subgraph.model_validate_json(loaded.get("/export").content)
    assert {node.name for node in whole.nodes} >= {"Haftar", "Sarraj", "Egypt", "Qatar"}
    assert (len(whole.ties), whole.cut_nodes) == (4, 0)


def test_what_is_left_out_is_counted(loaded: TestClient) -> None:
    part = Subgraph.model_validate_json(loaded.get("/export?limit=2").content)
    assert (len(part.nodes), part.cut_nodes, part.cut_ties) == (2, 4, 3)


def test_only_the_relations_that_are_asked_for(loaded: TestClient) -> None:
    part = Subgraph.model_validate_json(loaded.get("/export?relations=opposes").content)
    assert (part.ties, part.cut_ties) == ((), 4)
