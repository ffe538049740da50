"""The mentions of a sentence as its reading found them."""

from collections.abc import Iterator
from itertools import groupby

from spacy.tokens import Token

from graph.model import Place
from loaders.extraction.context import Context
from loaders.extraction.explained import How, Mention
from loaders.extraction.mentions import namings_of
from loaders.extraction.phrases import mention_of
from loaders.extraction.relations.candidates import Candidate, Form
from loaders.extraction.seats import known_place
from loaders.extraction.tokens import offset
from loaders.extraction.trace import Trace


def mentions(trace: Trace) -> list[Mention]:
    """Return a sentence's mentions in the order of its words.

    They are what the model was shown, or the actors that the reader remembers where it was not
    asked; with them the ends that the frames put forward, and, where there is no parse, the places
    that the files know by the bare words.
    """
    first = trace.named if trace.candidates is None else trace.candidates
    others = _ends(trace) if trace.parsed else _places(trace)
    found = {candidate.token.i: candidate for candidate in first}
    for candidate in others:
        found.setdefault(candidate.token.i, candidate)
    return [_mention(found[place], trace.context) for place in sorted(found)]


def _mention(candidate: Candidate, context: Context) -> Mention:
    actor, place = candidate.actor, candidate.place
    named = actor or place
    assert named is not None  # else it is no candidate
    return Mention(
        words=mention_of(candidate.token),
        start=offset(candidate.token),
        how=_how(candidate, context),
        name=named.name,
        actor=actor.id if actor else None,
        place=place.id if place else None,
        known_actor=actor is not None and actor.reviewed,
        known_place=place is not None and place.reviewed,
    )


def _how(candidate: Candidate, context: Context) -> How:
    token, form, actor, place = (
        candidate.token, candidate.form, candidate.actor, candidate.place,
    )  # fmt: skip
    if form is Form.PRONOUN:
        return How.PRONOUN
    if form is Form.NOUN:
        return How.SIDE if actor else How.DESCRIBED
    if actor and form is Form.PROPER:
        if token.text in context.local and actor.name not in mention_of(token):
            return How.INTRODUCED
        return How.SIDE if actor.reviewed else How.NEW
    known = actor.reviewed if actor else place is not None and place.reviewed
    return How.KNOWN if known else How.NEW


def _ends(trace: Trace) -> Iterator[Candidate]:
    """Yield the ends in the sentence that proposals give to its words."""
    for proposal, _ in trace.decided:
        finding, subject, target = proposal.finding, proposal.subject, proposal.target
        for token, entity in ((finding.subject, subject), (finding.object, target)):
            if token is None or entity is None or token.sent.start != trace.sentence.start:
                continue
            if isinstance(entity, Place):
                yield Candidate(token, None, entity, _form(token))
            else:
                yield Candidate(token, entity, None, _form(token))


def _form(token: Token) -> Form:
    """Return how a word names its end, by its capital where the parse took it for no name."""
    if namings_of(token):
        return Form.NAME
    if token.pos_ in ("PRON", "DET"):
        return Form.PRONOUN
    return Form.PROPER if token.text[:1].isupper() else Form.NOUN


def _places(trace: Trace) -> Iterator[Candidate]:
    """Yield the places in a sentence without a parse: known names, and runs of capitals."""
    actors = {candidate.token.i for candidate in trace.named}
    for capital, run in groupby(trace.sentence, _is_capitalised):
        tokens = list(run)
        if capital:
            yield from _in_run(tokens, trace.context)
        for token in tokens:
            place = known_place(token, trace.context) if token.i not in actors else None
            if place is not None:
                yield Candidate(token, None, place, Form.NAME)


def _is_capitalised(token: Token) -> bool:
    return token.text[:1].isupper() and not namings_of(token)


def _in_run(tokens: list[Token], context: Context) -> Iterator[Candidate]:
    """Yield the place that capitalised words name together, else those that they name alone."""
    whole = tokens[0].doc[tokens[0].i : tokens[-1].i + 1].text
    if place := _near(whole, context):
        yield Candidate(tokens[0], None, place, Form.PROPER)
    elif len(tokens) > 1:
        for token in tokens:
            if place := _near(token.text, context):
                yield Candidate(token, None, place, Form.PROPER)


def _near(name: str, context: Context) -> Place | None:
    """Return a place of a country that the text is about."""
    place = context.registry.place(name, context.countries)
    return place if place is not None and place.country in context.countries else None
