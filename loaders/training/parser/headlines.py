"""Sentences rewritten as headlines: without articles and full stop, in capitals or title case."""

from random import Random

from loaders.training.parser.surgery import leaves, respelt, without
from loaders.training.parser.treebank import Tree

_ARTICLES = frozenset({"a", "an", "the"})
_BE = frozenset({"am", "are", "be", "been", "is", "was", "were"})
_SMALL = frozenset({"ADP", "CCONJ", "DET", "PART", "SCONJ"})
_FEWEST = 3


def headline(tree: Tree, random: Random) -> Tree:
    """Rewrite a sentence as one of the usual kinds of headline."""
    if random.random() < 0.6:
        tree = terse(tree, auxiliaries=random.random() < 0.5)
    style = random.random()
    if style < 0.4:
        return respelt(tree, map(str.upper, tree.words))
    if style < 0.7:
        return title_case(tree, all_words=random.random() < 0.5)
    return tree


def terse(tree: Tree, auxiliaries: bool) -> Tree:
    """Leave out articles and a final full stop, and forms of "be" beside a verb or predicate.

    Words that others hang on stay, and the first word left gets a capital; a sentence that would
    have fewer than three words stays whole.
    """
    last = len(tree.words) - 1
    dropped = {
        place
        for place in leaves(tree)
        if (tree.labels[place] == "det" and tree.words[place].lower() in _ARTICLES)
        or (tree.words[place] == "." and place == last and tree.labels[place] == "punct")
        or (auxiliaries and _is_auxiliary(tree, place))
    }
    if len(tree.words) - len(dropped) < _FEWEST:
        return tree
    left = without(tree, dropped)
    first, *others = left.words
    return respelt(left, [first[:1].upper() + first[1:], *others])


def title_case(tree: Tree, all_words: bool) -> Tree:
    """Capitalise words: all of them, or all but short function words after the first."""
    return respelt(
        tree,
        (
            word
            if place and not all_words and tag in _SMALL and len(word) <= 4
            else word[:1].upper() + word[1:]
            for place, (word, tag) in enumerate(zip(tree.words, tree.tags, strict=True))
        ),
    )


def _is_auxiliary(tree: Tree, place: int) -> bool:
    label = tree.labels[place]
    return label in ("aux", "aux:pass", "cop") and tree.words[place].lower() in _BE
