"""How known names are shown: by their masks, in training now and then by another name."""

from collections.abc import Iterable, Iterator, Sequence
from random import Random

from graph.vocabulary import ActorKind
from loaders.extraction.pieces import Piece
from loaders.extraction.relations.windows import Mask, mask_piece
from loaders.training.relations.example import Example

SWAPPED = 0.15
"""How often an entity is shown by another name of its kind: so the network can read names that
the registry does not know, and learns nothing of those that it does."""


class Names:
    """The known names of some examples, by what they are masked with."""

    def __init__(self, examples: Iterable[Example]) -> None:
        """Collect the names, each spelling once."""
        known: dict[tuple[ActorKind, Mask], dict[tuple[Piece, ...], None]] = {}
        for example in examples:
            for word in example.words:
                if word.mask:
                    known.setdefault(word.mask, {})[tuple(word.pieces)] = None
        self._known = {mask: list(spellings) for mask, spellings in known.items()}

    def shown(self, example: Example, random: Random) -> list[Sequence[Piece]]:
        """Return each word's pieces, names swapped at random; one text is swapped for one name."""
        swapped: dict[str, Sequence[Piece] | None] = {}
        pieces = list(masked_words(example))
        for place, word in enumerate(example.words):
            if not word.mask:
                continue
            if word.text not in swapped:
                swap = random.random() < SWAPPED
                swapped[word.text] = random.choice(self._known[word.mask]) if swap else None
            pieces[place] = swapped[word.text] or pieces[place]
        return pieces


def masked_words(example: Example) -> Iterator[Sequence[Piece]]:
    """Yield each word's pieces as they are shown at run time."""
    for word in example.words:
        yield (mask_piece(*word.mask),) if word.mask else word.pieces
