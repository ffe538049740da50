"""Verbs that tell what hangs on them as somebody's words: who tells, and what is told."""

from spacy.tokens import Token

from loaders.extraction.clauses import is_passive, subjects
from loaders.extraction.governors import is_purpose
from loaders.extraction.lexicon import Lexicon
from loaders.extraction.phrases import by_preposition, case_of, children

_GOVERNED = ("ccomp", "xcomp", "advcl", "obj", "obl", "parataxis", "csubj")
_ASKED = ("ccomp", "xcomp", "advcl", "obj", "obl")
_MISREAD = ("nsubj", "nsubj:pass", "obj", "obl")
_ACCUSED_OF = ("of", "for", "with")
_ONE_WITH = ("xcomp", "ccomp", "conj")
_OF_WHOM = ("who", "which")
"""Not "where", after which the news itself may stand."""
_OF_DEED = "in|for|of|about"
_ASKED_FOR = ("for", "on", "upon")


def teller(verb: Token) -> Token | None:
    """Return who says what a verb of saying tells, the agent of a passive one."""
    own = children(verb, "nsubj", "nsubj:outer")
    if len(own) > 1 and not is_passive(verb):
        before = [token for token in own if token.i < verb.i]
        return (before or own)[-1]
    found = subjects(verb)
    return found[0] if found else None


def tells_itself(trigger: Token, lexicon: Lexicon) -> bool:
    """Say whether a trigger is itself the verb of saying: "announce the capture of X"."""
    if trigger.pos_ != "VERB" or is_passive(trigger):
        return False
    if lexicon.within(trigger, "say") and children(trigger, "ccomp"):
        return True
    told = [thing for thing in children(trigger, "obj") if not lexicon.within(thing, "war")]
    return lexicon.within(trigger, "announcing") and bool(told)


def denies_part(verb: Token, end: Token | None, lexicon: Lexicon) -> bool:
    """Say whether a verb denies what is told of `end`: "denied a role in X's", "claims of X"."""
    if end is None or not lexicon.within(verb, "deny"):
        return False
    if verb.pos_ != "VERB" or is_passive(verb):
        return False
    if any(lexicon.within(child, "negators") for child in children(verb, "advmod")):
        return False
    denied = [thing for thing in children(verb, "obj") if lexicon.within(thing, "charges")]
    return any(end in deed.subtree for thing in denied for deed in by_preposition(thing, _OF_DEED))


def reports(verb: Token, node: Token, lexicon: Lexicon) -> bool:
    """Say whether a verb tells what hangs on it as its subject's words."""
    if not lexicon.within(verb, "say", "deny", "allege"):
        return False
    if is_passive(verb):
        return node.dep_ in ("nsubj:pass", "xcomp", "advcl", "ccomp")
    if node.dep_ in _MISREAD and node.i > verb.i and _has_told(verb, node):
        return lexicon.within(verb, "say")
    if node.dep_ not in _GOVERNED or _stands_apart(node):
        return False
    if node.dep_ == "ccomp" and len(children(verb, "ccomp")) > 1 and _is_parted(node):
        return False  # "X attacked; Y said it was a lie"
    if node.dep_ == "advcl":
        return case_of(node) in _ACCUSED_OF
    if lexicon.within(verb, "deny") and lexicon.within(node, "asking"):
        return False  # "rejected X's *request* to send troops"
    if lexicon.within(verb, "deny", "allege"):
        return True
    told = lexicon.within(verb, "announcing", "claiming")
    if node.dep_ in ("obj", "obl"):
        return node.dep_ == "obj" and told and not lexicon.within(node, "war")
    return node.dep_ != "xcomp" or told


def _has_told(verb: Token, node: Token) -> bool:
    """Say whether what is told began before a word, which then belongs to it, whatever the parse.

    "X says that tanks crossed", "X says it has evidence that ...".
    """
    after = verb.nbor()
    that = after.lower_ == "that" and after.pos_ == "SCONJ"
    return that or any(verb.i < child.i < node.i for child in children(verb, "ccomp"))


def asks(verb: Token, node: Token, trigger: Token, lexicon: Lexicon) -> bool:
    """Say whether a verb tells what its subject wants others to do: "called on X to withdraw"."""
    if node.dep_ not in _ASKED or not lexicon.within(verb, "asking") or is_passive(verb):
        return False
    below = trigger
    while below not in (node, below.head):  # "called for talks to end the war": the war is a fact
        if below.dep_ not in _ONE_WITH and not is_purpose(below):
            return False
        below = below.head
    if node.dep_ == "obl":
        return case_of(node) in _ASKED_FOR
    if node.dep_ == "obj" and verb.lower_.startswith("call"):
        return False  # "called the plan an insult"
    return verb.dep_ not in ("acl", "amod")


def takes_responsibility(verb: Token, lexicon: Lexicon) -> bool:
    """Say whether a clause is "with X claiming responsibility"."""
    if verb.dep_ == "conj" and not children(verb, "nsubj"):
        return False
    claimed = any(child.lower_ == "responsibility" for child in children(verb, "obj"))
    denied = any(word.lower_ == "no" or lexicon.within(word, "negators") for word in verb.subtree)
    return claimed and not denied and lexicon.within(verb, "claiming")


def only_tells_when(node: Token, lexicon: Lexicon) -> bool:
    """Say whether a clause tells when somebody spoke: "X called for aid *after Y attacked*"."""
    after = node.dep_ == "advcl" and case_of(node) == "after"
    return after and lexicon.within(node.head, "say", "announcing", "asking")


def is_background(node: Token, lexicon: Lexicon) -> bool:
    """Say whether a clause only tells when, or of whom, a report is: that much is the writer's.

    "... after X took it", "X, who had taken it last year, has left, an officer said".
    """
    if node.dep_ == "acl:relcl":
        return _is_set_off(node)
    if node.dep_ != "advcl" or not children(node, "nsubj", "nsubj:pass"):
        return False
    first = min(child.i for child in (node, *node.children) if not child.is_punct)
    joined = case_of(node) == "as" and first > 0 and node.doc[first - 1].text == ","
    return joined or lexicon.has(case_of(node), "meanwhile")


def _is_set_off(clause: Token) -> bool:
    """Say whether a comma stands before a clause that only says more of a noun."""
    start = clause.left_edge
    first = start.nbor() if start.is_punct else start
    return first.i > 0 and first.nbor(-1).text == "," and first.lower_ in _OF_WHOM


def _stands_apart(node: Token) -> bool:
    """Say whether a clause is only joined on: "X said so; Y attacked"."""
    return node.dep_ == "parataxis" and _is_parted(node)


def _is_parted(node: Token) -> bool:
    """Say whether a semicolon stands between a word and the one above it."""
    between = node.doc[min(node.i, node.head.i) : max(node.i, node.head.i)]
    return any(token.text == ";" for token in between)
