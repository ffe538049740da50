"""Whom a noun names: "*Egypt* is an ally of X", "X's backers, *Egypt and Russia*"."""

from spacy.tokens import Token

from loaders.extraction.clauses import objects, subjects
from loaders.extraction.lexicon import Lexicon
from loaders.extraction.mentions import namings_of
from loaders.extraction.phrases import by_preposition, case_of, children, conjuncts

_BECOMING = ("remain", "becom", "becam")
_COUNTING = ("includ", "compris", "count", "number", "rank")
_EXAMPLES = "including|such as|like"


def named_by(noun: Token, lexicon: Lexicon) -> list[Token]:
    """Return who is what a noun says; nobody who was so formerly."""
    if any(lexicon.within(word, "bygone") for word in children(noun, "amod")):
        return []
    named = [part for child in children(noun, "appos") for part in conjuncts(child)]
    named += by_preposition(noun, _EXAMPLES)
    whole = _whole(noun)
    told = _counted_among(noun) if case_of(noun) == "among" else _by_clause(whole)
    described = (part for part in children(noun, "amod", "compound") if namings_of(part))
    return [*named, *told] or [*described]


def is_predicate(noun: Token) -> bool:
    """Say whether a clause says of somebody that he is it, rather than naming him so."""
    whole = _whole(noun)
    return whole != noun or bool(children(noun, "cop")) or noun.dep_ == "xcomp"


def _whole(noun: Token) -> Token:
    """Return the "one" of "one of X's allies"; else the noun."""
    return noun.head if case_of(noun) == "of" and noun.head.pos_ in ("NUM", "PRON") else noun


def _by_clause(noun: Token) -> list[Token]:
    """Return whom a clause, or the noun that an apposition stands by, says to be it."""
    above = noun.head
    if children(noun, "cop"):
        return [part for child in children(noun, "nsubj") for part in conjuncts(child)]
    if noun.dep_ == "appos":
        return conjuncts(above)
    if noun.dep_ in ("xcomp", "obj", "obl") and above.lower_.startswith(_BECOMING):
        return subjects(above)
    if noun.dep_ == "nsubj" and children(above, "cop") and namings_of(above):
        return conjuncts(above)
    if noun.dep_ == "nsubj" and above.lower_.startswith(_COUNTING):
        return objects(above)
    return []


def _counted_among(noun: Token) -> list[Token]:
    """Return who is "among X's backers", is counted or counts "among" them."""
    above = noun.head
    if children(noun, "cop") and (own := children(noun, "nsubj")):
        return [part for child in own for part in conjuncts(child)]
    if above.lower_.startswith(_COUNTING):
        return objects(above) or subjects(above)
    if namings_of(above) and children(above, "cop"):
        return conjuncts(above)
    return [part for child in children(above, "nsubj") for part in conjuncts(child)]
