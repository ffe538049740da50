"""From ClearNLP-style trees, as spaCy's English models make, to Universal Dependencies.

The labels: github.com/clir/clearnlp-guidelines; the target: universaldependencies.org/u/dep.
"""

from collections.abc import Callable, Collection, Sequence

from loaders.extraction.clear_lifts import (
    NOMINAL,
    Words,
    lift_first_name,
    lift_object,
    lift_predicate,
    raise_subject,
)
from loaders.extraction.movable_tree import MovableTree

_SAME_THING = {
    "ROOT": "root", "dobj": "obj", "nsubjpass": "nsubj:pass", "csubjpass": "csubj:pass",
    "auxpass": "aux:pass", "relcl": "acl:relcl", "poss": "nmod:poss", "prt": "compound:prt",
    "neg": "advmod", "quantmod": "advmod", "predet": "det:predet", "preconj": "cc:preconj",
    "dative": "iobj", "oprd": "xcomp", "intj": "discourse", "meta": "dep", "agent": "advmod",
    "prep": "advmod", "pobj": "dep", "pcomp": "dep", "attr": "xcomp", "acomp": "xcomp",
}  # fmt: skip


def is_clear(labels: Collection[str]) -> bool:
    """Say whether a parser with these labels makes ClearNLP-style trees."""
    return {"prep", "pobj", "dobj"} <= set(labels)


def universal(words: Words, heads: Sequence[int], labels: Sequence[str]) -> MovableTree:
    """Return the tree with the structure and the labels of Universal Dependencies.

    `heads` are indexes of words, a root its own; several roots stay several. Whatever the labels,
    the outcome is a tree, in time linear in the length of any sentence that people write.
    """
    tree = MovableTree(heads, labels)
    steps: tuple[Callable[[MovableTree, Words, int], None], ...] = (
        lift_object, raise_subject, lift_predicate, lift_first_name,
    )  # fmt: skip
    for step in steps:
        for word in tree.deepest_first():
            step(tree, words, word)
    for word in tree.deepest_first()[::-1]:
        _join(tree, word)
        tree.labels[word] = _label(tree, words, word)
    for word in range(len(heads)):
        _hang_conjunction(tree, word)
    return tree


def _join(tree: MovableTree, word: int) -> None:
    """Hang all that is co-ordinated on the first of it, when that is done for what is above."""
    head = tree.heads[word]
    if tree.labels[word] == tree.labels[head] == "conj":
        tree.hang(word, tree.heads[head], "conj")


def _hang_conjunction(tree: MovableTree, word: int) -> None:
    """Hang "and" on what follows it."""
    head = tree.heads[word]
    if tree.labels[word] != "cc" or head > word:
        return
    joined = tree.children(head, "conj")
    if tree.labels[head] == "conj":
        joined += tree.children(tree.heads[head], "conj")
    if after := [other for other in joined if other > word]:
        tree.hang(word, min(after), "cc")


def _label(tree: MovableTree, words: Words, word: int) -> str:
    """Return the label of a word whose place in the tree is final."""
    label, head = tree.labels[word], tree.heads[word]
    if label == "aux" and words.lower[word] == "to":
        return "mark"
    if label == "npadvmod":
        return "nmod:unmarked" if words.tags[head] in NOMINAL else "obl:unmarked"
    if label == "nmod" and word < head and not tree.children(word, "case"):
        return "compound"
    if label == "dative" and words.tags[word] == "ADP":
        return "advmod"
    return _SAME_THING.get(label, label)
