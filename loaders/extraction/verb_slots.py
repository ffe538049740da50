"""Where the ends of a verb's relation stand, as its row says: verbs.toml explains the keys."""

from spacy.tokens import Token

from graph.vocabulary import ActorKind, Relation
from loaders.extraction.clauses import agents, is_passive, objects, passive_subjects, subjects
from loaders.extraction.lexicon import Lexicon, Verb
from loaders.extraction.mentions import namings_of
from loaders.extraction.phrases import by_preposition, case_of, children, conjuncts, owners
from loaders.extraction.rows import VerbRow

_PARTICLES = ("compound:prt", "advmod", "obl", "case")
_SIDES = ("forces", "sides")
"""Classes of which a name may be: "sent *the Wagner Group*", "drove *Islamic State* out"."""
_DEEPEST = 3
_HARMLESS = {"up", "in", "out"}  # particles that leave the meaning of a verb as it is


def particle_fits(verb: Token, particle: str | None) -> bool:
    """Say whether a verb has the particle that its row asks for, and no other."""
    own = {child.lower_ for child in children(verb, "compound:prt")}
    own |= {child.lower_ for child in children(verb, "advmod") if child.lower_ == "back"}
    if particle is None:
        return not own - _HARMLESS
    hung = any(
        child.lower_ == particle or case_of(child) == particle
        for child in children(verb, *_PARTICLES)
    )
    # A parse may hang "up" of "shore up the government" on the government.
    follows = verb.i + 1 < verb.sent.end and verb.nbor(1).lower_ == particle
    return particle in own or hung or follows


def theme_token(verb: Token, use: Verb, lexicon: Lexicon) -> Token | None:
    """Return the direct object that the row asks for, as in "take control", "send in troops".

    Of "a shipment of missiles", "hundreds of soldiers" it is what there are so many of.
    """
    row = use.row
    if row.theme is None and not row.with_nouns:
        return None
    tokens = objects(verb) if row.theme_in == "object" else by_preposition(verb, row.theme_in)
    tokens = [part for token in tokens for part in (token, *by_preposition(token, "of"))]
    if use.particle:
        tokens = tokens + by_preposition(verb, use.particle)
    return next((token for token in tokens if _is_theme(token, row, lexicon)), None)


def _is_theme(token: Token, row: VerbRow, lexicon: Lexicon) -> bool:
    if token.lower_ in row.with_nouns:
        return True
    told = [token]
    if row.theme_in != "object":  # "as a *terrorist* organisation"
        told += children(token, "amod", "compound")
    if row.theme and any(lexicon.among(word, row.theme) for word in told):
        return True
    return row.theme in _SIDES and bool(namings_of(token)) and not case_of(token)


def object_tokens(verb: Token, spec: str, theme: Token | None) -> list[Token]:
    """Return the words that stand where a row says the object stands ("object|to|into")."""
    places = spec.split("|")
    found = [token for place in places for token in _object_tokens(verb, place, theme)]
    prepositions = "|".join(p for p in places if p not in ("object", "subject", "iobj", "others"))
    if prepositions:
        found += by_preposition(verb, prepositions)
        for thing in _parted(verb, prepositions) if theme is None else _counted(theme):
            found += by_preposition(thing, prepositions)
    return [part for token in found for part in _each(token)]


def _counted(theme: Token) -> list[Token]:
    """Return a word, what it is counted by and what it counts: "a shipment of missiles to X"."""
    counts = [theme.head] if case_of(theme) == "of" else []
    return [theme, *counts, *by_preposition(theme, "of")]


def _parted(verb: Token, prepositions: str) -> list[Token]:
    """Return what is taken from somebody: a parse may hang "from X" on it."""
    return objects(verb) if prepositions == "from" else []


def _each(token: Token, depth: int = 0) -> list[Token]:
    """Return what is listed in "the towns of A and B", "streets of cities such as A, B and C"."""
    examples = by_preposition(token, "including|such as")
    if len(examples) > 1:
        return examples
    parts = by_preposition(token, "of")
    if len(parts) == 1 and depth < _DEEPEST and (within := _each(parts[0], depth + 1)) != parts:
        return within
    joined = any(children(part, "cc") for part in parts)  # not "the village of A, B Province"
    return parts if joined else [token]


def _object_tokens(verb: Token, place: str, theme: Token | None) -> list[Token]:
    if place == "object":
        return [token for token in objects(verb) if token != theme]
    if place == "subject":
        return passive_subjects(verb) if is_passive(verb) else subjects(verb)
    if place == "others":
        return _others(verb)
    if place == "iobj":
        given = children(verb, "iobj")
        if theme is not None and not given:  # "gave the army $5 million", misread as its dollars
            given = [c for c in children(theme, "nmod:poss") if not children(c, "case")]
            given = [c for c in given if c.pos_ != "PRON"] or _misread_states(theme)
        return [part for child in given for part in conjuncts(child)]
    return []


def _misread_states(theme: Token) -> list[Token]:
    """Return the state in "sold *Sudan* missiles", which a parse makes part of what was sold."""
    before = [c for c in children(theme, "compound") if c.i == theme.i - 1]
    return [
        name
        for name in before
        if any(n.entry.kind is ActorKind.STATE and n.kind != "demonym" for n in namings_of(name))
    ]


def _others(verb: Token) -> list[Token]:
    """Return the second of the two that do it to each other: "A and B clashed"."""
    doers = subjects(verb)
    return doers[1:] if len(doers) == 2 and not by_preposition(verb, "with|against") else []


def subject_tokens(verb: Token, row: VerbRow, theme: Token | None, lexicon: Lexicon) -> list[Token]:
    """Return the words that stand where a row says the subject stands."""
    if row.subject == "object":
        return [theme] if theme is not None else objects(verb)
    if row.subject != "subject":
        things = _parted(verb, row.subject) if theme is None else _counted(theme)
        found = [t for word in (verb, *things) for t in by_preposition(word, row.subject)]
        return [part for token in found for part in _holders(token, lexicon)]
    passive = is_passive(verb) or bool(children(verb, "nsubj:pass"))
    if row.theme == "forces" and passive:
        return agents(verb) or ([theme] if theme is not None else [])
    doers = subjects(verb)
    if row.relation is Relation.OPPOSES:
        if passive and not doers:  # "ten were killed in an attack by X"
            doers = [t for t in by_preposition(verb, "in|during") if lexicon.within(t, "attack")]
        return [striker for token in doers for striker in _strikers(token, lexicon)]
    if row.relation is Relation.BACKS:  # "their task was to support X"
        return [o for t in doers for o in (owners(t) if lexicon.within(t, "tasks") else [t])]
    return doers


def _strikers(token: Token, lexicon: Lexicon) -> list[Token]:
    """Return who struck, for the subject of "an Israeli air strike killed ..."."""
    if not lexicon.within(token, "attack"):
        return [token]
    return owners(token) or by_preposition(token, "by")


def _holders(token: Token, lexicon: Lexicon) -> list[Token]:
    """Return whose the hands are into which something falls; else the word itself."""
    if not lexicon.within(token, "control_words"):
        return [token]
    return by_preposition(token, "of") or owners(token)
