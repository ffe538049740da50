"""From a parsed sentence to findings: which words state a relation, and between what.

What follows reads only `Finding`s: a learned model of relations can stand beside these frames by
giving the same.
"""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span, Token

from loaders.extraction.finding import Finding
from loaders.extraction.lexicon import Lexicon
from loaders.extraction.mentions import namings_of
from loaders.extraction.modifier_frames import compound_findings, preposition_findings
from loaders.extraction.noun_frames import noun_findings
from loaders.extraction.phrases import by_preposition
from loaders.extraction.verb_frames import misread_verb_findings, verb_findings

_VERBAL = ("VERB", "AUX")
_NOMINAL = ("NOUN", "PROPN", "VERB")  # a parse may take "attack" for a verb


def findings(sentence: Span, lexicon: Lexicon) -> Iterator[Finding]:
    """Return what the frames find in a parsed sentence, in the order of its words."""
    for token in sentence:
        for finding in _of_word(token, lexicon):
            for subject in _each(finding.subject, lexicon):
                for target in _each(finding.object, lexicon):
                    yield replace(finding, subject=subject, object=target)


def _each(end: Token | None, lexicon: Lexicon) -> list[Token | None]:
    """Return the names in "the leaders of A, B and C", of whom each does it; else the word."""
    if end is not None and end.pos_ == "NOUN" and lexicon.within(end, "sides", "persons"):
        owners = by_preposition(end, "of|from")
        if len(owners) > 1 and all(map(namings_of, owners)):
            return [*owners]
    return [end]


def _of_word(token: Token, lexicon: Lexicon) -> Iterator[Finding]:
    form = token.lower_
    if token.pos_ in _VERBAL:
        for use in lexicon.verbs.get(form, ()):
            yield from verb_findings(token, use, lexicon)
    elif lexicon.within(token, "bare_verbs"):
        yield from misread_verb_findings(token, lexicon)
    if token.pos_ in _NOMINAL:
        for noun in lexicon.nouns.get(form, ()):
            yield from noun_findings(token, noun, lexicon)
    for compound in lexicon.compounds.get(form, ()):
        yield from compound_findings(token, compound)
    for adjective in lexicon.prepositions.get(form, ()):
        yield from preposition_findings(token, adjective)
