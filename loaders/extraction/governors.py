"""What a word says of the words that hang on it: "denied that", "plans to", "accused of"."""

from spacy.tokens import Token

from graph.vocabulary import Modality, Relation
from loaders.extraction.clauses import is_passive
from loaders.extraction.lexicon import Lexicon
from loaders.extraction.nuance import Nuance
from loaders.extraction.phrases import case_of, children

NOUNS = ("NOUN", "PROPN")
_AGAINST = ("of", "from", "to", "against")


def read_governor(node: Token, nuance: Nuance, lexicon: Lexicon, purpose_counts: bool) -> None:
    """Add to the nuance what the word above says of `node`.

    `purpose_counts`: a deed that is only a purpose ("troops to fight X") has not happened.
    """
    head, marker = node.head, case_of(node)
    if marker == "without":
        nuance.denied = True
        return
    if node.dep_ in ("nsubj", "obl", "nmod") and not _reaches(node, lexicon):
        return
    if purpose_counts:
        _purpose(node, nuance, lexicon)
    if node.dep_ == "advcl" and marker not in _AGAINST and not _is_stopped(node):
        return
    if head.pos_ in NOUNS:
        _noun(head, nuance, lexicon)
    else:
        _verb(node, nuance, lexicon)


def carries_over(node: Token, lexicon: Lexicon) -> bool:
    """Say whether what holds of the word above `node` holds of it too."""
    if node.dep_ == "advcl":
        return _goes_along(node)
    if lexicon.within(node.head, "deny") and _is_negated(node.head, lexicon):
        return False
    return not (node.dep_ == "ccomp" and lexicon.within(node.head, "say"))


def is_purpose(node: Token) -> bool:
    """Say whether a verb stands with "to"."""
    return any(mark.lower_ == "to" for mark in children(node, "mark"))


def _purpose(node: Token, nuance: Nuance, lexicon: Lexicon) -> None:
    if node.dep_ not in ("advcl", "acl", "xcomp") or not is_purpose(node):
        return
    if lexicon.within(node.head, "attack", "fighting", "attempt"):
        nuance.weaken(Modality.ATTEMPTED)
    elif node.dep_ == "advcl":
        nuance.weaken(Modality.PLANNED)


def _noun(head: Token, nuance: Nuance, lexicon: Lexicon) -> None:
    if lexicon.within(head, "attempt_nouns"):
        nuance.weaken(Modality.ATTEMPTED)
    elif lexicon.within(head, "allege_nouns"):
        nuance.weaken(Modality.ALLEGED)
    elif lexicon.within(head, "plan_nouns"):
        nuance.weaken(Modality.PLANNED)


def _verb(node: Token, nuance: Nuance, lexicon: Lexicon) -> None:
    head = node.head
    refused = lexicon.within(head, "refuse") and (node.dep_ != "advcl" or _is_stopped(node))
    tried = node.dep_ == "xcomp" or case_of(node) == "from"
    if lexicon.within(head, "deny") and _is_negated(head, lexicon):
        nuance.weaken(Modality.ALLEGED)  # "did not deny that ..."
    elif lexicon.within(head, "deny") or refused or _is_yet_to_be(node):
        nuance.denied = True
    elif lexicon.within(head, "attempt") and tried:
        nuance.weaken(Modality.ATTEMPTED)
    elif lexicon.within(head, "allege"):
        nuance.weaken(Modality.ALLEGED)
    elif _is_announced(node, lexicon) or _is_planned(node, lexicon):
        nuance.weaken(Modality.PLANNED)
    elif lexicon.within(head, "say") and is_passive(head) and node.dep_ == "xcomp":
        nuance.weaken(Modality.ALLEGED)


def _is_negated(verb: Token, lexicon: Lexicon) -> bool:
    return any(lexicon.within(word, "negators") for word in children(verb, "advmod"))


def _is_stopped(node: Token) -> bool:
    """Say whether a clause is what a verb stops, misread: "stopped *supporting* X"."""
    alone = not children(node, "mark", "case", "nsubj")
    return alone and node.lower_.endswith("ing") and node.i == node.head.i + 1


def _is_yet_to_be(node: Token) -> bool:
    """Say whether it has not happened so far: "have *yet to* enter the town"."""
    to = {mark.i for mark in children(node, "mark") if mark.lower_ == "to"}
    return any(word.lower_ == "yet" and word.i + 1 in to for word in children(node.head, "advmod"))


def _is_announced(node: Token, lexicon: Lexicon) -> bool:
    """Say whether a deed is only announced: "announced the deployment of troops".

    A capture is announced when it is done.
    """
    taken = any(row.relation is Relation.CAPTURED for row in lexicon.nouns.get(node.lower_, ()))
    return node.dep_ == "obj" and node.head.lower_.startswith("announc") and not taken


def _reaches(node: Token, lexicon: Lexicon) -> bool:
    """Say whether a noun's governor speaks of the noun ("called for an attack")."""
    if node.dep_ == "nsubj":
        return False
    if node.head.pos_ in NOUNS:
        return True
    return lexicon.within(node.head, "plan", "allege", "refuse", "attempt")


def _is_planned(node: Token, lexicon: Lexicon) -> bool:
    """Say whether a verb of planning governs a deed ("ordered to attack", "plans an attack")."""
    if not lexicon.within(node.head, "plan"):
        return False
    if node.dep_ == "ccomp" and lexicon.within(node.head, "say"):
        return False
    return node.dep_ in ("xcomp", "ccomp", "obj", "obl", "nsubj:pass", "advcl")


def _goes_along(node: Token) -> bool:
    """Say whether an adverbial clause is part of the main one ("will attack, seizing ...")."""
    if children(node, "mark", "case"):
        return case_of(node) in (*_AGAINST, "by")
    return not children(node, "nsubj", "nsubj:pass") and node.lower_.endswith("ing")
