"""What a word says of the words that hang on it: "denied that", "plans to", "accused of"."""

from spacy.tokens import Token

from graph.vocabulary import Modality, Relation
from loaders.extraction.clauses import HELPING, is_passive
from loaders.extraction.lexicon import Lexicon
from loaders.extraction.mentions import namings_of
from loaders.extraction.nuance import Nuance
from loaders.extraction.own_words import names_none
from loaders.extraction.phrases import case_of, children

NOUNS = ("NOUN", "PROPN")
_REPORTED = ("said", "reported")
_AGAINST = ("of", "from", "to", "against")


def read_governor(node: Token, nuance: Nuance, lexicon: Lexicon, purpose_counts: bool) -> None:
    """Add to the nuance what the word above says of `node`.

    `purpose_counts`: a deed that is only a purpose ("troops to fight X") has not happened.
    """
    head, marker = node.head, case_of(node)
    if marker == "without":
        nuance.denied = True
        return
    if node.dep_ == "nsubj" and _is_foreseen(node, lexicon):
        nuance.weaken(Modality.PLANNED)
        return
    if node.dep_ in ("nsubj", "obl", "nmod") and not _reaches(node, lexicon):
        return
    if _proves_untrue(head, lexicon):
        nuance.denied = True
        return
    if purpose_counts:
        _purpose(node, nuance, lexicon)
    charged = marker == "for" and lexicon.within(head, "allege")
    told = marker in _AGAINST or charged or _is_stopped(node)
    if node.dep_ == "advcl" and not told:
        return
    if head.pos_ in NOUNS:
        _noun(head, nuance, lexicon)
    else:
        _verb(node, nuance, lexicon)


def _is_foreseen(node: Token, lexicon: Lexicon) -> bool:
    """Say whether a deed is only said to come: "an attack on X is, or looks, *imminent*"."""
    told = (node.head, *children(node.head, "xcomp"))
    return any(word.pos_ == "ADJ" and lexicon.within(word, "planned_words") for word in told)


def _proves_untrue(noun: Token, lexicon: Lexicon) -> bool:
    """Say whether what a noun tells is said to be untrue: "*reports* that X proved false"."""
    if noun.dep_ not in ("nsubj", "nsubj:pass") or not lexicon.within(noun, "charges"):
        return False
    told = (noun.head, *children(noun.head, "xcomp", "obj"))
    return any(lexicon.within(word, "untrue") for word in told)


def carries_over(node: Token, lexicon: Lexicon) -> bool:
    """Say whether what holds of the word above `node` holds of it too."""
    if node.dep_ == "advcl":
        return _goes_along(node) or case_of(node) == "in"  # "to assist *in* fighting X"
    if lexicon.within(node.head, "deny") and _is_negated(node.head, lexicon):
        return False
    if _is_ruled_out(node.head) and _is_left_open(node.head, lexicon):
        return False
    if lexicon.within(node.head, "doubting", "bans"):
        return False
    return not (node.dep_ == "ccomp" and lexicon.within(node.head, "say"))


def is_purpose(node: Token) -> bool:
    """Say whether a verb stands with "to"."""
    return any(mark.lower_ == "to" for mark in children(node, "mark"))


def _purpose(node: Token, nuance: Nuance, lexicon: Lexicon) -> None:
    if node.dep_ not in ("advcl", "acl", "xcomp") or not is_purpose(node):
        return
    if node.head.lower_.startswith(HELPING):
        return  # "helped X to capture Y": it was captured
    if node.dep_ == "xcomp" and lexicon.within(node.head, "beginning"):
        return  # "began to withdraw": some have left
    if lexicon.within(node.head, "attack", "fighting", "attempt"):
        nuance.weaken(Modality.ATTEMPTED)
    elif node.dep_ == "advcl" or _is_headline(node):
        nuance.weaken(Modality.PLANNED)


def _is_headline(node: Token) -> bool:
    """Say whether a name is to do something in a headline: "France *to send* jets to Ukraine"."""
    return node.dep_ == "acl" and node.head.dep_ == "root" and bool(namings_of(node.head))


def _noun(head: Token, nuance: Nuance, lexicon: Lexicon) -> None:
    if lexicon.within(head, "attempt_nouns"):
        nuance.weaken(Modality.ATTEMPTED)
    elif lexicon.within(head, "allege_nouns"):
        nuance.weaken(Modality.ALLEGED)
    elif lexicon.within(head, "plan_nouns"):
        nuance.weaken(Modality.PLANNED)
    elif lexicon.within(head, "bans"):
        nuance.denied = not lexicon.within(head.head, "refuse")  # "lifted a ban on sending arms"
        nuance.weaken(Modality.PLANNED)


def _verb(node: Token, nuance: Nuance, lexicon: Lexicon) -> None:
    head = node.head
    refused = lexicon.within(head, "refuse") and (node.dep_ != "advcl" or _is_stopped(node))
    tried = node.dep_ == "xcomp" or case_of(node) == "from"
    if lexicon.within(head, "deny", "announcing") and _is_negated(head, lexicon):
        nuance.weaken(Modality.ALLEGED)  # "did not deny that ...", "would not confirm that ..."
    elif lexicon.within(head, "doubting"):
        if not _is_negated(head, lexicon):
            nuance.weaken(Modality.ALLEGED)
    elif _is_ruled_out(head):
        nuance.denied = not _is_left_open(head, lexicon)
        nuance.weaken(Modality.PLANNED)
    elif lexicon.within(head, "deny") or refused or _is_yet_to_be(node) or _is_short_of(node):
        nuance.denied = True
        if lexicon.within(node, "allege_nouns"):  # "rejected claims that ..."
            nuance.modality = Modality.ACTUAL
    elif lexicon.within(head, "attempt") and tried:
        nuance.weaken(Modality.ATTEMPTED)
    elif lexicon.within(head, "allege") and not _is_weighed(node, lexicon):
        nuance.weaken(Modality.ALLEGED)
    elif _is_announced(node, lexicon) or _is_planned(node, lexicon):
        nuance.weaken(Modality.PLANNED)
    elif lexicon.within(head, "say") and node.dep_ == "xcomp" and _is_hearsay(head):
        nuance.weaken(Modality.ALLEGED)


def _is_ruled_out(head: Token) -> bool:
    """Say whether a verb is "rule out"."""
    after = head.doc[head.i + 1 : head.i + 2].text.lower()
    return head.lower_.startswith("rul") and after == "out"


def _is_left_open(head: Token, lexicon: Lexicon) -> bool:
    """Say whether somebody does not, or refuses to, rule a thing out."""
    return _is_negated(head, lexicon) or lexicon.within(head.head, "refuse")


def _is_short_of(node: Token) -> bool:
    """Say whether somebody "stopped *short of*" a deed."""
    short = node.head.lower_ == "short" or case_of(node) == "short of"
    return short and any(word.lower_.startswith("stop") for word in node.ancestors)


def _is_weighed(node: Token, lexicon: Lexicon) -> bool:
    """Say whether a deed is only thought of: "is *considering* sending troops"."""
    return node.lower_.endswith("ing") and lexicon.within(node.head, "plan")


def _is_hearsay(verb: Token) -> bool:
    """Say whether others say it: "is said to be backed", "X, *said* to be backed by Y"."""
    return is_passive(verb) or (verb.lower_ in _REPORTED and verb.nbor().lower_ == "to")


def _is_negated(verb: Token, lexicon: Lexicon) -> bool:
    small = children(verb, "advmod", "cc", "cc:preconj")
    if any(lexicon.within(word, "negators") for word in small):
        return True
    return any(names_none(who, lexicon) for who in children(verb, "nsubj"))


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
    if lexicon.has(case_of(node), "passing"):
        return False  # "withdrew *after* a fight"
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
