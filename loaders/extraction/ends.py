"""Which actor or place the words of a finding mean."""

from spacy.tokens import Token

from graph.model import Actor, Entity, Place, Speaker
from graph.vocabulary import RELATIONS, ActorKind, Modality, Relation
from loaders.extraction.actors import Actors
from loaders.extraction.clauses import is_passive
from loaders.extraction.context import Context
from loaders.extraction.finding import Finding
from loaders.extraction.lexicon import Lexicon
from loaders.extraction.mentions import namings_of
from loaders.extraction.parties import side_of
from loaders.extraction.phrases import by_preposition, case_of, owners
from loaders.extraction.places import Places

_SENDING = (Relation.DEPLOYED_TO, Relation.BACKS)
"""Where what is sent tells who sent it ("*Turkish* troops were sent"), not who was driven out."""
_SPOKEN_FOR = (Relation.CAPTURED, Relation.DEPLOYED_TO, Relation.BACKS)


class Ends:
    """Resolves the ends of the findings of one article; None where it is not sure."""

    def __init__(self, context: Context, lexicon: Lexicon, actors: Actors, places: Places) -> None:
        """Resolve by way of `actors` and `places`."""
        self._context = context
        self._lexicon = lexicon
        self._actors = actors
        self._places = places

    def subject(self, finding: Finding, speaker: Speaker | None) -> Actor | None:
        """Return who did it: whom the words name, else the side that its speaker speaks for."""
        sent = finding.theme if finding.relation in _SENDING else None
        named = [token for token in (finding.subject, sent) if token is not None]
        for token in named:
            if actor := self._actors.of(token):
                return actor
        return self._spoken_for(speaker) if self._is_unsaid(finding, named) else None

    def object(self, finding: Finding, subject: Actor | None) -> Entity | None:
        """Return to whom or what it was done."""
        if finding.object is None:
            return None
        if RELATIONS[finding.relation].object_family == "place":
            found = self._places.of(finding.object, finding.known_only)
            return found or self._place_beside(finding)
        actor = self._actors.of(finding.object)
        if actor is not None and self._is_only_where(finding, actor):
            return None
        if actor is not None and not actor.reviewed and actor.kind is ActorKind.PERSON:
            return self._actors.stand_in(finding.object) or actor
        if actor is None and finding.relation is Relation.OPPOSES and finding.mode == "armed":
            return self._struck(finding.object, subject)
        return actor

    def _is_only_where(self, finding: Finding, actor: Actor) -> bool:
        """Say whether a state is only where somebody was struck: "air strikes in Syria"."""
        word = finding.object
        return (
            finding.relation is Relation.OPPOSES
            and actor.kind is ActorKind.STATE
            and word is not None
            and self._lexicon.has(case_of(word), "inside")
            and bool(namings_of(word))
        )

    def _is_unsaid(self, finding: Finding, named: list[Token]) -> bool:
        """Say whether a passive leaves out who did it, or has only "troops" for it."""
        if finding.relation not in _SPOKEN_FOR or finding.modality is not Modality.ACTUAL:
            return False
        done = finding.trigger.head if finding.trigger.dep_ == "advcl" else finding.trigger
        return is_passive(done) and all(
            self._lexicon.within(token, "forces") and not owners(token) for token in named
        )

    def _spoken_for(self, speaker: Speaker | None) -> Actor | None:
        """Return whom a speaker speaks for.

        "The town has been liberated," said the spokesman of those who took it; "troops were being
        sent," said the president of those who sent them.
        """
        side = side_of(speaker, self._context)
        entry = self._context.registry.entry(side) if side else None
        return self._context.registry.as_actor(entry) if entry else None

    def _place_beside(self, finding: Finding) -> Place | None:
        """Return the place just before ", which was taken", where the parse hangs it elsewhere."""
        trigger = finding.trigger
        if trigger.dep_ != "acl:relcl" or finding.object != trigger.head:
            return None
        before = [t for t in trigger.doc[trigger.head.i : trigger.left_edge.i] if not t.is_punct]
        return self._places.of(before[-1], known_only=True) if before else None

    def _struck(self, token: Token, subject: Actor | None) -> Actor | None:
        """Return the state whose place was struck, where the striker is not of that country."""
        if self._lexicon.has(case_of(token), "inside"):
            return None  # who was struck there is another question
        country = self._country_of(token)
        state = self._context.registry.state_of(country)
        if state is None or subject is None or subject.country in (None, country):
            return None
        return self._context.registry.as_actor(state)

    def _country_of(self, token: Token) -> str | None:
        """Return the country of a place, or of the place that it lies in: "a base in X"."""
        place = self._places.of(token, known_only=True)
        if place is not None and place.country is not None:
            return place.country
        if not self._lexicon.within(token, "sites"):
            return None
        inner = by_preposition(token, "in|near|at|of|outside")
        return next((c for part in inner if (c := self._country_of(part))), None)
