"""The sentence of an item in which a label stands."""

from functools import lru_cache

from loaders.extraction.sentences import sentences
from loaders.extraction.text import Range, paragraphs
from loaders.training.gold import Item, Label, first
from loaders.training.matching import plain


@lru_cache(maxsize=64)
def sentences_of(text: str) -> tuple[Range, ...]:
    """Return the sentences of a text, in order."""
    return tuple(one for paragraph in paragraphs(text) for one in sentences(text, paragraph))


def sentence_of(item: Item, label: Label) -> str:
    """Return the first sentence that names most ends of a label, as the label words them."""
    ends = [plain(first(label.subject)), plain(first(label.object))]
    spelt = [item.text[start:end] for start, end in sentences_of(item.text)] or [item.text]
    return max(spelt, key=lambda sentence: sum(end in plain(sentence) for end in ends))
