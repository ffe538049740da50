"""When: which expression of time in a sentence dates a statement, and which the saying of it."""

from collections.abc import Sequence
from typing import NamedTuple

from spacy.tokens import Token

from graph.vocabulary import DateBasis, DatePrecision
from loaders.extraction.dated_words import dated_by, whole_of
from loaders.extraction.dates import EventTime
from loaders.extraction.event_words import is_event, is_news
from loaders.extraction.phrases import case_of, children, conjuncts, head_of_conjuncts
from loaders.extraction.time_expressions import Expression

_APART = ("acl:relcl", "acl", "advcl", "parataxis", "appos", "advcl:relcl")
_TRIES = ("attempt", "attempts", "bid", "effort", "try")
_HELP = ("help", "assist")
_AT_ONCE = ("", "by", "while", "in", "as", "when")
_RANKS = (DatePrecision.DAY, DatePrecision.MONTH, DatePrecision.YEAR, DatePrecision.UNKNOWN)
_TOLD = ("launched", "began", "begun", "started", "carried", "conducted", "happened", "occurred",
         "took", "staged", "mounted")  # fmt: skip


class Times(NamedTuple):
    """When an event was, and the day (ISO date) on which it was said."""

    event: EventTime | None
    said: str | None


def times_of(
    trigger: Token, saying: Token | None, found: list[Expression], passed: Sequence[Token] = (),
    target: Token | None = None,
) -> Times:  # fmt: skip
    """Return the time of what a trigger states, and the day on which `saying` told it.

    `passed` are further words that state it, `target` is what it was done to.
    """
    chain = [*_above(trigger, saying), *_passed(trigger, passed)]
    near: list[tuple[int, EventTime]] = []
    said = None
    for expression in _own_times(found, target):
        for word, time in dated_by(expression, trigger.doc):
            if word in chain and (word != saying or expression.back):
                near.append((chain.index(word), time))
            elif word == saying and _of_event(expression, word, trigger):
                near.append((len(chain), time))
            elif word == saying and time.precision is DatePrecision.DAY:
                said = said or time.until
    return Times(min(near, key=_order)[1] if near else None, said)


def _own_times(found: list[Expression], target: Token | None) -> list[Expression]:
    """Return the times behind each of some objects: "took A *in May* and B *in June*"."""
    if target is None or not (target.dep_ == "conj" or children(target, "conj")):
        return found
    listed = sorted(part.idx for part in conjuncts(head_of_conjuncts(target)))
    behind = [max((i for i in listed if i < time.start), default=-1) for time in found]
    if len(set(behind) & {*listed}) < 2:
        return found
    return [time for time, own in zip(found, behind, strict=True) if own == target.idx]


def _order(near: tuple[int, EventTime]) -> tuple[int, bool, int]:
    """Put first the time nearest to the trigger; of two, one that needs no publication date."""
    place, time = near
    return place, time.basis is not DateBasis.STATED, _RANKS.index(time.precision)


def _of_event(expression: Expression, saying: Token, trigger: Token) -> bool:
    """Say whether a time that hangs on the saying can only be the time of what is said.

    It is still to come, or counts back from it, or stands after what a verb in the present tells.
    """
    if expression.coming or expression.back:
        return True
    after = expression.start > trigger.idx > saying.idx
    return after and is_news(saying)


def _passed(trigger: Token, passed: Sequence[Token]) -> list[Token]:
    """Return the words passed, without the heading before a sentence: "2003 invasion: ..."."""
    word = trigger
    while word.head != word and word.dep_ != "parataxis":
        word = word.head
    above = list(word.ancestors)
    return [word for word in passed if word not in above]


def _above(trigger: Token, saying: Token | None) -> list[Token]:
    """Return a trigger and the words that govern it, as far as they tell of the same time."""
    chain = [trigger, *_told_of(trigger), *_at_one_with(trigger)]
    word = trigger
    while word.head not in (word, saying):
        if word.dep_ in ("acl", "acl:relcl") and is_event(word.head):
            return [*chain, word.head, *whole_of(word.head)]  # "a strike in May that killed ten"
        tried = word.dep_ == "acl" and word.head.lower_ in _TRIES
        if word.dep_ in _APART and not (tried or _at_once(word)):
            break
        word = word.head
        chain.append(word)
    return chain


def _told_of(noun: Token) -> list[Token]:
    """Return the verbs that only say that an event was: "the raid *launched* on Friday"."""
    if not is_event(noun):
        return []
    return [verb for verb in children(noun, "acl", "acl:relcl") if verb.lower_ in _TOLD]


def _at_one_with(verb: Token) -> list[Token]:
    """Return what is done at the same time: "helped X *take* Y", "foiled a bid to *take* Y"."""
    tries = (noun for noun in children(verb, "obj") if noun.lower_ in _TRIES)
    tried = [deed for noun in tries for deed in children(noun, "acl")]
    helped = children(verb, "xcomp", "ccomp") if verb.lower_.startswith(_HELP) else []
    return [*helped, *tried]


def _at_once(word: Token) -> bool:
    """Say whether a clause tells of the time of the one that it hangs on: "killing ten"."""
    if word.dep_ != "advcl":
        return False
    marker = case_of(word) or next(
        (child.lower_ for child in children(word, "advmod") if child.lower_ == "when"), ""
    )
    participle = word.lower_.endswith("ing") and not children(word, "nsubj", "aux")
    return marker in _AT_ONCE and (participle or marker in ("when", "as", "while"))
