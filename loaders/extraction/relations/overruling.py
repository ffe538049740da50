"""Where the parse knows better than the network: who did it, by the frames' reading of one word."""

from collections.abc import Sequence

from spacy.tokens import Token

from graph.vocabulary import RELATIONS, Relation
from loaders.extraction.finding import Finding
from loaders.extraction.lexicon import Lexicon
from loaders.extraction.phrases import case_of, children, conjuncts, head_of_conjuncts
from loaders.extraction.proposal import Proposal
from loaders.extraction.relations.told_apart import OPPOSITE, is_apart, told_apart
from loaders.extraction.relations.verdict import Verdict

RETURNED = 0.85
"""How probable it must be that A did to B what the sentence tells B of having done to A."""

_RANKED = ("country", "state", "nation", "government", "member")
_THINGS = ("them", "it")
_BESIEGES = "besieges"
_JOINING = ("and", ",")
_NAMING = ("PROPN", "ADJ", "DET", "NOUN", "NUM", "PRON")
_TELLING = ("compound", "nmod:poss", "amod", "flat")


def overruled(verdict: Verdict, proposals: Sequence[Proposal], lexicon: Lexicon) -> str | None:
    """Return why the frames' proposals rule out what the model found, to be read after "but".

    In "A is backed by B; C is supported by D" the network likes to have B back C. The frames have
    both in other statements of the same relation. And where they say who did to the object what
    the same word states, nobody else did it.
    """
    return (
        told_apart(verdict, lexicon)
        or _done_to_things(verdict, proposals)
        or _told_otherwise(verdict, proposals)
        or _told_of_others(verdict, proposals, lexicon)
    )


def _done_to_things(verdict: Verdict, proposals: Sequence[Proposal]) -> str | None:
    """Return that the doer does it to what only a pronoun tells, and that is nobody.

    In "X fired rockets at Y, and Z helped to bring *them* down" Z does nothing to X or Y.
    """
    if verdict.relation not in OPPOSITE:
        return None
    for proposal in proposals:
        finding = proposal.finding
        if proposal.target is None and _is_of_a_noun(verdict, finding):
            return f"{finding.trigger.text!r} tells of somebody without a name"
        if finding.relation is not Relation.OPPOSES or proposal.target is not None:
            continue
        doer, target = verdict.pair.subject.token, verdict.pair.object.token
        word = finding.object
        if finding.subject != doer or word is None or word.lower_ not in _THINGS:
            continue
        if target not in finding.trigger.subtree and target.i < word.i:
            return f"{word.text!r}, to which {finding.trigger.text!r} is done, means neither"
    return None


def _is_of_a_noun(verdict: Verdict, finding: Finding) -> bool:
    """Say whether the word only describes a noun that is nobody: "A and *groups* backed by X"."""
    word, trigger = finding.object, finding.trigger
    if verdict.relation is not Relation.BACKS:
        return False
    described = trigger.dep_ == "acl" and word is not None and trigger.head == word
    same = finding.subject == verdict.pair.subject.token and trigger == verdict.finding.trigger
    return described and same and verdict.pair.object.token != word


def _told_otherwise(verdict: Verdict, proposals: Sequence[Proposal]) -> str | None:
    """Return that by the same word the frames have the one oppose the other, or back him."""
    ends = {entity.id for entity in verdict.ends}
    for proposal in proposals:
        finding = proposal.finding
        opposite = finding.relation is OPPOSITE.get(verdict.relation)
        if proposal.doubt or not opposite or finding.trigger != verdict.finding.trigger:
            continue
        assert proposal.subject is not None and proposal.target is not None  # else a doubt
        if ends == {proposal.subject.id, proposal.target.id}:
            return f"{finding.trigger.text!r} states {finding.relation} of the two"
    return None


def _told_of_others(
    verdict: Verdict, proposals: Sequence[Proposal], lexicon: Lexicon
) -> str | None:
    """Return who else did it, or to whom else it was done, by what the frames put forward."""
    subject, target = verdict.ends
    trigger = verdict.finding.trigger
    engaged = taken = returned = False
    takes = verdict.relation is Relation.CAPTURED  # of two towns reached one may be taken
    # no word says that it was taken; "rebels *led* by X" may have
    guessed = takes and not lexicon.states(trigger.lower_, Relation.CAPTURED, Relation.LEADS)
    apart = is_apart(verdict) or (takes and _is_under_a_second_verb(verdict))
    for proposal in proposals:
        if proposal.doubt or proposal.finding.relation is not verdict.relation:
            continue
        assert proposal.subject is not None and proposal.target is not None  # else a doubt
        own = proposal.subject.id == subject.id
        same = proposal.target.id == target.id
        if takes and _ends(proposal.finding) != _ends(verdict.finding):
            continue  # "A took X from B": that A gained it says nothing against B's having lost it
        if (proposal.target.id, proposal.subject.id) == (subject.id, target.id):
            returned = returned or proposal.finding.trigger == trigger
        if own and not same:
            engaged = True
            within = _is_part_of(verdict.pair.object.token, proposal.finding.object)
            above = apart or _is_above(verdict)
            if (takes and within) or (above and proposal.finding.trigger == trigger):
                return f"{trigger.text!r} tells it of {proposal.target.name}"
        if same and not own and not _does_so_too(verdict, proposal):
            taken = True
            given = case_of(verdict.pair.subject.token) == "to"  # "hand the town over *to* X"
            alike = takes and not given and proposal.finding.mode == verdict.mode
            told = proposal.finding.trigger == trigger and (alike or not proposal.finding.passed)
            laid = proposal.finding.mode == _BESIEGES  # "broke Y's siege of X": Y besieges it
            told = told or (laid and proposal.finding.trigger in verdict.finding.passed)
            if told or (guessed and not given and _is_named(proposal.finding.subject)):
                return f"{trigger.text!r} tells it of {proposal.subject.name}"
    if returned and verdict.probability < RETURNED:
        return "the sentence tells it the other way round"
    return "each of the two is in another statement of this sentence" if engaged and taken else None


def _ends(finding: Finding) -> bool:
    """Say whether a statement tells of an end: a loss, a withdrawal."""
    return finding.mode in RELATIONS[finding.relation].ending_modes


def _is_named(word: Token | None) -> bool:
    return word is not None and word.pos_ != "PRON"  # "their siege" may be of two


def _is_above(verdict: Verdict) -> bool:
    """Say whether the word is in a clause below the object's verb: "with A backing B, *C* left"."""
    trigger, target = verdict.finding.trigger, verdict.pair.object.token
    clause = trigger
    while clause.dep_ in ("conj", "xcomp") and clause.head != clause:
        clause = clause.head
    return clause.dep_ == "advcl" and target.head in (clause.head, *clause.head.ancestors)


def _is_under_a_second_verb(verdict: Verdict) -> bool:
    """Say whether another verb stands over the object: "took the airport and moved into *it*"."""
    word, trigger = verdict.pair.object.token, verdict.finding.trigger
    while word.head not in (word, trigger):
        word = word.head
        if word.pos_ == "VERB":
            return trigger in word.ancestors
    return False


def _is_part_of(word: Token, phrase: Token | None) -> bool:
    """Say whether a word only tells which one a phrase means: "*Sirte* airport"."""
    return word.dep_ in _TELLING and word.head == phrase


def _does_so_too(verdict: Verdict, proposal: Proposal) -> bool:
    """Say whether the sentence tells it of both: in a list, or of one after the other."""
    doer = verdict.pair.subject.token
    return _listed(doer, proposal.finding.subject) or _is_next(doer)


def _is_next(word: Token) -> bool:
    """Say whether another has done it before: "the second country *after X* to recognise Y"."""
    ranked = any(noun.lower_ in _RANKED for noun in (word.head, *children(word.head, "xcomp")))
    return word.dep_ in ("nmod", "obl") and case_of(word) == "after" and ranked


def _listed(word: Token, subject: Token | None) -> bool:
    """Say whether a word is co-ordinated with a subject: the parse may have lost it."""
    if subject is None:
        return False
    first, last = sorted((word, subject), key=lambda token: token.i)
    between = first.doc[first.i + 1 : last.i]
    joined = any(token.lower_ in _JOINING for token in between)
    lost = joined and all(token.pos_ in _NAMING or token.lower_ in _JOINING for token in between)
    return lost or word in conjuncts(head_of_conjuncts(subject))
