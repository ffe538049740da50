"""Which paragraphs of an article are worth reading."""

import re

from graph.model import Article, Note
from loaders.extraction.language import language
from loaders.extraction.text import Range, paragraphs

_SHORTEST = 3
# "GOMA, Congo (Harbour Wire) - ": where and by whom a report was sent, not part of what it says
_DATELINE = re.compile(
    r"[A-Z][A-Z'’ .-]{2,30}(?:, [A-Z][\w. ]{2,30})?(?: \([^)\n]{2,40}\))? [-–—] "
)
_WORD = re.compile(r"[^\W\d_]+")


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
