"""Words that describe somebody and claim nothing of him."""

from loaders.extraction.finding import Finding
from loaders.extraction.lexicon import Lexicon
from loaders.extraction.phrases import children, head_of_conjuncts


def is_epithet(finding: Finding, lexicon: Lexicon) -> bool:
    """Say whether support is a mere epithet: "the UN-recognised government"."""
    trigger = finding.trigger
    return trigger.dep_ == "amod" and lexicon.within(trigger, "recognised")


def in_passing(finding: Finding, lexicon: Lexicon) -> bool:
    """Say whether an end only tells what something else is: "the hometown of former dictator X"."""
    for word in (finding.subject, finding.object):
        while word is not None and word not in (finding.trigger, word.head):
            if word.dep_ == "compound" and lexicon.within(word.head, "origins"):
                return True
            if word.dep_ in ("nmod", "nmod:poss"):
                bygone = any(lexicon.within(c, "bygone") for c in children(word, "amod"))
                if bygone or head_of_conjuncts(word.head).dep_ == "appos":
                    return True
            word = word.head
    return False
