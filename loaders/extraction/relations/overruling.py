"""Where the parse knows better than the network: who did it, by the frames' reading of one word."""

from collections.abc import Sequence

from spacy.tokens import Token

from graph.vocabulary import RELATIONS, PlaceKind, Relation
from loaders.extraction.clauses import subjects
from loaders.extraction.finding import Finding
from loaders.extraction.lexicon import Lexicon
from loaders.extraction.phrases import case_of, children, conjuncts, head_of_conjuncts, owners
from loaders.extraction.proposal import Proposal
from loaders.extraction.relations.pairs import Pair
from loaders.extraction.relations.paths import path
from loaders.extraction.relations.verdict import Verdict

RETURNED = 0.85
"""How probable it must be that A did to B what the sentence tells B of having done to A."""

_TWO = 2
CERTAIN_OF_LAND = 0.9
"""How probable it must be that somebody took or holds a whole country."""

_JOINING = ("and", ",")
_NAMING = ("PROPN", "ADJ", "DET", "NOUN", "NUM", "PRON")
_TOLD_ON = ("acl", "xcomp", "ccomp", "advcl")
_TELLING = ("compound", "nmod:poss", "amod", "flat")
_SHARED = ("with", "against", "by", "from", "to", "on", "for", "at", "into")


def overruled(verdict: Verdict, proposals: Sequence[Proposal], lexicon: Lexicon) -> str | None:
    """Return why the frames' proposals rule out what the model found, to be read after "but".

    In "A is backed by B; C is supported by D" the network likes to have B back C. The frames have
    both in other statements of the same relation. And where they say who did to the object what
    the same word states, nobody else did it.
    """
    return _told_apart(verdict, lexicon) or _told_of_others(verdict, proposals, lexicon)


def _told_apart(verdict: Verdict, lexicon: Lexicon) -> str | None:
    """Return why the sentence does not tell it of the two at all."""
    if _contrasted(verdict.pair, lexicon):
        return "the sentence sets the two against each other, and has each do something else"
    if other := _of_another_clause(verdict.pair):
        return f"{other.text!r} is said of somebody else"
    if verdict.relation is Relation.OPPOSES and _act_together(verdict, lexicon):
        return "the sentence has the two do it together"
    if _side_by_side(verdict.pair):
        return "the sentence lists the two side by side"
    if _denies_before(verdict, lexicon):
        return f"{verdict.ends[0].name} denies what was said before"
    if verdict.relation is Relation.BACKS and _is_given(verdict, lexicon):
        return f"it is given to {verdict.ends[0].name}"
    if _only_says(verdict, lexicon):
        return f"{verdict.ends[0].name} only says it"
    if verdict.relation is Relation.CAPTURED and _is_land(verdict):
        return f"{verdict.ends[1].name} is a whole country"
    if _is_unlike(verdict.pair):
        return "the sentence tells it of the other, unlike this one"
    if _asks(verdict, lexicon):
        return f"{verdict.ends[0].name} asks it of somebody else"
    return None


def _told_of_others(
    verdict: Verdict, proposals: Sequence[Proposal], lexicon: Lexicon
) -> str | None:
    """Return who else did it, or to whom else it was done, by what the frames put forward."""
    subject, target = verdict.ends
    trigger = verdict.finding.trigger
    engaged = taken = returned = False
    takes = verdict.relation is Relation.CAPTURED  # of two towns reached one may be taken
    guessed = takes and trigger.lower_ not in lexicon.triggers  # no word says that it was taken
    apart = _is_apart(verdict) or (takes and _is_under_a_second_verb(verdict))
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
        if same and not own and not _listed(verdict.pair.subject.token, proposal.finding.subject):
            taken = True
            given = case_of(verdict.pair.subject.token) == "to"  # "hand the town over *to* X"
            alike = takes and not given and proposal.finding.mode == verdict.mode
            told = proposal.finding.trigger == trigger and (alike or not proposal.finding.passed)
            if told or (guessed and not given and _is_named(proposal.finding.subject)):
                return f"{trigger.text!r} tells it of {proposal.subject.name}"
    if returned and verdict.probability < RETURNED:
        return "the sentence tells it the other way round"
    return "each of the two is in another statement of this sentence" if engaged and taken else None


def _ends(finding: Finding) -> bool:
    """Say whether a statement tells of an end: a loss, a withdrawal."""
    return finding.mode in RELATIONS[finding.relation].ending_modes


def _is_apart(verdict: Verdict) -> bool:
    """Say whether the object stands in the sentence before the subject's."""
    subject, target = verdict.pair.subject.token, verdict.pair.object.token
    return target.sent.start != subject.sent.start


def _is_named(word: Token | None) -> bool:
    return word is not None and word.pos_ != "PRON"  # "their siege" may be of two


def _only_says(verdict: Verdict, lexicon: Lexicon) -> bool:
    """Say whether who is to have struck only tells of it: "X *said* an attack on Y failed"."""
    verb, subject = verdict.finding.trigger, verdict.pair.subject.token
    says = verb.pos_ == "VERB" and lexicon.within(verb, "say")
    tells = says and not lexicon.within(verb, "claiming", "announcing")
    told = verdict.relation is Relation.OPPOSES and tells
    attacks = [
        word for word in verdict.pair.object.token.ancestors if lexicon.within(word, "attack")
    ]
    unsaid = bool(attacks) and not owners(attacks[0])
    return told and unsaid and any(subject in doer.subtree for doer in subjects(verb))


def _is_land(verdict: Verdict) -> bool:
    """Say whether a whole country is to have been taken, and the model is not certain."""
    return verdict.ends[1].kind is PlaceKind.COUNTRY and verdict.probability < CERTAIN_OF_LAND


def _is_given(verdict: Verdict, lexicon: Lexicon) -> bool:
    """Say whether who is to be the backer is whom something is given to: "sold *to X*"."""
    rows = (use.row for use in lexicon.verbs.get(verdict.finding.trigger.lower_, ()))
    given = any(r.relation is Relation.BACKS and "to" in r.object.split("|") for r in rows)
    return given and case_of(verdict.pair.subject.token) == "to"


def _is_unlike(pair: Pair) -> bool:
    """Say whether one end is only what the other is not like: "*unlike X*, Y supports Z"."""
    return "unlike" in (case_of(pair.subject.token), case_of(pair.object.token))


def _denies_before(verdict: Verdict, lexicon: Lexicon) -> bool:
    """Say whether who is to have done it only denies what the sentence before tells."""
    return _is_apart(verdict) and lexicon.within(verdict.finding.trigger, "deny")


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


def _contrasted(pair: Pair, lexicon: Lexicon) -> bool:
    """Say whether one end stands in a clause of its own with "while", and the other outside it."""
    way = path(pair.subject.token, pair.object.token)
    return any(
        clause.dep_ == "advcl"
        and children(clause, "nsubj", "nsubj:pass")
        and any(lexicon.within(m, "contrast") for m in children(clause, "mark"))
        for clause in (*way.up, *way.down)
    )


def _of_another_clause(pair: Pair) -> Token | None:
    """Return the verb over the object, where it is a second one and has a doer of its own.

    In "A backs B, but C supports D" A has nothing to do with D. "His men" may be A's again.
    """
    subject, word = pair.subject.token, pair.object.token
    if word.sent.start != subject.sent.start:
        return None
    while word.head != word and subject not in word.head.subtree:
        word = word.head
    verb = word
    doers = children(verb, "nsubj", "nsubj:pass") if verb.dep_ == "conj" else []
    if verb.pos_ != "VERB" or verb == pair.object.token or not doers:
        return None
    again = any(part.pos_ == "PRON" for doer in doers for part in doer.subtree)
    again = again or all(_only_counts(doer) for doer in doers)
    return None if again else verb


def _asks(verdict: Verdict, lexicon: Lexicon) -> bool:
    """Say whether the doer only asks for it: "rejects X's *call* to stop arming Y"."""
    word, doer = verdict.finding.trigger, verdict.pair.subject.token
    while word.head != word and word.dep_ in _TOLD_ON:
        word = word.head
        if word.pos_ == "NOUN" and lexicon.within(word, "asking") and doer in owners(word):
            return True
    return False


def _only_counts(doer: Token) -> bool:
    """Say whether a doer is more of those just told of: "two soldiers died, *five* were hurt"."""
    return doer.pos_ == "NUM" or doer.lower_ == "others"


def _act_together(verdict: Verdict, lexicon: Lexicon) -> bool:
    """Say whether the two are of three or more that do it: "A, B and C agreed on a truce"."""
    subject, target = verdict.pair.subject.token, verdict.pair.object.token
    first = head_of_conjuncts(subject)
    together = first == head_of_conjuncts(target) and first.dep_ == "nsubj"
    each_other = lexicon.verbs.get(first.head.lower_, ())
    mutual = any("others" in use.row.object.split("|") for use in each_other)
    return together and not mutual and len(conjuncts(first)) > _TWO


def _side_by_side(pair: Pair) -> bool:
    """Say whether the same is told of both ends: "clashes with A and B", not "between A and B"."""
    subject, target = pair.subject.token, pair.object.token
    first = head_of_conjuncts(subject)
    return first == head_of_conjuncts(target) and case_of(first) in _SHARED


def _listed(word: Token, subject: Token | None) -> bool:
    """Say whether a word is co-ordinated with a subject: the parse may have lost it."""
    if subject is None:
        return False
    first, last = sorted((word, subject), key=lambda token: token.i)
    between = first.doc[first.i + 1 : last.i]
    joined = any(token.lower_ in _JOINING for token in between)
    lost = joined and all(token.pos_ in _NAMING or token.lower_ in _JOINING for token in between)
    return lost or word in conjuncts(head_of_conjuncts(subject))
