"""Words that describe somebody and claim nothing of him."""

from spacy.tokens import Token

from loaders.extraction.finding import Finding
from loaders.extraction.lexicon import Lexicon
from loaders.extraction.mentions import HYPHENS
from loaders.extraction.phrases import children


def is_epithet(finding: Finding, lexicon: Lexicon) -> bool:
    """Say whether support is a mere epithet: "the UN-recognised government"."""
    trigger, subject = finding.trigger, finding.subject
    if subject is not None and subject.i + 2 < len(subject.doc):
        mark, word = subject.nbor(1), subject.nbor(2)
        if mark.text in HYPHENS and lexicon.within(word, "recognised"):
            return True
    return trigger.dep_ == "amod" and lexicon.within(trigger, "recognised")


def in_passing(finding: Finding, lexicon: Lexicon) -> bool:
    """Say whether an end only tells what something else is: "the hometown of former dictator X"."""
    for word in (finding.subject, finding.object):
        if word is not None and _is_late(word, lexicon) and not lexicon.within(word, "persons"):
            return True
        while word is not None and word not in (finding.trigger, word.head):
            if word.dep_ in ("compound", "amod") and _is_bygone(word.head, lexicon):
                return True
            owned = _is_late(word, lexicon) or lexicon.within(word.head, "origins")
            if word.dep_ in ("nmod", "nmod:poss") and owned:
                return True
            word = word.head
    return False


def _is_bygone(noun: Token, lexicon: Lexicon) -> bool:
    """Say whether a noun is where its owner was: "the X hometown", "a former X stronghold"."""
    return lexicon.within(noun, "origins") or _is_late(noun, lexicon)


def _is_late(noun: Token, lexicon: Lexicon) -> bool:
    return any(lexicon.within(word, "bygone") for word in children(noun, "amod"))
