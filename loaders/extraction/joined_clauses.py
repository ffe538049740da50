"""Mends "A backs B and C backs D", where a parse has B and C back D together, or C done to."""

from collections.abc import Sequence
from dataclasses import replace

from loaders.extraction.movable_tree import MovableTree
from loaders.extraction.parse import Parse

_REACH = 6
_VERBS_BELOW = ("ccomp", "conj", "parataxis", "xcomp")


def given_back(parse: Parse, words: Sequence[str]) -> Parse:
    """Return a parse in which each of two joined verbs has its own subject and object."""
    mending = _Mending(parse, words)
    for verb, tag in enumerate(parse.tags):
        if tag == "VERB":
            mending.mend(verb)
    tree = mending.tree
    return replace(parse, heads=tuple(tree.heads), labels=tuple(tree.labels))


class _Mending:
    """Mends one sentence, by the places of its words."""

    def __init__(self, parse: Parse, words: Sequence[str]) -> None:
        self.tree = MovableTree(parse.heads, parse.labels)
        self._tags = parse.tags
        self._words = words

    def mend(self, verb: int) -> None:
        """Give a verb what stands behind it, and the next verb its doer."""
        doers = self.tree.children(verb, "nsubj")
        behind = [word for word in doers if word > verb]
        if doers and doers[0] < verb and len(behind) == 1:  # no verb has a doer on either side
            self._split(verb, behind[0], self._next(verb, behind[0]))
            return
        for second in self.tree.children(verb, *_VERBS_BELOW):
            doers = self.tree.children(second, "nsubj")
            if self._tags[second] == "VERB" and len(doers) == 1 and verb < doers[0] < second:
                self._give(verb, doers[0], second)
        for thing in self.tree.children(verb, "obj", "obl"):
            self._take(thing, verb, self._next(verb, thing, "conj"))

    def _split(self, verb: int, word: int, second: int | None) -> None:
        """Decide on a second doer: it is the verb's object, or the doer of the next verb."""
        if not self._has_object(verb) and self._is_of(verb + 1, word):
            listed = self._listed(word, second)
            self.tree.hang(word, verb, "obj")
            if second is not None and listed:
                self._do(listed[-1], second, verb)
        elif self._has_object(verb) and second is not None:
            self._do(word, second, verb)

    def _give(self, verb: int, thing: int, second: int) -> None:
        """Give a verb its object back that was read with the next verb's doer.

        It stands right behind the verb, which has no other. The next verb is known for a second
        one: it is in the singular, or the same verb again, or joined to the first.
        """
        listed = self._listed(thing, second)
        same = self._words[verb] == self._words[second]
        joined = self.tree.labels[second] == "conj"
        apart = joined or same or self._words[second].endswith("s")
        close = self._is_of(verb + 1, thing) and not self.tree.children(second, "mark")
        if listed and apart and close and not self._has_object(verb):
            self.tree.hang(thing, verb, "obj")
            self._do(listed[-1], second, verb)

    def _take(self, thing: int, verb: int, second: int | None) -> None:
        """Take the last of what is done to for the doer of the next verb: "took A and *B* left C".

        It stands right before that verb, which the "and" before it does not join.
        """
        listed = self._listed(thing, second)
        if second is None or not listed or self.tree.children(second, "cc", "mark"):
            return
        doer, finite = listed[-1], not self._words[second].endswith("ing")
        begins = min([second, *self.tree.children(second, "aux", "aux:pass", "advmod")])
        if finite and self._is_of(begins - 1, doer) and self.tree.children(doer, "cc"):
            self._do(doer, second, verb)

    def _do(self, doer: int, second: int, verb: int) -> None:
        """Make a word the doer of a verb that is joined to another."""
        self.tree.hang(doer, second, "nsubj")
        self.tree.hang(second, verb, "conj")
        for word in self.tree.children(doer, "cc"):
            self.tree.hang(word, second, "cc")

    def _next(self, verb: int, word: int, *labels: str) -> int | None:
        """Return the next verb below a verb and behind a word that has no doer of its own."""
        below = (v for v in self.tree.children(verb, *(labels or _VERBS_BELOW)) if v > word)
        verbs = (v for v in below if self._tags[v] == "VERB")
        return next((v for v in verbs if not self.tree.children(v, "nsubj")), None)

    def _listed(self, word: int, before: int | None) -> list[int]:
        listed = self.tree.children(word, "conj")
        return [one for one in listed if before is not None and one < before]

    def _has_object(self, verb: int) -> bool:
        return bool(self.tree.children(verb, "obj", "iobj"))

    def _is_of(self, word: int, phrase: int) -> bool:
        """Say whether a word is a phrase's head or hangs on it, by a few words at most."""
        for _ in range(_REACH):
            if word == phrase or self.tree.heads[word] == word:
                break
            word = self.tree.heads[word]
        return word == phrase
