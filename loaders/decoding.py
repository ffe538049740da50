"""From bytes to text: strictly, since a letter that was guessed would be a name that is wrong."""

import codecs
import re

from loaders.outcome import Unfit

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Python counts these among its text encodings, but nobody publishes in them.
_NO_CHARSETS = frozenset(
    {
        "idna",
        "punycode",
        "unicode_escape",
        "raw_unicode_escape",
        "undefined",
        "utf-7",
        "mbcs",
        "oem",
    }
)
# Tab, line feed, vertical tab, form feed and carriage return are text.
_BINARY = re.compile(r"[\x00-\x08\x0e-\x1f]")
_LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")


def marked(content: bytes) -> tuple[str | None, bytes]:
    """Return the encoding that a byte-order mark names, if any, and the bytes after the mark."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return encoding, content[len(mark) :]
    return None, content


def decode(content: bytes, charset: str | None = None) -> str:
    """Return the text of `content`, byte-order mark dropped, line ends untouched.

    The mark decides, then `charset`, then UTF-8. Raises Unfit, naming the byte, when the bytes are
    not in that encoding, and when they are no text at all.
    """
    return readable(letters(content, charset))


def letters(content: bytes, charset: str | None = None) -> str:
    """Return what `decode` does, control characters and all."""
    by_mark, rest = marked(content)
    encoding = by_mark or known_charset(charset or "utf-8")
    dropped = len(content) - len(rest)
    try:
        return rest.decode(encoding)
    except UnicodeDecodeError as error:
        place = error.start + dropped
        byte = f"0x{content[place]:02x}"
        raise Unfit(byte, f"byte {place} is not {encoding.upper()}; {_remedy(content)}") from error


def readable(text: str, name: str = "the text") -> str:
    """Return `text` unless it holds what no text holds: control characters, lone surrogates."""
    if found := _BINARY.search(text):
        code = f"U+{ord(found.group()):04X}"
        raise Unfit(
            code, f"character {found.start()} of {name} is a control character, as in a binary file"
            "; give plain text, HTML, Markdown or JSON Lines",
        )  # fmt: skip
    if found := _LONE_SURROGATE.search(text):
        code = f"U+{ord(found.group()):04X}"
        raise Unfit(
            code, f"character {found.start()} of {name} is half of a surrogate pair; write it whole"
        )
    return text


def known_charset(label: str) -> str:
    """Return Python's name of a charset, as it is labelled on the web; Unfit when unknown."""
    try:
        name = codecs.lookup(label.strip()).name
    except (LookupError, ValueError) as error:
        raise Unfit(label, "is not a known charset; save the text as UTF-8") from error
    if name in _NO_CHARSETS:
        raise Unfit(label, "is not a charset of published texts; save the text as UTF-8")
    # What is called Latin-1 or ASCII on the web is Windows-1252: https://encoding.spec.whatwg.org/
    return "cp1252" if name in {"iso8859-1", "ascii"} else name


def _remedy(content: bytes) -> str:
    if b"\x00" in content:
        return "this looks like a binary file: give plain text, HTML, Markdown or JSON Lines"
    return "save the text as UTF-8"
