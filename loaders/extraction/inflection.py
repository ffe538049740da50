"""The forms of English verbs and nouns, by the usual endings; forms.toml holds the others."""

import re
from collections.abc import Mapping, Sequence

_SHORT = re.compile(r"[^aeiou]+[aeiou][^aeiouwxy]")
"""One syllable with a short vowel: its last letter is doubled."""
_LIQUID = re.compile(r"[aeiou].*[^aeiou][aeo]l$|[^aeiou]uel$")
"""Of more syllables, in one l ("patrol", "fuel"): doubled in British English, not in American."""
_SIBILANTS = ("s", "x", "z", "ch", "sh")
_VOWELS = frozenset("aeiou")


def verb_forms(infinitive: str, irregular: Mapping[str, Sequence[str]]) -> set[str]:
    """Return every form of a verb."""
    if infinitive in irregular:
        return {infinitive, *irregular[infinitive]}
    third = _with_s(infinitive)
    if infinitive.endswith("e"):
        return {infinitive, third, infinitive + "d", infinitive[:-1] + "ing"}
    if infinitive.endswith("y") and infinitive[-2:-1] not in _VOWELS:
        return {infinitive, third, infinitive[:-1] + "ied", infinitive + "ing"}
    stems = _stems(infinitive)
    return {infinitive, third, *(s + "ed" for s in stems), *(s + "ing" for s in stems)}


def _stems(infinitive: str) -> list[str]:
    """Return what endings hang on: "dropp" of "drop"; of two syllables in l, both spellings."""
    doubled = infinitive + infinitive[-1:]
    if _SHORT.fullmatch(infinitive):
        return [doubled]
    return [infinitive, doubled] if _LIQUID.search(infinitive) else [infinitive]


def plural_forms(singular: str, irregular: Mapping[str, Sequence[str]]) -> set[str]:
    """Return a noun's singular and plural."""
    return {singular, *irregular.get(singular, (_with_s(singular),))}


def _with_s(word: str) -> str:
    if word.endswith(_SIBILANTS):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    return word + "s"
