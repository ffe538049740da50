"""What can be told of how a sentence was read: plain words, kept when the parse is gone."""

from dataclasses import dataclass
from enum import StrEnum

from graph.model import Claim


class How(StrEnum):
    """How a word means whom or what it means."""

    KNOWN = "known name"
    INTRODUCED = "short for a name in the text"
    NEW = "new name"
    PRONOUN = "pronoun"
    SIDE = "whose side it is"
    DESCRIBED = "described place"


class Why(StrEnum):
    """Why a sentence, or a part of it, gave no claim."""

    UNREAD = "unread"
    """The paragraph was not read at all."""
    PASSED_OVER = "passed over"
    """No word in it states a relation, so that it was not parsed."""
    NO_FRAME = "no frame"
    """Words that state a relation are there, and the frames join no ends by them."""
    UNKNOWN_END = "unknown end"
    """A relation is stated, and not between whom."""
    DOUBT = "doubt"
    """A relation is stated, and a rule or the model doubts it."""
    UNSURE = "unsure"
    """The model is not sure enough of what it thinks likeliest."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of the text that mean an actor, a place, or either.

    `start` counts code points of the article's text; the ids are those of claims.
    """

    words: str
    start: int
    how: How
    name: str
    actor: str | None
    place: str | None
    known_actor: bool
    known_place: bool


@dataclass(frozen=True, slots=True)
class ExplainedClaim:
    """A claim, where the lexicon has its rule ("verbs.toml: capture"), and what the model says.

    `row` is None where no file of the lexicon holds the rule, `probability` (0 to 1) where the
    model was not asked.
    """

    claim: Claim
    row: str | None
    probability: float | None


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something is not claimed: the sort of reason, and the reason in words."""

    why: Why
    text: str


@dataclass(frozen=True, slots=True)
class Explained:
    """A sentence, `text[start:end]` of the article's text, and how it was read."""

    start: int
    end: int
    sentence: str
    mentions: tuple[Mention, ...]
    claims: tuple[ExplainedClaim, ...]
    reasons: tuple[Reason, ...]
