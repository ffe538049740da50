"""Whom a pronoun means: "he", "it", "their", "which"."""

from spacy.tokens import Token

from graph.model import Actor
from graph.vocabulary import ActorKind
from loaders.extraction.clauses import subjects
from loaders.extraction.context import Context, Seen, WhoOf
from loaders.extraction.lexicon import Lexicon
from loaders.extraction.mentions import namings_of
from loaders.extraction.phrases import children
from loaders.extraction.tokens import offset

_DONE_TO = ("obj", "iobj", "obl")
_FORCES = (ActorKind.ARMED_GROUP, ActorKind.MILITARY, ActorKind.COALITION)


class Pronouns:
    """Resolves the pronouns of one article by who was named before; None: not sure."""

    def __init__(self, context: Context, lexicon: Lexicon, who: WhoOf) -> None:
        """Ask `who` what other words mean."""
        self._context = context
        self._lexicon = lexicon
        self._who = who

    def of(self, token: Token, depth: int) -> Actor | None:
        """Return whom a pronoun means."""
        if self._lexicon.within(token, "relative_pronouns"):
            clause = next((t for t in token.ancestors if t.dep_ in ("acl:relcl", "acl")), None)
            return self._who(clause.head, depth + 1) if clause is not None else None
        if self._lexicon.within(token, "person_pronouns"):
            return self._subject_before(token, personal=True)
        if speaker := self._saying(token, depth):
            return speaker
        if token.dep_ == "nmod:poss":
            teller = self._teller_before(token)
            told = self._who(teller, depth + 1) if teller is not None else None
            person = told is not None and told.kind is ActorKind.PERSON
            return self._nearest(token) if teller is None or person else told
        return self._parallel(token, depth) or self._subject_before(token, personal=False)

    def _parallel(self, token: Token, depth: int) -> Actor | None:
        """Return whom the same sentence has just done something to: "A backs X, and B helps it"."""
        verb = token.head
        if token.dep_ != "obj" or verb.dep_ != "conj" or not children(verb, "nsubj"):
            return None
        before = children(verb.head, "obj")
        actor = self._who(before[0], depth + 1) if before else None
        return actor if actor and actor.kind is not ActorKind.PERSON else None

    def _subject_before(self, token: Token, personal: bool) -> Actor | None:
        """Return the subject named last, of this sentence before those of earlier ones."""
        plural = self._lexicon.within(token, "plural_pronouns")
        seen = self._context.before(offset(token), reach=2 if personal else 1)
        fitting = [s for s in seen if (s.actor.kind is ActorKind.PERSON) is personal]
        if token.dep_ in _DONE_TO:  # "A and B helped it": neither of the two
            doers = [*children(token.head, "nsubj", "nsubj:pass"), *subjects(token.head)]
            fitting = [s for s in fitting if not any(_within(s, doer) for doer in doers)]
        if plural:
            forces = [s for s in fitting if s.actor.kind in _FORCES]
            own = [s for s in fitting if s.subject and s.sentence == self._context.sentence]
            fitting = forces or ([] if token.dep_ == "obj" else own)
        here = [s for s in fitting if s.sentence == self._context.sentence]
        if token.head.dep_ == "advcl" and len({s.actor.id for s in here}) > 1:
            return None  # "... sanctions on Russia if it invades Ukraine": one of two
        doing = [s for s in here if s.subject] or [s for s in fitting if s.subject]
        if not doing and (personal or plural):
            doing = fitting[:1]
        return doing[0].actor if doing else None

    def _saying(self, token: Token, depth: int) -> Actor | None:
        """Return who speaks of himself: "the RSF said that they had captured it"."""
        verb = token.head.head
        said = token.head.dep_ in ("ccomp", "xcomp") and self._lexicon.within(verb, "say", "deny")
        if not said or token.dep_ not in ("nsubj", "nsubj:pass"):
            return None
        if own := subjects(verb):
            actor = self._who(own[0], depth + 1)
            many = self._lexicon.within(token, "plural_pronouns")
            one = bool(namings_of(own[0])) and not own[0].lower_.endswith("s")
            if actor and actor.kind is ActorKind.STATE and many and one:
                return None  # "Saudi Arabia says that they ...", unlike "the Emirates say"
            return actor if actor and actor.kind is not ActorKind.PERSON else None
        near = self._context.before(offset(verb), reach=0)
        return next((s.actor for s in near if s.actor.kind is not ActorKind.PERSON), None)

    def _teller_before(self, token: Token) -> Token | None:
        """Return who speaks of what is his: "Uganda, in Congo now, said that *its* jets ..."."""
        verb = token.head.head
        said = verb.dep_ == "ccomp" and self._lexicon.within(verb.head, "say", "deny")
        if not said or token.head.dep_ not in ("nsubj", "nsubj:pass"):
            return None
        own = subjects(verb.head)
        return own[0] if len(own) == 1 and own[0].i < token.i else None

    def _nearest(self, token: Token) -> Actor | None:
        """Return whom "its" and "their" mean: whoever was named last."""
        seen = self._context.before(offset(token), reach=1)
        near = [s for s in seen if s.actor.kind is not ActorKind.PERSON]
        if self._lexicon.within(token, "plural_pronouns"):
            near = [s for s in near if _may_be_many(s)] or near
        doing = token.head.dep_ in ("nsubj", "nsubj:pass")
        if doing and token.head.head.dep_ in ("root", "conj", "parataxis"):
            return self._told_of(near) or (near[0].actor if near else None)
        return near[0].actor if near else None

    def _told_of(self, near: list[Seen]) -> Actor | None:
        """Return whom the last clause or sentence told of, where "its men" then do something."""
        here = [s for s in near if s.sentence == self._context.sentence]
        doers = {s.actor.id: s.actor for s in here or near if s.subject}
        return next(iter(doers.values())) if len(doers) == 1 else None


def _within(seen: Seen, phrase: Token) -> bool:
    return offset(phrase.left_edge) <= seen.offset <= offset(phrase.right_edge)


def _may_be_many(seen: Seen) -> bool:
    return seen.subject or seen.actor.kind in _FORCES
