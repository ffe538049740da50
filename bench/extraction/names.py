"""Known names in a text, as the program finds them, and the countries that they belong to."""

from collections.abc import Iterator

from spacy.tokens import Doc

from loaders.extraction.mentions import Found, countries, find
from loaders.extraction.sentences import sentences
from loaders.extraction.text import paragraphs
from loaders.extraction.tokens import document, tokeniser
from loaders.registry.registry import Registry
from loaders.training.gold import Item


class Names:
    """Finds names with the registry, without a parse."""

    def __init__(self, registry: Registry) -> None:
        """Make the tokeniser."""
        self.registry = registry
        self._nlp = tokeniser()

    def paragraphs(self, item: Item) -> Iterator[tuple[Doc, list[Found]]]:
        """Yield each paragraph with the known names in it, in order."""
        for paragraph in paragraphs(item.text):
            doc = document(item.text, sentences(item.text, paragraph), self._nlp)
            yield doc, find(doc, self.registry, item.published)

    def countries(self, item: Item) -> list[str]:
        """Return the countries (ISO alpha-2) that an item names, most named first."""
        return list(countries(m for _, found in self.paragraphs(item) for m in found))
