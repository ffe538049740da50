"""Reading a dependency tree: what belongs to a noun phrase, and what hangs on it."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from loaders.extraction.mentions import namings_of

POSSESSIVE = ("'s", "’s", "'", "’")
_CHILDREN = "children"
_IN_PHRASE = frozenset(
    ("det", "amod", "compound", "flat", "nmod:poss", "case", "nummod", "punct", "nmod:desc")
    + ("advmod",)
)
_WHERE = ("at", "in", "into", "inside", "near", "outside", "around", "outside of")
_OF = ("nmod", "obl")
"""How "of" hangs on a noun, and on "most"."""
_ALONG = ("along", "together")
_POINTING = ("the", "this", "that", "these", "those")
_NOMINAL = ("NOUN", "PROPN", "PRON", "ADJ", "NUM", "X", "SYM", "DET")


def keep_children(doc: Doc) -> None:
    """Note each token's children and their labels, which are asked for a hundred times over.

    From then on the tree must stay as it is.
    """
    kept: list[list[tuple[str, int]]] = [[] for _ in range(len(doc))]
    for token in doc:
        if (head := token.head.i) != token.i:
            kept[head].append((token.dep_, token.i))
    doc.user_data[_CHILDREN] = kept


def children(token: Token, *labels: str) -> list[Token]:
    """Return the children with one of these labels, in the order of the text."""
    doc = token.doc
    if (kept := doc.user_data.get(_CHILDREN)) is not None:
        return [doc[place] for label, place in kept[token.i] if label in labels]
    if not (token.n_lefts or token.n_rights):
        return []  # most words have none, and to look is dear
    return [child for child in token.children if child.dep_ in labels]


def conjuncts(token: Token) -> list[Token]:
    """Return a token and what is co-ordinated with it.

    "Armenian and Azerbaijani forces" are two sides: the noun stands for the first.
    """
    found = [token]
    for part in found:
        found += [c for c in children(part, "conj") if c.pos_ != "VERB" and c not in found]
        found += [c for c in children(part, "nmod") if _goes_along(c) and c not in found]
        for named in children(part, "amod", "compound"):
            if namings_of(named):
                found += [c for c in children(named, "conj") if namings_of(c) and c not in found]
                if children(named, "cc") and named not in found:
                    found.append(named)  # "the SDF and *Turkish* forces"
    return found


def _goes_along(word: Token) -> bool:
    """Say whether a word stands with a name as one of a list does: "A, *along with B*,"."""
    first = children(word, "case")[:1]
    return bool(first) and first[0].lower_ in _ALONG and first[0].nbor().lower_ == "with"


def case_of(token: Token) -> str:
    """Return the preposition of a phrase in lower case ("out of"), or nothing."""
    for marker in children(token, "case", "mark"):
        if marker.lower_ in POSSESSIVE:
            continue
        rest = [part.lower_ for part in children(marker, "fixed")]
        return " ".join((marker.lower_, *rest))
    return ""


def head_of_conjuncts(token: Token) -> Token:
    """Return the first of what a token is co-ordinated with."""
    while token.dep_ == "conj" and token.head != token:
        token = token.head
    return token


def by_preposition(token: Token, prepositions: str) -> list[Token]:
    """Return the phrases that hang on a token by one of these prepositions ("to|into")."""
    wanted = set(prepositions.split("|"))
    found = [
        child
        for child in children(token, "obl", "nmod", "obl:agent", "obl:unmarked", "advcl", "xcomp")
        if child.pos_ in _NOMINAL and case_of(child) in wanted
    ]
    return [part for child in found for part in conjuncts(child)]


def owners(noun: Token) -> list[Token]:
    """Return whose a noun is: "Rwanda's troops", "Rwandan troops", "LNA fighters"."""
    poss = children(noun, "nmod:poss")
    if poss:
        return [part for owner in poss for part in conjuncts(owner)]
    found = [
        c
        for c in children(noun, "amod", "compound", "nmod:desc", "nmod")
        if not case_of(c) and (namings_of(c) or c.pos_ == "PROPN")
    ]
    return [part for owner in found for part in conjuncts(owner)]


def listed(tokens: list[Token]) -> list[Token]:
    """Return co-ordinated subjects with the names before them in the same list.

    In "with Egypt, the UAE and Russia backing Haftar" a parse may leave the first name outside.
    """
    if len(tokens) < 2:
        return tokens
    found = list(tokens)
    while True:
        first = min(found, key=lambda token: token.i)
        start = min([first.i, *(child.i for child in children(first, "det", "amod"))])
        if start < first.sent.start + 2 or first.doc[start - 1].text != ",":
            return found
        before = first.doc[start - 2]
        if not namings_of(before) or before in found:
            return found
        found.insert(0, before)


def leads_a_list(word: Token) -> bool:
    """Say whether a word is the A of "with A, B and C backing D", which a parse may leave out."""
    after = [t for t in word.doc[word.i + 1 : word.i + 4] if t.dep_ != "det"]
    if len(after) < 2 or after[0].text != "," or not namings_of(after[1]):
        return False
    doer = head_of_conjuncts(after[1])
    return doer.dep_ == "nsubj" and doer.head.lower_.endswith("ing") and doer.i > word.i


def is_where(noun: Token) -> bool:
    """Say whether a preposition shows that a noun is a place: "*at* Al Udeid"."""
    return case_of(noun) in _WHERE


def is_definite(noun: Token) -> bool:
    """Say whether a noun means one that was named before: "the town", "this group"."""
    return any(child.lower_ in _POINTING for child in children(noun, "det"))


def hint_of(token: Token) -> str:
    """Return what the parser takes a name for: "person", "organization", "place" or ""."""
    kinds: list[str] = token.doc.user_data["kinds"]
    return kinds[token.i]


def phrase(token: Token) -> tuple[int, int]:
    """Return the span [start, end) of tokens of a noun phrase, without clauses and appositions."""
    start = end = token.i
    for part in _parts(token):
        start, end = min(start, part.i), max(end, part.i)
    while start < token.i and token.doc[start].is_punct and token.doc[start].lower_ != "[":
        start += 1
    return start, end + 1


def mention_of(token: Token) -> str:
    """Return a phrase as the text has it."""
    start, end = phrase(token)
    doc = token.doc
    while end < len(doc) and doc[end].pos_ == "PROPN" and start <= doc[end].head.i < end:
        end += 1  # "Secretary of Defense Lloyd Austin"
    return str(doc[start:end].text)


def _parts(token: Token) -> Iterator[Token]:
    for child in token.children:
        near = child.dep_ in _IN_PHRASE and not (child.dep_ == "case" and child.i < token.i)
        possessive = child.lower_ in POSSESSIVE
        of = child.dep_ in _OF and case_of(child) == "of" and child.i > token.i
        if possessive or (child.dep_ == "punct" and not _inside(child, token)):
            continue
        if near or of:
            yield child
            yield from _parts(child)
            if of:
                yield from children(child, "case")


def _inside(mark: Token, token: Token) -> bool:
    """Say whether a mark joins a compound, as the hyphen in "self-styled" does."""
    return mark.i < token.i and mark.lower_ in ("-", "–", "‑")
