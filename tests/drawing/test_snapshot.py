"""The HTML snapshot: nothing in it reaches out, nothing that was loaded into the graph runs."""

import json
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page

from graph.exporters import exporters
from graph.exporters.drawing import drawing, vis_network
from graph.exporters.html import web_link
from graph.subgraph import Subgraph
from tests.drawing import ties
from tests.drawing.ties import HOSTILE


class _Read(HTMLParser):
    """Collects tags with attributes, and the text of scripts and of everything else."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[str] = []
        self.text = ""
        self._inside: str | None = None
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._inside = tag
        if tag == "script":
            self.scripts.append("")

    def handle_endtag(self, tag: str) -> None:
        self._inside = None

    def handle_data(self, data: str) -> None:
        if self._inside == "script":
            self.scripts[-1] += data
        else:
            self.text += data


def _read(subgraph: Subgraph) -> _Read:
    return _Read(exporters()["html"].export(subgraph).decode())


@pytest.mark.parametrize("subgraph", [ties.small_war(), ties.hostile()])
def test_nothing_is_loaded_from_elsewhere(subgraph: Subgraph) -> None:
    read = _read(subgraph)
    for tag, attributes in read.tags:
        assert tag not in ("link", "img", "iframe", "object", "embed", "base", "form")
        assert not {"src", "srcset", "action", "style"} & attributes.keys()
        assert not [name for name in attributes if name.startswith("on")]
    written, vis, code = read.scripts
    assert vis == vis_network().read_text(encoding="utf-8")
    assert "://" not in written + code


def test_links_lead_to_the_web_alone() -> None:
    links = [found.get("href") for tag, found in _read(ties.small_war()).tags if tag == "a"]
    assert set(links) == {"https://news.example.org/a?b=1&c=2"}
    assert not [tag for tag, _ in _read(ties.hostile()).tags if tag == "a"]


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("https://a.org/x", True), ("http://a.org", True), ("HTTPS://a.org", True), (None, False),
        ("javascript:alert(1)", False), ("data:text/html,x", False), ("//a.org", False),
        ("https:alert(1)", False), ("http://[", False), ("ftp://a.org", False), ("", False),
    ],
)  # fmt: skip
def test_web_link(address: str | None, kept: bool) -> None:
    assert web_link(address) == (address if kept else None)


def test_hostile_texts_stay_texts() -> None:
    read = _read(ties.hostile())
    assert len(read.scripts) == 3
    assert all(text in read.text for text in HOSTILE)
    names = [node["name"] for node in json.loads(read.scripts[0])["nodes"]]
    assert names == list(HOSTILE)


def test_the_data_are_those_of_the_drawing() -> None:
    subgraph = ties.small_war()
    written = json.loads(_read(subgraph).scripts[0])
    assert written == drawing(subgraph).model_dump(mode="json", exclude_none=True)


def test_every_tie_is_told_with_its_quotes() -> None:
    subgraph = ties.small_war()
    read = _read(subgraph)
    told = [found["data-tie"] for tag, found in read.tags if tag == "li" and "data-tie" in found]
    assert told == [one.key for one in subgraph.ties]
    for one in subgraph.ties:
        assert one.best.quote in read.text
        assert one.best_against is None or one.best_against.quote in read.text
    assert read.text.count("a spokesman, in") >= len(subgraph.ties)
    cut = subgraph.model_copy(update={"cut_nodes": 7, "cut_ties": 12})
    assert "Left out: 7 actors and places, 12 ties." in _read(cut).text


@pytest.mark.parametrize("subgraph", [ties.small_war(), ties.hostile()])
def test_a_browser_draws_it_from_a_file(
    browser: Browser, tmp_path: Path, subgraph: Subgraph
) -> None:
    file = tmp_path / "snapshot.html"
    file.write_bytes(exporters()["html"].export(subgraph))
    page = browser.new_page()
    complaints: list[str] = []
    asked: list[str] = []

    def note(dialog: Dialog) -> None:
        complaints.append(dialog.message)
        dialog.dismiss()

    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("dialog", note)
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    page.wait_for_selector("#network[data-drawn]")
    assert _inked(page) > 1000
    assert page.locator("h1").inner_text() == subgraph.title
    assert page.locator("img").count() == 0
    _choose_an_edge(page, subgraph)
    assert asked == [file.as_uri()]
    assert complaints == []
    page.close()


def _inked(page: Page) -> int:
    """Return how many pixels of the canvas are not blank."""
    count: int = page.evaluate(
        """() => {
          const canvas = document.querySelector("#network canvas");
          const drawn = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
          let count = 0;
          for (let at = 3; at < drawn.data.length; at += 4) count += drawn.data[at] > 0;
          return count;
        }"""
    )
    return count


def _choose_an_edge(page: Page, subgraph: Subgraph) -> None:
    """Click on the canvas where nodes are until a tie in the list is marked as chosen."""
    box = page.locator("#network canvas").bounding_box()
    assert box
    for at in range(1, 24):
        x = box["x"] + box["width"] * at / 24
        for down in range(1, 16):
            page.mouse.click(x, box["y"] + box["height"] * down / 16)
            if page.locator("li.chosen").count():
                return
            box = page.locator("#network canvas").bounding_box() or box
    raise AssertionError("no click on the drawing chose a tie")
