"""The page and what it asks for, over HTTP."""

import json
from html.parser import HTMLParser
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from graph.errors import StoreUnavailable
from graph.exporters.drawing import vis_network
from graph.exporters.swatches import key
from graph.subgraph import Subgraph
from tests.page.serving import settings_of
from tests.service.doubles import BrokenStore, PlainReader


class _Tags(HTMLParser):
    """Collects tags with attributes, and the text inside scripts and styles."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.inline = ""
        self._inside = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._inside = tag

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside in ("script", "style"):
            self.inline += data.strip()


def test_policy_lets_nothing_else_in(client: TestClient) -> None:
    answer = client.get("/")
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    policy = dict(
        part.strip().split(" ", 1) for part in answer.headers["content-security-policy"].split(";")
    )
    assert policy["default-src"] == "'none'"
    assert (policy["script-src"], policy["style-src"]) == ("'self'", "'self'")
    assert "unsafe" not in answer.headers["content-security-policy"]
    assert "require-trusted-types-for 'script'; trusted-types 'none'" in answer.text


def test_no_script_or_style_stands_in_it(client: TestClient) -> None:
    read = _Tags(client.get("/").text)
    assert read.inline == ""
    for tag, attributes in read.tags:
        assert tag != "style" and "style" not in attributes
        assert not [name for name in attributes if name.startswith("on")]
        for address in (attributes.get("src"), attributes.get("href"), attributes.get("action")):
            assert address is None or address[0] in "/#" and not address.startswith("//")


def test_all_that_it_loads_is_served(client: TestClient) -> None:
    read = _Tags(client.get("/").text)
    loaded = {
        found[name]
        for tag, found in read.tags
        for name in ("src", "href")
        if tag in ("script", "link", "img") and name in found
    }
    assert {"/static/page.js", "/static/frame.css", "/static/vis-network.min.js"} <= loaded
    for address in loaded:
        assert client.get(str(address)).status_code == 200
    served = client.get("/static/vis-network.min.js")
    assert served.content == vis_network().read_bytes()
    assert served.headers["content-type"] == "text/javascript; charset=utf-8"


@pytest.mark.parametrize("name", ["none.js", "..%2Findex.html", "%2e%2e/index.html", "index.html"])
def test_nothing_else_is_served(client: TestClient, name: str) -> None:
    assert client.get(f"/static/{name}").status_code == 404


def test_legend_has_every_mark(client: TestClient) -> None:
    read = _Tags(client.get("/").text)
    values = {found["data-value"] for tag, found in read.tags if "data-value" in found}
    entries = key()
    assert values == {
        entry.value for row in (entries.kinds, entries.relations, entries.statuses) for entry in row
    }


def test_overview_is_drawn(client: TestClient) -> None:
    scene = client.get("/drawing").json()
    assert scene["asked"] is None
    drawn = {node["id"] for node in scene["drawing"]["nodes"]}
    assert drawn == {tie[end]["id"] for tie in scene["ties"] for end in ("subject", "object")}
    assert len(drawn) == 23
    assert scene["whole"]["actors"] + scene["whole"]["places"] == 24  # one only speaks
    edges = {edge["id"] for edge in scene["drawing"]["edges"]}
    assert "actor:turkey backs actor:gna" in edges
    assert edges == {
        f"{tie['subject']['id']} {tie['relation']} {tie['object']['id']}" for tie in scene["ties"]
    }
    assert scene["hidden_ties"] == {}
    assert None not in _values(scene["drawing"])


def _values(tree: object) -> list[object]:
    if isinstance(tree, dict):
        return [value for one in tree.values() for value in _values(one)]
    if isinstance(tree, list):
        return [value for one in tree for value in _values(one)]
    return [tree]


def test_drawing_around_one_and_what_was_opened(client: TestClient) -> None:
    around = client.get("/drawing", params={"of": "Hifter"}).json()
    assert around["asked"]["id"] == "actor:haftar"
    names = {node["id"] for node in around["drawing"]["nodes"]}
    assert names == {"actor:haftar", "actor:russia", "actor:egypt", "actor:lna"}
    assert around["hidden_ties"]["actor:lna"] == 5
    opened = client.get("/drawing", params={"of": "Hifter", "opened": ["actor:lna"]}).json()
    more = {node["id"] for node in opened["drawing"]["nodes"]}
    assert more > names
    assert "place:sirte" in more
    keys = {edge["id"] for edge in opened["drawing"]["edges"]}
    assert "actor:russia deployed-to place:jufra" in keys  # neither end of it was opened
    assert "actor:lna" not in opened["hidden_ties"]


def test_who_backs_is_drawn_with_the_tie_of_the_leader(client: TestClient) -> None:
    scene = client.get("/drawing", params={"backs": "Haftar"}).json()
    assert {edge["id"] for edge in scene["drawing"]["edges"]} == {
        "actor:russia backs actor:haftar",
        "actor:egypt backs actor:haftar",
        "actor:uae backs actor:lna",
        "actor:haftar leads actor:lna",
    }
    alone = client.get("/drawing", params={"backs": "Wagner Group"}).json()
    assert [node["id"] for node in alone["drawing"]["nodes"]] == ["actor:wagner"]
    assert alone["drawing"]["edges"] == []


def test_answer_is_a_sentence(client: TestClient) -> None:
    said = client.get("/answer", params={"q": "who backs Haftar?"}).json()
    assert said["asked"]["name"] == "Khalifa Haftar"
    assert said["sentence"] == (
        "Egypt and Russia back Khalifa Haftar;"
        " contested: the United Arab Emirates (of the Libyan National Army)."
    )
    with_the = client.get("/answer", params={"q": "Who backs the Government of National Accord"})
    assert with_the.json()["sentence"] == "Turkey backs the Government of National Accord."


def test_answer_offers_names(client: TestClient) -> None:
    unknown = client.get("/answer", params={"q": "who backs Haftr"})
    assert unknown.status_code == 404
    assert {"id": "actor:haftar", "name": "Khalifa Haftar"} in unknown.json()["nearest"]
    ambiguous = client.get("/answer", params={"q": "the army"})
    assert ambiguous.status_code == 409
    assert len(ambiguous.json()["candidates"]) == 2
    assert client.get("/answer", params={"q": "who opposes Haftar"}).status_code == 422


def test_file_holds_what_is_not_hidden(client: TestClient) -> None:
    asked = {"of": "Libyan National Army", "format": "json"}
    whole = Subgraph.model_validate_json(client.get("/drawing/file", params=asked).content)
    assert {tie.relation for tie in whole.ties} >= {"captured", "deployed-to", "leads", "opposes"}
    hidden = {"hidden_relations": ["opposes", "leads"], "hidden_kinds": ["town"]}
    answer = client.get("/drawing/file", params={**asked, **hidden})
    part = Subgraph.model_validate_json(answer.content)
    assert answer.headers["content-disposition"] == 'attachment; filename="whobacks.json"'
    assert not {tie.relation for tie in part.ties} & {"opposes", "leads", "captured"}
    assert "actor:haftar" not in {node.id for node in part.nodes}  # it has no tie left
    totals = json.loads(client.get("/stats").content)
    assert part.cut_ties == totals["ties"] - len(part.ties)
    denied = {**asked, "hidden_statuses": ["asserted", "contested", "planned"]}
    bare = Subgraph.model_validate_json(client.get("/drawing/file", params=denied).content)
    assert [node.id for node in bare.nodes] == ["actor:lna"]


@pytest.mark.parametrize(
    ("format", "begins"), [("csv", b"subject"), ("graphml", b"<?xml"), ("html", b"<!doctype html>")]
)
def test_every_format(client: TestClient, format: str, begins: bytes) -> None:
    answer = client.get("/drawing/file", params={"backs": "Haftar", "format": format})
    assert answer.status_code == 200
    assert answer.content.removeprefix(b"\xef\xbb\xbf").lower().startswith(begins)


def test_page_is_there_when_the_store_is_not(tmp_path: Path) -> None:
    store = BrokenStore(StoreUnavailable("the database is away; start it"))
    app = create_app(store, settings_of(tmp_path / "none.db"), PlainReader())
    client = TestClient(app, base_url="http://127.0.0.1:8000")
    assert client.get("/").status_code == 200
    assert client.get("/drawing").status_code == 503
