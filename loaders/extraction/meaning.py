"""Whether a statement is affirmed or denied, and how real the text says it is."""

from typing import NamedTuple

from spacy.tokens import Token

from graph.vocabulary import Modality, Polarity, Relation
from loaders.extraction.clauses import is_passive
from loaders.extraction.finding import Finding
from loaders.extraction.governors import NOUNS, carries_over, is_purpose, read_governor
from loaders.extraction.lexicon import Lexicon
from loaders.extraction.nuance import Nuance
from loaders.extraction.own_words import (
    excepts,
    is_to_come,
    names_none,
    read_own_words,
    read_parties,
)
from loaders.extraction.phrases import case_of, children
from loaders.extraction.reporting import denies_part

_GOVERNED = ("xcomp", "ccomp", "csubj", "obj", "nsubj:pass", "obl", "acl", "advcl", "nmod", "nsubj")
_STOPS = ("acl:relcl", "parataxis", "root", "dep", "appos", "advcl:relcl", "list", "discourse")
_ALL_BUT = "all but"
_IN_VIEW_OF = ("response", "reaction", "wake", "aftermath", "light", "view")
_HIGHEST = 9
_GAINS = ("captured", "recaptured")
_YET_TO_COME = (Modality.PLANNED, Modality.CONDITIONAL)


class Meaning(NamedTuple):
    """Polarity and modality of one statement."""

    polarity: Polarity
    modality: Modality


class Settled(Meaning):
    """A meaning that the words leave no doubt about."""

    __slots__ = ()


AFFIRMED = Meaning(Polarity.AFFIRMED, Modality.ACTUAL)


def meaning(finding: Finding, lexicon: Lexicon) -> Meaning:
    """Read the chain of words that govern a finding's trigger."""
    if taken_for_granted(finding, lexicon):
        polarity = Polarity.DENIED if excepts(finding) else finding.polarity
        return Meaning(polarity, finding.modality)
    if _is_fought_for(finding, lexicon):
        return Settled(finding.polarity, Modality.ATTEMPTED)
    if any(
        word.doc[word.i : word.i + 2].text.lower() == _ALL_BUT
        for word in children(finding.trigger, "advmod")
    ):
        return Settled(finding.polarity, Modality.ATTEMPTED)
    if denies_part(finding.trigger, finding.object, lexicon):
        return Settled(Polarity.DENIED, Modality.ACTUAL)
    nuance = Nuance(finding)
    if finding.relation is Relation.BACKS and lexicon.within(finding.trigger, "stopping"):
        nuance.denied = True  # "*ended* its pact with X"
    read_parties(finding, nuance, lexicon)
    if _is_assault(finding, lexicon):
        nuance.weaken(Modality.ATTEMPTED)
    node = finding.trigger
    purpose_counts = finding.relation is not Relation.BACKS
    going_on = asked = False
    for _ in range(_HIGHEST):
        going_on = going_on or _stops(node, nuance, lexicon)
        asked = asked or (going_on and lexicon.within(node.head, "asking"))
        read_own_words(node, nuance, lexicon)
        if _stands_alone(node) or _only_act(finding, node, lexicon):
            break
        if node.dep_ in _GOVERNED:
            read_governor(node, nuance, lexicon, purpose_counts)
            if not carries_over(node, lexicon):
                break
        node = node.head
    if asked and nuance.modality in _YET_TO_COME:
        return Settled(*AFFIRMED)  # "told X to stop arming Y": X arms Y
    polarity = Polarity.DENIED if nuance.denied else Polarity.AFFIRMED
    return Meaning(polarity, nuance.modality)


def _is_assault(finding: Finding, lexicon: Lexicon) -> bool:
    """Say whether only an attack on a place is told: "launched an offensive on X"."""
    if finding.relation is not Relation.CAPTURED or finding.mode not in _GAINS:
        return False
    launched = children(finding.trigger, "obj") if finding.trigger.pos_ == "VERB" else ()
    words = (finding.trigger, *finding.passed, *launched)
    return any(word.pos_ in NOUNS and lexicon.within(word, "attack") for word in words)


def _is_fought_for(finding: Finding, lexicon: Lexicon) -> bool:
    """Say whether somebody only fights "*for control* of" a place."""
    return finding.relation is Relation.CAPTURED and any(
        lexicon.within(word, "control_words") and case_of(word) == "for" for word in finding.passed
    )


def taken_for_granted(finding: Finding, lexicon: Lexicon) -> bool:
    """Say whether the sentence states it in passing: it is then the writer's, and a fact.

    "X-held", "the group backed by X", "the town that X took", "during the invasion of X".
    """
    trigger = finding.trigger
    if finding.granted:
        return True
    if trigger in (finding.subject, finding.object) and not lexicon.within(trigger, "attack"):
        return True  # "an army post in X": no word states it
    if any(child.dep_ in ("aux", "advmod") for child in trigger.children) or is_to_come(trigger):
        return False
    if trigger.dep_ in ("acl:relcl", "advcl:relcl"):
        return True
    if trigger.dep_ == "acl":
        if names_none(trigger.head, lexicon):
            return False  # "no troops fighting in X"
        alone = trigger.lower_.endswith("ing") and not children(trigger, "mark", "case")
        described = is_passive(trigger) or (alone and _is_of(finding.subject, trigger.head))
        return trigger.pos_ == "VERB" and not is_purpose(trigger) and described
    if trigger.head.lower_ in _IN_VIEW_OF and trigger.pos_ in NOUNS:
        trigger = trigger.head  # "in response to the invasion", "in the wake of the invasion"
    passing = trigger.dep_ in ("obl", "nmod") and trigger.pos_ in NOUNS
    subject = finding.subject
    if subject is not None and trigger.head in (subject, *subject.ancestors):
        passing = passing and subject in trigger.subtree  # not in "X will not engage in combat"
    return passing and lexicon.has(case_of(trigger), "passing")


def _only_act(finding: Finding, node: Token, lexicon: Lexicon) -> bool:
    """Say whether troops somewhere do something else: "peacekeepers in X did not stop Y"."""
    there = node == finding.trigger and finding.relation is Relation.DEPLOYED_TO
    does = node.dep_ == "nsubj" and node.head.pos_ == "VERB"
    return there and does and node.pos_ in NOUNS and not lexicon.within(node, "attack")


def _is_of(subject: Token | None, noun: Token) -> bool:
    """Say whether a noun is who does it, or is told by his name: "*Russian* forces"."""
    return subject is not None and noun in (subject, subject.head)


def _stops(node: Token, nuance: Nuance, lexicon: Lexicon) -> bool:
    """Say whether a word stops what was told below it as a fact, or is itself the stopping."""
    return nuance.modality is Modality.ACTUAL and lexicon.within(node, "stopping")


def _stands_alone(node: Token) -> bool:
    """Say whether the words above a word say nothing of it."""
    if node.dep_ in _STOPS or node.head == node:
        return True
    own_clause = children(node, "nsubj", "nsubj:pass", "aux") and node.pos_ not in NOUNS
    return node.dep_ == "conj" and bool(own_clause)
