"""Sources named beside a whole sentence: "according to X" at its start or its end, ", X said,"."""

from itertools import takewhile

from spacy.tokens import Token

from loaders.extraction.lexicon import Lexicon
from loaders.extraction.phrases import case_of, children

_PARTING = (",", "”", '"', "—", "–")
_LONGEST = 6
"""Words that may follow "X said" in an aside: "on Wednesday in a message to reporters"."""

_JOINING = ("CCONJ", "SCONJ")
_NOMINAL = ("NOUN", "PROPN", "PRON")


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
    words = _part_of(trigger)
    for place, verb in enumerate(words):
        if not (_is_verb(verb) and lexicon.within(verb, "say")):
            continue
        rest = list(takewhile(lambda word: word.text not in _PARTING, words[place + 1 :]))
        if len(rest) > _LONGEST or any(_is_verb(word) or word.pos_ == "SCONJ" for word in rest):
            continue
        said = _aside(words[:place])
        goes_on = place + len(rest) + 1 < len(words)
        if said is None or trigger in (verb, said) or (trigger.i > verb.i and not goes_on):
            continue
        first, last = (trigger, said) if trigger.i < said.i else (verb.nbor(), trigger)
        if not _is_parted(first, last) and not (goes_on and _is_joined(first, last)):
            return said
    return None


def _part_of(trigger: Token) -> list[Token]:
    """Return a sentence's words between the semicolons around a trigger, and marks that part."""
    sentence = trigger.sent
    stops = [word.i for word in sentence if word.text == ";"]
    start = max((stop + 1 for stop in stops if stop < trigger.i), default=sentence.start)
    end = min((stop for stop in stops if stop > trigger.i), default=sentence.end)
    part = trigger.doc[start:end]
    return [word for word in part if not word.is_punct or word.text in _PARTING]


def _aside(before: list[Token]) -> Token | None:
    """Return the one whom the last words between marks name, what says who he is among them."""
    marks = [place for place, word in enumerate(before) if word.text in _PARTING]
    if marks and marks[-1] == len(before) - 1:  # "John Doe, an officer, said"
        marks = marks[:-2]
    if not marks:
        return None
    phrase = before[marks[-1] + 1 :]
    if any(_is_verb(word) for word in phrase):
        return None
    inside = {word.i for word in phrase}
    tops = [w for w in phrase if w.head.i not in inside and w.pos_ in _NOMINAL]
    return tops[0] if len(tops) == 1 else None


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
