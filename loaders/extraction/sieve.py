"""Which sentences may hold a claim: the others are not parsed, which is half of the time."""

from spacy.tokens import Span, Token

from loaders.extraction.lexicon import Lexicon
from loaders.extraction.mentions import namings_of
from loaders.extraction.quotations import MARKS

_OF_WAR = ("unframed", "answering_for", "forces", "arms", "attack", "rebels")
_MARKS = frozenset(MARKS)
_NOUNS = ("sides", "forces", "rebels", "armed_bands", "recalling", "areas", "dwelling", "sites")
_PRONOUNS = ("group_pronouns", "person_pronouns", "own_pronouns")
_SHORT = 10
"""Words of a sentence that may only say that what was told before is not so."""


class Sieve:
    """Keeps a sentence that has a word which may state something, and two that may be its ends.

    It errs on the side of keeping: what it lets through costs time, what it refuses is lost.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        """Sift by the lexicon's words."""
        self._lexicon = lexicon
        classes = lexicon.classes
        self._of_war = frozenset(lexicon.titles).union(*(classes[name] for name in _OF_WAR))
        self._ends = frozenset().union(*(classes[name] for name in (*_NOUNS, *_PRONOUNS)))

    def keeps(self, sentence: Span) -> bool:
        """Say whether a sentence, not parsed yet, may hold a claim, or tells who makes one."""
        words = {token.lower_ for token in sentence}
        return self._may_state(sentence, words) or self._tells_who_speaks(sentence, words)

    def _may_state(self, sentence: Span, words: set[str]) -> bool:
        lexicon = self._lexicon
        short = len(sentence) <= _SHORT and words & lexicon.classes["say"]  # "X says it did not"
        untrue = ("true" in words or short) and words & lexicon.classes["negators"]
        if untrue or words & lexicon.classes["deny"] or words & lexicon.classes["untrue"]:
            return True
        plain = words & self._of_war or lexicon.may_state(words)
        if not plain and not words & lexicon.triggers:
            return False
        unknown = [token for token in sentence if not namings_of(token)]
        known = len(sentence) - len(unknown)
        if not plain and known < 2:  # "has", "goes": of two known names at most
            return False
        ends = 2 * known - 1 if known else 0
        ends += sum(map(self._may_be_end, unknown))
        return ends > (not words & lexicon.classes["answering_for"])

    def _tells_who_speaks(self, sentence: Span, words: set[str]) -> bool:
        """Say whether a sentence tells whose the quotation is that a claim beside it stands in."""
        if not (words & _MARKS and words & self._lexicon.classes["say"]):
            return False
        doc = sentence.doc
        beside = [doc[sentence.start - 1].sent] if sentence.start else []
        beside += [doc[sentence.end].sent] if sentence.end < len(doc) else []
        spoken = [{token.lower_ for token in one} for one in beside]
        return any(
            w & _MARKS and self._may_state(one, w) for one, w in zip(beside, spoken, strict=True)
        )

    def _may_be_end(self, token: Token) -> bool:
        """Say whether a word that is no known name may be an end: a noun, a pronoun, a new name."""
        if token.lower_ in self._ends:
            return True
        return token.text[:1].isupper() and not (token.is_sent_start and token.is_stop)
