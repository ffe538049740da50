"""Marks of quotation in every style that news uses."""

from random import Random

from loaders.training.parser.surgery import respelt, subtree, with_marks
from loaders.training.parser.treebank import Tree

STYLES = (
    ('"', '"'),
    ("“", "”"),
    ("‘", "’"),
    ("'", "'"),
    ("«", "»"),
    ("``", "''"),
    ("''", "''"),
    ("„", "“"),
)
_MARKS = frozenset(mark for style in STYLES for mark in style) | {"<<", ">>", "‹", "›", "”"}
_QUOTABLE = frozenset({"ccomp", "parataxis", "xcomp", "obj", "appos", "amod", "compound"})


def requoted(tree: Tree, random: Random) -> Tree:
    """Give a quoting sentence other marks; put marks around a part of one that quotes nothing."""
    style = random.choice(STYLES)
    marks = [
        place
        for place, (word, tag) in enumerate(zip(tree.words, tree.tags, strict=True))
        if tag == "PUNCT" and word in _MARKS
    ]
    if marks:
        words = list(tree.words)
        for count, place in enumerate(marks):
            words[place] = style[count % 2]
        return respelt(tree, words)
    tops = [place for place, label in enumerate(tree.labels) if label in _QUOTABLE]
    if not tops:
        return tree
    top = random.choice(tops)
    around = subtree(tree, top)
    return with_marks(tree, around, top, style) if around else tree
