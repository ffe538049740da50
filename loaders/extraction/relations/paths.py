"""The way through the parse from one word to another."""

from typing import NamedTuple

from spacy.tokens import Token

_LONGEST = 60


class Path(NamedTuple):
    """From a word up to where two words meet, and down to the other.

    `up` and `down` hold the words whose arcs are walked, each from its end inwards; `top` is where
    they meet. Between two sentences the top is the root of the later one.
    """

    up: list[Token]
    down: list[Token]
    top: Token
    depths: tuple[int, int]
    """How many words the two ends have above them, themselves included."""

    @property
    def trigger(self) -> Token:
        """Return the word that states what holds between the ends: the innermost verb, or the top.

        In "Ankara says that the army took the town from the rebels" it is "took", though the way
        from Ankara to the town has its top in "says".
        """
        deepest, found = 0, self.top
        start = self.top.sent.start  # of two sentences the later one says it
        for words, depth in zip((self.up, self.down), self.depths, strict=True):
            for place, token in enumerate(words):
                if token.i < start:
                    break
                if token.pos_ == "VERB" and depth - place > deepest:
                    deepest, found = depth - place, token
        return found

    def between(self, start: Token, end: Token) -> list[Token]:
        """Return the words passed on the way, without the two ends."""
        ends = (start.i, end.i)
        passed = {token.i: token for token in (*self.up, *self.down, self.top)}
        return [token for place, token in passed.items() if place not in ends]


def path(start: Token, end: Token, chains: dict[int, list[Token]] | None = None) -> Path:
    """Return the way from `start` to `end`, words of one sentence or of two.

    `chains` keeps what governs each word, by `Token.i`, for the next call.
    """
    kept = {} if chains is None else chains
    rising, falling = (kept.get(t.i) or kept.setdefault(t.i, _chain(t)) for t in (start, end))
    depths = len(rising), len(falling)
    met = {token.i: place for place, token in enumerate(rising)}
    for place, token in enumerate(falling):
        if token.i in met:
            return Path(rising[: met[token.i]], falling[:place], token, depths)
    later = falling if end.i > start.i else rising
    return Path(rising[:-1], falling[:-1], later[-1], depths)


def _chain(token: Token) -> list[Token]:
    """Return a word and all that govern it, the root last."""
    chain = [token]
    while chain[-1].head != chain[-1] and len(chain) < _LONGEST:
        chain.append(chain[-1].head)
    return chain
