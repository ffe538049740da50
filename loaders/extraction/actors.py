"""Which actor a phrase means: a known name, a pronoun, whose forces they are, a new name."""

from collections.abc import Sequence

from spacy.tokens import Token

from graph.identity import new_actor
from graph.model import Actor
from graph.names import normal
from graph.vocabulary import ActorKind
from loaders.extraction.acting import Acting
from loaders.extraction.clauses import subjects
from loaders.extraction.context import Context
from loaders.extraction.lexicon import Lexicon
from loaders.extraction.mentions import namings_of
from loaders.extraction.phrases import children, head_of_conjuncts, is_definite, phrase
from loaders.extraction.pronouns import Pronouns
from loaders.extraction.sources import author_of, source_of
from loaders.extraction.tokens import offset
from loaders.extraction.unknown_names import UnknownNames, name_of
from loaders.registry.registry import Naming

_DEEPEST = 5
_PERSONAL = (ActorKind.PERSON, ActorKind.UNKNOWN)
_TELLING = ("amod", "nummod", "nmod", "acl", "acl:relcl", "compound")
_DESCRIBING = ("amod", "compound", "nmod:desc", "obl:unmarked")
_OF_STATES = ("security", "defence", "defense", "federation", "sovereignty", "sovereign")


class Actors:
    """Resolves the phrases of one article to actors; None where it is not sure."""

    def __init__(self, context: Context, lexicon: Lexicon) -> None:
        """Resolve within `context`, which grows as the article is read."""
        self._context = context
        self._lexicon = lexicon
        self._unknown = UnknownNames(context, lexicon)
        self._pronouns = Pronouns(context, lexicon, self.of)
        self._acting = Acting(context, lexicon, self._unknown, self.of)
        self._quoted: Actor | None = None

    def of(self, token: Token, depth: int = 0) -> Actor | None:
        """Return the actor that the phrase around a token means or acts for."""
        if depth > _DEEPEST:
            return None
        if self._lexicon.within(token, "person_pronouns", "group_pronouns", "relative_pronouns"):
            return self._pronouns.of(token, depth)
        if self._lexicon.within(token, "own_pronouns") and not namings_of(token):  # no "US"
            return self._quoted_side(token, depth)
        if namings := namings_of(token):
            return self._known(token, namings)
        if local := self._context.local.get(token.text):
            return local
        if self._lexicon.within(token, "country_words"):
            return self._the_country(token)
        if self._may_recall(token) and (named := self._acting.recalled(token)):
            return named
        if self._lexicon.within(token, "own_men"):
            return self._acting.men_of(token, depth)
        if self._lexicon.within(token, "sides", "persons", "attack"):
            acting = self._acting.of(token, depth) or self._named_beside(token, depth)
            return acting or self._unknown.of(token)
        return self._state_of(token, depth) or self._unknown.of(token)

    def quote(self, speakers: Sequence[Actor]) -> None:
        """Note who speaks in a sentence that names no speaker, if anybody does."""
        self._quoted = next(iter(speakers), None)

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

    def stand_in(self, token: Token) -> Actor | None:
        """Return whose man a stranger is: "minister Antal Rogan of Hungary", "X, an IS fighter"."""
        for beside in children(token, "appos"):
            if self._lexicon.within(beside, "sides", "persons") and (actor := self.of(beside)):
                return actor
        start, _ = phrase(token)
        if any(word.lower_ in self._lexicon.no_title for word in token.doc[start : token.i]):
            return None
        return self._acting.of(token, 0)

    def _quoted_side(self, token: Token, depth: int) -> Actor | None:
        """Return whom "we" means: the side that the quoted one leads or speaks for."""
        source = source_of(token, self._lexicon)
        if source is None:
            return self._side_of(self._quoted)
        author = author_of(source.token, self._lexicon)
        if author.i == token.i or not _is_told_apart(author, self._lexicon):
            return None
        speaker = self.of(author, depth + 1) or self._named_beside(author, depth)
        return self._side_of(speaker)

    def _side_of(self, speaker: Actor | None) -> Actor | None:
        if speaker is None:
            return None
        sides = (self._context.organisation(speaker), self._context.spoken_for(speaker.id))
        return next((side for side in sides if side and side.kind not in _PERSONAL), None)

    def _may_recall(self, token: Token) -> bool:
        """Say whether a noun may mean one named before; "the Courts" is spelt as his name is."""
        named = token.text[:1].isupper() and token.i > token.sent.start
        return named or self._lexicon.within(token, "group_words", "recalling")

    def _the_country(self, token: Token) -> Actor | None:
        """Return the state that "the country" is, where it does something: the one named last.

        "His country" is that of who speaks, or of the one named in the sentence.
        """
        doer = token.dep_ in ("nsubj", "nsubj:pass") and is_definite(token)
        if not doer or children(token, "amod", "nmod", "acl", "acl:relcl"):
            return None
        registry, seen = self._context.registry, self._context.before(offset(token), reach=1)
        country = next((s.actor.country for s in seen if s.actor.country), self._context.country)
        if children(token, "nmod:poss"):
            country = self._country_of_teller(token)
        state = registry.state_of(country)
        return registry.as_actor(state) if state else None

    def _state_of(self, token: Token, depth: int) -> Actor | None:
        """Return the state whose organ a name is: "Iran's Supreme National Security Council"."""
        if token.pos_ != "PROPN" or not self._lexicon.within(token, "state_organs"):
            return None
        if not children(token, "compound", "amod", "nmod:poss"):
            return None
        named = {word.lower_ for word in children(token, "compound", "amod")}
        if self._lexicon.within(token, "group_words") and named.isdisjoint(_OF_STATES):
            return None  # a council may be anybody's
        owners = (self.of(word, depth + 1) for word in children(token, "nmod:poss", "amod"))
        return next((o for o in owners if o is not None and o.kind is ActorKind.STATE), None)

    def _country_of_teller(self, token: Token) -> str | None:
        """Return whose country "his country" is: who says so, else whom the sentence has named."""
        tellers = subjects(token.head.head) if token.head.dep_ == "ccomp" else []
        told = (self._named_beside(word, 0) or self.of(word, 1) for word in tellers)
        here = [seen.actor for seen in self._context.before(offset(token), reach=0)]
        actors = [*(actor for actor in told if actor is not None), *here]
        return next((actor.country for actor in actors if actor.country), None)

    def _named_beside(self, token: Token, depth: int) -> Actor | None:
        """Return the name in "general Khalifa Haftar" or "the group, Hamas,"."""
        for child in children(token, "appos", "flat", "nmod:desc", "compound"):
            if child.pos_ == "PROPN" and (actor := self.of(child, depth + 1)):
                return actor
        return None

    def _known(self, token: Token, namings: tuple[Naming, ...]) -> Actor | None:
        context = self._context
        meant = context.registry.told_apart(namings, context.published, context.countries)
        if meant is None or _is_people(token, meant):
            return None
        if meant.entry.kind is ActorKind.PERSON and self._is_stranger(token, meant):
            return new_actor(name_of(token), ActorKind.PERSON)
        return context.registry.as_actor(meant.entry)

    def _is_stranger(self, token: Token, meant: Naming) -> bool:
        """Say whether a known surname stands with a first name that is not his."""
        before = token.nbor(-1) if token.i > token.sent.start else None
        if before is None or before.dep_ not in ("flat", "compound") and before.head != token:
            return False
        own = {word for alias in meant.entry.names() for word in normal(alias.name).split()}
        foreign = not set(normal(before.text).split()) <= own
        return foreign and self._is_first_name(before)

    def _is_first_name(self, word: Token) -> bool:
        """Say whether a word is spelt as a name, and is no title, side or known actor."""
        if word.pos_ != "PROPN" or not word.is_title or word.text.endswith("."):
            return False
        if namings_of(word) or word.lower_.rstrip(".") in self._lexicon.titles:
            return False
        return not self._lexicon.within(word, "persons", "sides", "forces", "not_names")


def _is_people(token: Token, meant: Naming) -> bool:
    """Say whether "Palestinians" are people here, and not the state that acts: "the Russians"."""
    own = head_of_conjuncts(token).dep_ not in _DESCRIBING
    if is_definite(token) and not children(token, *_TELLING):
        return False
    return meant.kind == "demonym" and own and meant.entry.kind is ActorKind.STATE


def _is_told_apart(author: Token, lexicon: Lexicon) -> bool:
    """Say whether words tell who is quoted, unlike "a spokeswoman said"."""
    if lexicon.within(author, "own_pronouns"):
        return False
    named = author.pos_ in ("PROPN", "PRON") or bool(namings_of(author))
    return named or any(child.dep_ not in ("det", "case", "punct") for child in author.children)
