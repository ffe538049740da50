"""Parses again a sentence whose verb the parser took for a noun: "Rebels storm Goma"."""

from collections.abc import Sequence

from loaders.extraction.lexicon import Lexicon
from loaders.extraction.parse import Parse, Parser

_PLAIN, _DENYING = "captured", "denies"
"""Verbs that the parser never takes for nouns; they are read in the place of those that it does."""
_LONGEST = 80
"""Words of a sentence that is parsed twice, so that no text takes twice the time."""
_NAMING = ("NOUN", "PROPN")
_NO_VERBS = (*_NAMING, "X", "ADV", "ADJ")
_BEHIND = ("PROPN", "DET", "NUM", "PRON")
_OF_NOUNS = ("amod", "case", "det", "nmod:poss")


def second_look(parser: Parser, words: Sequence[str], lexicon: Lexicon) -> Parse:
    """Return the parse of a sentence, in which a verb of the lexicon between two names is a verb.

    So is one of denying before "claims" and the like. Each is one only if the parser then finds who
    does it, before it, and to whom, behind it.
    """
    parse = parser.parse(words)
    doubtful = _doubtful(parse, words, lexicon) if len(words) <= _LONGEST else []
    if not doubtful:
        return parse
    plain = list(words)
    for place in doubtful:
        plain[place] = _DENYING if lexicon.has(words[place].lower(), "deny") else _PLAIN
    again = parser.parse(plain)
    return again if all(_is_verb(again, place) for place in doubtful) else parse


def _doubtful(parse: Parse, words: Sequence[str], lexicon: Lexicon) -> list[int]:
    """Return the places of nouns that may be verbs: a name before, and behind a name or "the"."""
    found = []
    for place in range(1, len(words) - 1):
        word, after = words[place], words[place + 1]
        if lexicon.has(word.lower(), "deny") and lexicon.has(after.lower(), "charges"):
            if parse.labels[place].startswith("nsubj"):
                found.append(place)  # "X *disputes* claims"
            continue
        if word.lower() not in lexicon.transitive or parse.tags[place] not in _NO_VERBS:
            continue
        people = parse.tags[place + 1] == "ADJ" and after[:1].isupper()
        behind = people or parse.tags[place + 1] in _BEHIND
        around = parse.tags[place - 1] in _NAMING and behind
        part = word[:1].isupper() and not word.isupper()  # "the Armed Forces"
        if around and not part and not _labels(parse, place) & {*_OF_NOUNS}:
            found.append(place)
    return found


def _is_verb(parse: Parse, place: int) -> bool:
    own = _labels(parse, place)
    return parse.tags[place] == "VERB" and "nsubj" in own and "obj" in own


def _labels(parse: Parse, place: int) -> set[str]:
    arcs = zip(parse.heads, parse.labels, strict=True)
    return {label for head, label in arcs if head == place}
