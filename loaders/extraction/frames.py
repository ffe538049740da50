"""From a parsed sentence to findings: which words state a relation, and between what.

What follows reads only `Finding`s: a learned model of relations can stand beside these frames by
giving the same.
"""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from loaders.extraction.finding import Finding
from loaders.extraction.lexicon import Lexicon
from loaders.extraction.modifier_frames import compound_findings, preposition_findings
from loaders.extraction.noun_frames import noun_findings
from loaders.extraction.verb_frames import misread_verb_findings, verb_findings

_VERBAL = ("VERB", "AUX")
_NOMINAL = ("NOUN", "PROPN", "VERB")  # a parse may take "attack" for a verb


def findings(sentence: Span, lexicon: Lexicon) -> Iterator[Finding]:
    """Return what the frames find in a parsed sentence, in the order of its words."""
    for token in sentence:
        yield from _of_word(token, lexicon)


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
