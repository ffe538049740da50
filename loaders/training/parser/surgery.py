"""Words taken out of a tree and put into it, so that a tree is left."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from loaders.training.parser.treebank import Tree


def leaves(tree: Tree) -> set[int]:
    """Give the places (from 0) of the words that nothing hangs on."""
    return set(range(len(tree.words))) - {head - 1 for head in tree.heads}


def subtree(tree: Tree, top: int) -> range | None:
    """Give the places of a word and all below it, or None where they are not side by side."""
    below = {top}
    size = 0
    while size != len(below):
        size = len(below)
        below |= {place for place, head in enumerate(tree.heads) if head - 1 in below}
    places = range(min(below), max(below) + 1)
    return places if len(places) == size else None


def without(tree: Tree, places: Collection[int]) -> Tree:
    """Leave out the words at `places`; what hung on one of them hangs on its nearest kept head.

    The root must stay.
    """
    kept = [place for place in range(len(tree.words)) if place not in places]
    number = {0: 0} | {place + 1: new for new, place in enumerate(kept, start=1)}
    heads = []
    for place in kept:
        head = tree.heads[place]
        while head not in number:
            head = tree.heads[head - 1]
        heads.append(number[head])
    return Tree(
        words=tuple(tree.words[place] for place in kept),
        tags=tuple(tree.tags[place] for place in kept),
        heads=tuple(heads),
        labels=tuple(tree.labels[place] for place in kept),
        kinds=_opened(tree.kinds[place] for place in kept) if tree.kinds else tree.kinds,
    )


def with_marks(tree: Tree, around: range, top: int, marks: tuple[str, str]) -> Tree:
    """Put two marks of punctuation around the words at `around`; both hang on the word at `top`."""
    number = [
        head + (head > around.start) + (head > around.stop) for head in range(len(tree.words) + 1)
    ]
    rows = [
        (tree.words[place], tree.tags[place], number[head], tree.labels[place])
        for place, head in enumerate(tree.heads)
    ]
    kinds = list(tree.kinds or ())
    for place, mark in ((around.stop, marks[1]), (around.start, marks[0])):
        rows.insert(place, (mark, "PUNCT", number[top + 1], "punct"))
        kinds.insert(place, "O")
    words, tags, heads, labels = zip(*rows, strict=True)
    return Tree(words, tags, heads, labels, _opened(kinds) if tree.kinds else tree.kinds)


def respelt(tree: Tree, spellings: Iterable[str]) -> Tree:
    """Give the same tree over other spellings of its words."""
    return replace(tree, words=tuple(spellings))


def _opened(kinds: Iterable[str]) -> tuple[str, ...]:
    """Open a name anew where its first word is gone or a mark cuts it."""
    found: list[str] = []
    for kind in kinds:
        continues = found and found[-1][2:] == kind[2:]
        found.append(kind if kind[0] != "I" or continues else f"B{kind[1:]}")
    return tuple(found)
