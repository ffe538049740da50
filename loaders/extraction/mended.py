"""Mends single arcs of a parse: shapes that are no grammar, and those that news is misread by."""

from collections.abc import Sequence
from dataclasses import replace

from loaders.extraction.parse import Parse

_OF_NOUNS = ("amod", "case", "det", "nmod:poss")
_CLOSING = ('"', "”", "''", "»", "’")
_NOT_BELOW = ("nsubj", "nsubj:pass", "obj")
"""What hangs on no verb of "*X fighting Y* left": "X arming Y angered Z" tells of a deed."""
_REPORTS = ("reports", "claims", "rumours", "rumors", "charges", "suspicions", "allegations")
_VERBAL_ENDINGS = {"obj": "ing", "ccomp": "s"}
"""How a noun that is none ends, by what hangs it on its verb."""


def mended(parse: Parse, words: Sequence[str]) -> Parse:
    """Return a parse of `words` with the mends of this module; itself where they leave no tree."""
    found = _with_reports(_with_described(_with_grammar(parse), words), words)
    found = _with_speakers(_with_what_is_said(found, words), words)
    found = _with_doers(_with_verbs(found, words), words)
    return found if _is_tree(found.heads) else parse


def _is_tree(heads: Sequence[int]) -> bool:
    """Say whether every word hangs, by others, on a root, which hangs on itself."""
    hung = {word for word, head in enumerate(heads) if word == head}
    for start in range(len(heads)):
        way: set[int] = set()
        word = start
        while word not in hung:
            if word in way:
                return False
            way.add(word)
            word = heads[word]
        hung.update(way)
    return bool(hung)


def _with_grammar(parse: Parse) -> Parse:
    """Mend shapes that are no grammar.

    A name as part of a verb's "name" is the verb's object. Who said it, in "A took B, its chief,
    X, said", is no other word for B. And "A, X said, took B" puts words into a clause, not a name.
    """
    heads, labels = list(parse.heads), list(parse.labels)
    for word, tag in enumerate(parse.tags):
        if labels[word] == "flat" and heads[word] < word and parse.tags[heads[word]] == "VERB":
            labels[word] = "obj"
        if tag == "VERB" and (source := _lost_source(parse, word)) is not None:
            heads[source], labels[source] = word, "nsubj"
        above = heads[word]
        if tag == "VERB" and labels[word] == "parataxis" and labels[above].startswith("nsubj"):
            heads[word] = heads[above]
    return replace(parse, heads=tuple(heads), labels=tuple(labels))


def _with_described(parse: Parse, words: Sequence[str]) -> Parse:
    """Give a verb back its subject, described by a clause: "*mercenaries* fighting for X left"."""
    heads, labels = list(parse.heads), list(parse.labels)
    below = _labels_below(parse)
    for clause, label in enumerate(parse.labels):
        doer, verb = clause - 1, heads[clause]
        if label != "csubj" or doer < 0 or not words[clause].lower().endswith("ing"):
            continue
        own = heads[doer] == clause and labels[doer] == "nsubj" and verb > clause
        if own and parse.tags[verb] == "VERB" and below[verb].isdisjoint(_NOT_BELOW):
            heads[doer], labels[doer] = verb, "nsubj"
            heads[clause], labels[clause] = doer, "acl"
    return replace(parse, heads=tuple(heads), labels=tuple(labels))


def _with_reports(parse: Parse, words: Sequence[str]) -> Parse:
    """Make a noun of the first word of "*Reports* that X proved false", which looks like a verb."""
    starts = len(words) > 1 and parse.labels[0] == "root" and words[1].lower() == "that"
    if not starts or words[0].lower() not in _REPORTS:
        return parse
    below = [w for w, head in enumerate(parse.heads) if head == 0 and parse.labels[w] == "ccomp"]
    if not below:
        return parse
    verb = below[-1]
    told = [w for w, head in enumerate(parse.heads) if head == verb and parse.labels[w] == "csubj"]
    told += below[:-1]
    if not told:
        return parse
    tags, heads, labels = list(parse.tags), list(parse.heads), list(parse.labels)
    for word, head in enumerate(parse.heads):
        if head == 0 and word > verb:
            heads[word] = verb
    tags[0], heads[0], labels[0] = "NOUN", verb, "nsubj"
    heads[verb], labels[verb] = verb, "root"
    for word in told:
        heads[word], labels[word] = 0, "acl"
    return replace(parse, tags=tuple(tags), heads=tuple(heads), labels=tuple(labels))


def _with_what_is_said(parse: Parse, words: Sequence[str]) -> Parse:
    """Hang on a verb what is said: "admitted for the first time *that* X"."""
    heads, labels = list(parse.heads), list(parse.labels)
    below = _labels_below(parse)
    for clause, label in enumerate(parse.labels):
        time = heads[clause]
        verb = heads[time]
        described = label == "acl:relcl" and words[time].lower() == "time" and time + 1 < clause
        if not described or words[time + 1].lower() != "that" or parse.tags[verb] != "VERB":
            continue
        if "nsubj" in below[clause] and verb < time:
            heads[clause], labels[clause] = verb, "ccomp"
            heads[time + 1], labels[time + 1] = clause, "mark"
    return replace(parse, heads=tuple(heads), labels=tuple(labels))


def _with_speakers(parse: Parse, words: Sequence[str]) -> Parse:
    """Give the verb of saying its subject back: '"We do not arm X", *Y*, its leader, told Z'.

    A parse makes Y do what is quoted, beside whoever does it there.
    """
    heads, labels = list(parse.heads), list(parse.labels)
    for word, label in enumerate(parse.labels):
        verb = heads[word]
        saying = heads[verb]
        quoted = label == "nsubj" and verb < word < saying and labels[verb] == "ccomp"
        if not quoted or not any(mark in _CLOSING for mark in words[verb:word]):
            continue
        heads[word] = saying
        for other in range(word + 1, saying):
            if heads[other] == saying and labels[other] == "nsubj":
                heads[other], labels[other] = word, "appos"
    return replace(parse, heads=tuple(heads), labels=tuple(labels))


def _with_verbs(parse: Parse, words: Sequence[str]) -> Parse:
    """Make a verb of a noun that has an object: "denied *arming* X", "Y says *supplies* Z"."""
    below = _labels_below(parse)
    tags, labels, heads = list(parse.tags), list(parse.labels), list(parse.heads)
    for word, tag in enumerate(parse.tags):
        before = word - 1
        if tag == "VERB" and labels[word] == "obj" and before >= 0 and labels[before] == "iobj":
            tags[word], heads[before], labels[before] = "NOUN", word, "compound"
            continue  # "denied *UN claims* that ..."
        ending = _VERBAL_ENDINGS.get(labels[word])
        if tag != "NOUN" or ending is None or not words[word].lower().endswith(ending):
            continue
        governed = parse.tags[parse.heads[word]] == "VERB"
        if governed and "obj" in below[word] and below[word].isdisjoint(_OF_NOUNS):
            tags[word], labels[word] = "VERB", "ccomp"
    return replace(parse, tags=tuple(tags), heads=tuple(heads), labels=tuple(labels))


def _with_doers(parse: Parse, words: Sequence[str]) -> Parse:
    """Hang who did it on what he did: "driven out of X *by Y*", "the capture of X *by Y*".

    A parse hangs him on the name before.
    """
    below = _labels_below(parse)
    heads, labels = list(parse.heads), list(parse.labels)
    for word, marker in enumerate(words):
        if marker.lower() != "by" or labels[word] != "case":
            continue
        doer, named = heads[word], heads[heads[word]]
        above = heads[named]
        of = labels[doer] == "nmod" and labels[named] in ("nmod", "obl")
        if not of or parse.tags[named] != "PROPN":
            continue
        if parse.tags[above] == "VERB" and not below[above].isdisjoint(("aux:pass", "nsubj:pass")):
            heads[doer], labels[doer] = above, "obl:agent"
        elif parse.tags[above] == "NOUN":
            heads[doer] = above
    return replace(parse, heads=tuple(heads), labels=tuple(labels))


def _labels_below(parse: Parse) -> list[set[str]]:
    """Return for each word by which labels others hang on it."""
    below: list[set[str]] = [set() for _ in parse.heads]
    for head, label in zip(parse.heads, parse.labels, strict=True):
        below[head].add(label)
    return below


def _lost_source(parse: Parse, verb: int) -> int | None:
    """Return the apposition before a verb that has what was said and nobody who said it."""
    said = [label for head, label in zip(parse.heads, parse.labels, strict=True) if head == verb]
    before = [w for w in range(verb) if parse.heads[w] == verb and parse.labels[w] == "ccomp"]
    if not before or any(label.startswith(("nsubj", "csubj")) for label in said):
        return None
    word = verb - 1
    while word > before[0] and parse.tags[word] == "PUNCT":
        word -= 1
    source = None
    while word not in (verb, *before) and parse.heads[word] != word:
        if parse.labels[word] == "appos":
            source = word
        word = parse.heads[word]
    return source
