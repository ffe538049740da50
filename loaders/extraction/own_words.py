"""What a word says of itself: negations, auxiliaries, hedges and conditions that hang on it."""

from spacy.tokens import Token

from graph.vocabulary import Modality
from loaders.extraction.finding import Finding
from loaders.extraction.lexicon import Lexicon
from loaders.extraction.nuance import Nuance
from loaders.extraction.phrases import children

_ADVERBS = ("advmod", "det", "cc", "cc:preconj", "neg")
_PARTIES = ("nsubj", "nsubj:pass", "obj", "obl:agent", "nmod:poss")
_AUXILIARIES = ("aux", "aux:pass")


def read_own_words(node: Token, nuance: Nuance, lexicon: Lexicon) -> None:
    """Add to the nuance what hangs on a word."""
    for child in node.children:
        if child.dep_ in _ADVERBS:
            _adverb(child, nuance, lexicon)
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


def _adverb(word: Token, nuance: Nuance, lexicon: Lexicon) -> None:
    if lexicon.within(word, "negators") or (word.dep_ == "det" and word.lower_ == "no"):
        nuance.denied = True
    if lexicon.within(word, "hedges"):
        nuance.weaken(Modality.ALLEGED)


def _auxiliary(word: Token, nuance: Nuance, lexicon: Lexicon) -> None:
    if word.lower_ == "should" and word.i == min(part.i for part in word.head.subtree):
        nuance.modality = Modality.CONDITIONAL  # "Should the army lose the town, ..."
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
