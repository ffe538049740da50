"""A dependency tree whose words can be hung elsewhere."""

from collections.abc import Sequence


class MovableTree:
    """The tree of one sentence of n words; it stays a tree whatever is done to it.

    `heads` are indexes of words, each of length n as are `labels`; a root is its own head.
    """

    def __init__(self, heads: Sequence[int], labels: Sequence[str]) -> None:
        """Take a tree, or several side by side."""
        self.heads = list(heads)
        self.labels = list(labels)
        self._children: list[set[int]] = [set() for _ in heads]
        for word, head in enumerate(heads):
            if word != head:
                self._children[head].add(word)

    def children(self, word: int, *labels: str) -> list[int]:
        """Return a word's children in order: those with one of the labels, or all."""
        found = sorted(self._children[word])
        return [child for child in found if self.labels[child] in labels] if labels else found

    def roots(self) -> list[int]:
        """Return the words that hang on none, in order."""
        return [word for word, head in enumerate(self.heads) if word == head]

    def hang(self, word: int, head: int, label: str) -> None:
        """Hang a word and what is below it on another, which must not be below it."""
        if self.heads[word] != word:
            self._children[self.heads[word]].remove(word)
        if word != head:
            self._children[head].add(word)
        self.heads[word], self.labels[word] = head, label

    def swap(self, word: int, label: str, below: str) -> None:
        """Put a word in its head's place, with a label; the head hangs on it as `below`.

        What else hangs on either stays there.
        """
        head = self.heads[word]
        above = self.heads[head]
        self.hang(word, word if above == head else above, label)
        self.hang(head, word, below)

    def deepest_first(self) -> list[int]:
        """Return all words, each before its head."""
        order = self.roots()
        for word in order:
            order += self._children[word]
        return order[::-1]
