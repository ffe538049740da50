"""Sources named beside a whole sentence: "according to X" at its start or its end, ", X said,"."""

from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from spacy.tokens import Token

from loaders.extraction.lexicon import Lexicon
from loaders.extraction.phrases import case_of, children

_PARTING = (",", "”", '"', "—", "–")
_LONGEST = 6
"""Words that may follow "X said" in an aside: "on Wednesday in a message to reporters"."""

_FARTHEST = 30
"""Words before "said" among which who said it is looked for."""

_JOINING = ("CCONJ", "SCONJ")
_RELATIVE = ("which", "who")
_NOMINAL = ("NOUN", "PROPN", "PRON")


class _Aside(NamedTuple):
    """Who says it, the verb of saying, and whether the sentence goes on behind."""

    said: Token
    verb: Token
    goes_on: bool


def is_according(token: Token) -> bool:
    """Say whether a phrase is the X of "according to X"."""
    return token.dep_ in ("obl", "nmod", "advcl") and case_of(token).startswith("according")


def closing_source(trigger: Token, lexicon: Lexicon) -> Token | None:
    """Return the source named beside a trigger's whole sentence, wherever the parse hung it."""
    if said := _said_aside(trigger, lexicon):
        return said
    for word in trigger.sent:
        if not is_according(word) or not _stands_at_an_end(word):
            continue
        if not _is_parted(trigger, word):
            return word
    return None


def _said_aside(trigger: Token, lexicon: Lexicon) -> Token | None:
    """Return who says what a trigger's part of a sentence tells, set off by commas.

    "..., *an officer there* said on Monday", "..., *John Doe*, an officer, said, ...". Parses take
    "the town, an officer said" for a list or "officer" for the town.
    """
    asides = _asides(_part_of(trigger), lexicon)
    before = [aside for aside in asides if aside.goes_on and aside.verb.i < trigger.i]
    after = [aside for aside in asides if aside.said.i > trigger.i]
    # the nearest on each side, and the last, which may stand for all of it: a scan for each of many
    # would take time with the square
    for aside in (*after[:1], *after[1:][-1:], *before[-1:]):
        first, last = trigger, aside.said
        if aside.verb.i < trigger.i:
            first, last = aside.verb.nbor(), trigger
        if not _is_parted(first, last) and not (aside.goes_on and _is_joined(first, last)):
            return aside.said
    return None


def _asides(words: Sequence[Token], lexicon: Lexicon) -> list[_Aside]:
    """Return the "X said" among words that commas set off, in order."""
    found = []
    for place, verb in enumerate(words):
        if not (_is_verb(verb) and lexicon.within(verb, "say")):
            continue
        behind = words[place + 1 : place + 2 + _LONGEST]
        rest = list(takewhile(lambda word: word.text not in _PARTING, behind))
        if len(rest) > _LONGEST or any(_is_verb(word) or word.pos_ == "SCONJ" for word in rest):
            continue
        if said := _aside(words[max(0, place - _FARTHEST) : place]):
            found.append(_Aside(said, verb, place + len(rest) + 1 < len(words)))
    return found


def _part_of(trigger: Token) -> list[Token]:
    """Return a sentence's words between the semicolons around a trigger, and marks that part."""
    sentence = trigger.sent
    stops = [word.i for word in sentence if word.text == ";"]
    start = max((stop + 1 for stop in stops if stop < trigger.i), default=sentence.start)
    end = min((stop for stop in stops if stop > trigger.i), default=sentence.end)
    part = trigger.doc[start:end]
    return [word for word in part if not word.is_punct or word.text in _PARTING]


def _aside(before: Sequence[Token]) -> Token | None:
    """Return the one whom the last words between marks name, what says who he is among them."""
    marks = [place for place, word in enumerate(before) if word.text in _PARTING]
    if marks and marks[-1] == len(before) - 1:  # "John Doe, an officer, said"
        marks = marks[:-2]
    if not marks:
        return None
    phrase = before[marks[-1] + 1 :]
    inside = {word.i for word in phrase}
    # "an officer *who asked not to be named* said": a verb of a clause inside does not part them
    if any(_is_verb(word) and word.head.i not in inside for word in phrase):
        return None
    tops = [w for w in phrase if w.head.i not in inside and w.pos_ in _NOMINAL]
    if len(tops) != 1 or tops[0].lower_ in _RELATIVE:  # "X, *which* declared ..."
        return None
    return tops[0]


def _is_verb(word: Token) -> bool:
    return word.pos_ in ("VERB", "AUX")


def _is_parted(trigger: Token, word: Token) -> bool:
    """Say whether a main clause of its own begins between the two."""
    between = trigger.doc[min(trigger.i, word.i) : max(trigger.i, word.i)]
    return any(_parts_clauses(token) for token in between)


def _is_joined(first: Token, last: Token) -> bool:
    """Say whether a comma and a conjunction stand between two words: ", and", ", though not"."""
    between = first.doc[first.i : last.i]
    return any(w.pos_ in _JOINING and w.i and w.nbor(-1).text == "," for w in between)


def _stands_at_an_end(word: Token) -> bool:
    sentence = word.sent
    phrase = [token for token in word.subtree if not token.is_punct]
    rest = sentence.doc[phrase[-1].i + 1 : sentence.end]
    opens = phrase[0].i == sentence.start
    return opens or all(token.is_punct or token.is_space for token in rest)


def _parts_clauses(token: Token) -> bool:
    """Say whether a word begins a main clause of its own: "...; they", "... and X attacked"."""
    own = children(token, "nsubj", "nsubj:pass")
    return token.text == ";" or (token.dep_ in ("conj", "parataxis") and bool(own))
