"""Whether a statement is affirmed or denied, and how real the text says it is."""

from typing import NamedTuple

from spacy.tokens import Token

from graph.vocabulary import Modality, Polarity, Relation
from loaders.extraction.frames import Finding
from loaders.extraction.lexicon import Lexicon
from loaders.extraction.phrases import case_of, children, is_passive

_GOVERNED = ("xcomp", "ccomp", "csubj", "obj", "nsubj:pass", "obl", "acl", "advcl", "nmod", "nsubj")
_STOPS = ("acl:relcl", "parataxis", "root", "dep", "appos", "advcl:relcl", "list", "discourse")
_NOUNS = ("NOUN", "PROPN")
_HIGHEST = 9
_PASSING = ("in", "during", "over", "after", "since", "amid", "before", "despite", "following")


class Meaning(NamedTuple):
    """Polarity and modality of one statement."""

    polarity: Polarity
    modality: Modality


class _Reading:
    """What the words above a trigger add, from the inside out; the innermost modality holds."""

    def __init__(self, finding: Finding) -> None:
        self.denied = finding.polarity is Polarity.DENIED
        self.modality = finding.modality

    def weaken(self, modality: Modality) -> None:
        if self.modality is Modality.ACTUAL:
            self.modality = modality


def meaning(finding: Finding, lexicon: Lexicon) -> Meaning:
    """Read the chain of words that govern a finding's trigger."""
    if taken_for_granted(finding):
        return Meaning(finding.polarity, finding.modality)
    reading = _Reading(finding)
    node = finding.trigger
    purpose_counts = finding.relation is not Relation.BACKS
    for _ in range(_HIGHEST):
        _own_words(node, reading, lexicon)
        if node.dep_ in _STOPS or node.head == node:
            break
        if node.dep_ == "conj":
            if children(node, "nsubj", "nsubj:pass", "aux") and node.pos_ not in _NOUNS:
                break
            node = node.head
            continue
        if node.dep_ not in _GOVERNED:
            node = node.head
            continue
        _governor(node, reading, lexicon, purpose_counts)
        if node.dep_ == "advcl" and not _carries_over(node, lexicon):
            break
        if node.dep_ == "ccomp" and lexicon.within(node.head, "say"):
            break
        node = node.head
    polarity = Polarity.DENIED if reading.denied else Polarity.AFFIRMED
    return Meaning(polarity, reading.modality)


def taken_for_granted(finding: Finding) -> bool:
    """Say whether the sentence states it in passing: it is then the writer's, and a fact.

    "X-held", "the group backed by X", "the town that X took", "during the invasion of X".
    """
    trigger = finding.trigger
    if finding.rule.startswith(("compound", "adjective")):
        return True
    if any(child.dep_ in ("aux", "advmod") for child in trigger.children):
        return False
    if trigger.dep_ in ("acl:relcl", "advcl:relcl"):
        return True
    if trigger.dep_ == "acl":
        return trigger.pos_ == "VERB" and not _is_purpose(trigger) and is_passive(trigger)
    passing = trigger.dep_ in ("obl", "nmod") and trigger.pos_ in _NOUNS
    return passing and case_of(trigger) in _PASSING


def _own_words(node: Token, reading: _Reading, lexicon: Lexicon) -> None:
    """Read negations, auxiliaries, hedges and conditions that hang on a word itself."""
    for child in node.children:
        if child.dep_ in ("advmod", "det", "cc", "cc:preconj", "neg"):
            if lexicon.within(child, "negators") or (child.dep_ == "det" and child.lower_ == "no"):
                reading.denied = True
            if lexicon.within(child, "hedges"):
                reading.weaken(Modality.ALLEGED)
        if child.dep_ in ("aux", "aux:pass") and node.pos_ in ("VERB", "AUX", "NOUN", "ADJ"):
            if child.lower_ == "should" and child.i == min(t.i for t in node.subtree):
                reading.modality = Modality.CONDITIONAL  # "Should the army lose the town, ..."
            elif lexicon.within(child, "future"):
                reading.weaken(Modality.PLANNED)
            elif lexicon.within(child, "possible"):
                reading.weaken(Modality.CONDITIONAL)
        if child.dep_ == "mark" and lexicon.within(child, "conditions"):
            reading.weaken(Modality.CONDITIONAL)
        if child.dep_ == "advcl" and _is_condition(child, lexicon):
            reading.modality = Modality.CONDITIONAL
        if child.dep_ == "amod" and child.lower_ in ("alleged", "suspected", "reported"):
            reading.weaken(Modality.ALLEGED)
        if child.dep_ == "amod" and child.lower_ in ("planned", "proposed", "possible", "future"):
            reading.weaken(Modality.PLANNED)
        if child.dep_ == "amod" and child.lower_ in ("attempted", "failed", "unsuccessful"):
            reading.weaken(Modality.ATTEMPTED)


def _is_condition(clause: Token, lexicon: Lexicon) -> bool:
    """Say whether a clause is what the main clause depends on ("would attack if ...")."""
    marked = any(lexicon.within(mark, "conditions") for mark in children(clause, "mark"))
    head = clause.head
    open_end = any(lexicon.within(aux, "future", "possible") for aux in children(head, "aux"))
    return marked and (open_end or lexicon.within(head, "plan") or head.dep_ == "xcomp")


def _governor(node: Token, reading: _Reading, lexicon: Lexicon, purpose_counts: bool) -> None:
    """Read what the word above says of what hangs on it."""
    head, marker = node.head, case_of(node)
    if marker == "without":
        reading.denied = True
        return
    if node.dep_ in ("nsubj", "obl", "nmod") and not _reaches(node, lexicon):
        return
    if node.dep_ in ("advcl", "acl", "xcomp") and purpose_counts and _is_purpose(node):
        if lexicon.within(head, "attack", "fighting"):
            reading.weaken(Modality.ATTEMPTED)
        elif node.dep_ == "advcl":
            reading.weaken(Modality.PLANNED)
    if node.dep_ == "advcl" and marker not in ("of", "from", "to", "against"):
        return
    if head.pos_ in _NOUNS:
        _noun_governor(head, reading, lexicon)
        return
    if lexicon.within(head, "deny") or lexicon.within(head, "refuse") and node.dep_ != "advcl":
        reading.denied = True
    elif lexicon.within(head, "attempt") and (node.dep_ == "xcomp" or marker == "from"):
        reading.weaken(Modality.ATTEMPTED)
    elif lexicon.within(head, "allege"):
        reading.weaken(Modality.ALLEGED)
    elif (
        node.pos_ in _NOUNS
        and head.lower_.startswith("announc")
        or lexicon.within(head, "plan")
        and _is_order(node, lexicon)
    ):
        reading.weaken(Modality.PLANNED)
    elif lexicon.within(head, "say") and is_passive(head) and node.dep_ == "xcomp":
        reading.weaken(Modality.ALLEGED)


def _is_announced(node: Token) -> bool:
    """Say whether a deed is only announced: "announced the deployment of troops"."""
    return node.dep_ == "obj" and node.head.lower_.startswith("announc")


def _is_purpose(node: Token) -> bool:
    return any(mark.lower_ == "to" for mark in children(node, "mark"))


def _noun_governor(head: Token, reading: _Reading, lexicon: Lexicon) -> None:
    if lexicon.within(head, "attempt_nouns"):
        reading.weaken(Modality.ATTEMPTED)
    elif lexicon.within(head, "allege_nouns"):
        reading.weaken(Modality.ALLEGED)
    elif lexicon.within(head, "plan_nouns"):
        reading.weaken(Modality.PLANNED)


def _reaches(node: Token, lexicon: Lexicon) -> bool:
    """Say whether a noun's governor speaks of the noun ("called for an attack")."""
    head = node.head
    if node.dep_ == "nsubj":
        return False
    if head.pos_ in _NOUNS:
        return True
    return lexicon.within(head, "plan", "allege", "refuse", "attempt")


def _is_order(node: Token, lexicon: Lexicon) -> bool:
    """Say whether a verb of planning governs a deed ("ordered to attack", "plans an attack")."""
    if node.dep_ == "ccomp" and lexicon.within(node.head, "say"):
        return False
    return node.dep_ in ("xcomp", "ccomp", "obj", "obl", "nsubj:pass", "advcl")


def _carries_over(node: Token, lexicon: Lexicon) -> bool:
    """Say whether what holds of the main clause holds of this one ("will attack, seizing ...")."""
    if children(node, "mark", "case"):
        return case_of(node) in ("of", "from", "to", "against", "by")
    return not children(node, "nsubj", "nsubj:pass") and node.lower_.endswith("ing")
