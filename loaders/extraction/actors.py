"""Who a phrase acts for: from a token of the parse to the actor it means."""

from rapidfuzz.distance import OSA
from spacy.tokens import Token

from graph.identity import new_actor
from graph.model import Actor
from graph.names import normal
from graph.vocabulary import ActorKind
from loaders.extraction.context import Context
from loaders.extraction.lexicon import Lexicon
from loaders.extraction.mentions import namings_of
from loaders.extraction.phrases import by_preposition, children, phrase
from loaders.extraction.tokens import offset
from loaders.registry.registry import Naming

_PERSONAL = ("he", "she", "him", "his", "her", "himself")
_GROUPED = ("it", "they", "its", "their", "them", "itself", "themselves")
_RELATIVE = ("which", "who", "that", "whom", "whose")
_LOYAL = ("loyal", "belonging", "answering")
_PLURAL = ("they", "them", "their", "themselves")
_OF = "of|from|in|under|with"
_GROUP_WORDS = frozenset(
    ("front", "brigade", "brigades", "movement", "army", "party", "forces", "militia", "militias")
    + ("council", "alliance", "coalition", "battalion", "guard", "guards", "union", "group")
    + ("organisation", "organization", "force", "command", "legion", "rebels", "resistance")
)
_COMMON = frozenset(
    ("air", "armed", "national", "royal", "ground", "security", "the", "of", "special")
)
_ANONYMOUS = frozenset(
    ("group", "movement", "militia", "organisation", "organization", "faction", "rebels")
    + (
        "militants",
        "insurgents",
        "guerrillas",
        "militias",
        "separatists",
        "jihadists",
        "extremists",
    )
)
_UNSTATELY = _ANONYMOUS | frozenset(
    ("party", "wing", "side", "ally", "allies", "proxy", "proxies", "supporters", "member")
    + ("militiamen", "organisations", "groups", "factions", "movements", "clerics")
)
_SINGLE = frozenset(("soldier", "policeman", "officer", "gunman", "militant", "fighter", "guard"))
_OFFICIAL = frozenset(("army", "military", "government", "regime", "junta", "authorities"))
_GROUPS = (ActorKind.ARMED_GROUP, ActorKind.ORGANISATION, ActorKind.UNKNOWN)
_FORCES = (ActorKind.ARMED_GROUP, ActorKind.MILITARY, ActorKind.COALITION)
_OFFICES = (ActorKind.STATE, ActorKind.GOVERNMENT, ActorKind.MILITARY)
_NOT_NAMES = frozenset(
    ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january")
    + ("february", "march", "april", "may", "june", "july", "august", "september", "october")
    + ("november", "december", "islam", "islamist", "muslim", "muslims", "christian", "christians")
    + ("sunni", "shia", "shiite", "arab", "arabs", "kurdish", "western", "african", "european")
    + (
        "asian",
        "i",
        "we",
        "ramadan",
        "eid",
        "twitter",
        "facebook",
        "covid-19",
        "god",
        "west",
        "east",
    )
    + ("mr", "mr.", "mrs", "general", "president", "minister", "prime", "colonel", "english")
    + ("european", "islamic", "jewish", "jews", "catholic", "sunnis", "kurds", "shiites")
)


class Actors:
    """Resolves the phrases of one article to actors; None where it is not sure."""

    def __init__(self, context: Context, lexicon: Lexicon) -> None:
        """Resolve within `context`, which grows as the article is read."""
        self._context = context
        self._lexicon = lexicon
        self._own_side = lexicon.classes["own_side"]

    def of(self, token: Token, depth: int = 0) -> Actor | None:
        """Return the actor that the phrase around a token means or acts for."""
        if depth > 5:
            return None
        if token.lower_ in (*_PERSONAL, *_GROUPED, *_RELATIVE):
            return self._antecedent(token, depth)
        if namings := namings_of(token):
            return self._known(token, namings)
        if local := self._context.local.get(token.text):
            return local
        if self._lexicon.within(token, "sides", "persons", "attack"):
            acting = self._acting_for(token, depth) or self._named_beside(token, depth)
            return acting or self._unknown(token)
        return self._unknown(token)

    def person(self, token: Token) -> Actor | None:
        """Return the person that a phrase names: "President X", "X, the spokesman"."""
        actor = self.of(token)
        if actor and actor.kind in (ActorKind.PERSON, ActorKind.UNKNOWN) and token.pos_ == "PROPN":
            return actor
        return self._named_beside(token, 0)

    def by_id(self, identifier: str, name: str) -> Actor:
        """Return the actor that has been resolved to this id."""
        entry = self._context.registry.entry(identifier)
        if entry is not None:
            return self._context.registry.as_actor(entry)
        made = (seen for seen in self._context.local.values() if seen.id == identifier)
        return next(made, new_actor(name, ActorKind.PERSON))

    def organisation(self, actor: Actor) -> Actor:
        """Return what a person leads, else the actor itself."""
        return self._context.organisation(actor)

    def stand_in(self, token: Token) -> Actor | None:
        """Return whose man a stranger is: "minister Antal Rogan of Hungary", "X, an IS fighter"."""
        for beside in children(token, "appos"):
            if self._lexicon.within(beside, "sides", "persons") and (actor := self.of(beside)):
                return actor
        start, _ = phrase(token)
        if any(word.lower_ in self._lexicon.no_title for word in token.doc[start : token.i]):
            return None
        return self._acting_for(token, 0)

    def _known(self, token: Token, namings: tuple[Naming, ...]) -> Actor | None:
        context = self._context
        meant = context.registry.told_apart(namings, context.published, context.countries)
        if meant is None or self._is_people(token, meant):
            return None
        if meant.entry.kind is ActorKind.PERSON and self._is_stranger(token, meant):
            return new_actor(self._name(token), ActorKind.PERSON)
        return context.registry.as_actor(meant.entry)

    @staticmethod
    def _is_people(token: Token, meant: Naming) -> bool:
        """Say whether "Palestinians" are people here, and not the state that acts."""
        own = token.dep_ not in ("amod", "compound", "nmod:desc", "obl:unmarked")
        return meant.kind == "demonym" and own and meant.entry.kind is ActorKind.STATE

    def _is_stranger(self, token: Token, meant: Naming) -> bool:
        """Say whether a known surname stands with a first name that is not his."""
        own = {word for alias in meant.entry.names() for word in normal(alias.name).split()}
        before = token.nbor(-1) if token.i > token.sent.start else None
        if before is None or before.dep_ not in ("flat", "compound") and before.head != token:
            return False
        known = namings_of(before) or self._lexicon.within(before, "persons", "sides", "forces")
        return (
            before.pos_ == "PROPN"
            and before.is_title
            and not known
            and before.lower_ not in _NOT_NAMES
            and not set(normal(before.text).split()) <= own
            and before.lower_.rstrip(".") not in self._lexicon.titles
            and not before.text.endswith(".")
        )

    def _acting_for(self, token: Token, depth: int) -> Actor | None:
        """Return whose forces, government, officials or leaders the phrase names."""
        if token.lower_ in _SINGLE and any(d.lower_ in ("a", "an") for d in children(token, "det")):
            return None  # one soldier's deed is not his army's
        start, _ = phrase(token)
        beside = [part for part in token.doc[start : token.i] if token in part.ancestors]
        beside += [c for c in children(token, "flat", "nmod:desc") if c.i > token.i]
        beside = [part for part in beside if not self._owns(part, token)]
        names = [part for part in beside if namings_of(part) or part.text in self._context.local]
        actors = [actor for part in names if (actor := self.of(part, depth + 1))]
        groups = [actor for actor in actors if actor.kind is not ActorKind.STATE]
        if groups:
            return self._led_by(groups[0], token)
        if owner := self._owner(token, depth):
            return self._side(token, owner)
        if actors:
            return self._side(token, actors[0])
        if any(part.lower_ == "government" for part in beside) and token.lower_ != "government":
            return self._context.government()
        return self._definite(token)

    @staticmethod
    def _owns(part: Token, token: Token) -> bool:
        """Say whether a word belongs to the owner of a phrase, as in "Haftar's forces"."""
        while part != token:
            if part.dep_ in ("nmod:poss", "acl", "acl:relcl"):
                return True
            part = part.head
        return False

    def _owner(self, token: Token, depth: int) -> Actor | None:
        """Return whose the forces are: "Haftar's forces", "forces loyal to X", "troops from X"."""
        owners = children(token, "nmod:poss")
        for clause in children(token, "acl", "amod"):
            if clause.lower_ in _LOYAL:
                owners += [*by_preposition(clause, "to|with"), *_name_after(clause)]
        owners += by_preposition(token, _OF)
        for owner in owners:
            if owner.lower_ in _RELATIVE:
                continue
            actor = self._misspelt(owner) or self.of(owner, depth + 1)
            if actor:
                return self._context.organisation(actor)
        return None

    def _led_by(self, actor: Actor, token: Token) -> Actor:
        """Return a person's side when forces are named by him ("Haftar forces")."""
        if self._lexicon.within(token, "forces", "government", "rebels"):
            return self._context.organisation(actor)
        return actor

    def _side(self, token: Token, owner: Actor) -> Actor | None:
        """Return the owner, or for "Syrian rebels" the side that is not the state's."""
        if owner.kind is ActorKind.STATE and token.lower_ in _UNSTATELY - self._own_side:
            return self.of(token.head, 4) if token.dep_ == "appos" else None
        if owner.kind is ActorKind.STATE and self._lexicon.within(token, "own_side"):
            return new_actor(self._name(token), ActorKind.ARMED_GROUP)
        return owner

    def _definite(self, token: Token) -> Actor | None:
        """Return whom "the group" or "the army" means, where only one actor fits."""
        bare = not children(token, "amod", "compound", "nmod", "acl", "acl:relcl", "nummod")
        if not bare or not any(d.lower_ in ("the", "this") for d in children(token, "det")):
            return None
        kinds = (
            _GROUPS if token.lower_ in _ANONYMOUS
            else _OFFICES if token.lower_ in _OFFICIAL
            else ()
        )  # fmt: skip
        seen = self._context.before(offset(token), reach=2)
        fitting = {s.actor.id: s.actor for s in seen if s.actor.kind in kinds}
        if len(fitting) == 1:
            return next(iter(fitting.values()))
        if token.lower_ in ("army", "military"):
            return self._context.army()
        return self._context.government() if token.lower_ in _OFFICIAL else None

    def _named_beside(self, token: Token, depth: int) -> Actor | None:
        """Return the name in "general Khalifa Haftar" or "the group, Hamas,"."""
        for child in children(token, "appos", "flat", "nmod:desc", "compound"):
            if child.pos_ == "PROPN" and (actor := self.of(child, depth + 1)):
                return actor
        return None

    def _antecedent(self, token: Token, depth: int) -> Actor | None:
        if token.lower_ in _RELATIVE:
            clause = next((t for t in token.ancestors if t.dep_ in ("acl:relcl", "acl")), None)
            return self.of(clause.head, depth + 1) if clause is not None else None
        personal = token.lower_ in _PERSONAL
        if not personal and (speaker := self._saying(token, depth)):
            return speaker
        if token.dep_ == "nmod:poss" and not personal:
            return self._nearest(token)
        seen = self._context.before(offset(token), reach=2 if personal else 1)
        fitting = [s for s in seen if (s.actor.kind is ActorKind.PERSON) is personal]
        if token.lower_ in _PLURAL:
            fitting = [s for s in fitting if s.subject or s.actor.kind in _FORCES]
        here = [s for s in fitting if s.sentence == self._context.sentence]
        subjects = [s for s in here if s.subject] or [s for s in fitting if s.subject]
        if not subjects and (personal or token.lower_ in _PLURAL):
            subjects = fitting[:1]
        return subjects[0].actor if subjects else None

    def _saying(self, token: Token, depth: int) -> Actor | None:
        """Return who speaks of himself: "the RSF said that they had captured it"."""
        verb = token.head.head
        said = token.head.dep_ in ("ccomp", "xcomp") and self._lexicon.within(verb, "say", "deny")
        if not said or token.dep_ not in ("nsubj", "nsubj:pass"):
            return None
        own = children(verb, "nsubj", "nsubj:pass")
        actor = self.of(own[0], depth + 1) if own else None
        if not own:
            near = self._context.before(offset(verb), reach=0)
            actor = next((s.actor for s in near if s.actor.kind is not ActorKind.PERSON), None)
        return actor if actor and actor.kind is not ActorKind.PERSON else None

    def _nearest(self, token: Token) -> Actor | None:
        """Return whom "its" and "their" mean: whoever was named last."""
        seen = self._context.before(offset(token), reach=1)
        near = [s for s in seen if s.actor.kind is not ActorKind.PERSON]
        if token.lower_ in _PLURAL:
            near = [s for s in near if s.subject or s.actor.kind in _FORCES] or near
        return near[0].actor if near else None

    def _misspelt(self, token: Token) -> Actor | None:
        """Return whom a name one letter off means, where the text has named him already."""
        word = normal(token.text)
        if token.pos_ != "PROPN" or len(word) < 5 or namings_of(token):
            return None
        near = {
            seen.actor.id: seen.actor
            for seen in self._context.seen
            for name in (seen.actor.name, seen.actor.label, *seen.actor.aliases)
            if OSA.distance(word, normal(name).split()[-1] if normal(name) else "", score_cutoff=1)
            <= 1
        }
        return next(iter(near.values())) if len(near) == 1 else None

    def _unknown(self, token: Token) -> Actor | None:
        """Return an actor that no file holds, where the text's own spelling shows a name."""
        if token.pos_ != "PROPN" or not token.text[:1].isupper() or token.lower_ in _NOT_NAMES:
            return None
        name = self._name(token)
        local = self._context.local.get(name) or self._context.local.get(token.text)
        if local or self._is_place(name):
            return local
        words = normal(name).split()
        if (
            not words
            or words[-1] in self._lexicon.classes["sites"] | self._lexicon.classes["areas"]
        ):
            return None
        if set(words) <= _GROUP_WORDS | _COMMON | self._lexicon.classes["sides"]:
            return None
        if words[-1] in _GROUP_WORDS or (words[0] in _GROUP_WORDS and len(words) > 2):
            kind = ActorKind.ARMED_GROUP
        elif self._hint(token) == "person":
            kind = ActorKind.PERSON
        else:
            return None
        actor = new_actor(name, kind)
        self._context.local[name] = actor
        if kind is ActorKind.PERSON:
            self._context.local.setdefault(token.text, actor)
        return actor

    def _is_place(self, name: str) -> bool:
        registry = self._context.registry
        return registry.place(name, self._context.countries) is not None

    @staticmethod
    def _hint(token: Token) -> str:
        kinds: list[str] = token.doc.user_data["kinds"]
        return kinds[token.i]

    @staticmethod
    def _name(token: Token) -> str:
        """Return the proper words of a phrase: the name without articles and titles."""
        start, end = phrase(token)
        span = [t for t in token.doc[start:end] if t.dep_ not in ("det", "case", "nmod:poss")]
        while span and not (span[0].text[:1].isupper() or span[0].text[:1].isdigit()):
            span.pop(0)
        if not span:
            return token.text
        return str(token.doc[span[0].i : end].text)


def _name_after(word: Token) -> list[Token]:
    """Return the first name after "loyal to", where the parse has lost it among titles."""
    after = word.doc[word.i + 1 : min(word.i + 7, word.sent.end)]
    return [token for token in after if namings_of(token)][:1]
