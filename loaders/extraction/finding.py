"""What a sentence's words state, before anyone knows whom they name."""

from dataclasses import dataclass

from spacy.tokens import Token

from graph.vocabulary import Modality, Polarity, Relation


@dataclass(frozen=True, slots=True)
class Finding:
    """One statement as the sentence's words give it; its ends are still words."""

    relation: Relation
    mode: str
    trigger: Token
    subject: Token | None
    object: Token | None
    rule: str
    theme: Token | None = None
    """What was sent or given, where the statement names it ("sent *tanks* to X")."""
    modality: Modality = Modality.ACTUAL
    polarity: Polarity = Polarity.AFFIRMED
    granted: bool = False
    """The words take it for granted, as "X-backed Y" does."""
    known_only: bool = False
    """The object must be a known place, or be called one ("the town of X")."""
    no_country: bool = False
    """The object is no whole country."""
    moving: bool = False
    """The subject must be forces or an armed side, not a state or a person."""
    abroad: bool = False
    """A deployment counts only outside the subject's own country."""
    object_class: str | None = None
    """Class of words that the object must belong to, unless it is a known name."""
    stranger: bool = False
    """The object may be a person whom no file holds."""
    sure: bool = False
    """Grammar alone tells it ("X is an ally of Y"): the relation model has no say."""
    passed: tuple[Token, ...] = ()
    """Words on the way from the subject to the object, where the relation model found it."""
