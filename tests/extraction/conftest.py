"""One extractor for all tests of extraction: loading it takes a second."""

import pytest

from loaders.extraction.extractor import Extractor


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    return Extractor()
