"""Names that no file holds and that stand where a place stands: what somebody took."""

from spacy.tokens import Token

from graph.vocabulary import Relation
from loaders.extraction.clauses import objects
from loaders.extraction.lexicon import Lexicon
from loaders.extraction.mentions import namings_of
from loaders.extraction.phrases import (
    by_preposition,
    case_of,
    children,
    head_of_conjuncts,
    hint_of,
)


def is_taken(name: Token, lexicon: Lexicon) -> bool:
    """Say whether an unknown name is what a verb of taking is done to: "the rebels took *Konna*".

    People are taken too ("captured Ali Salem"): of a verb that may have them as its object only a
    name of one word counts, since who is new to a text is named in full.
    """
    if name.pos_ != "PROPN" or namings_of(name) or hint_of(name) == "organization":
        return False
    alone = not children(name, "flat", "compound", "nmod:desc", "nmod:poss", "nummod")
    if alone and _is_of_a_taking(name, lexicon):
        return True
    if alone and any(_is_given_up(name, verb, lexicon) for verb in _verbs_beside(name)):
        return True
    return any(
        _is_done_to(name, verb, lexicon)
        for verb in _verbs_beside(name)
        if verb.lower_ in lexicon.taking and (alone or not lexicon.within(verb, "taking_people"))
    )


def _is_given_up(name: Token, verb: Token, lexicon: Lexicon) -> bool:
    """Say whether a verb takes or gives by its particle: "gave *up* Konna"."""
    particles = children(verb, "compound:prt")
    takes = any((verb.lower_, part.lower_) in lexicon.taking_by_particle for part in particles)
    return takes and name in objects(verb)


def _is_of_a_taking(name: Token, lexicon: Lexicon) -> bool:
    """Say whether a name hangs on a noun of taking: "the siege of *Konna*"."""
    first = head_of_conjuncts(name)
    rows = lexicon.nouns.get(first.head.lower_, ())
    return any(
        row.relation is Relation.CAPTURED and case_of(first) in row.object.split("|")
        for row in rows
    )


def _verbs_beside(name: Token) -> list[Token]:
    """Return the verb above a name, and those of its relative clauses."""
    return [head_of_conjuncts(name).head, *children(name, "acl", "acl:relcl")]


def _is_done_to(name: Token, verb: Token, lexicon: Lexicon) -> bool:
    if name in objects(verb):
        return True
    falling = (
        use.row
        for use in lexicon.verbs[verb.lower_]
        if use.row.relation is Relation.CAPTURED and use.row.object == "subject"
    )
    fallen = name in children(verb, "nsubj")
    return fallen and any(by_preposition(verb, row.subject) for row in falling)
