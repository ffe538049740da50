"""Classes of words: which ones the code asks for, and how they are read from classes.toml."""

from collections.abc import Iterable, Mapping
from typing import Any, Literal, get_args

from graph.errors import InvalidInput
from loaders.extraction.inflection import plural_forms, verb_forms

ClassName = Literal[
    "accidents", "allege", "allege_nouns", "alleged_words", "almost", "announcing",
    "anonymous_groups", "answering_for", "areas", "armed_bands", "armies", "arms", "asking",
    "attack", "attempt", "attempt_nouns", "attempted_words", "bans", "bare_verbs", "beginning",
    "beside", "blocking", "bygone", "charges", "civilians", "claiming", "conditions", "contrast",
    "control_words", "country_words", "deny", "described", "documents", "doubting", "dwelling",
    "equipment", "fighting", "forces", "frontiers", "future", "government", "group_fillers",
    "group_pronouns", "group_words", "hedges", "home_forces", "homelands", "inside", "light",
    "loyal", "meanwhile", "mercenaries", "money", "naming", "negators", "news_outlets",
    "not_names", "not_the_state", "observers", "office_parts", "origins", "outlaws",
    "outlet_names", "outlets", "own_men", "own_pronouns", "own_side", "owned_sites", "passing",
    "peoples", "permitting", "person_pronouns", "persons", "place_pronouns", "place_relatives",
    "plan", "plan_nouns", "planned_words", "plural_pronouns", "possible", "prizes", "rebels",
    "recalling", "recognised", "refuse", "regions", "relative_pronouns", "relief", "remaining",
    "rulers", "sanctions", "say", "secrets", "sending", "sides", "single_soldiers", "site_starts",
    "sites", "speaker_pronouns", "state_offices", "state_organs", "stopping", "taking_people",
    "tasks", "towns", "unframed", "untrue", "war", "wholes",
]  # fmt: skip
"""The classes that the code asks for by name; the lexicon's README says what each is for."""

_AS_SPELT = "as_spelt"


def read_classes(table: Mapping[str, Any], forms: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    """Return each class's words in all their forms; raises InvalidInput when a class is missing.

    The words under `as_spelt` are taken as they stand. `Any`: whatever TOML holds.
    """
    spelt = table.get(_AS_SPELT, {})
    inflected = {name: words for name, words in table.items() if name != _AS_SPELT}
    if twice := inflected.keys() & spelt.keys():
        raise InvalidInput(f"classes.toml: {sorted(twice)} given twice: keep one of the two")
    if missing := {*get_args(ClassName)} - inflected.keys() - spelt.keys():
        raise InvalidInput(f"classes.toml: no class {sorted(missing)}, which the code asks for")
    found = {name: frozenset(_all_forms(words, forms)) for name, words in inflected.items()}
    return found | {name: frozenset(words) for name, words in spelt.items()}


def _all_forms(words: Iterable[str], forms: Mapping[str, Any]) -> set[str]:
    """Return every form that the words of a class can take, be they verbs or nouns."""
    return {
        form
        for word in words
        for form in (*verb_forms(word, forms["verbs"]), *plural_forms(word, forms["nouns"]))
    }
