"""What stands elsewhere in ClearNLP-style trees than in those of Universal Dependencies.

Each function moves what is at one word, if anything is, and leaves a tree.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from loaders.extraction.movable_tree import MovableTree

_FIXED = frozenset(
    ("according to", "as for", "as of", "as to", "because of", "depending on", "due to")
    + ("instead of", "out of", "prior to", "rather than", "such as")
)
_BE = frozenset(("be", "am", "is", "are", "was", "were", "been", "being", "'s", "’s", "'re", "’re"))
NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "SYM", "X", "DET"))
_CLAUSAL = frozenset(("VERB", "AUX"))
_LIFTED = ("obl", "obl:agent", "nmod", "acl", "advcl")
_KEPT = frozenset(
    ("ROOT", "conj", "pobj", "pcomp", "attr", "acomp", "ccomp", "xcomp", "advcl", "acl", "relcl")
    + ("parataxis", "appos", "oprd")
)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one sentence, each field of length n.

    `lower` are the words in lower case, `tags` universal, `fine` Penn Treebank part-of-speech tags,
    `kinds` what a name is: "person", "organization", "place" or "".
    """

    lower: Sequence[str]
    tags: Sequence[str]
    fine: Sequence[str]
    kinds: Sequence[str]


def lift_object(tree: MovableTree, words: Words, marker: int) -> None:
    """Put what a preposition governs in its place: "in" over "Goma" becomes "Goma" over "in"."""
    found = tree.children(marker, "pobj", "pcomp")
    own = [word for word in found if words.tags[word] != "ADP" or tree.children(word, "case")]
    if not own:
        return
    governed, head, label = own[0], tree.heads[marker], tree.labels[marker]
    if _waits(tree, words, head):
        if label == "conj":  # "in and around Goma"
            tree.hang(governed, head, "pobj")
            for conjunction in tree.children(head, "cc"):
                tree.hang(conjunction, marker, "cc")
            return
        if label in ("prep", "pcomp"):  # "out of Goma"
            tree.hang(governed, head, "pobj")
            tree.hang(marker, head, "pcomp")
            return
    clause = words.tags[governed] in _CLAUSAL and tree.labels[governed] == "pcomp"
    tree.swap(governed, _place(words, head, label, clause), "mark" if clause else "case")
    for child in tree.children(marker):
        _rehang(tree, words, child, marker, governed)


def _waits(tree: MovableTree, words: Words, word: int) -> bool:
    """Say whether a word is a preposition that governs nothing itself."""
    preposition = words.tags[word] == "ADP" or tree.labels[word] == "prep"
    return preposition and not any(
        words.tags[child] != "ADP" for child in tree.children(word, "pobj", "pcomp")
    )


def _place(words: Words, head: int, label: str, clause: bool) -> str:
    """Return how a phrase hangs, by what it hangs on."""
    if label in _KEPT:
        return label
    nominal = words.tags[head] in NOMINAL
    if clause:
        return "acl" if nominal else "advcl"
    if label == "agent":
        return "obl:agent"
    return "nmod" if nominal else "obl"


def _rehang(tree: MovableTree, words: Words, child: int, marker: int, governed: int) -> None:
    """Decide where goes what hung on a preposition whose place its object took."""
    label = tree.labels[child]
    first, last = sorted((child, marker))
    if last - first == 1 and f"{words.lower[first]} {words.lower[last]}" in _FIXED:
        if first == marker:
            tree.labels[child] = "fixed"
        else:
            tree.swap(child, tree.labels[marker], "fixed")
    elif words.tags[child] == "ADP" and label in ("prep", "pcomp"):
        tree.hang(child, governed, "case")
    elif label in _LIFTED and tree.heads[governed] != governed:
        tree.hang(child, tree.heads[governed], label)
    elif words.tags[child] != "ADP" or label != "conj":
        tree.hang(child, governed, label)


def raise_subject(tree: MovableTree, words: Words, verb: int) -> None:
    """Make what is wanted or helped to do something the object: "wants the army to leave"."""
    head = tree.heads[verb]
    if tree.labels[verb] != "ccomp" or words.fine[verb] != "VB" or words.tags[head] != "VERB":
        return
    finite = any(words.lower[auxiliary] != "to" for auxiliary in tree.children(verb, "aux"))
    subject = tree.children(verb, "nsubj", "nsubjpass")
    if subject and head < subject[0] and not finite and not tree.children(verb, "mark"):
        tree.hang(subject[0], head, "dobj")
        tree.labels[verb] = "xcomp"


def lift_predicate(tree: MovableTree, words: Words, be: int) -> None:
    """Put what somebody is in the place of "is"; "there is" keeps its own."""
    if words.lower[be] not in _BE or tree.labels[be] in ("aux", "auxpass"):
        return
    predicates = tree.children(be, "attr", "acomp")
    if tree.children(be, "expl"):
        for word in predicates:
            tree.labels[word] = "nsubj"
        return
    predicates += [word for word in tree.children(be, "obl") if word > be]
    if predicates:
        tree.swap(predicates[0], tree.labels[be], "cop")
        for child in tree.children(be):
            tree.hang(child, predicates[0], tree.labels[child])


def lift_first_name(tree: MovableTree, words: Words, surname: int) -> None:
    """Put a person's first name in the place of the last: "Fayez" over "al-Sarraj"."""
    if words.kinds[surname] != "person" or words.tags[surname] != "PROPN":
        return
    before = [word for word in tree.children(surname, "compound", "punct") if word < surname]
    first = surname
    while before and before[-1] == first - 1 and words.kinds[before[-1]] == "person":
        first = before.pop()
    if first == surname or words.tags[first] != "PROPN":
        return
    tree.swap(first, tree.labels[surname], "flat")
    for child in tree.children(surname):
        label = tree.labels[child]
        if label == "compound":
            label = "flat" if child > first else "nmod:desc"
        tree.hang(child, first, label)
