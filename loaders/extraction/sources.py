"""The words that say according to whom: the innermost source of a statement."""

from dataclasses import dataclass

from spacy.tokens import Token

from loaders.extraction.clauses import is_passive, subjects
from loaders.extraction.lexicon import Lexicon
from loaders.extraction.phrases import by_preposition, case_of, children, conjuncts

_GOVERNED = ("ccomp", "xcomp", "advcl", "obj", "obl", "parataxis", "csubj")
_HIGHEST = 12


@dataclass(frozen=True, slots=True)
class Source:
    """The words that name a speaker, and the verb of saying, if there is one."""

    token: Token
    verb: Token | None


def source_of(trigger: Token, lexicon: Lexicon) -> Source | None:
    """Return the innermost source of what a trigger states."""
    node = trigger
    for _ in range(_HIGHEST):
        if found := _beside(node, lexicon):
            return found
        if node.head == node or node.dep_ == "root":
            return None
        if found := _misread(node, trigger, lexicon):
            return found
        if found := _above(node, lexicon):
            return found
        node = node.head
    return None


def _misread(node: Token, trigger: Token, lexicon: Lexicon) -> Source | None:
    """Return the source in "A and B back C, X said" where the parse took "back" for no verb."""
    head = node.head
    if node != trigger or node.dep_ != "advmod" or not lexicon.within(head, "say"):
        return None
    after = [child for child in children(head, "nsubj") if child.i > trigger.i]
    return Source(after[0], head) if after else None


def author_of(token: Token, lexicon: Lexicon) -> Token:
    """Return whose "a statement" is: who issued it, or whom it is from."""
    if not lexicon.within(token, "documents"):
        return token
    named = by_preposition(token, "from|by|of") or children(token, "nmod:poss")
    if not named and token.dep_ == "obj":
        named = subjects(token.head)
    return named[0] if named else token


def _beside(node: Token, lexicon: Lexicon) -> Source | None:
    """Return the source in "..., X said" and "according to X"."""
    for child in node.children:
        if child.dep_ in ("parataxis", "ccomp") and lexicon.within(child, "say"):
            own = children(child, "nsubj")
            if own and not children(child, "ccomp", "obj"):
                return Source(conjuncts(own[0])[0], child)
        if child.dep_ in ("obl", "nmod", "advcl") and case_of(child).startswith("according"):
            return Source(child, None)
        for inner in children(child, "obl", "nmod"):
            if case_of(inner).startswith("according") or child.lower_ == "according":
                return Source(inner, None)
    return None


def _above(node: Token, lexicon: Lexicon) -> Source | None:
    """Return the source in "X's claim that ..." and "X said that ..."."""
    head = node.head
    if head.pos_ in ("NOUN", "PROPN") and lexicon.within(head, "allege_nouns"):
        owner = children(head, "nmod:poss")
        claimed = owner and node.dep_ in ("acl", "ccomp", "nmod")
        return Source(owner[0], None) if claimed else None
    if not _says(head, node, lexicon):
        return None
    found = subjects(head)
    return Source(found[0], head) if found else None


def _says(verb: Token, node: Token, lexicon: Lexicon) -> bool:
    """Say whether a verb tells what hangs on it as its subject's words."""
    speaks = lexicon.within(verb, "say", "deny", "allege")
    if not speaks or node.dep_ not in _GOVERNED or is_passive(verb):
        return False
    if node.dep_ == "advcl":
        return case_of(node) in ("of", "for")
    if lexicon.within(verb, "deny", "allege"):
        return True
    if node.dep_ in ("obj", "obl"):
        return node.dep_ == "obj" and lexicon.within(verb, "announcing")
    return node.dep_ != "xcomp" or lexicon.within(verb, "claiming")
