"""Names as they stand in an English sentence."""

import re

from graph.model import Named
from graph.vocabulary import ActorKind

# A name whose head is one of these common nouns takes the article; a state's may be plural.
_HEADS = """
    agency alliance army authority battalion brigade brigades bloc bureau cabinet coalition command
    commission committee confederation congress corps council court defence emirate federation force
    forces front government group groups guard guards junta kingdom league legion liberation
    militia militias ministry mission movement nations navy network organisation organization
    parliament party patriots police presidency rebels regime regiment republic resistance
    secretariat service services state states troops tribunal union unit units
    """
_STATES = re.compile(
    r"^(United|Democratic|Central African|Dominican|Czech|Holy|Republic|Kingdom|State|Federation)\b"
    r"|^(Netherlands|Philippines|Gambia|Bahamas|Maldives|Comoros|Seychelles|Vatican)$|Islands$"
)
_PLURAL = re.compile(r"[a-z](?:is|ists|eers|ers)$")
_OF = re.compile(r" (?:of|for|in|against|to) ")


def with_article(named: Named) -> str:
    """Return its name, with "the" before it where English asks for that."""
    name = named.name
    if named.kind is ActorKind.PERSON or name.lower().startswith("the "):
        return name
    if named.kind is ActorKind.STATE:
        return f"the {name}" if _STATES.search(name) else name
    head = _OF.split(name)[0].split()[-1]
    return f"the {name}" if head.lower() in _HEADS.split() or _PLURAL.search(head) else name
