"""Reading a dependency tree: who does what a verb says, and to whom it is done."""

from spacy.tokens import Token

from loaders.extraction.mentions import namings_of
from loaders.extraction.phrases import (
    by_preposition,
    case_of,
    children,
    conjuncts,
    is_definite,
    listed,
    owners,
)

HELPING = ("help", "assist", "enabl")
_SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")
_RELATIVE_SUBJECTS = ("which", "who", "that")
_RELATIVE_OBJECTS = ("which", "that", "whom")
_PARTICIPLES = ("ed", "en", "un", "ght", "ld", "pt", "ain")
_ASKING = ("call", "demand", "appeal", "ultimatum", "plea", "request")
_ORDINALS = ("first", "second", "third", "last", "latest", "only")
_ASKED_OF = ("call", "appeal")
_HIGHEST = 6


def is_passive(verb: Token) -> bool:
    """Say whether a verb's subject is what is done to."""
    if children(verb, "aux:pass"):
        return True
    if children(verb, "nsubj:pass"):
        return not children(verb, "ccomp", "obj")
    own = children(verb, "nsubj", "obj", "aux", "cop")
    if verb.dep_ in ("acl", "advcl", "amod", "conj", "root", "parataxis") and not own:
        return verb.lower_.endswith(_PARTICIPLES) and bool(agents(verb))
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
    return [] if depth > _HIGHEST or verb.head == verb else _shared_subject(verb, depth)


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


def _followed(subject: Token, verb: Token) -> list[Token]:
    """Return the subject, or for "which" and "who" what they stand for."""
    if subject.lower_ in _RELATIVE_SUBJECTS and verb.dep_ in ("acl:relcl", "acl"):
        return [verb.head]
    return conjuncts(subject)


def _shared_subject(verb: Token, depth: int) -> list[Token]:
    """Return the subject of a verb that has none of its own, by what it hangs on."""
    head = verb.head
    if verb.dep_ == "conj":
        return _joined_subject(head, depth)
    if verb.dep_ in ("xcomp", "advcl", "ccomp"):
        return _controller(verb, depth)
    if verb.dep_ in ("acl", "amod"):
        if _is_charged(head, verb):
            return conjuncts(head)
        if head.dep_ == "root" and namings_of(head):
            return conjuncts(head)  # "France to send jets": a headline
        if children(verb, "mark"):  # "a plan to attack": whoever has the plan
            if any(which.lower_ in _ORDINALS for which in children(head, "amod")):
                return _holder(head, depth)  # "X became the *first* country of Y to send troops"
            if head.lower_.rstrip("s") in _ASKING:
                return []  # "X's call to withdraw": another's withdrawal
            return owners(head) or by_preposition(head, "by") or _holder(head, depth)
        return [head]
    if verb.dep_ == "acl:relcl" and children(verb, "obj"):
        return [head]
    return []


def _joined_subject(first: Token, depth: int) -> list[Token]:
    """Return the subject that a verb shares with the verb that it is joined to."""
    if first.pos_ in ("VERB", "AUX") or children(first, *_SUBJECTS):
        return passive_subjects(first) if is_passive(first) else subjects(first, depth + 1)
    return []


def _controller(verb: Token, depth: int) -> list[Token]:
    """Return who does what a verb without a subject says, under "urged X to", "plans to"."""
    head = verb.head
    controller = children(head, "obj", "iobj")
    if controller and head.lower_.startswith(HELPING) and children(verb, "mark"):
        return conjuncts(controller[0])  # "helped X to capture Y", whatever the parse
    if controller and verb.dep_ == "advcl":
        return _blamed(verb, controller[0]) or subjects(head, depth + 1)
    if controller and not verb.lower_.endswith("ing"):
        return conjuncts(controller[0])  # "urged X to withdraw"
    if is_passive(head):
        return passive_subjects(head)
    to = bool(children(verb, "mark")) and not verb.lower_.endswith("ing")
    if (
        to
        and head.lower_.startswith(_ASKED_OF)
        and (asked := by_preposition(head, "on|upon|to|for"))
    ):
        return asked  # "called on X to withdraw"
    if verb.dep_ == "ccomp" and not verb.lower_.endswith("ing"):
        return [head.head] if _has_relative_object(head) else []
    return subjects(head, depth + 1)


def _has_relative_object(verb: Token) -> bool:
    """Say whether "which" is the subject below: "Iran, *which* the coalition says supplies X"."""
    relative = [part for part in children(verb, "obj") if part.lower_ in _RELATIVE_SUBJECTS]
    return verb.dep_ == "acl:relcl" and bool(relative)


def _is_charged(noun: Token, verb: Token) -> bool:
    """Say whether a noun is who is blamed: "accusing the group of arming X"."""
    known = bool(namings_of(noun)) or is_definite(noun)
    return noun.dep_ == "obj" and case_of(verb) == "of" and known


def _blamed(verb: Token, target: Token) -> list[Token]:
    """Return who is blamed, under "accused X of arming", "sanctions on X for arming"."""
    marker = case_of(verb)
    if marker in ("of", "from", "against"):
        return conjuncts(target)
    if marker == "by" and by_preposition(verb.head, "of"):
        return conjuncts(target)  # "accused X of aggression by arming Y"
    if marker != "for":
        return []
    if namings_of(target) or any(map(namings_of, owners(target))):
        return conjuncts(target)  # "punished X for", "placed X's army under sanctions for"
    return [part for part in by_preposition(target, "on|against") if namings_of(part)]


def _holder(noun: Token, depth: int) -> list[Token]:
    """Return the subject of the verb that a noun is the object of ("launched a bid to seize")."""
    verb = noun.head
    if noun.dep_ == "obj" and (given := children(verb, "iobj")):
        return conjuncts(given[0])  # "gave the rebels an ultimatum to withdraw"
    if noun.dep_ in ("obj", "obl", "nsubj:pass", "xcomp", "root", "conj") and verb != noun:
        return subjects(verb, depth + 1)
    return conjuncts(children(noun, "nsubj")[0]) if children(noun, "nsubj") else []


def objects(verb: Token) -> list[Token]:
    """Return what the verb is done to."""
    if is_passive(verb):
        return passive_subjects(verb)
    if own := children(verb, "obj"):
        relative = own[0].lower_ in _RELATIVE_OBJECTS and verb.dep_ == "acl:relcl"
        return [verb.head] if relative else conjuncts(own[0])
    doers = children(verb, *_SUBJECTS) if verb.dep_ == "acl:relcl" else []
    if doers and doers[-1].lower_ not in _RELATIVE_SUBJECTS:
        return [verb.head]  # "the town the rebels captured"
    return _shared_objects(verb)


def _shared_objects(verb: Token) -> list[Token]:
    """Return the object that a verb shares with one that it is joined to."""
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB" and not children(verb, "obl", "ccomp"):
        after = [c for c in children(verb.head, "obj") if c.i > verb.i]
        return conjuncts(after[0]) if after else []  # "captured and burnt the town"
    for other in children(verb, "conj"):
        if other.pos_ == "VERB" and not children(verb, "obl", "xcomp", "ccomp"):
            shared = children(other, "obj")
            return conjuncts(shared[0]) if shared else []  # "seized and later lost the town"
    return []
