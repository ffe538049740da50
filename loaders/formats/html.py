"""HTML: the article's text without the furniture of its page, and what the page says of itself."""

import re
from datetime import date
from typing import Any
from urllib.parse import urlsplit

import trafilatura

from graph.model import Article
from loaders import fields
from loaders.decoding import known_charset, marked
from loaders.document import Document
from loaders.outcome import Defaults, Unfit

_LOST = "\N{REPLACEMENT CHARACTER}"
_META = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_XML = re.compile(rb"""\s*<\?xml[^>]{0,200}encoding\s*=\s*["']([\w.:-]+)""")
_HEAD = 4096
_PROLOGUE = re.compile(r"\s*<\?xml[^>]*>")
_LANGUAGE = re.compile(r"[A-Za-z]{2}([-_]|$)")
# Only what the page declares, never a date guessed from its text; the future is refused by us.
_DATES: dict[str, Any] = {
    "extensive_search": False,
    "original_date": True,
    "max_date": "2999-12-31",
}


def article(document: Document, defaults: Defaults, today: date) -> Article:
    """Return the one article; Unfit says why there is none.

    Paragraphs are parted by a blank line. The page's own address counts only where it is of the
    site that the page was fetched from.
    """
    source, whole = _decoded(document)
    language, found = _extracted(source, document.url)
    if found is None or not (found.text or "").strip():
        raise Unfit(None, "is HTML without the text of an article; give the page of one article")
    if not whole and _LOST in found.text:
        raise Unfit(_LOST, "some letters are not of the page's charset; save the page as UTF-8")
    said = {
        "title": found.title,
        "publisher": found.sitename,
        "published": found.date,
        "url": _address(found.url, document.url),
        "language": language if _LANGUAGE.match(language) else None,
    }
    return fields.article("\n\n".join(found.text.split("\n")), said, defaults, today)


def _extracted(source: str, url: str | None) -> tuple[str, Any]:  # Any: the library's document
    try:
        tree = trafilatura.load_html(source)
        if tree is None:
            return "", None
        language = str(tree.get("lang") or "")
        return language, trafilatura.bare_extraction(
            tree, url=url, include_comments=False, with_metadata=True, date_extraction_params=_DATES
        )
    except Exception as error:  # a page can be broken in ways that the library does not foresee
        why = f"is HTML that cannot be read ({type(error).__name__}); give it as plain text"
        raise Unfit(None, why) from error


def _decoded(document: Document) -> tuple[str, bool]:
    """Return the page's source, and whether every byte of it was of its charset."""
    by_mark, content = marked(document.content)
    encoding = by_mark or _charset(document.charset, content)
    text = content.decode(encoding, "replace")
    try:
        whole = content.decode(encoding) == text
    except UnicodeDecodeError:
        whole = False
    # A page that was decoded already must not declare how to decode it.
    return _PROLOGUE.sub("", text, count=1), whole


def _charset(by_server: str | None, content: bytes) -> str:
    head = content[:_HEAD]
    declared = [
        found.group(1).decode() for found in (_XML.match(head), _META.search(head)) if found
    ]
    for label in [*([by_server] if by_server else []), *declared]:
        try:
            charset = known_charset(label)
        except Unfit:
            continue
        # A declaration that could be read as ASCII is not in UTF-16, whatever it says.
        return charset if label == by_server or not charset.startswith("utf-16") else "utf-8"
    return "utf-8"


def _address(declared: str | None, fetched: str | None) -> str | None:
    """Return the page's lasting address: its own word for it, unless that is another site's."""
    try:
        own = fields.web_address(declared or "")
    except Unfit:
        return fetched
    return own if fetched is None or _site(own) == _site(fetched) else fetched


def _site(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")
