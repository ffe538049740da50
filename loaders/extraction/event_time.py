"""When: which expression of time in a sentence dates a statement, and which the saying of it."""

from typing import NamedTuple

from spacy.tokens import Token

from graph.vocabulary import DatePrecision
from loaders.extraction.dates import EventTime
from loaders.extraction.time_expressions import Expression

_APART = ("acl:relcl", "advcl", "parataxis", "appos", "advcl:relcl")
_HANGING = ("obl", "obl:unmarked", "obl:tmod", "advmod", "nmod:unmarked", "nmod")
_OF_A_NOUN = ("nummod", "amod", "compound")
_NOUNS = ("NOUN", "PROPN")
_PARTS_OF_TIME = ("end", "beginning", "start", "middle", "half", "night", "morning", "evening")


class Times(NamedTuple):
    """When an event was, and the day (ISO date) on which it was said."""

    event: EventTime | None
    said: str | None


def times_of(trigger: Token, saying: Token | None, found: list[Expression]) -> Times:
    """Return the time of what a trigger states, and the day on which `saying` told it."""
    event, said = None, None
    above = _above(trigger, saying)
    for expression in found:
        span = trigger.doc.char_span(expression.start, expression.end, alignment_mode="expand")
        if span is None:
            continue
        holder = _clause(span.root)
        if holder == saying and expression.time.precision is DatePrecision.DAY:
            said = said or expression.time.until
        elif holder in above and (event is None or holder == trigger):
            event = expression.time
    return Times(event, said)


def _above(trigger: Token, saying: Token | None) -> list[Token]:
    """Return a trigger and the words that govern it, within the clause that it belongs to."""
    chain = [trigger]
    while chain[-1].head not in (chain[-1], saying) and chain[-1].dep_ not in _APART:
        chain.append(chain[-1].head)
    return chain


def _clause(token: Token) -> Token:
    """Return the verb or event noun that an expression of time hangs on."""
    while token.head != token:
        head = token.head
        if token.dep_ in _OF_A_NOUN and head.pos_ in _NOUNS:
            return head  # "the 2022 invasion"
        if token.dep_ in _HANGING and head.lower_ not in _PARTS_OF_TIME:
            return head
        token = head
    return token
