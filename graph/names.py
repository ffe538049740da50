"""Names as they are compared, and the ids made from them."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable

from anyascii import anyascii

_BREAKS = re.compile(r"[\W_]+", re.UNICODE)


def normal(name: str) -> str:
    """Return the form in which names are compared: no case, no accents, words by one blank."""
    if name.isascii():  # most are, and need but this
        return " ".join(_BREAKS.sub(" ", name.casefold()).split())
    folded = unicodedata.normalize("NFKD", name).casefold()
    plain = "".join(c for c in folded if not unicodedata.combining(c))
    return " ".join(_BREAKS.sub(" ", unicodedata.normalize("NFKC", plain)).split())


def last_word(name: str) -> str:
    """Return the last word of a name in the form in which names are compared."""
    words = normal(name).split()
    return words[-1] if words else ""


def ends_in(names: Iterable[str], word: str) -> bool:
    """Say whether a name ends in a word, given in the form in which names are compared."""
    return any(last_word(name) == word for name in names)


def slug(name: str) -> str:
    """Return the ASCII form of a name for an id: lower case, words joined by hyphens.

    A name in another script is transliterated and gets a hash of its original form, so that two
    names that are only spelt alike in Latin letters stay two.
    """
    plain = normal(name)
    ascii_form = "-".join(re.findall(r"[a-z0-9]+", anyascii(plain).casefold()))
    if plain.replace(" ", "-") == ascii_form:
        return ascii_form
    mark = hashlib.sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{ascii_form[:60]}-{mark}" if ascii_form else mark
