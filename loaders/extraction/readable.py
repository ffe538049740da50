"""Which paragraphs of an article are worth reading, and which sentences can be."""

import re
from collections.abc import Iterable

from graph.model import Article, Note
from loaders.extraction.language import language
from loaders.extraction.text import Range, paragraphs

_SHORTEST = 3
# "GOMA, Congo (Harbour Wire) - ": where and by whom a report was sent, not part of what it says
_DATELINE = re.compile(
    r"[A-Z][A-Z'’ .-]{2,30}(?:, [A-Z][\w. ]{2,30})?(?: \([^)\n]{2,40}\))? [-–—] "
)
_WORD = re.compile(r"[^\W\d_]+")
_TOKEN = re.compile(r"\w+|[^\w\s]")
_LONGEST = 20_000


def readable(article: Article) -> tuple[list[Range], list[Note]]:
    """Return the paragraphs that are worth reading, and a note on each in another language."""
    whole = article.language or language(article.text[:20_000])
    ranges, notes = [], []
    for start, end in paragraphs(article.text):
        text = article.text[start:end]
        if len(_WORD.findall(text[:400])) < _SHORTEST:
            continue
        spoken = language(text, whole)
        if spoken == "en":
            dateline = _DATELINE.match(text)
            ranges.append(Range(start + (dateline.end() if dateline else 0), end))
        else:
            reason = f"not read: the paragraph is in {spoken!r}, only English is read"
            notes.append(Note(start=start, end=end, reason=reason))
    return ranges, notes


def short_enough(text: str, sentences: Iterable[Range]) -> tuple[list[Range], list[Note]]:
    """Return the sentences that can be read, and a note on each that is too long to be one."""
    kept, notes = [], []
    for sentence in sentences:
        start, end = sentence
        size = sum(1 for _ in _TOKEN.finditer(text, start, end)) if end - start > _LONGEST else 0
        if size <= _LONGEST:
            kept.append(sentence)
            continue
        reason = (
            f"not read: {size} words and marks without an end of a sentence, at most {_LONGEST}"
            " are read; put full stops between them"
        )
        notes.append(Note(start=start, end=end, reason=reason))
    return kept, notes
