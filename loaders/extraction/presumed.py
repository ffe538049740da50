"""What a plan takes for granted: who is to leave a place is there, who is to go on is at it."""

from dataclasses import replace

from graph.vocabulary import RELATIONS, Modality, Polarity, Relation
from loaders.extraction.event_time import Times
from loaders.extraction.finding import Finding
from loaders.extraction.lexicon import Lexicon
from loaders.extraction.meaning import AFFIRMED
from loaders.extraction.sheet import Statement
from loaders.extraction.verb_frames import mode_of_sent

_TROOPS = "troops"
_DEEDS = (Relation.BACKS, Relation.OPPOSES)


def presumed(told: Statement, finding: Finding, lexicon: Lexicon) -> Statement | None:
    """Return the fact that a statement of what is to come takes for granted; None: it takes none.

    "Called on X to withdraw from Y", "X will not leave Y", "X will keep its troops in Y", "X vowed
    to go on arming Z". It is nobody's word, since whoever speaks takes it for granted.
    """
    deployed = told.relation is Relation.DEPLOYED_TO
    if deployed and _is_yet_to_leave(told, finding, lexicon):
        kind = "yet to leave"
    elif (deployed or told.relation in _DEEDS) and _goes_on(told, finding, lexicon):
        kind = "to go on"
    else:
        return None
    mode = told.mode
    if mode in RELATIONS[told.relation].ending_modes:
        mode = mode_of_sent(finding.subject, lexicon) or _TROOPS
    rule = f"{kind}:{finding.trigger.lower_}"
    return replace(told, mode=mode, rule=rule, said=AFFIRMED, speaker=None, times=Times(None, None))


def _is_yet_to_leave(told: Statement, finding: Finding, lexicon: Lexicon) -> bool:
    """Say whether troops are told to be leaving only later, or not at all, by a word of leaving."""
    ending = RELATIONS[told.relation].ending_modes
    word = finding.trigger.lower_
    rows = (*(use.row for use in lexicon.verbs.get(word, ())), *lexicon.nouns.get(word, ()))
    if told.mode not in ending or not any(row.mode in ending for row in rows):
        return False
    polarity, modality = told.said
    stayed = polarity is Polarity.DENIED and modality is Modality.ACTUAL
    return stayed or modality in (Modality.PLANNED, Modality.CONDITIONAL)


def _goes_on(told: Statement, finding: Finding, lexicon: Lexicon) -> bool:
    """Say whether somebody will only stay, or go on with what he does."""
    if told.said != (Polarity.AFFIRMED, Modality.PLANNED):
        return False
    word = finding.trigger
    above = [word.head] if word.dep_ in ("xcomp", "obj", "obl") else []
    return any(lexicon.within(w, "remaining") for w in (word, *above))
