"""What was sent to support somebody, and where to: "rushed in troops to support Tripoli"."""

from spacy.tokens import Token

from graph.model import Actor, Entity, Place
from graph.vocabulary import RELATIONS, Relation
from loaders.extraction.clauses import objects
from loaders.extraction.context import Context
from loaders.extraction.finding import Finding
from loaders.extraction.governors import is_purpose
from loaders.extraction.lexicon import Lexicon
from loaders.extraction.phrases import by_preposition, case_of, children
from loaders.extraction.sheet import VAGUE
from loaders.extraction.word_classes import ClassName

_MODES: tuple[tuple[ClassName, str], ...] = (
    ("forces", "troops"),
    ("arms", "weapons"),
    ("money", "funding"),
)
_CAPTURED, _RECAPTURED, _BESIEGES = "captured", "recaptured", "besieges"
_TROOPS, _WITHDREW = "troops", "withdrew"
_TO = "to|into|in|at|on|inside|across"


def mode_of(finding: Finding, lexicon: Lexicon) -> str:
    """Return the mode; for a vague support, what was sent to give it tells the mode."""
    if _is_given(finding):
        return _CAPTURED
    if finding.mode == _CAPTURED and _is_siege(finding, lexicon):
        return _BESIEGES
    if finding.relation is Relation.DEPLOYED_TO and _is_ended(finding, lexicon):
        return _WITHDREW
    if finding.relation is Relation.DEPLOYED_TO and _is_another_that_left(finding, lexicon):
        return _TROOPS
    if finding.relation is not Relation.BACKS or finding.mode != VAGUE:
        return finding.mode
    for sent in _sent(finding, lexicon):
        for name, mode in _MODES:
            if lexicon.within(sent, name):
                return mode
    helper = finding.subject
    if helper is not None and lexicon.within(helper, "forces"):
        return "troops"  # "Tanzanian soldiers helped X"
    return finding.mode


def _is_siege(finding: Finding, lexicon: Lexicon) -> bool:
    """Say whether the words tell of a siege only: "imposed a *blockade* on X"."""
    words = {finding.trigger, *finding.passed, *children(finding.trigger, "obj")}
    return any(row.mode == _BESIEGES for w in words for row in lexicon.nouns.get(w.lower_, ()))


def _is_ended(finding: Finding, lexicon: Lexicon) -> bool:
    """Say whether the model found a deployment in the word that ends it: "*ended* its mission"."""
    trigger = finding.trigger
    ended = lexicon.within(trigger, "stopping") or trigger.lower_ in lexicon.leaving
    home = any(word.lower_ == "home" for word in children(trigger, "advmod"))
    return finding.mode == _TROOPS and (ended or home)


def _is_another_that_left(finding: Finding, lexicon: Lexicon) -> bool:
    """Say whether the model takes a deployment for ended by a verb that took or came."""
    by_model = finding.rule.startswith("model:") and finding.mode == _WITHDREW
    return by_model and finding.trigger.lower_ in lexicon.taking


def _is_given(finding: Finding) -> bool:
    """Say whether a place is given to the subject: "handed the town over *to X*"."""
    ends = finding.mode in RELATIONS[finding.relation].ending_modes
    to = finding.subject is not None and case_of(finding.subject) in ("to", "over to")
    return finding.relation is Relation.CAPTURED and ends and to


def regained(finding: Finding, lexicon: Lexicon) -> bool:
    """Say whether a capture that the relation model found is told by a verb of taking back."""
    rows = [use.row for use in lexicon.verbs.get(finding.trigger.lower_, ())]
    takers = (r for r in rows if r.relation is Relation.CAPTURED and r.subject == "subject")
    modes = {row.mode for row in takers}
    return finding.mode == _CAPTURED and modes == {_RECAPTURED}


def host_of(
    finding: Finding, subject: Actor, target: Entity, lexicon: Lexicon, context: Context
) -> Place | None:
    """Return the country that troops went to, to support its side; None: they did not."""
    if finding.relation is not Relation.BACKS:
        return None
    sent = any(lexicon.within(token, "forces") for token in _sent(finding, lexicon))
    if finding.mode != _TROOPS and not (finding.mode == VAGUE and sent):
        return None  # soldiers who help somebody may do so at home
    words = (finding.trigger, *finding.passed)
    if not sent and any(lexicon.within(word, "fighting", "permitting") for word in words):
        return None  # or where they fight side by side, or are let in themselves
    verb = finding.trigger.head
    elsewhere = by_preposition(verb, _TO)
    if any(not lexicon.within(token, "forces") for token in elsewhere):
        return None
    state = context.registry.state_of(target.country)
    if state is None or subject.country == target.country or verb.pos_ != "VERB":
        return None
    return context.registry.place(state.name)


def _sent(finding: Finding, lexicon: Lexicon) -> list[Token]:
    """Return what was sent, of "sent troops to support X"."""
    purpose, verb = finding.trigger, finding.trigger.head
    if not is_purpose(purpose) or purpose.dep_ not in ("advcl", "acl", "xcomp"):
        return []
    if not lexicon.within(verb, "sending"):
        return [verb] if purpose.dep_ == "acl" else []
    return [*objects(verb), *by_preposition(verb, "in")]
