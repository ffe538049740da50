"""Adjectives and participles that tie two names: "Rwanda-backed M23 rebels", "loyal to X"."""

from collections.abc import Iterator

from spacy.tokens import Token

from loaders.extraction.finding import Finding
from loaders.extraction.mentions import HYPHENS, namings_of
from loaders.extraction.phrases import by_preposition, case_of, children, conjuncts, owners
from loaders.extraction.rows import ModifierRow


def compound_findings(word: Token, row: ModifierRow) -> Iterator[Finding]:
    """Return the ends of "Rwanda-backed M23 rebels"."""
    before = word.nbor(-1) if word.i > word.sent.start else None
    if before is None or before.lower_ not in HYPHENS or word.i - 2 < word.sent.start:
        return
    name = word.nbor(-2)
    noun = word.head if word.dep_ in ("amod", "compound", "acl", "nmod") else None
    if noun is None or noun.i < word.i or not namings_of(name):
        return
    rule = f"compound:{word.lower_}"
    yield Finding(row.relation, row.mode, word, name, noun, rule, granted=True, abroad=True)


def preposition_findings(word: Token, row: ModifierRow) -> Iterator[Finding]:
    """Return the ends of "fighters loyal to Haftar"."""
    rule = f"adjective:{word.lower_}"
    for target in by_preposition(word, row.prepositions):
        for holder in _holders(word):
            if not (namings_of(holder) or holder.pos_ == "PROPN" or owners(holder)):
                continue  # "forces loyal to X" are X's own: they have no name to be tied by
            yield Finding(
                row.relation, row.mode, word, holder, target, rule,
                granted=True, abroad=True, stranger=True,
            )  # fmt: skip


def _holders(word: Token) -> list[Token]:
    """Return who is loyal: the noun that the word describes, or its subject."""
    if word.dep_ in ("amod", "acl"):  # "X, according to Y, supportive of Z" says nothing of Y
        return [] if case_of(word.head) == "according to" else [word.head]
    return [part for child in children(word, "nsubj") for part in conjuncts(child)]
