"""The page's service: on the bundled articles for a browser, on the small graph for a client."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import Browser, Page

from api.app import create_app
from api.reading import Reader
from api.sampling import load_samples
from tests.page.serving import Served, served, settings_of, store_of
from tests.page.watched import Visit, Watched
from tests.questions.small_graph import READINGS
from tests.service.doubles import PlainReader


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A client of the service on the small graph; tests only ask it."""
    path = tmp_path_factory.mktemp("page") / "small.db"
    store = store_of(path, READINGS)
    app = create_app(store, settings_of(path), PlainReader())
    yield TestClient(app, base_url="http://127.0.0.1:8000")
    store.close()


@pytest.fixture(scope="package")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The service on the bundled articles, on a port of its own."""
    path = tmp_path_factory.mktemp("page") / "samples.db"
    store = store_of(path, ())
    load_samples(store, Reader())
    with served(store, settings_of(path)) as running:
        yield running
    store.close()


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """Open an address in a new page; at the end it must have met nothing that it should not."""
    watched: list[Watched] = []

    def opened(address: str, *, expected: tuple[str, ...] = (), **context: object) -> Page:
        watched.append(Watched(browser, address, expected, context))
        return watched[-1].page

    yield opened
    for one in watched:
        one.close()
