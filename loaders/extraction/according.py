"""Sources named beside a whole sentence: "according to X" at its start or its end, ", X said."."""

from spacy.tokens import Span, Token

from loaders.extraction.lexicon import Lexicon
from loaders.extraction.phrases import case_of, children

_PARTING = (",", "”", '"', "—", "–")
_NOMINAL = ("NOUN", "PROPN", "PRON")


def is_according(token: Token) -> bool:
    """Say whether a phrase is the X of "according to X"."""
    return token.dep_ in ("obl", "nmod", "advcl") and case_of(token).startswith("according")


def closing_source(trigger: Token, lexicon: Lexicon) -> Token | None:
    """Return the source that opens or closes a trigger's sentence, wherever the parse hung it."""
    said = _said_last(trigger.sent, lexicon)
    if said is not None and trigger.i < said.left_edge.i and not _is_parted(trigger, said):
        return said
    for word in trigger.sent:
        if not is_according(word) or not _stands_at_an_end(word):
            continue
        if not _is_parted(trigger, word):
            return word
    return None


def _said_last(sentence: Span, lexicon: Lexicon) -> Token | None:
    """Return who says what a sentence tells, from its last words: "..., *an officer there* said."

    Parses take "the town, an officer said" for a list or "officer" for the town.
    """
    words = [token for token in sentence if not token.is_punct or token.text in _PARTING]
    verbs = [n for n, word in enumerate(words) if lexicon.within(word, "say") and _is_verb(word)]
    if not verbs:
        return None
    last = verbs[-1]
    commas = [n for n in range(last) if words[n].text in _PARTING]
    rest = words[last + 1 :]
    if not commas or any(_is_verb(word) or word.text in _PARTING for word in rest):
        return None
    phrase = words[commas[-1] + 1 : last]
    if not phrase or any(_is_verb(word) for word in phrase):
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
