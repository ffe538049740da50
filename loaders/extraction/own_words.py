"""What a word says of itself: negations, auxiliaries, hedges and conditions that hang on it."""

from spacy.tokens import Token

from graph.vocabulary import Modality
from loaders.extraction.finding import Finding
from loaders.extraction.lexicon import Lexicon
from loaders.extraction.nuance import Nuance
from loaders.extraction.phrases import children, phrase

_ADVERBS = ("advmod", "det", "cc", "cc:preconj", "neg")
_PARTIES = ("nsubj", "nsubj:pass", "obj", "obl:agent", "nmod:poss")
_AUXILIARIES = ("aux", "aux:pass")
_SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")
_NONE = ("no", "neither", "none", "nobody")
_BE = ("is", "are", "was", "were", "'s", "’s", "'re", "’re")


def read_own_words(node: Token, nuance: Nuance, lexicon: Lexicon) -> None:
    """Add to the nuance what hangs on a word."""
    if is_to_come(node):
        nuance.weaken(Modality.PLANNED)
    if lexicon.within(node, "secrets"):
        return  # "makes no secret of its support": it is none
    for child in node.children:
        if child.dep_ in _ADVERBS:
            _adverb(child, nuance, lexicon)
        elif child.dep_ in _SUBJECTS and names_none(child, lexicon):
            nuance.denied = True
        elif child.dep_ in _AUXILIARIES and node.pos_ in ("VERB", "AUX", "NOUN", "ADJ"):
            _auxiliary(child, nuance, lexicon)
        elif child.dep_ == "mark" and lexicon.within(child, "conditions"):
            nuance.weaken(Modality.CONDITIONAL)
        elif child.dep_ == "advcl" and _is_condition(child, lexicon):
            nuance.modality = Modality.CONDITIONAL
        elif child.dep_ == "amod":
            _adjective(child, nuance, lexicon)


def read_parties(finding: Finding, nuance: Nuance, lexicon: Lexicon) -> None:
    """Add what is said of those who do it and bear it: "*suspected* X militants attacked Y"."""
    trigger = finding.trigger
    beside = [child for child in trigger.children if child.dep_ in _PARTIES]
    for party in {*beside, *filter(None, (finding.subject, finding.object))}:
        if any(lexicon.within(word, "alleged_words") for word in children(party, "amod")):
            nuance.weaken(Modality.ALLEGED)
    if excepts(finding):
        nuance.denied = True
    subject = finding.subject
    described = subject is not None and trigger.dep_ == "acl" and subject == trigger.head
    if described and subject is not None and names_none(subject, lexicon):
        nuance.denied = True  # "no troops fighting in X"
    given = children(trigger, "obj") if trigger.pos_ == "VERB" else []
    if any(names_none(thing, lexicon) for thing in given):
        nuance.denied = True  # "sent no troops", "lent neither men nor money"


def excepts(finding: Finding) -> bool:
    """Say whether the sentence sets one of the ends against the one that it tells it of."""
    return any(_is_excepted(end) for end in (finding.subject, finding.object) if end is not None)


def _is_excepted(end: Token) -> bool:
    """Say whether an end is set against the one that it is true of: "X, *not Y*, armed Z"."""
    start, _ = phrase(end)
    before = [token.lower_ for token in end.doc[max(end.sent.start, start - 2) : end.i]]
    return "not" in before[1:] or before[:2] in (["rather", "than"], ["instead", "of"])


def names_none(noun: Token, lexicon: Lexicon) -> bool:
    """Say whether a phrase names none: "*no* soldier", "*not one* soldier", "*neither* side"."""
    beside = [noun, *children(noun, *_ADVERBS)]
    for counted in children(noun, "nummod", "amod"):
        beside += children(counted, "advmod")
    for word in beside:
        if word.lower_ in _NONE:
            return True
        if lexicon.within(word, "negators"):
            after = word.doc[word.i + 1 : word.i + 3].text.casefold()
            return after == "a single" or after.startswith("one ")
    return False


def _adverb(word: Token, nuance: Nuance, lexicon: Lexicon) -> None:
    longer = word.lower_ == "longer" and word.i > 0 and word.nbor(-1).lower_ == "no"
    if longer or lexicon.within(word, "negators") or (word.dep_ == "det" and word.lower_ == "no"):
        nuance.denied = True
    if lexicon.within(word, "hedges"):
        nuance.weaken(Modality.ALLEGED)
    if lexicon.within(word, "almost"):
        nuance.weaken(Modality.ATTEMPTED)


def _auxiliary(word: Token, nuance: Nuance, lexicon: Lexicon) -> None:
    first = word.i == min(part.i for part in word.head.subtree)
    if word.lower_ in ("should", "had") and first and children(word.head, *_SUBJECTS):
        nuance.modality = Modality.CONDITIONAL  # "Should the army lose the town, ..."
    elif word.lower_ == "would" and any(aux.lower_ == "have" for aux in children(word.head, "aux")):
        nuance.modality = Modality.CONDITIONAL  # "would have fallen"
    elif lexicon.within(word, "future"):
        nuance.weaken(Modality.PLANNED)
    elif lexicon.within(word, "possible"):
        nuance.weaken(Modality.CONDITIONAL)


def _adjective(word: Token, nuance: Nuance, lexicon: Lexicon) -> None:
    if lexicon.within(word, "alleged_words"):
        nuance.weaken(Modality.ALLEGED)
    if lexicon.within(word, "planned_words"):
        nuance.weaken(Modality.PLANNED)
    if lexicon.within(word, "attempted_words"):
        nuance.weaken(Modality.ATTEMPTED)


def _is_condition(clause: Token, lexicon: Lexicon) -> bool:
    """Say whether a clause is what the main clause depends on ("would attack if ...")."""
    marked = any(lexicon.within(mark, "conditions") for mark in children(clause, "mark"))
    head = clause.head
    open_end = any(lexicon.within(aux, "future", "possible") for aux in children(head, "aux"))
    return marked and (open_end or lexicon.within(head, "plan") or head.dep_ == "xcomp")


def is_to_come(node: Token) -> bool:
    """Say whether a verb is one that "is to" happen ("Britain *is to* supply helicopters")."""
    if node.pos_ != "VERB":
        return False
    before = [child for child in children(node, "cop", "aux", "aux:pass") if child.lower_ in _BE]
    return any(
        part.lower_ == "to" and part.nbor(-1) in before for part in children(node, "mark") if part.i
    )
