"""For whom a common noun acts: "Haftar's forces", "Turkish troops", "the army"."""

from spacy.tokens import Token

from graph.identity import new_actor
from graph.model import Actor
from graph.names import ends_in, normal
from graph.vocabulary import ActorKind, Relation
from loaders.extraction.context import Context, WhoOf
from loaders.extraction.lexicon import Lexicon
from loaders.extraction.mentions import AGAINST, FOR, HYPHENS, joined_to, namings_of
from loaders.extraction.phrases import by_preposition, case_of, children, is_definite, phrase
from loaders.extraction.tokens import offset
from loaders.extraction.unknown_names import UnknownNames, name_of

_FROM = "of|from|in|under|with"
_WHOSE = "of|from|under"
_BY = "by|from"
_DESCRIBING = ("amod", "compound", "nmod", "acl", "acl:relcl", "nummod")
_TOWARDS = frozenset(("to", "into"))
_CLAUSES = ("acl", "acl:relcl")
_COUNTING = ("nummod", "det", "punct")
_LOYALTY_REACH = 6
_BACKING = ("backing", "supporting")
_GROUPS = (ActorKind.ARMED_GROUP, ActorKind.ORGANISATION, ActorKind.UNKNOWN)
_RULING = (ActorKind.STATE, ActorKind.GOVERNMENT)
_OFFICES = (*_RULING, ActorKind.MILITARY)
_KNOWN_AS = ("named", "known", "styled")


class Acting:
    """Finds whose forces, government, officials or leaders a phrase of one article names."""

    def __init__(self, context: Context, lexicon: Lexicon, names: UnknownNames, who: WhoOf) -> None:
        """Ask `who` what other words mean."""
        self._context = context
        self._lexicon = lexicon
        self._names = names
        self._who = who

    def of(self, token: Token, depth: int) -> Actor | None:
        """Return for whom the phrase around a noun acts; None: nobody, or not sure."""
        single = any(child.lower_ in ("a", "an") for child in children(token, "det"))
        doer = token.dep_ in ("nsubj", "obl:agent") or case_of(token) == "by"
        if single and doer and self._lexicon.within(token, "single_soldiers"):
            return None  # one soldier's deed is not his army's
        if named := self._called(token, depth):
            return named
        beside = _beside(token, self._lexicon)
        if stance := _stance(token):
            return self._partisans(token, stance)
        actors = self._named(beside, depth)
        for actor in actors:
            if actor.kind is not ActorKind.STATE:
                return self._led_by(actor, token)
        whose = _WHOSE if actors else _FROM  # "Rwandan troops in Congo" are not Congo's
        if owner := self._owner(token, depth, whose) or next(iter(actors), None):
            return self._side(token, owner, beside)
        if any(self._lexicon.within(part, "rulers") for part in beside):
            return self._context.government()
        if side := self._described(token):
            return side
        return (
            self._definite(token)
            or self._home_forces(token, beside)
            or self._home_rebels(token, beside)
        )

    def _called(self, token: Token, depth: int) -> Actor | None:
        """Return whose name stands at once after a noun: "the group X", "a faction called X"."""
        if not self._lexicon.within(token, "armed_bands", "rebels", "anonymous_groups"):
            return None
        names = [name for name in children(token, "appos") if name.i == token.i + 1]
        for clause in children(token, "acl"):
            if self._lexicon.within(clause, "naming") or clause.lower_ in _KNOWN_AS:
                names += children(clause, "xcomp", "obj", "obl")
        name = next((name for name in names if name.pos_ == "PROPN"), None)
        if name is None:
            return None
        known = self._who(name, depth + 1)
        stranger = known is None or (known.kind is ActorKind.PERSON and not known.reviewed)
        return self._names.group(name) if stranger else known

    def men_of(self, token: Token, depth: int) -> Actor | None:
        """Return whose "his men" and "the men of Wagner" are; a state's people are not its side."""
        for owner in (*children(token, "nmod:poss"), *by_preposition(token, "of")):
            actor = self._who(owner, depth + 1)
            if actor is not None and actor.kind is not ActorKind.STATE:
                return self._context.organisation(actor)
        return None

    def recalled(self, token: Token) -> Actor | None:
        """Return whom "the council" and "the separatists" mean, who was named before.

        He was called so in the text, or a name of his ends so; "the rebels" may also be the only
        armed group of the text.
        """
        if _is_picked_out(token) or not is_definite(token):
            return None
        called = self._context.calling.by(token)
        if self._lexicon.within(token, "state_offices"):
            return self._only([actor for actor in called if actor.kind in _OFFICES], token)
        word = normal(token.text)
        return self._only(called, token) or self._only(
            [actor for actor in self._groups() if ends_in((actor.name, *actor.aliases), word)],
            token,
        )

    def _only(self, actors: list[Actor], token: Token) -> Actor | None:
        """Return the one actor that is left, or was named in this sentence or the one before."""
        if len(actors) > 1:
            near = {seen.actor.id for seen in self._context.before(offset(token), reach=1)}
            actors = [actor for actor in actors if actor.id in near]
        return actors[0] if len(actors) == 1 else None

    def _groups(self) -> list[Actor]:
        named = self._context.named.values()
        return [actor for actor in named if actor.kind is not ActorKind.STATE]

    def _named(self, tokens: list[Token], depth: int) -> list[Actor]:
        names = [t for t in tokens if namings_of(t) or t.text in self._context.local]
        return [actor for name in names if (actor := self._who(name, depth + 1))]

    def _owner(self, token: Token, depth: int, whose: str) -> Actor | None:
        """Return whose the forces are: "Haftar's forces", "forces loyal to X", "troops from X"."""
        owners = children(token, "nmod:poss")
        for clause in children(token, "acl", "amod"):
            if self._lexicon.within(clause, "loyal"):
                owners += [*by_preposition(clause, "to|with"), *_name_after(clause)]
            elif clause.lower_ in _BACKING:
                owners += [t for t in children(clause, "obj") if _is_person(t)]
        deed = self._lexicon.within(token, "attack")  # "the bombing of X" is not X's
        owners += by_preposition(token, _BY if deed else whose)
        for owner in owners:
            if self._lexicon.within(owner, "relative_pronouns"):
                continue
            if actor := self._names.misspelt(owner) or self._who(owner, depth + 1):
                led = self._context.organisation(actor)
                rebels = led.kind is ActorKind.STATE and self._lexicon.within(token, "own_side")
                return actor if rebels else led  # "fighters loyal to X" are no state's
        return None

    def _led_by(self, actor: Actor, token: Token) -> Actor:
        """Return a person's side when forces are named by him ("Haftar forces")."""
        if self._lexicon.within(token, "forces", "government", "rebels"):
            return self._context.organisation(actor)
        return actor

    def _side(self, token: Token, owner: Actor, beside: list[Token]) -> Actor | None:
        """Return the owner, or for "Syrian rebels" the side that is not the state's."""
        if owner.kind is not ActorKind.STATE:
            return owner
        men = not self._lexicon.within(token, "arms", "equipment")  # no "fighter jets"
        if men and any(self._lexicon.within(word, "own_side") for word in beside):
            return self._rebels_of(owner.country, "rebels")  # "rebel forces in Libya"
        if self._lexicon.within(token, "own_side"):
            return new_actor(name_of(token), ActorKind.ARMED_GROUP)
        if self._lexicon.within(token, "anonymous_groups", "not_the_state"):
            return self._who(token.head, 4) if token.dep_ == "appos" else None
        return owner

    def _partisans(self, token: Token, stance: Token) -> Actor | None:
        """Return who "anti-Taliban forces" and "pro-Iranian militias" are: a side of their own.

        A leader's partisans are his side, a government's are its.
        """
        against = stance.lower_.startswith(AGAINST)
        words = token.doc[stance.i : token.i]
        if any(self._lexicon.within(word, "state_offices") for word in words):
            return None if against else self._context.government()
        for actor in self._named(list(words), 0):
            if actor.kind is ActorKind.PERSON:
                return self._led_by(actor, token)
        return self._own(token, stance)

    def _described(self, token: Token) -> Actor | None:
        """Return the side that only its people or its helper tells: "Kurdish fighters"."""
        start, _ = phrase(token)
        for word in token.doc[start : token.i]:
            if token not in word.ancestors or _is_owners(word, token):
                continue
            people = self._lexicon.within(word, "peoples") and word.text[:1].isupper()
            if people or _is_backers(word, self._lexicon):
                return self._own(token, word)
        return None

    def _own(self, token: Token, first: Token) -> Actor | None:
        """Return an armed side of its own, called by the words from `first` to a noun."""
        if not self._lexicon.within(token, "forces", "rebels", "own_side", "recalling"):
            return None
        return new_actor(token.doc[first.i : token.i + 1].text, ActorKind.ARMED_GROUP)

    def _definite(self, token: Token) -> Actor | None:
        """Return whom "the group" or "the army" means, where only one actor fits."""
        if _is_picked_out(token) or not is_definite(token):
            return None
        seen = self._context.before(offset(token), reach=2)
        kinds = self._kinds(token)
        fitting = {s.actor.id: s.actor for s in seen if s.actor.kind in kinds}
        fitting = {key: a for key, a in fitting.items() if self._may_be_meant(a, token)}
        if not fitting and self._lexicon.within(token, "armed_bands"):
            fitting = {a.id: a for a in self._groups() if a.kind is ActorKind.ARMED_GROUP}
        army = self._lexicon.within(token, "armies")
        if army:  # of two forces that fight each other one is "the army", the other is not
            fitting = {key: a for key, a in fitting.items() if _may_be_called(a, token)}
        if len(fitting) == 1:
            return next(iter(fitting.values()))
        if army:
            return self._context.army()
        office = self._lexicon.within(token, "state_offices") and not self._context.elsewhere
        return self._context.government() if office else None

    def _may_be_meant(self, actor: Actor, token: Token) -> bool:
        """Say whether "the rebels" or "the army" may be an actor that was named.

        Mercenaries are no rebels, and in a text about one country no other state is "the army".
        """
        if self._lexicon.within(token, "state_offices"):
            return actor.kind is not ActorKind.STATE or self._context.home is None
        hired = actor.name.split()[-1].casefold()
        return token.lower_ == hired or not self._lexicon.has(hired, "mercenaries")

    def _home_forces(self, token: Token, beside: list[Token]) -> Actor | None:
        """Return whose "two soldiers" and "police officers" are: those of the text's country.

        Words beside them that say more ("foreign soldiers") make it doubtful.
        """
        armed = any(self._lexicon.within(part, "home_forces") for part in beside)
        forces = self._lexicon.within(token, "home_forces") or (armed and token.lower_ == "forces")
        if not forces or self._context.home is None or self._context.elsewhere:
            return None
        if len(self._context.countries) > 1 and self._is_sent(token):
            return None  # "troops were deployed to Libya": perhaps another country's
        plain = all(
            part.dep_ in _COUNTING
            or part.head.dep_ in _COUNTING
            or self._lexicon.within(part, "home_forces")
            for part in beside
        )
        owned = children(token, "nmod:poss") or by_preposition(token, "of|from|under")
        return self._context.government() if plain and not owned else None

    def _is_sent(self, token: Token) -> bool:
        """Say whether forces are sent somewhere, or come from elsewhere, by the verb above them."""
        verbs = self._lexicon.verbs.get(token.head.lower_, ())
        rows = [verb.row for verb in verbs if verb.row.relation is Relation.DEPLOYED_TO]
        return any(not _TOWARDS.isdisjoint(row.object.split("|")) for row in rows)

    def _home_rebels(self, token: Token, beside: list[Token]) -> Actor | None:
        """Return who "rebels" are: whom "Syrian rebels" means in a text about Syria."""
        words = [part for part in beside if part.dep_ not in _COUNTING]
        plain = all(self._lexicon.within(word, "own_side", "rebels") for word in words)
        sides = any(self._lexicon.within(word, "own_side", "rebels") for word in (token, *words))
        if not (plain and sides) or self._context.home is None or self._context.elsewhere:
            return None
        return self._rebels_of(
            self._context.home, " ".join(word.lower_ for word in (*words, token))
        )

    def _rebels_of(self, country: str | None, called: str) -> Actor | None:
        """Return whom "Syrian rebels" means, the known side of a country that is called so."""
        registry = self._context.registry
        state = registry.state_of(country)
        for people in state.demonyms if state else ():
            name = f"{people.name} {called}"
            if known := registry.actor(name, self._context.published, self._context.countries):
                return known
        return None

    def _kinds(self, token: Token) -> tuple[ActorKind, ...]:
        """Return what sort of actor a bare noun stands for."""
        if self._lexicon.within(token, "anonymous_groups"):
            return _GROUPS
        if self._lexicon.within(token, "armies"):
            return _OFFICES
        return _RULING if self._lexicon.within(token, "state_offices") else ()


def _may_be_called(actor: Actor, token: Token) -> bool:
    """Say whether forces have a name that ends in a noun: "the army" is no paramilitary force."""
    named = (actor.name, *actor.aliases)
    return actor.kind is not ActorKind.MILITARY or ends_in(named, normal(token.text))


def _is_picked_out(noun: Token) -> bool:
    """Say whether words tell which one a noun means: "the *Kurdish* council", "the men who fled".

    A clause behind a comma only tells more of it: "the council, which wants to secede".
    """
    beside = children(noun, *_DESCRIBING)
    behind = noun.doc[noun.i + 1 : noun.i + 2].text == ","
    return not all(behind and part.dep_ in _CLAUSES and part.i > noun.i for part in beside)


def _beside(token: Token, lexicon: Lexicon) -> list[Token]:
    """Return the words of a phrase that describe its noun, not its owner."""
    start, _ = phrase(token)
    beside = [part for part in token.doc[start : token.i] if token in part.ancestors]
    beside += [c for c in children(token, "flat", "nmod:desc") if c.i > token.i]
    return [
        part
        for part in beside
        if not (_is_owners(part, token) or _is_backers(part, lexicon))
        and not lexicon.has(joined_to(part), "described")  # "*X*-flagged ships"
    ]


def _is_backers(part: Token, lexicon: Lexicon) -> bool:
    """Say whether a name belongs to a compound that says who helps: "Iranian-funded"."""
    rows = lexicon.compounds.get(joined_to(part), ())
    return any(row.relation is Relation.BACKS for row in rows)


def _stance(token: Token) -> Token | None:
    """Return the word before a noun that begins with "anti-" or "pro-"."""
    start, _ = phrase(token)
    for word in token.doc[start : token.i]:
        joined = word.i + 1 < token.i and word.nbor(1).text in HYPHENS
        if word.lower_.startswith(f"{AGAINST}-") or (word.lower_ in (AGAINST, FOR) and joined):
            return word if token in word.ancestors else None
    return None


def _is_person(token: Token) -> bool:
    return any(naming.entry.kind is ActorKind.PERSON for naming in namings_of(token))


def _is_owners(part: Token, token: Token) -> bool:
    """Say whether a word belongs to the owner of a phrase, as in "Haftar's forces"."""
    while part != token:
        if part.dep_ in ("nmod:poss", "acl", "acl:relcl"):
            return True
        part = part.head
    return False


def _name_after(word: Token) -> list[Token]:
    """Return the first name after "loyal to", where the parse has lost it among titles."""
    after = word.doc[word.i + 1 : min(word.i + 1 + _LOYALTY_REACH, word.sent.end)]
    return [token for token in after if namings_of(token)][:1]
