"""Sources named beside a whole sentence: "according to X" at its start or its end."""

from spacy.tokens import Token

from loaders.extraction.phrases import case_of, children


def is_according(token: Token) -> bool:
    """Say whether a phrase is the X of "according to X"."""
    return token.dep_ in ("obl", "nmod", "advcl") and case_of(token).startswith("according")


def closing_source(trigger: Token) -> Token | None:
    """Return the source that opens or closes a trigger's sentence, wherever the parse hung it."""
    for word in trigger.sent:
        if not is_according(word) or not _stands_at_an_end(word):
            continue
        between = trigger.doc[min(trigger.i, word.i) : max(trigger.i, word.i)]
        if not any(_parts_clauses(token) for token in between):
            return word
    return None


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
