"""A window of a text with its pairs: what the network is shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from graph.vocabulary import ActorKind, Relation
from loaders.extraction.pieces import Piece
from loaders.extraction.relations.pairs import PairTable
from loaders.extraction.relations.windows import Mask, Window

Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Word:
    """A word: its own pieces, and for a known name the mask that hides them."""

    text: str
    pieces: Sequence[Piece]
    mask: tuple[ActorKind, Mask] | None


class End(NamedTuple):
    """Whom or what an end means, and how the text calls it."""

    id: str
    name: str
    mention: str


class Ends(NamedTuple):
    """The two ends of a pair; what the object is as an actor and as a place."""

    subject: End
    actor: End | None
    place: End | None

    def object(self, relation: Relation) -> End:
        """Return the object of a relation that the pair may stand in (`valid`)."""
        end = self.actor if relation in (Relation.BACKS, Relation.OPPOSES) else self.place
        assert end is not None  # `valid` saw to it
        return end


@dataclass(frozen=True)
class Example:
    """A window with its n pairs, at least one.

    `id` is the item's and the window's number in it. `valid` bool [n, 4] says which of RELATIONS
    a pair may stand in.
    """

    id: str
    item: str
    window: Window
    words: Sequence[Word]
    table: PairTable
    ends: Sequence[Ends]
    valid: Flags

    @property
    def size(self) -> int:
        """Return how many pieces its words have, the names masked, and the two marks."""
        return 2 + sum(1 if word.mask else len(word.pieces) for word in self.words)
