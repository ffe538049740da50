"""From a parsed sentence to findings: which words state a relation, and between what."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from graph.vocabulary import Modality, Polarity, Relation
from loaders.extraction.lexicon import Lexicon, ModifierRow, NounRow, Verb, VerbRow
from loaders.extraction.mentions import namings_of
from loaders.extraction.phrases import (
    agents,
    by_preposition,
    case_of,
    children,
    conjuncts,
    head_of_conjuncts,
    is_passive,
    listed,
    objects,
    owners,
    passive_subjects,
    subjects,
)

_HYPHENS = ("-", "–", "‑", "‐")
_BARE = ("support", "back", "oppose")
_PARTICLES = ("compound:prt", "advmod", "obl", "case")


@dataclass(frozen=True, slots=True)
class Finding:
    """One statement as the sentence's words give it; its ends are still words."""

    relation: Relation
    mode: str
    trigger: Token
    subject: Token | None
    object: Token | None
    rule: str
    theme: Token | None = None
    modality: Modality = Modality.ACTUAL
    polarity: Polarity = Polarity.AFFIRMED
    row: VerbRow | None = None


def findings(sentence: Span, lexicon: Lexicon) -> Iterator[Finding]:
    """Return what the frames find in a parsed sentence."""
    for token in sentence:
        form = token.lower_
        if form in lexicon.verbs and token.pos_ in ("VERB", "AUX"):
            for use in lexicon.verbs[form]:
                yield from _verb(token, use, lexicon)
        if form in _BARE and token.pos_ not in ("VERB", "AUX"):
            yield from _between_names(token, lexicon)
        if form in lexicon.nouns and token.pos_ in ("NOUN", "PROPN", "VERB"):
            for noun in lexicon.nouns[form]:
                yield from _noun(token, noun, lexicon)
        if form in lexicon.compounds:
            for modifier in lexicon.compounds[form]:
                yield from _compound(token, modifier)
        if form in lexicon.prepositions:
            for modifier in lexicon.prepositions[form]:
                yield from _preposition(token, modifier)


def _verb(verb: Token, use: Verb, lexicon: Lexicon) -> Iterator[Finding]:
    row = use.row
    if not _particle_fits(verb, use.particle):
        return
    theme = _theme(verb, use, lexicon)
    if (row.theme or row.with_noun) and theme is None:
        return
    targets = _slot(verb, row.object, theme)
    actors: list[Token | None] = [*_actors(verb, row, theme, lexicon)]
    if row.subject_class:
        fits = [a for a in actors if a and (namings_of(a) or lexicon.within(a, row.subject_class))]
        actors = [*fits]
        targets = targets if fits else []
    for target in targets:
        for actor in actors or [None]:
            if actor == target:
                continue
            yield Finding(
                row.relation, _mode(row, theme or actor, lexicon), verb, actor, target,
                f"verb:{use.infinitive}", theme, row.modality, row.polarity, row,
            )  # fmt: skip


def _between_names(word: Token, lexicon: Lexicon) -> Iterator[Finding]:
    """Return the ends of "A, B and C support D" where the parse has missed the verb."""
    if word.i + 1 >= word.sent.end or word.i == word.sent.start:
        return
    after = word.nbor(1)
    if after.dep_ == "det" and after.i + 1 < word.sent.end:
        after = after.nbor(1)
    before = word.nbor(-1)
    if not (namings_of(before) and namings_of(after)):
        return
    row = next(use.row for use in lexicon.verbs[word.lower_] if use.particle is None)
    first = head_of_conjuncts(before)
    for subject in listed(conjuncts(first) if first != before else [before]):
        yield Finding(row.relation, row.mode, word, subject, after, f"between:{word.lower_}")


def _particle_fits(verb: Token, particle: str | None) -> bool:
    own = {c.lower_ for c in children(verb, "compound:prt")}
    if particle is None:
        return not own - {"up", "in", "out"}
    if particle in own:
        return True
    return any(
        child.lower_ == particle or case_of(child) == particle
        for child in children(verb, *_PARTICLES)
    )


def _theme(verb: Token, use: Verb, lexicon: Lexicon) -> Token | None:
    """Return the direct object that the row asks for, as in "take control", "send in troops"."""
    row = use.row
    if row.theme is None and row.with_noun is None:
        return None
    places = objects(verb) if row.theme_in == "object" else by_preposition(verb, row.theme_in)
    if use.particle:
        places = places + by_preposition(verb, use.particle)
    for token in places:
        if row.with_noun and token.lower_ == row.with_noun:
            return token
        if row.theme and lexicon.within(token, row.theme):
            return token
        if row.theme == "forces" and namings_of(token) and not case_of(token):
            return token
    return None


def _slot(verb: Token, spec: str, theme: Token | None) -> list[Token]:
    """Return the words that stand where a row says the object stands."""
    found: list[Token] = []
    prepositions = []
    for place in spec.split("|"):
        if place == "object":
            found += [o for o in objects(verb) if o != theme]
        elif place == "subject":
            found += passive_subjects(verb) if is_passive(verb) else subjects(verb)
        elif place == "iobj":
            found += [part for child in children(verb, "iobj") for part in conjuncts(child)]
        else:
            prepositions.append(place)
    if prepositions:
        found += by_preposition(verb, "|".join(prepositions))
        if theme is not None:
            found += by_preposition(theme, "|".join(prepositions))
    return found


def _actors(verb: Token, row: VerbRow, theme: Token | None, lexicon: Lexicon) -> list[Token]:
    """Return the words that stand where a row says the subject stands."""
    if row.subject != "subject":
        return by_preposition(verb, row.subject)
    passive = is_passive(verb) or bool(children(verb, "nsubj:pass"))
    if row.theme == "forces" and passive:
        return agents(verb) or ([theme] if theme is not None else [])
    doers = subjects(verb)
    if row.relation is Relation.OPPOSES:
        if passive and not doers:
            doers = [t for t in by_preposition(verb, "in|during") if lexicon.within(t, "attack")]
        return [doer for token in doers for doer in _strikers(token, lexicon)]
    if row.relation is Relation.BACKS:  # "their task was to support X"
        return [o for t in doers for o in (owners(t) if lexicon.within(t, "tasks") else [t])]
    return doers


def _strikers(token: Token, lexicon: Lexicon) -> list[Token]:
    """Return who struck, for the subject of "an Israeli air strike killed ..."."""
    if not lexicon.within(token, "attack"):
        return [token]
    return owners(token) or by_preposition(token, "by")


def _mode(row: VerbRow, token: Token | None, lexicon: Lexicon) -> str:
    """Return the mode; who or what is sent tells the mode of a deployment."""
    if row.relation is not Relation.DEPLOYED_TO or row.mode != "troops" or token is None:
        return row.mode
    for mode in ("mercenaries", "equipment", "observers"):
        if lexicon.within(token, mode):
            return mode
    return row.mode


def _noun(noun: Token, row: NounRow, lexicon: Lexicon) -> Iterator[Finding]:
    if row.mode == "controls":
        yield from _control(noun, row)
    if row.between:
        yield from _between(noun, row, lexicon)
        return
    targets = by_preposition(noun, row.object)
    targets += _light_targets(noun, row, lexicon)
    actors = _noun_subjects(noun, row, lexicon)
    for target in targets:
        for actor in actors:
            if actor != target:
                yield Finding(row.relation, row.mode, noun, actor, target, f"noun:{noun.lower_}")


def _light_targets(noun: Token, row: NounRow, lexicon: Lexicon) -> list[Token]:
    """Return the object that hangs on the noun's verb ("launched an attack on X")."""
    if row.relation is not Relation.BACKS or noun.dep_ != "obj":
        return []
    return [t for t in by_preposition(noun.head, row.object) if t.i > noun.i]


def _noun_subjects(noun: Token, row: NounRow, lexicon: Lexicon) -> list[Token]:
    spec = row.subject.split("|")
    if "owner" in spec and (own := owners(noun)):
        return own
    prepositions = "|".join(s for s in spec if s != "owner")
    if prepositions and (found := by_preposition(noun, prepositions)):
        return found
    verb = noun.head
    if row.relation is Relation.BACKS and case_of(noun) == "in" and verb.pos_ == "VERB":
        return subjects(verb)  # "has troops there in support of X"
    if noun.dep_ in ("obj", "nsubj:pass") and lexicon.within(verb, "light"):
        return subjects(verb)  # "announced the withdrawal": its own
    return []


def _control(noun: Token, row: NounRow) -> Iterator[Finding]:
    """Return the ends of "Kobani is under SDF control", "X is in control of Y"."""
    marker = case_of(noun)
    if noun.lower_ not in ("control", "hands") or marker not in ("under", "in"):
        return
    inside = by_preposition(noun, "of")
    if noun.lower_ == "control" and marker == "in":
        holders, held = _bearers(noun), inside
    else:
        holders, held = inside or owners(noun), _bearers(noun)
    for place in held:
        for holder in holders:
            yield Finding(row.relation, row.mode, noun, holder, place, f"noun:{marker} control")


def _bearers(noun: Token) -> list[Token]:
    """Return what is "under control" or "in the hands of" somebody."""
    own = [part for child in children(noun, "nsubj") for part in conjuncts(child)]
    head = noun.head
    if not own and noun.dep_ in ("nmod", "obl", "acl", "advcl") and head != noun:
        own = subjects(head) if head.pos_ in ("VERB", "AUX") else [head]
    if noun.dep_ == "acl:relcl":
        own = [head if place.lower_ in ("which", "that") else place for place in own]
    return own


def _between(noun: Token, row: NounRow, lexicon: Lexicon) -> Iterator[Finding]:
    """Return both ends of "clashes between A and B", "A is at war with B"."""
    for first in by_preposition(noun, "between|of"):
        if first.dep_ == "conj":
            continue
        sides = conjuncts(first)
        for index, side in enumerate(sides):
            for other in sides[index + 1 :]:
                yield Finding(row.relation, row.mode, noun, side, other, f"noun:{noun.lower_}")
    for other in by_preposition(noun, row.object):
        for side in owners(noun) or _verb_subjects(noun):
            if side != other:
                yield Finding(row.relation, row.mode, noun, side, other, f"noun:{noun.lower_}")


def _verb_subjects(noun: Token) -> list[Token]:
    """Return who is "locked in fierce war", "at war", "engaged in clashes"."""
    top = head_of_conjuncts(noun)
    if case_of(noun) in ("at", "in") and top.head != top:
        verb = top.head
        return passive_subjects(verb) or subjects(verb) if is_passive(verb) else subjects(verb)
    return [part for child in children(noun, "nsubj") for part in conjuncts(child)]


def _compound(word: Token, row: ModifierRow) -> Iterator[Finding]:
    """Return the ends of "Rwanda-backed M23 rebels"."""
    before = word.nbor(-1) if word.i > word.sent.start else None
    if before is None or before.lower_ not in _HYPHENS or word.i - 2 < word.sent.start:
        return
    name = word.nbor(-2)
    noun = word.head if word.dep_ in ("amod", "compound", "acl", "nmod") else None
    if noun is None or noun.i < word.i or not namings_of(name):
        return
    yield Finding(row.relation, row.mode, word, name, noun, f"compound:{word.lower_}")


def _preposition(word: Token, row: ModifierRow) -> Iterator[Finding]:
    """Return the ends of "fighters loyal to Haftar"."""
    for target in by_preposition(word, row.prepositions):
        if word.dep_ in ("amod", "acl"):
            holders = [word.head]
        else:
            holders = [part for c in children(word, "nsubj") for part in conjuncts(c)]
        for holder in holders:
            if not (namings_of(holder) or holder.pos_ == "PROPN" or owners(holder)):
                continue  # "forces loyal to X" are X's own: they have no name to be tied by
            yield Finding(row.relation, row.mode, word, holder, target, f"adjective:{word.lower_}")
