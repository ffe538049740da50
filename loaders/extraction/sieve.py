"""Which sentences may hold a claim: the others are not parsed, which is half of the time."""

from spacy.tokens import Span, Token

from loaders.extraction.lexicon import Lexicon
from loaders.extraction.mentions import namings_of

_OF_WAR = ("unframed", "answering_for", "forces", "arms", "attack", "rebels")
_NOUNS = ("sides", "forces", "rebels", "armed_bands", "recalling", "areas", "dwelling", "sites")
_PRONOUNS = ("group_pronouns", "person_pronouns", "own_pronouns")


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
        """Say whether a sentence, not parsed yet, may hold a claim."""
        lexicon = self._lexicon
        words = {token.lower_ for token in sentence}
        if words & lexicon.classes["deny"]:
            return True
        plain = words & self._of_war or lexicon.may_state(words)
        if not plain and not words & lexicon.triggers:
            return False
        known = sum(bool(namings_of(token)) for token in sentence)
        if not plain and known < 2:  # "has", "goes": of two known names at most
            return False
        ends = 2 * known - 1 if known else 0
        ends += sum(not namings_of(token) and self._may_be_end(token) for token in sentence)
        return ends > (not words & lexicon.classes["answering_for"])

    def _may_be_end(self, token: Token) -> bool:
        """Say whether a word that is no known name may be an end: a noun, a pronoun, a new name."""
        if token.lower_ in self._ends:
            return True
        return token.text[:1].isupper() and not (token.is_sent_start and token.is_stop)
