"""The page in a real Chromium, on the bundled articles."""

import json
import math
import re
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, TimeoutError, expect

from graph.errors import StoreUnavailable
from graph.identity import new_actor
from graph.model import Article, Claim, End, Reading
from graph.vocabulary import Relation
from tests.page.serving import Served, served, settings_of, store_of
from tests.page.watched import Visit
from tests.service.doubles import BrokenStore

HOSTILE = "<img src=x onerror=alert(1)>"


def painted(page: Page) -> int:
    """Return how many pixels of the drawing are not blank."""
    count: int = page.evaluate(
        """() => {
          const canvas = document.querySelector("#network canvas");
          const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
          let count = 0;
          for (let at = 3; at < data.length; at += 4) count += data[at] > 0;
          return count;
        }"""
    )
    return count


def shown(page: Page) -> tuple[int, int]:
    """Return how many actors and places, and how many ties, the page says that it shows."""
    words = page.locator("#shown").inner_text().split()
    return int(words[0]), int(words[6])


def hit(page: Page, name: str, *, twice: bool = False) -> None:
    """Find an actor or place, which puts it in the middle, and click on it there."""
    find(page, name)
    box = page.locator("#network").bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    if twice:
        page.mouse.dblclick(x, y)
    else:
        page.mouse.click(x, y)


def find(page: Page, name: str) -> None:
    page.fill("#find", name)
    page.locator("#find-list li").first.wait_for()
    page.press("#find", "ArrowDown")
    page.press("#find", "Enter")


def answer(page: Page, text: str) -> None:
    page.fill("#asked", text)
    page.press("#asked", "Enter")
    page.locator("#answer:not([hidden])").wait_for()
    page.locator("#network[data-drawn]").wait_for()


def test_overview_is_drawn(samples: Served, visit: Visit) -> None:
    page = visit(samples.address)
    nodes, ties = shown(page)
    assert nodes >= 40
    assert ties >= 40
    assert painted(page) > 5_000
    expect(page.locator("#panel .tie")).to_have_count(ties)


def test_nothing_overflows_on_a_small_screen(samples: Served, visit: Visit) -> None:
    page = visit(samples.address, viewport={"width": 390, "height": 800}, color_scheme="dark")
    assert painted(page) > 1_000
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 390
    page.locator("#panel .tie").first.click()
    expect(page.locator("#panel blockquote").first).to_be_in_viewport()


def test_legend_hides_and_shows_again(samples: Served, visit: Visit) -> None:
    page = visit(samples.address)
    before, pixels = shown(page), painted(page)
    box = page.locator('#legend [data-value="backs"] input')
    hidden = int(page.locator('#legend [data-value="backs"] .count').inner_text())
    box.uncheck()
    assert shown(page)[1] == before[1] - hidden
    assert painted(page) < pixels
    expect(page.locator("#panel .tie i.backs")).to_have_count(0)
    page.locator('#legend [data-value="person"] input').uncheck()
    expect(page.locator("#panel .tie i.leads")).to_have_count(0)
    page.locator('#legend [data-value="person"] input').check()
    box.check()
    assert shown(page) == before


def test_search_centres_and_a_click_opens_its_ties(samples: Served, visit: Visit) -> None:
    page = visit(samples.address)
    hit(page, "Turkey")
    expect(page.locator("#panel h2")).to_have_text("Turkey")
    assert page.locator("#panel .tie q").count() >= 2
    assert urlsplit(page.url).query == ""


def test_search_loads_what_is_not_in_view(samples: Served, visit: Visit) -> None:
    page = visit(f"{samples.address}/?of=Goma")
    find(page, "Haftar")
    expect(page.locator("#panel h2")).to_have_text("Khalifa Haftar")
    assert "of=actor" in page.url
    page.go_back()
    expect(page.locator("#panel .tie").first).to_contain_text("Goma")


def test_click_on_an_edge_opens_its_evidence(samples: Served, visit: Visit) -> None:
    page = visit(f"{samples.address}/?q=who+backs+Haftar")
    find(page, "Haftar")
    _click_around(page)
    expect(page.locator("#panel h2")).to_contain_text("Khalifa Haftar")
    claim = page.locator("#panel .claims li").first
    expect(claim.locator("blockquote")).to_contain_text("Haftar")
    expect(claim.locator(".source time")).to_have_text(re.compile(r"\d{4}-\d\d-\d\d"))
    expect(claim.locator(".tags")).to_contain_text("affirmed")
    link = claim.locator(".source a")
    assert (link.get_attribute("href") or "").startswith("http")
    assert "noopener" in (link.get_attribute("rel") or "")


def _click_around(page: Page, radius: int = 60) -> None:
    """Click on a circle about the middle of the drawing until a tie is opened."""
    box = page.locator("#network").bounding_box()
    assert box
    for step in range(60):
        turn = math.tau * step / 60
        x, y = radius * math.cos(turn), radius * math.sin(turn)
        page.mouse.click(box["x"] + box["width"] / 2 + x, box["y"] + box["height"] / 2 + y)
        with suppress(TimeoutError):  # the evidence comes from the server
            page.locator("#panel h2 i").wait_for(timeout=400)
            return
    raise AssertionError("no click about the node opened a tie")


def test_denials_stand_beside_what_they_deny(samples: Served, visit: Visit) -> None:
    page = visit(samples.address)
    page.locator("#panel .tie", has=page.locator(".status.contested")).first.click()
    expect(page.locator("#panel h3").first).to_contain_text("Says so")
    expect(page.locator("#panel .claims .denied").first).to_be_visible()
    expect(page.locator("#panel .claims .affirmed").first).to_be_visible()
    page.locator("#panel .back").click()
    expect(page.locator("#panel h2")).to_have_text("Ties shown")


def test_question_bar_answers_in_a_sentence(samples: Served, visit: Visit) -> None:
    page = visit(samples.address)
    answer(page, "who backs Haftar?")
    sentence = page.locator("#sentence").inner_text()
    who = "Egypt, Russia, the United Arab Emirates and the Wagner Group"
    assert sentence.startswith(f"{who} back Khalifa Haftar")
    assert 4 <= shown(page)[0] < 15
    page.reload()
    expect(page.locator("#sentence")).to_have_text(sentence)
    page.locator("#overview").click()
    expect(page.locator("#answer")).to_be_hidden()
    assert shown(page)[0] >= 40


def test_names_are_offered_while_typing_and_when_none_fits(samples: Served, visit: Visit) -> None:
    page = visit(samples.address, expected=("404",))
    page.locator("#asked").press_sequentially("haft")
    page.locator("#asked-list li", has_text="Khalifa Haftar").click()
    expect(page.locator("#sentence")).to_contain_text("Khalifa Haftar")
    page.fill("#asked", "who backs Hafttar")
    page.press("#asked", "Enter")
    page.locator("#notice button", has_text="Khalifa Haftar").click()
    expect(page.locator("#notice")).to_be_hidden()
    expect(page.locator("#sentence")).to_contain_text("Khalifa Haftar")


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_double_click_expands(samples: Served, visit: Visit, motion: str) -> None:
    page = visit(f"{samples.address}/?q=Haftar", reduced_motion=motion)
    before = shown(page)
    hit(page, "Libyan National Army", twice=True)
    page.wait_for_url("**opened=**")
    page.locator("#network[data-drawn]").wait_for()
    after = shown(page)
    assert after[0] > before[0]
    assert after[1] > before[1]
    expect(page.locator("#panel h2")).to_have_text("Libyan National Army")


def test_keyboard_alone(samples: Served, visit: Visit) -> None:
    page = visit(f"{samples.address}/?q=Haftar")
    before = shown(page)
    page.focus("#network")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    first = page.locator("#panel h2").inner_text()
    assert first != "Ties shown"
    for key in ("ArrowLeft", "ArrowUp", "ArrowRight", "ArrowDown"):
        page.keyboard.press(key)
    page.keyboard.press("e")
    page.wait_for_url("**opened=**")
    assert shown(page)[1] > before[1]
    page.keyboard.press("/")
    expect(page.locator("#find")).to_be_focused()


@pytest.mark.parametrize(("format", "suffix"), [("json", "json"), ("csv", "csv"), ("html", "html")])
def test_downloads_hold_what_is_seen(
    samples: Served, visit: Visit, format: str, suffix: str
) -> None:
    page = visit(f"{samples.address}/?of=Turkey")
    page.locator('#legend [data-value="backs"] input').uncheck()
    page.locator("#download summary").click()
    with page.expect_download() as started:
        page.locator(f'#download [data-format="{format}"]').click()
    assert started.value.suggested_filename == f"whobacks.{suffix}"
    content = Path(started.value.path()).read_text(encoding="utf-8")
    assert "Turkey" in content
    if format == "json":
        saved = json.loads(content)
        assert (len(saved["nodes"]), len(saved["ties"])) == shown(page)
        assert "backs" not in {tie["relation"] for tie in saved["ties"]}


def test_picture(samples: Served, visit: Visit) -> None:
    page = visit(samples.address)
    page.locator("#download summary").click()
    with page.expect_download() as started:
        page.locator("#png").click()
    assert started.value.suggested_filename == "whobacks.png"
    assert Path(started.value.path()).read_bytes().startswith(b"\x89PNG\r\n")


def test_hostile_texts_stay_texts(tmp_path: Path, visit: Visit) -> None:
    path = tmp_path / "hostile.db"
    store = store_of(path, [_hostile()])
    with served(store, settings_of(path)) as running:
        page = visit(running.address)
        assert painted(page) > 500
        expect(page.locator("#panel .tie").first).to_contain_text(HOSTILE)
        page.locator("#panel .tie").first.click()
        expect(page.locator("#panel blockquote").first).to_contain_text(HOSTILE)
        expect(page.locator("#panel .source").first).to_contain_text(f"title {HOSTILE}")
        assert page.locator("#panel a, #panel img, #answer img").count() == 0
        page.locator("#panel h2 button").first.click()
        expect(page.locator("#panel h2")).to_have_text(HOSTILE)
        page.locator("#panel button", has_text="Who backs it?").click()
        expect(page.locator("#sentence")).to_contain_text(HOSTILE)
        page.wait_for_load_state("networkidle")  # the server ends before the page is closed
    store.close()


def _hostile() -> Reading:
    text = f"{HOSTILE} backs Nobody."
    article = Article(
        text=text, title=f"title {HOSTILE}", publisher=HOSTILE, url="javascript:alert(1)"
    )
    actors = (new_actor(HOSTILE), new_actor("Nobody"))
    ends = [End(id=actor.id, name=actor.name, mention=actor.name) for actor in actors]
    claim = Claim(
        article=article.id, relation=Relation.BACKS, mode="unspecified", subject=ends[0],
        object=ends[1], quote=text, start=0, end=len(text), extractor="by hand", rule="none",
    )  # fmt: skip
    return Reading(article=article, claims=(claim,), entities=actors)


def test_empty_graph_says_how_to_fill_it(tmp_path: Path, visit: Visit) -> None:
    path = tmp_path / "empty.db"
    store = store_of(path, ())
    with served(store, settings_of(path)) as running:
        page = visit(running.address)
        expect(page.locator("#notice")).to_contain_text("The graph is empty")
        expect(page.locator("#notice")).to_contain_text("whobacks load")
    store.close()


def test_store_that_is_down_is_said_to_be_down(tmp_path: Path, visit: Visit) -> None:
    store = BrokenStore(StoreUnavailable("the database is away; start it"))
    with served(store, settings_of(tmp_path / "none.db")) as running:
        page = visit(running.address, expected=("503",))
        expect(page.locator("#notice")).to_contain_text("The graph cannot be reached")
        expect(page.locator("#notice")).to_contain_text("the database is away; start it")
        expect(page.locator("#notice button")).to_have_text("Try again")
