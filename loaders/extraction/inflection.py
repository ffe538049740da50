"""The forms of English verbs and nouns, by the usual endings; forms.toml holds the others."""

from collections.abc import Mapping, Sequence

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
    return {infinitive, third, infinitive + "ed", infinitive + "ing"}


def plural_forms(singular: str, irregular: Mapping[str, Sequence[str]]) -> set[str]:
    """Return a noun's singular and plural."""
    return {singular, *irregular.get(singular, (_with_s(singular),))}


def _with_s(word: str) -> str:
    if word.endswith(_SIBILANTS):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    return word + "s"
