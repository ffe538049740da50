"""From an expression of time to the words that it dates."""

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Doc, Span, Token

from graph.vocabulary import DatePrecision
from loaders.extraction.dates import EventTime
from loaders.extraction.event_words import is_event, is_news, is_time
from loaders.extraction.phrases import case_of, children
from loaders.extraction.time_expressions import Expression

_OF_A_NOUN = ("nummod", "amod", "compound", "nmod:poss", "nmod:desc")
_NOUNS = ("NOUN", "PROPN", "PRON", "NUM", "SYM", "X")
_WITHIN = ("in", "during", "by", "amid", "of", "as part of")
_VERBS = ("VERB", "AUX", "ADJ")


class Dated(NamedTuple):
    """A word that tells of an event, and the time of it."""

    word: Token
    time: EventTime


def dated_by(expression: Expression, doc: Doc) -> list[Dated]:
    """Return the words that an expression dates: a verb, or an event noun and what it is part of.

    "In the 2003 invasion" dates the invasion and what is told to have happened in it; "since the
    invasion" bounds what is told to have happened since, as "after the 2003 invasion" does.
    """
    span = doc.char_span(expression.start, expression.end, alignment_mode="expand")
    if span is None:
        return []
    event = _followed(span.root, expression, doc) if expression.after else _event(span.root)
    if event is None and _opens(span):
        event = span.sent.root  # "In March Russian planes bombed ...": no planes of March
    if event is None:
        return []
    dated = [Dated(word, expression.time) for word in (event, *whole_of(event))]
    yearly = expression.time.precision is DatePrecision.YEAR
    bound = ("since", "after", "following") if yearly and is_event(event) else ("since",)
    if case_of(event) in bound and event.head != event:
        dated.append(Dated(event.head, expression.time._replace(until=None)))
    return dated


def _opens(span: Span) -> bool:
    """Say whether a time stands at the start of its sentence, after a preposition at most."""
    before = span.doc[span.sent.start : span.start]
    return span.sent.root.pos_ == "VERB" and all(word.pos_ == "ADP" for word in before)


def whole_of(event: Token) -> Iterator[Token]:
    """Return what an event is told as a part of, as in "killed in Friday's raid"."""
    while event.dep_ in ("obl", "nmod", "obl:agent") and case_of(event) in _WITHIN:
        event = event.head
        if event.pos_ in _VERBS or is_event(event):
            yield event
        if event.pos_ in _VERBS:
            return


def _event(word: Token) -> Token | None:
    """Return the verb or event noun on which an expression of time hangs, over places and parts."""
    if is_event(word):  # "the 2006 Lebanon War", one name
        return word
    while word.head != word:
        describes = word.dep_ in _OF_A_NOUN and word.head.i > word.i and word.pos_ != "ADV"
        word = word.head
        if is_event(word):
            return word
        if is_time(word) or (describes and word.dep_ in _OF_A_NOUN):
            continue
        if describes:
            return None  # "the 2000 treaty" is no event of 2000
        if word.pos_ not in _NOUNS or children(word, "cop"):
            return word  # "in *control* of Sirte on Monday"
    return word


def _followed(count: Token, expression: Expression, doc: Doc) -> Token | None:
    """Return what was so long ago, "three days after *the raid*".

    Where the text tells no time from which to count, it counts from the publication only if the
    main clause tells the news.
    """
    after = next((t for t in doc[count.i :] if t.lower_ == "after"), count)
    event = after.head
    if after.dep_ not in ("case", "mark") or event.i < after.i:
        return None
    return event if expression.told or is_news(event.head) else None
