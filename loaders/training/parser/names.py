"""Names of several words read as one word, as the program reads the names that it knows."""

from collections.abc import Iterator
from random import Random

from loaders.training.parser.surgery import respelt, without
from loaders.training.parser.treebank import Tree

_PARTS = frozenset({"flat", "compound"})
_SMALL = frozenset({"of", "for", "the", "and"})
_HYPHENS = frozenset("-–‐‑")


def merged(tree: Tree, random: Random) -> Tree:
    """Make one word of some of the names: spelt with spaces, without them, or cut short."""
    dropped: set[int] = set()
    words = list(tree.words)
    for top, places in names(tree):
        if random.random() < 0.7:
            words[top] = _spelling(tree, places, random)
            dropped.update(place for place in places if place != top)
    return without(respelt(tree, words), dropped) if dropped else tree


def names(tree: Tree) -> Iterator[tuple[int, range]]:
    """Give each name of two words or more: its head's place and all its places, side by side.

    A name is proper nouns joined as "flat" or "compound", or by "of" and "for", with the
    capitalised adjectives before them ("United States").
    """
    parents = {place: _parent(tree, place) for place in range(len(tree.words))}
    for top, tag in enumerate(tree.tags):
        if tag != "PROPN" or parents[top] is not None:
            continue
        below = {place for place in parents if _leads(parents, place, top)}
        places = range(min(below), max(below) + 1)
        opens = tree.tags[places[0]] in ("ADJ", "PROPN")
        closes = tree.tags[places[-1]] == "PROPN"
        if len(places) == len(below) > 1 and opens and closes:
            yield top, places


def _parent(tree: Tree, place: int) -> int | None:
    """Give the word of the same name that a word hangs on, if there is one."""
    head = tree.heads[place] - 1
    if head < 0 or tree.tags[head] != "PROPN":
        return None
    word, label = tree.words[place].lower(), tree.labels[place]
    if tree.tags[place] == "PROPN":
        linked = label in _PARTS or (label == "nmod" and _linked(tree, place))
    elif label == "amod":
        linked = tree.words[place][0].isupper()
    elif label == "punct":
        linked = word in _HYPHENS
    else:
        small = label in ("case", "det") and word in _SMALL
        linked = small and _parent(tree, head) is not None and _linked(tree, head)
    return head if linked else None


def _linked(tree: Tree, place: int) -> bool:
    """Say whether "of" or "for", and no other preposition, joins a word to its name."""
    cases = [
        tree.words[child].lower()
        for child, head in enumerate(tree.heads)
        if head - 1 == place and tree.labels[child] == "case"
    ]
    return cases in (["of"], ["for"])


def _leads(parents: dict[int, int | None], place: int | None, top: int) -> bool:
    while place is not None and place != top:
        place = parents[place]
    return place == top


def _spelling(tree: Tree, places: range, random: Random) -> str:
    parts = [tree.words[place] for place in places]
    person = any(tree.labels[place] == "flat" for place in places)
    initials = "".join(part[0] for part in parts if part[0].isupper())
    if person and random.random() < 0.6:
        return parts[-1]
    if len(initials) > 2 and random.random() < 0.3:
        return initials
    return ("" if random.random() < 0.6 else " ").join(parts)
