"""What the model found, and the sentence does not tell of the two at all."""

from collections.abc import Callable

from spacy.tokens import Token

from graph.vocabulary import PlaceKind, Relation
from loaders.extraction.clauses import objects, subjects
from loaders.extraction.lexicon import Lexicon
from loaders.extraction.mentions import joined_to, namings_of
from loaders.extraction.phrases import (
    by_preposition,
    case_of,
    children,
    conjuncts,
    head_of_conjuncts,
    owners,
)
from loaders.extraction.relations.paths import path
from loaders.extraction.relations.verdict import Verdict

_CERTAIN = 0.9
"""How probable it must be that somebody took or holds a whole country."""
_TWO = 2
_TOLD_ON = ("acl", "xcomp", "ccomp", "advcl")
OPPOSITE = {Relation.BACKS: Relation.OPPOSES, Relation.OPPOSES: Relation.BACKS}
_ALONGSIDE = ("alongside", "beside")
_ACCOMPANYING = ("with", "alongside", "beside", "against", "by")
_WHERE = ("in", "at", "on", "near", "outside")
_TOWARDS = ("to", "towards", "toward")
_PARTS = ("most", "much", "all", "part", "parts", "half", "some")
_SHARED = ("with", "against", "by", "from", "to", "on", "for", "at", "into")


def told_apart(verdict: Verdict, lexicon: Lexicon) -> str | None:
    """Return why the sentence does not tell it of the two, to be read after "but"."""
    return next((reason for holds, reason in _REASONS if holds(verdict, lexicon)), None)


def is_apart(verdict: Verdict) -> bool:
    """Say whether the object stands in the sentence before the subject's."""
    subject, target = verdict.pair.subject.token, verdict.pair.object.token
    return target.sent.start != subject.sent.start


def _contrasted(verdict: Verdict, lexicon: Lexicon) -> bool:
    """Say whether one end stands in a clause of its own with "while", and the other outside it."""
    way = path(verdict.pair.subject.token, verdict.pair.object.token)
    return any(
        clause.dep_ == "advcl"
        and children(clause, "nsubj", "nsubj:pass")
        and any(lexicon.within(m, "contrast") for m in children(clause, "mark"))
        for clause in (*way.up, *way.down)
    )


def _of_another_clause(verdict: Verdict, _: Lexicon) -> bool:
    """Say whether the verb over the object is a second one, with a doer of its own.

    In "A backs B, but C supports D" A has nothing to do with D. "His men" may be A's again.
    """
    subject, target = verdict.pair.subject.token, verdict.pair.object.token
    word = target
    if is_apart(verdict):
        return False
    while word.head != word and subject not in word.head.subtree:
        word = word.head
    verb = word
    doers = children(verb, "nsubj", "nsubj:pass") if verb.dep_ == "conj" else []
    if verb.pos_ != "VERB" or verb == target or not doers:
        return False
    again = any(part.pos_ == "PRON" for doer in doers for part in doer.subtree)
    again = again or all(_only_counts(doer) for doer in doers)
    return not again


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
    opposes = verdict.relation is Relation.OPPOSES
    return opposes and together and not mutual and len(conjuncts(first)) > _TWO


def _side_by_side(verdict: Verdict, _: Lexicon) -> bool:
    """Say whether the same is told of both ends: "clashes with A and B", not "between A and B"."""
    subject, target = verdict.pair.subject.token, verdict.pair.object.token
    first = head_of_conjuncts(subject)
    return first == head_of_conjuncts(target) and case_of(first) in _SHARED


def _denies_before(verdict: Verdict, lexicon: Lexicon) -> bool:
    """Say whether who is to have done it only denies what the sentence before tells."""
    return is_apart(verdict) and lexicon.within(verdict.finding.trigger, "deny")


def _is_given(verdict: Verdict, lexicon: Lexicon) -> bool:
    """Say whether who is to be the backer is whom something is given to: "sold *to X*"."""
    rows = (use.row for use in lexicon.verbs.get(verdict.finding.trigger.lower_, ()))
    given = any(r.relation is Relation.BACKS and "to" in r.object.split("|") for r in rows)
    backs = verdict.relation is Relation.BACKS
    return backs and given and case_of(verdict.pair.subject.token) == "to"


def _only_says(verdict: Verdict, lexicon: Lexicon) -> bool:
    """Say whether who is to have struck only tells of it: "X *said* an attack on Y failed"."""
    verb, subject = verdict.finding.trigger, verdict.pair.subject.token
    says = verb.pos_ == "VERB" and lexicon.within(verb, "say")
    tells = says and not lexicon.within(verb, "claiming", "announcing")
    if verdict.relation is not Relation.OPPOSES or not tells:
        return False
    attacks = [
        word for word in verdict.pair.object.token.ancestors if lexicon.within(word, "attack")
    ]
    unsaid = bool(attacks) and not owners(attacks[0])
    tellers = [author for doer in subjects(verb) for author in _authors(doer)]
    return unsaid and any(subject in teller.subtree for teller in tellers)


def _authors(doer: Token) -> list[Token]:
    """Return who tells, and who made what tells: "X released a *statement* saying ..."."""
    return [doer, *subjects(doer.head)] if doer.dep_ == "obj" else [doer]


def _is_land(verdict: Verdict, _: Lexicon) -> bool:
    """Say whether a whole country is to have been taken, and the model is not certain."""
    taken = verdict.relation is Relation.CAPTURED
    return taken and verdict.ends[1].kind is PlaceKind.COUNTRY and verdict.probability < _CERTAIN


def _is_unlike(verdict: Verdict, _: Lexicon) -> bool:
    """Say whether one end is only what the other is not like: "*unlike X*, Y supports Z"."""
    return "unlike" in (case_of(verdict.pair.subject.token), case_of(verdict.pair.object.token))


def _asks(verdict: Verdict, lexicon: Lexicon) -> bool:
    """Say whether the doer only asks for it: "rejects X's *call* to stop arming Y"."""
    word, doer = verdict.finding.trigger, verdict.pair.subject.token
    while word.head != word and word.dep_ in _TOLD_ON:
        word = word.head
        if word.pos_ == "NOUN" and lexicon.within(word, "asking") and doer in owners(word):
            return True
    return False


def _is_company(verdict: Verdict, _: Lexicon) -> bool:
    """Say whether one is only whom it is done with: "fought *alongside* France"."""
    ends = (verdict.pair.subject.token, verdict.pair.object.token)
    marks = [case_of(head_of_conjuncts(end)) for end in ends]
    if verdict.relation is Relation.OPPOSES:
        third = by_preposition(verdict.finding.trigger, "against")  # "beside X against Y"
        return not third and any(mark in _ALONGSIDE for mark in marks)
    return verdict.relation is Relation.DEPLOYED_TO and marks[1] in _ACCOMPANYING


def _is_received(verdict: Verdict, lexicon: Lexicon) -> bool:
    """Say whether the place is only who was given something: "handed the bodies *to X*"."""
    verb = verdict.finding.trigger
    if verdict.relation is not Relation.DEPLOYED_TO or verb.pos_ != "VERB":
        return False
    to = case_of(head_of_conjuncts(verdict.pair.object.token)) == "to"
    rows = [use.row for use in lexicon.verbs.get(verb.lower_, ())]
    gives = any("to" in f"{row.object}|{row.subject}".split("|") for row in rows)
    return to and gives and not lexicon.states(verb.lower_, Relation.DEPLOYED_TO)


def _is_passed(verdict: Verdict, _: Lexicon) -> bool:
    """Say whether the place is only one they came by: "flown *via X* to Y"."""
    marker = case_of(head_of_conjuncts(verdict.pair.object.token))
    return verdict.relation is Relation.DEPLOYED_TO and marker == "via"


def _blocks(verdict: Verdict, lexicon: Lexicon) -> bool:
    """Say whether the doer only keeps others from it: "Russia *vetoed* sanctions on Syria"."""
    verbs = (v for v in verdict.pair.object.token.ancestors if lexicon.within(v, "blocking"))
    return verdict.relation is Relation.OPPOSES and any(
        verdict.pair.subject.token in subjects(verb)
        and any(lexicon.within(thing, "sanctions") for thing in objects(verb))
        for verb in verbs
    )


def _means_the_opposite(verdict: Verdict, lexicon: Lexicon) -> bool:
    """Say whether the verb done to the object is one of the opposite: "X *proscribed* Y"."""
    verb, opposite = verdict.finding.trigger, OPPOSITE.get(verdict.relation)
    if opposite is None or verdict.pair.object.token not in objects(verb):
        return False
    means = {use.row.relation for use in lexicon.verbs.get(verb.lower_, ()) if use.is_plain}
    return opposite in means and verdict.relation not in means


def _is_headed_for(verdict: Verdict, lexicon: Lexicon) -> bool:
    """Say whether they only go there: "were seen driving *to X*", not "laid siege to X"."""
    place = head_of_conjuncts(verdict.pair.object.token)
    if verdict.relation is not Relation.CAPTURED or case_of(place) not in _TOWARDS:
        return False
    return place.head.pos_ == "VERB" and not any(
        lexicon.states(word.lower_, Relation.CAPTURED)
        for word in (place.head, *children(place.head, "obj"), verdict.finding.trigger)
    )


def _holds_another(verdict: Verdict, lexicon: Lexicon) -> bool:
    """Say whether a later clause tells of another thing taken: "X fell to Y; *Z* still held W"."""
    subject, place = verdict.pair.subject.token, verdict.pair.object.token
    verb = subject.head
    if verdict.relation is not Relation.CAPTURED or subject.dep_ != "nsubj":
        return False
    if verb.lower_ not in lexicon.taking:
        return False
    later = verb.dep_ in ("conj", "parataxis") and place.head == verb.head
    things = objects(verb)
    return later and bool(things) and all(thing.pos_ != "PRON" for thing in things)


def _is_of_another_sort(verdict: Verdict, lexicon: Lexicon) -> bool:
    """Say whether a state's adjective only describes: "*Mexican* cartels", "*X*-flagged ship"."""
    ends = (verdict.pair.subject.token, verdict.pair.object.token)
    return any(
        (end.dep_ == "amod" and lexicon.within(end.head, "rebels", "armed_bands", "outlaws"))
        or lexicon.has(joined_to(end), "described")
        for end in ends
    )


def _is_away(verdict: Verdict, lexicon: Lexicon) -> bool:
    """Say whether only people were struck, away from their country."""
    who, target = verdict.pair.object.token, verdict.pair.object.actor
    people = who if who.dep_ != "amod" else who.head
    if verdict.relation is not Relation.OPPOSES or not lexicon.within(people, "civilians"):
        return False
    named = (word for word in who.sent if word != who and _is_where(word))
    where = {naming.entry.country for word in named for naming in namings_of(word)[:1]} - {None}
    return target is not None and bool(where) and target.country not in where


def _is_where(word: Token) -> bool:
    """Say whether a name tells where: "in *X*", and in "at X, *Y*" the Y."""
    joined = word.dep_ in ("appos", "nmod", "nmod:unmarked") and not case_of(word)
    return case_of(word.head if joined else word) in _WHERE


def _only_tells_where(verdict: Verdict, _: Lexicon) -> bool:
    """Say whether the place is only where what was taken is: "the Red Mosque *in X*"."""
    place, verb = verdict.pair.object.token, verdict.finding.trigger
    if verdict.relation is not Relation.CAPTURED or case_of(place) not in _WHERE:
        return False
    named = place.head
    part = named.head if named.dep_ == "nmod" and named.head.lower_ in _PARTS else named
    return place.dep_ == "nmod" and named.pos_ == "PROPN" and part in objects(verb)


_REASONS: tuple[tuple[Callable[[Verdict, Lexicon], bool], str], ...] = (
    (_contrasted, "the sentence sets the two against each other, and has each do something else"),
    (_of_another_clause, "a second verb with a doer of its own tells of the other"),
    (_act_together, "the sentence has the two do it together"),
    (_side_by_side, "the sentence lists the two side by side"),
    (_denies_before, "the one only denies what was said before"),
    (_is_given, "it is given to the one who is to have given it"),
    (_only_says, "the one only tells of it"),
    (_is_land, "the model is not certain of a whole country"),
    (_is_unlike, "the sentence tells it of the other, unlike this one"),
    (_asks, "the one asks it of somebody else"),
    (_is_company, "that is whom it is done with"),
    (_is_received, "that is who was given something"),
    (_is_passed, "they only came by it"),
    (_means_the_opposite, "the verb means the opposite"),
    (_blocks, "the one keeps others from it"),
    (_is_of_another_sort, "it tells of a group from there, not of the state"),
    (_is_headed_for, "they only go there"),
    (_holds_another, "a later clause tells of another place"),
    (_is_away, "it tells of people away from their country"),
    (_only_tells_where, "that is only where it is that was taken"),
)
