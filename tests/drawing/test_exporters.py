"""Every exporter: found by its folder, whole, readable by its tools, the same each time."""

import csv
import io
import json

import networkx as nx
import pytest

from graph.exporters import exporters
from graph.exporters.csv import COLUMNS
from graph.subgraph import Subgraph
from graph.vocabulary import ActorKind, PlaceKind, Relation, Status
from tests.drawing import ties
from tests.drawing.ties import HOSTILE, evidence, named, tie

FORMATS = ("csv", "graphml", "html", "json")


def test_the_folder_is_the_list() -> None:
    found = exporters()
    assert tuple(sorted(found)) == FORMATS
    assert all(one.suffix == f".{name}" and "/" in one.media_type for name, one in found.items())


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_bytes_each_time(name: str) -> None:
    export = exporters()[name].export
    assert export(ties.small_war()) == export(ties.small_war())


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_subgraph_is_a_whole_file(name: str) -> None:
    assert exporters()[name].export(Subgraph(nodes=())).strip()


@pytest.mark.parametrize("subgraph", [ties.small_war(), ties.hostile()])
def test_json_is_read_back_into_the_model(subgraph: Subgraph) -> None:
    assert Subgraph.model_validate_json(exporters()["json"].export(subgraph)) == subgraph


def test_csv_has_a_row_for_each_tie() -> None:
    subgraph = ties.small_war()
    rows = _rows(subgraph)
    assert [row["subject_id"] for row in rows] == [one.subject.id for one in subgraph.ties]
    denied = next(row for row in rows if row["status"] == "denied")
    assert (denied["subject"], denied["relation"], denied["object_id"]) == (
        "Russia", "backs", "actor:lna",
    )  # fmt: skip
    assert denied["quote"] == "Russia backs Libyan National Army, a spokesman said on Tuesday."
    assert denied["quote_against"].startswith("Not so: ")
    assert denied["speaker"] == "a spokesman" and denied["claims_for"] == "3"
    assert next(row for row in rows if row["status"] == "asserted")["quote_against"] == ""


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\n=1", "＝1", HOSTILE[2]]
)
def test_no_csv_cell_is_computed(text: str) -> None:
    row = _rows(_told(text))[0]
    assert row["subject"] == row["quote"] == f"'{text}"
    assert not any(cell[:1] in ("=", "+", "-", "@") for cell in row.values())


@pytest.mark.parametrize("text", ['He said "no", then\r\nleft; it\'s over', "صرح الناطق", "a=b"])
def test_csv_changes_no_other_text(text: str) -> None:
    assert _rows(_told(text))[0]["quote"] == text


def test_graphml_is_read_by_networkx() -> None:
    subgraph = ties.small_war()
    read = _graphml(subgraph)
    assert read.is_directed() and set(read) == {node.id for node in subgraph.nodes}
    assert {key for _, _, key in read.edges(keys=True)} == {one.key for one in subgraph.ties}
    node = read.nodes["actor:lna"]
    assert (node["label"], node["kind"]) == ("LNA", "military")
    assert isinstance(node["x"], float) and isinstance(node["size"], float)
    edge = read.edges["actor:turkey", "actor:gna", "actor:turkey backs actor:gna"]
    assert (edge["relation"], edge["status"], edge["weight"]) == ("backs", "asserted", 2.0)
    assert edge["claims_for"] == 3 and edge["quote"].startswith("Turkey backs")


def test_graphml_holds_what_xml_cannot() -> None:
    text = "a\x00b\x1bc<&>\ufffe"
    read = _graphml(_told(text))
    assert read.nodes["actor:one"]["name"] == "a\ufffdb\ufffdc<&>\ufffd"


def test_a_subgraph_must_be_whole() -> None:
    one, place = named("actor:a", "A", ActorKind.STATE), named("place:p", "P", PlaceKind.TOWN)
    captured = tie(one, Relation.CAPTURED, place, Status.ASSERTED)
    with pytest.raises(ValueError, match="place:p"):
        Subgraph(nodes=(one,), ties=(captured,))
    with pytest.raises(ValueError, match="stands twice among the nodes"):
        Subgraph(nodes=(one, one))
    assert Subgraph.of_ties([captured, captured]) == Subgraph(nodes=(one, place), ties=(captured,))


def test_json_has_no_key_that_the_model_lacks() -> None:
    written = json.loads(exporters()["json"].export(ties.small_war()))
    assert set(written) == set(Subgraph.model_fields)


def _told(text: str) -> Subgraph:
    one, other = named("actor:one", text, ActorKind.STATE), named("actor:two", "T", ActorKind.STATE)
    return Subgraph.of_ties([tie(one, Relation.BACKS, other, Status.ASSERTED, evidence(text))])


def _rows(subgraph: Subgraph) -> list[dict[str, str]]:
    text = exporters()["csv"].export(subgraph).decode("utf-8-sig")
    reader = csv.DictReader(io.StringIO(text, newline=""))
    assert tuple(reader.fieldnames or ()) == COLUMNS
    return list(reader)


def _graphml(subgraph: Subgraph) -> "nx.MultiDiGraph[str]":
    written = exporters()["graphml"].export(subgraph)
    read = nx.read_graphml(io.BytesIO(written), force_multigraph=True)
    assert isinstance(read, nx.MultiDiGraph)
    return read
