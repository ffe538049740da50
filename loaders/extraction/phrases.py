"""Reading a dependency tree: what belongs to a phrase, who does what to whom."""

from collections.abc import Iterator

from spacy.tokens import Token

from loaders.extraction.mentions import namings_of

_IN_PHRASE = frozenset(
    ("det", "amod", "compound", "flat", "nmod:poss", "case", "nummod", "punct", "nmod:desc")
    + ("advmod",)
)
_SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")
NOMINAL = ("NOUN", "PROPN", "PRON", "ADJ", "NUM", "X", "SYM", "DET")


def children(token: Token, *labels: str) -> list[Token]:
    """Return the children with one of these labels, in the order of the text."""
    return [child for child in token.children if child.dep_ in labels]


def conjuncts(token: Token) -> list[Token]:
    """Return a token and what is co-ordinated with it."""
    found = [token]
    for part in found:
        found += [c for c in children(part, "conj") if c.pos_ != "VERB" and c not in found]
    return found


def case_of(token: Token) -> str:
    """Return the preposition of a phrase in lower case ("out of"), or nothing."""
    for marker in children(token, "case", "mark"):
        if marker.lower_ in ("'s", "’s", "'", "’"):
            continue
        rest = [part.lower_ for part in children(marker, "fixed")]
        return " ".join((marker.lower_, *rest))
    return ""


def head_of_conjuncts(token: Token) -> Token:
    """Return the first of what a token is co-ordinated with."""
    while token.dep_ == "conj" and token.head != token:
        token = token.head
    return token


def is_passive(verb: Token) -> bool:
    """Say whether a verb's subject is what is done to."""
    if children(verb, "aux:pass"):
        return True
    if children(verb, "nsubj:pass"):
        return not children(verb, "ccomp", "obj")
    own = children(verb, "nsubj", "obj", "aux", "cop")
    if verb.dep_ in ("acl", "advcl", "amod", "conj", "root", "parataxis") and not own:
        return verb.lower_.endswith(("ed", "en", "un", "ght", "ld", "pt", "ain")) and bool(
            agents(verb)
        )
    return False


def agents(verb: Token) -> list[Token]:
    """Return who a passive says did it."""
    chain = [verb, *(c for c in children(verb, "conj") if c.pos_ == "VERB")]
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        chain.append(verb.head)
    for link in chain:  # "armed and financed by Iran"
        by = [c for c in children(link, "obl", "obl:agent", "nmod") if case_of(c) == "by"]
        if by and (link == verb or not children(link, "nsubj", "obj")):
            return [part for agent in by for part in conjuncts(agent)]
    return []


def subjects(verb: Token, depth: int = 0) -> list[Token]:
    """Return who does what the verb says: its own subject, or the one it shares."""
    if is_passive(verb):
        return agents(verb)
    if own := children(verb, *_SUBJECTS):
        return listed(_followed(own[-1], verb))
    if depth > 6:
        return []
    return _shared_subject(verb, depth)


def _followed(subject: Token, verb: Token) -> list[Token]:
    """Return the subject, or for "which" and "who" what they stand for."""
    if subject.lower_ in ("which", "who", "that") and verb.dep_ in ("acl:relcl", "acl"):
        return [verb.head]
    return conjuncts(subject)


def _shared_subject(verb: Token, depth: int) -> list[Token]:
    head = verb.head
    if head == verb:
        return []
    if verb.dep_ == "conj":
        if head.pos_ in ("VERB", "AUX") or children(head, *_SUBJECTS):
            return subjects(head, depth + 1) if not is_passive(head) else passive_subjects(head)
        return []
    if verb.dep_ in ("xcomp", "advcl", "ccomp"):
        controller = children(head, "obj", "iobj")
        of = verb.dep_ == "advcl" and case_of(verb) in ("of", "for", "from", "against")
        if controller and (of or (verb.dep_ != "advcl" and not verb.lower_.endswith("ing"))):
            return conjuncts(controller[0])  # "accused X of arming", "urged X to withdraw"
        if is_passive(head):
            return passive_subjects(head)
        if verb.dep_ == "ccomp" and not verb.lower_.endswith("ing"):
            return []
        return subjects(head, depth + 1)
    if verb.dep_ in ("acl", "amod"):
        if children(verb, "mark"):  # "a plan to attack": whoever has the plan
            return owners(head) or _holder(head, depth)
        return [head]
    if verb.dep_ == "acl:relcl" and children(verb, "obj"):
        return [head]
    return []


def _holder(noun: Token, depth: int) -> list[Token]:
    """Return the subject of the verb that a noun is the object of ("launched a bid to seize")."""
    verb = noun.head
    if noun.dep_ == "obj" and (given := children(verb, "iobj")):
        return conjuncts(given[0])  # "gave the rebels an ultimatum to withdraw"
    if noun.dep_ in ("obj", "obl", "nsubj:pass", "xcomp", "root", "conj") and verb != noun:
        return subjects(verb, depth + 1)
    return conjuncts(children(noun, "nsubj")[0]) if children(noun, "nsubj") else []


def passive_subjects(verb: Token) -> list[Token]:
    """Return what a passive verb's subject is, following "which" and a shared subject."""
    if own := children(verb, "nsubj:pass", "nsubj"):
        return _followed(own[-1], verb)
    if verb.dep_ == "conj":
        head = verb.head
        return passive_subjects(head) if is_passive(head) else subjects(head)
    if verb.dep_ in ("acl", "acl:relcl", "amod"):
        return [verb.head]
    if verb.dep_ in ("xcomp", "advcl") and verb.head != verb:
        return subjects(verb.head)
    return []


def objects(verb: Token) -> list[Token]:
    """Return what the verb is done to."""
    if is_passive(verb):
        return passive_subjects(verb)
    if own := children(verb, "obj"):
        if own[0].lower_ in ("which", "that", "whom") and verb.dep_ == "acl:relcl":
            return [verb.head]
        return conjuncts(own[0])
    if verb.dep_ == "acl:relcl" and children(verb, *_SUBJECTS):
        subject = children(verb, *_SUBJECTS)[-1]
        if subject.lower_ not in ("which", "who", "that"):
            return [verb.head]  # "the town the rebels captured"
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB" and not children(verb, "obl", "ccomp"):
        after = [c for c in children(verb.head, "obj") if c.i > verb.i]
        return conjuncts(after[0]) if after else []  # "captured and burnt the town"
    for other in children(verb, "conj"):
        if other.pos_ == "VERB" and not children(verb, "obl", "xcomp", "ccomp"):
            shared = children(other, "obj")
            return conjuncts(shared[0]) if shared else []  # "seized and later lost the town"
    return []


def by_preposition(token: Token, prepositions: str) -> list[Token]:
    """Return the phrases that hang on a token by one of these prepositions ("to|into")."""
    wanted = set(prepositions.split("|"))
    found = [
        child
        for child in children(token, "obl", "nmod", "obl:agent", "obl:unmarked", "advcl", "xcomp")
        if child.pos_ in NOMINAL and case_of(child) in wanted
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


def phrase(token: Token) -> tuple[int, int]:
    """Return the span [start, end) of tokens of a noun phrase, without clauses and appositions."""
    start = end = token.i
    for part in _parts(token):
        start, end = min(start, part.i), max(end, part.i)
    while start < token.i and token.doc[start].is_punct and token.doc[start].lower_ != "[":
        start += 1
    return start, end + 1


def _parts(token: Token) -> Iterator[Token]:
    for child in token.children:
        near = child.dep_ in _IN_PHRASE and not (child.dep_ == "case" and child.i < token.i)
        possessive = child.lower_ in ("'s", "’s", "'", "’")
        of = child.dep_ == "nmod" and case_of(child) == "of" and child.i > token.i
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
