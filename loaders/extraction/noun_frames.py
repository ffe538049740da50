"""Nouns that state a relation: "X's attack on Y", "support for Y", "clashes between X and Y"."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from spacy.tokens import Token

from graph.vocabulary import Relation
from loaders.extraction.bearers import is_predicate, named_by
from loaders.extraction.clauses import is_passive, passive_subjects, subjects
from loaders.extraction.finding import Finding
from loaders.extraction.lexicon import Lexicon
from loaders.extraction.phrases import (
    by_preposition,
    case_of,
    children,
    conjuncts,
    head_of_conjuncts,
    owners,
)
from loaders.extraction.rows import NounRow

BEARER = "bearer"
"""The end of a row whose nouns name who it is: "an *ally* of X", "an Iranian *proxy*"."""


def noun_findings(noun: Token, row: NounRow, lexicon: Lexicon) -> Iterator[Finding]:
    """Return what a noun states by one row of the lexicon."""
    if row.mode == "controls":
        yield from _control(noun, row, lexicon)
    if row.between:
        yield from _between(noun, row)
        return
    yield from _under_attack(noun, row, lexicon)
    yield from _with_help(noun, row)
    actors = _subjects(noun, row, lexicon)
    for target in _targets(noun, row, lexicon):
        for actor in actors:
            if actor != target:
                yield _finding(noun, row, actor, target)


def _finding(
    noun: Token, row: NounRow, actor: Token, target: Token, what: str | None = None
) -> Finding:
    rule = f"noun:{what or noun.lower_}"
    named = BEARER in (row.subject, row.object)
    return Finding(
        row.relation, row.mode, noun, actor, target, rule, modality=row.modality, abroad=True,
        granted=named and not is_predicate(noun),
        known_only=row.known_only, no_country=row.no_country,
        sure=named and (target.pos_ != "PRON" or case_of(noun) == "among"),
    )  # fmt: skip


def _targets(noun: Token, row: NounRow, lexicon: Lexicon) -> list[Token]:
    if row.object == BEARER:
        return named_by(noun, lexicon)
    own = owners(noun) if "owner" in row.object.split("|") else []
    own = [token for token in own if token.dep_ in ("nmod:poss", "conj")]
    return own + by_preposition(noun, row.object) + _verb_targets(noun, row) + _where(noun, row)


def _where(noun: Token, row: NounRow) -> list[Token]:
    """Return where troops are, in "whose soldiers have been in Ituri since May"."""
    place, at = noun.head, row.object.split("|")
    if row.relation is not Relation.DEPLOYED_TO or noun.dep_ != "nsubj":
        return []
    there = any(marker.lower_ in at for marker in children(place, "case"))
    return conjuncts(place) if there and children(place, "cop") else []


def _verb_targets(noun: Token, row: NounRow) -> list[Token]:
    """Return the object that hangs on the noun's verb ("threw its weight behind X")."""
    if row.relation is not Relation.BACKS or noun.dep_ != "obj":
        return []
    return [token for token in by_preposition(noun.head, row.object) if token.i > noun.i]


def _subjects(noun: Token, row: NounRow, lexicon: Lexicon) -> list[Token]:
    if row.subject == BEARER:
        return named_by(noun, lexicon)
    spec = row.subject.split("|")
    if "owner" in spec and (own := owners(noun)):
        again = noun.dep_ == "obj" and all(token.pos_ == "PRON" for token in own)
        return (again and subjects(noun.head)) or own  # "X has renewed *his* allegiance to Y"
    prepositions = "|".join(place for place in spec if place != "owner")
    if prepositions and (found := by_preposition(noun, prepositions)):
        return found
    verb = noun.head
    if row.relation is Relation.BACKS and case_of(noun) == "in" and verb.pos_ == "VERB":
        return subjects(verb)  # "has troops there in support of X"
    if noun.dep_ in ("obj", "nsubj:pass") and lexicon.within(verb, "light"):
        return subjects(verb)  # "announced the withdrawal": its own
    return []


def _control(noun: Token, row: NounRow, lexicon: Lexicon) -> Iterator[Finding]:
    """Return the ends of "Kobani is under SDF control", "X is in control of Y"."""
    marker = case_of(noun)
    if not lexicon.within(noun, "control_words") or marker not in ("under", "in"):
        return
    inside = by_preposition(noun, "of")
    if noun.lower_ == "control" and marker == "in":
        holders, held = _bearers(noun), inside
    else:
        holders, held = inside or owners(noun), _bearers(noun)
    for place in held:
        for holder in holders:
            yield _finding(noun, row, holder, place, f"{marker} control")


def _under_attack(noun: Token, row: NounRow, lexicon: Lexicon) -> Iterator[Finding]:
    """Return the ends of "X is under attack by Y"."""
    armed = row.relation is Relation.OPPOSES and lexicon.within(noun, "attack")
    if not armed or case_of(noun) != "under":
        return
    for attacker in by_preposition(noun, "by|from"):
        for target in _named_before(noun) or _bearers(noun):
            found = _finding(noun, row, attacker, target, f"under {noun.lower_}")
            yield replace(found, granted=True)


def _with_help(noun: Token, row: NounRow) -> Iterator[Finding]:
    """Return the ends of "X captured Y with the help of Z", "with Z's support"."""
    verb = noun.head
    helped = row.relation is Relation.BACKS and case_of(noun) == "with" and verb.pos_ == "VERB"
    for helper in (owners(noun) or by_preposition(noun, "of|from")) if helped else ():
        for doer in subjects(verb):
            if doer not in (helper, noun):
                yield _finding(noun, row, helper, doer, f"with {noun.lower_}")


def _named_before(noun: Token) -> list[Token]:
    """Return the name before the comma in "X, under attack": a parse may hang it on the verb."""
    under = next(iter(children(noun, "case")))
    before = noun.doc[max(0, under.i - 2) : under.i]
    return [before[0]] if len(before) > 1 and before[1].text == "," else []


def _bearers(noun: Token) -> list[Token]:
    """Return what is "under control" or "in the hands of" somebody."""
    own = [part for child in children(noun, "nsubj") for part in conjuncts(child)]
    head = noun.head
    if not own and noun.dep_ in ("nmod", "obl", "acl", "advcl") and head != noun:
        own = subjects(head) if children(head, "nsubj") else [head]
        if head.pos_ in ("VERB", "AUX"):
            own = subjects(head)
    if noun.dep_ == "acl:relcl":
        own = [head if place.lower_ in ("which", "that") else place for place in own]
    return own


def _between(noun: Token, row: NounRow) -> Iterator[Finding]:
    """Return both ends of "clashes between A and B", "A is at war with B"."""
    for first in by_preposition(noun, "between|of") or _parties_by_verb(noun):
        if first.dep_ != "conj":
            for side, other in combinations(conjuncts(first), 2):
                yield _finding(noun, row, side, other)
    for other in by_preposition(noun, row.object):
        for side in owners(noun) or _verb_subjects(noun):
            if side != other:
                yield _finding(noun, row, side, other)


def _parties_by_verb(noun: Token) -> list[Token]:
    """Return the parties that hang on the verb: "fighting broke out *between A and B*"."""
    verb = noun.head
    begins = noun.dep_ in ("nsubj", "nsubj:pass") and not children(verb, "obj")
    return by_preposition(verb, "between") if begins else []


def _verb_subjects(noun: Token) -> list[Token]:
    """Return who is "locked in fierce war", "at war", "engaged in clashes"."""
    top = head_of_conjuncts(noun)
    if case_of(noun) in ("at", "in") and top.head != top:
        verb = top.head
        return (passive_subjects(verb) if is_passive(verb) else []) or subjects(verb)
    return [part for child in children(noun, "nsubj") for part in conjuncts(child)]
