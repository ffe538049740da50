"""Plain text: the decoded file is the article's text, no letter changed."""

import re
from datetime import date

from graph.model import Article
from loaders import fields
from loaders.decoding import decode
from loaders.document import Document
from loaders.outcome import Defaults

_LONGEST_HEADLINE = 160
_HEADLINE = re.compile(r"\s*(?P<line>[^\n]+)\r?\n[ \t]*\r?\n\s*\S")


def article(document: Document, defaults: Defaults, today: date) -> Article:
    """Return the one article; Unfit says why there is none."""
    text = decode(document.content, document.charset)
    return fields.article(text, {}, defaults, today, headline(text))


def headline(text: str) -> str:
    """Return the first line when it stands alone and reads like a headline, else "".

    That is: a blank line after it and more text after that, two words or more, no lower-case
    start, no full stop, colon or comma at its end.
    """
    found = _HEADLINE.match(text)
    line = " ".join(found["line"].split()) if found else ""
    if len(line) > _LONGEST_HEADLINE or " " not in line:
        return ""
    return "" if line[0].islower() or line[-1] in ".:;,…" else line
