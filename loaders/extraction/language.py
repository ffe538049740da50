"""Which language a paragraph is in; English unless it plainly is not."""

import re
from functools import cache

from py3langid.langid import (  # type: ignore[import-untyped]  # it ships no types
    MODEL_FILE,
    LanguageIdentifier,
)

_ENOUGH_LETTERS = 25
_SURE = 0.9
_READ = 2_000
_ENGLISH = re.compile(
    r"\b(?:the|of|and|with|by|from|have|been|that|which|who|said|says|after|its|their|his|this|will"
    r"|would|into|against|between|amid|to|is)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")
_PLAIN_SHARE = 0.2
_LEFT_OUT = frozenset({"pcm", "wuu", "yue", "zxx"})
# Headlines from Nigeria would pass for Nigerian Pidgin, and short Chinese ones for Wu.


def language(text: str, article: str = "en") -> str:
    """Give the ISO 639 code of a paragraph's language.

    Where the paragraph is too short to tell, or the detector is not sure, it is `article`, the
    language of the whole; a paragraph with enough of the small words of English is English.
    """
    sample = text[:_READ]
    letters = [letter for letter in sample if letter.isalpha()]
    latin = sum(letter < "\u0250" or "\u1e00" <= letter < "\u1f00" for letter in letters)
    if 2 * latin < len(letters):
        return str(_identifier().classify(sample)[0])
    if _plainly_english(sample):
        return "en"
    if len(letters) < _ENOUGH_LETTERS:
        return article
    found, sureness = _identifier().classify(sample)
    return str(found) if sureness >= _SURE else article


def _plainly_english(sample: str) -> bool:
    words = len(_WORD.findall(sample))
    return len(_ENGLISH.findall(sample)) >= max(1, _PLAIN_SHARE * words)


@cache
def _identifier() -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages([name for name in identifier.labels if name not in _LEFT_OUT])
    return identifier
