"""Markdown with YAML front matter: the body is the article's text, no letter changed."""

import re
from datetime import date

from graph.model import Article
from loaders import fields, front_matter
from loaders.decoding import decode
from loaders.document import Document
from loaders.outcome import Defaults

_HEADING = re.compile(r"\s*#[ \t]+(?P<line>[^\r\n]+?)[ \t#]*(\r?\n|$)")


def article(document: Document, defaults: Defaults, today: date) -> Article:
    """Return the one article; Unfit says why there is none."""
    said, body = front_matter.split(decode(document.content, document.charset))
    return fields.article(body, said, defaults, today, _heading(body))


def _heading(body: str) -> str:
    found = _HEADING.match(body)
    return " ".join(found["line"].split())[:160] if found else ""
