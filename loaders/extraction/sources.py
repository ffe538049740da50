"""The words that say according to whom: the innermost source of a statement."""

from dataclasses import dataclass

from spacy.tokens import Token

from loaders.extraction.according import closing_source, is_according
from loaders.extraction.clauses import subjects
from loaders.extraction.lexicon import Lexicon
from loaders.extraction.phrases import by_preposition, case_of, children, conjuncts
from loaders.extraction.reporting import (
    asks,
    is_background,
    only_tells_when,
    reports,
    takes_responsibility,
    teller,
    tells_itself,
)

_HIGHEST = 12


@dataclass(frozen=True, slots=True)
class Source:
    """The words that name a speaker, and the verb of saying, if there is one."""

    token: Token
    verb: Token | None


def source_of(trigger: Token, lexicon: Lexicon) -> Source | None:
    """Return the innermost source of what a trigger states, an outer one in place of its "he"."""
    if tells_itself(trigger, lexicon) and (own := teller(trigger)):
        return Source(own, trigger)
    node, inner = trigger, None
    for _ in range(_HIGHEST):
        if only_tells_when(node, lexicon):
            return inner
        found = _at(node, trigger, lexicon)
        if found is not None and not lexicon.within(found.token, "speaker_pronouns"):
            return found
        inner = inner or found
        if node.head == node or node.dep_ == "root":
            break
        if is_background(node, lexicon):
            return inner
        node = node.head
    closing = None if inner else closing_source(trigger, lexicon)
    return inner if closing is None else Source(closing, None)


def author_of(token: Token, lexicon: Lexicon) -> Token:
    """Return whose "a statement" is: who issued it, or whom it is from."""
    if not lexicon.within(token, "documents"):
        return token
    named = by_preposition(token, "from|by|of") or children(token, "nmod:poss")
    if not named and token.dep_ == "obj":
        named = subjects(token.head)
    return named[0] if named else token


def _at(node: Token, trigger: Token, lexicon: Lexicon) -> Source | None:
    """Return the source that one word on the way up from a trigger has."""
    if found := _beside(node, lexicon):
        return found
    if node.head == node or node.dep_ == "root":
        return None
    return _misread(node, trigger, lexicon) or _above(node, trigger, lexicon)


def _misread(node: Token, trigger: Token, lexicon: Lexicon) -> Source | None:
    """Return the source in "A and B back C, X said" where the parse took "back" for no verb."""
    head = node.head
    if node != trigger or node.dep_ != "advmod" or not lexicon.within(head, "say"):
        return None
    after = [child for child in children(head, "nsubj") if child.i > trigger.i]
    return Source(after[0], head) if after else None


def _beside(node: Token, lexicon: Lexicon) -> Source | None:
    """Return the source in "..., X said", "according to X" and "an attack claimed by X"."""
    for child in node.children:
        if child.dep_ in ("parataxis", "ccomp") and lexicon.within(child, "say"):
            own = children(child, "nsubj")
            if own and not children(child, "ccomp", "obj"):
                return Source(conjuncts(own[0])[0], child)
        if child.dep_ in ("acl", "acl:relcl") and lexicon.within(child, "announcing"):
            by = [c for c in children(child, "obl", "obl:agent") if case_of(c) == "by"]
            if by:
                return Source(by[0], child)
        if child.dep_ in ("advcl", "conj") and takes_responsibility(child, lexicon):
            claimant = teller(child)
            return Source(claimant, child) if claimant else None
        if is_according(child):
            return Source(child, None)
        for inner in children(child, "obl", "nmod"):
            if is_according(inner) or child.lower_ == "according":
                return Source(inner, None)
    return None


def _above(node: Token, trigger: Token, lexicon: Lexicon) -> Source | None:
    """Return the source in "X's claim that ..." and "X said that ..."."""
    head = node.head
    if head.pos_ in ("NOUN", "PROPN") and lexicon.within(head, "allege_nouns"):
        if head.dep_ == "obj" and lexicon.within(head.head, "deny"):
            return None  # "denied the UN's claim that ...": the denial is what is told
        owner = children(head, "nmod:poss") or _misread_claim(head)
        claimed = owner and node.dep_ in ("acl", "ccomp", "nmod")
        return Source(owner[0], None) if claimed else None
    if not (reports(head, node, lexicon) or asks(head, node, trigger, lexicon)):
        return None
    found = teller(head)
    return Source(found, head) if found else None


def _misread_claim(noun: Token) -> list[Token]:
    """Return who claims, in "X claims to have done it" where the parse took a noun for a verb."""
    names = [c for c in children(noun, "amod", "compound", "nmod:desc") if c.pos_ == "PROPN"]
    return names if noun.dep_ == "root" and noun.i > min(c.i for c in [noun, *names]) else []
