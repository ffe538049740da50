"""What format a text is in: by the suffix of its name, else by how it begins."""

import re
from pathlib import PurePath

from loaders.fields import KEYS

SUFFIXES = {
    ".txt": "text",
    ".md": "markdown",
    ".html": "html",
    ".htm": "html",
    ".jsonl": "jsonl",
}

_HEAD = 16_384
_COMMENTS = rb"(?:<!--(?:(?!-->).)*-->\s*)*"
_KEYS = "|".join(KEYS).encode()
# Signs that no plain text of news bears. Anything else is plain text.
_SIGNS = {
    "html": rb"\s*(?:<\?xml[^>]*>\s*)?" + _COMMENTS + rb"<(?:!doctype\s+)?html\b",
    "markdown": rb"---[ \t]*\r?\n(?:(?:" + _KEYS + rb"):[^\n]*\n)+---[ \t]*\r?\n",
    "jsonl": rb'\s*\{\s*"[a-z]+"\s*:',
}
_PATTERNS = {name: re.compile(sign, re.I | re.S) for name, sign in _SIGNS.items()}


def by_name(name: str) -> str | None:
    """Return the format that a file's name tells, None when it tells none."""
    return SUFFIXES.get(PurePath(name).suffix.lower())


def by_content(content: bytes) -> str:
    """Return the format of a text whose name tells none."""
    head = content[:_HEAD].removeprefix(b"\xef\xbb\xbf")
    return next((name for name, sign in _PATTERNS.items() if sign.match(head)), "text")
