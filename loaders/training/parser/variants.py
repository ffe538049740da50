"""What a sentence of the treebank is changed to before the network sees it."""

from random import Random

from loaders.training.parser.headlines import headline
from loaders.training.parser.names import merged
from loaders.training.parser.quotations import requoted
from loaders.training.parser.treebank import Tree

MERGED, REQUOTED, HEADLINE = 0.2, 0.15, 0.12
"""How often each change is tried: often enough to be learnt, with most sentences left alone."""


def variant(tree: Tree, random: Random) -> Tree:
    """Change a sentence or leave it, as four of five are; equal draws give equal changes."""
    if random.random() < MERGED:
        tree = merged(tree, random)
    if random.random() < REQUOTED:
        tree = requoted(tree, random)
    if random.random() < HEADLINE:
        tree = headline(tree, random)
    return tree
