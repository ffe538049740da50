"""From findings to claims: ends resolved, meaning and time read, the vocabulary kept."""

from collections.abc import Sequence

from spacy.tokens import Span, Token

from graph.errors import InvalidClaim
from graph.model import Actor, Article, Claim, End, Entity, Note, Place, Speaker
from graph.vocabulary import (
    RELATIONS,
    ActorKind,
    DateBasis,
    DatePrecision,
    Modality,
    PlaceKind,
    Polarity,
    Relation,
    check,
)
from loaders.extraction.actors import Actors
from loaders.extraction.context import Context
from loaders.extraction.event_time import EventTime, Expression, expressions, times_of
from loaders.extraction.frames import Finding
from loaders.extraction.lexicon import Lexicon
from loaders.extraction.meaning import Meaning, meaning, taken_for_granted
from loaders.extraction.mentions import namings_of
from loaders.extraction.phrases import (
    by_preposition,
    children,
    is_passive,
    objects,
    owners,
    subjects,
)
from loaders.extraction.places import Places
from loaders.extraction.posts import Post
from loaders.extraction.speech import Source, Speech
from loaders.extraction.text import stripped
from loaders.extraction.tokens import offset

_DEEDS = (Relation.CAPTURED, Relation.DEPLOYED_TO)
_DENIABLE = (*_DEEDS, Relation.BACKS, Relation.OPPOSES)
_SPOKEN_FOR = (*_DEEDS, Relation.BACKS)
_SENT = (("forces", "troops"), ("arms", "weapons"), ("money", "funding"))
_MOMENTS = frozenset(("captured", "recaptured", "lost", "withdrew"))
_VAGUE = "unspecified"
_RELIEF = ("humanitarian", "medical", "food", "emergency", "relief", "consular", "disaster")
_FRIENDLY = "friendly fire"
_ARMED = (ActorKind.MILITARY, ActorKind.ARMED_GROUP, ActorKind.COALITION, ActorKind.UNKNOWN)
_OFFICES = (ActorKind.STATE, ActorKind.GOVERNMENT)


class Builder:
    """Makes the claims of one article, a sentence at a time."""

    def __init__(
        self,
        article: Article,
        extractor: str,
        context: Context,
        lexicon: Lexicon,
        actors: Actors,
        places: Places,
        speech: Speech,
    ) -> None:
        """Resolve by way of the other rooms."""
        self._article = article
        self._extractor = extractor
        self._context = context
        self._lexicon = lexicon
        self._actors = actors
        self._places = places
        self._speech = speech

        self._said: list[Claim] = []

    def start(self, sentence: Span) -> None:
        """Begin a sentence."""
        base = sentence.doc.user_data["offset"]
        text = self._article.text
        start, end = stripped(text, base + sentence.start_char, base + sentence.end_char)
        self._quote = (start, end)
        self._times: list[Expression] = list(expressions(sentence, self._article.published))
        self._claims: dict[tuple[object, ...], Claim] = {}
        self._notes: list[Note] = []

    def finish(self) -> list[Claim]:
        """Return the sentence's claims, the vague ones only where nothing says more."""
        claims = list(self._claims.values())
        exact = {_about(claim) for claim in claims if claim.mode != _VAGUE}
        kept = [c for c in claims if c.mode != _VAGUE or _about(c) not in exact]
        self._said = kept or self._said
        return kept

    def denial(self, verb: Token) -> Sequence[Entity]:
        """Make the claims of "Ankara denied it": what the sentence before said, denied."""
        what = children(verb, "obj", "ccomp", "xcomp")
        if any(not self._lexicon.within(token, "charges") for token in what):
            return ()
        speaker = next(
            (self._speech.speaker(Source(token, verb)) for token in subjects(verb)), None
        )
        if speaker is None:
            return ()
        for claim in self._said:
            said_by = claim.speaker.id if claim.speaker else None
            open_question = claim.speaker is not None or claim.modality is not Modality.ACTUAL
            if claim.relation in _DENIABLE and open_question and said_by != speaker.id:
                self._deny(claim, speaker)
        return self._speaker_entity(speaker)

    def _deny(self, claim: Claim, speaker: Speaker) -> None:
        party = self._speech.party(speaker, {claim.subject.id, claim.object.id})
        said = Meaning(Polarity.DENIED, Modality.ACTUAL)
        speaker = speaker.model_copy(update={"party": party})
        ends = (claim.subject, claim.object)
        self._add(claim.relation, claim.mode, *ends, said, speaker, None, None, "denial")

    def notes(self) -> list[Note]:
        """Return what the sentence seemed to state but did not give both ends of."""
        return [] if self._claims else self._notes[:1]

    def post(self, post: Post) -> Sequence[Entity]:
        """Make the claim that a person leads an organisation."""
        ends = (
            _end(post.person, self._mention(post.person_token)),
            _end(post.organisation, self._mention(post.organisation_token)),
        )
        said = Meaning(Polarity.AFFIRMED, Modality.ACTUAL)
        self._add(Relation.LEADS, post.role, *ends, said, None, None, None, post.rule)
        return (post.person, post.organisation)

    def claim(self, finding: Finding) -> Sequence[Entity]:
        """Make a finding's claim; returns whom it names, nobody when it makes none."""
        granted = taken_for_granted(finding)
        source = None if granted else self._speech.source(finding.trigger)
        speaker = None if granted else self._speech.speaker(source)
        subject = self._subject(finding, speaker)
        target = self._object(finding, subject)
        if subject is None or target is None or subject.id == target.id:
            self._doubt(finding, subject, target)
            return ()
        if not self._fits(finding, subject, target):
            return ()
        if isinstance(target, Place) and finding.object is not None:
            self._context.note_place(target, offset(finding.object))
        try:
            check(finding.relation, finding.mode, subject.id, target.id)
        except InvalidClaim:
            return ()
        if finding.relation in _DEEDS:
            subject = self._context.organisation(subject)
        said = meaning(finding, self._lexicon)
        if speaker is not None:
            party = self._speech.party(speaker, {subject.id, target.id})
            speaker = speaker.model_copy(update={"party": party})
        event, statement = times_of(finding.trigger, source.verb if source else None, self._times)
        ends = (
            _end(subject, self._mention(finding.subject) if finding.subject else subject.name),
            _end(target, self._mention(finding.object) if finding.object else target.name),
        )
        mode = self._mode(finding)
        self._add(finding.relation, mode, *ends, said, speaker, event, statement, finding.rule)
        named = (subject, target, *self._speaker_entity(speaker))
        host = self._host(finding, subject, target)
        if host is None:
            return named
        where = _end(host, ends[1].mention)
        rule = f"sent to support:{finding.trigger.head.lower_}"
        deployed = (Relation.DEPLOYED_TO, "troops", ends[0], where)
        self._add(*deployed, said, speaker, event, statement, rule)
        return (*named, host)

    def _mode(self, finding: Finding) -> str:
        """Return how someone backs, where what was sent to support says it."""
        if finding.relation is not Relation.BACKS or finding.mode != _VAGUE:
            return finding.mode
        for sent in self._sent(finding):
            for name, mode in _SENT:
                if self._lexicon.within(sent, name):
                    return mode
        return finding.mode

    def _sent(self, finding: Finding) -> list[Token]:
        """Return what was sent, of "sent troops to support X"."""
        purpose, verb = finding.trigger, finding.trigger.head
        marked = any(mark.lower_ == "to" for mark in children(purpose, "mark"))
        if not marked or purpose.dep_ not in ("advcl", "acl", "xcomp"):
            return []
        if not self._lexicon.within(verb, "sending"):
            return [verb] if purpose.dep_ == "acl" else []
        return [*objects(verb), *by_preposition(verb, "in")]

    def _host(self, finding: Finding, subject: Actor, target: Entity) -> Place | None:
        """Return where troops went, of "rushed in troops to support the Tripoli government"."""
        if finding.relation is not Relation.BACKS or self._mode(finding) != "troops":
            return None
        verb = finding.trigger.head
        elsewhere = by_preposition(verb, "to|into|in|at|on|inside|across")
        if any(not self._lexicon.within(token, "forces") for token in elsewhere):
            return None
        state = self._context.registry.state_of(target.country)
        if state is None or subject.country == target.country or verb.pos_ != "VERB":
            return None
        return self._context.registry.place(state.name)

    def _subject(self, finding: Finding, speaker: Speaker | None) -> Actor | None:
        named = [token for token in (finding.subject, finding.theme) if token is not None]
        for token in named:
            if actor := self._actors.of(token):
                return actor
        if finding.relation not in _SPOKEN_FOR or finding.modality is not Modality.ACTUAL:
            return None
        done = finding.trigger.head if finding.trigger.dep_ == "advcl" else finding.trigger
        if not is_passive(done):
            return None
        if any(not self._lexicon.within(token, "forces") or owners(token) for token in named):
            return None
        # "The town has been liberated," said the spokesman of those who took it; "troops were
        # being sent," said the president of those who sent them.
        side = self._speech.side(speaker)
        entry = self._context.registry.entry(side) if side else None
        return self._context.registry.as_actor(entry) if entry else None

    def _object(self, finding: Finding, subject: Actor | None) -> Entity | None:
        if finding.object is None:
            return None
        if RELATIONS[finding.relation].object_family == "place":
            known_only = finding.row.known_only if finding.row else False
            found = self._places.of(finding.object, known_only)
            return found or self._place_beside(finding)
        actor = self._actors.of(finding.object)
        if actor is not None and not actor.reviewed and actor.kind is ActorKind.PERSON:
            return self._actors.stand_in(finding.object) or actor
        if actor is None and finding.relation is Relation.OPPOSES and finding.mode == "armed":
            return self._struck(finding.object, subject)
        return actor

    def _place_beside(self, finding: Finding) -> Place | None:
        """Return the place just before ", which was taken", where the parse hangs it elsewhere."""
        trigger = finding.trigger
        if trigger.dep_ != "acl:relcl" or finding.object != trigger.head:
            return None
        before = [t for t in trigger.doc[trigger.head.i : trigger.left_edge.i] if not t.is_punct]
        return self._places.of(before[-1], known_only=True) if before else None

    def _struck(self, token: Token, subject: Actor | None) -> Actor | None:
        """Return the state whose place was struck, where the striker is not of that country."""
        place = self._places.of(token, known_only=True)
        if place is None or subject is None or place.country is None:
            return None
        state = self._context.registry.state_of(place.country)
        if state is None or subject.country in (None, place.country):
            return None
        return self._context.registry.as_actor(state)

    def _fits(self, finding: Finding, subject: Actor, target: Entity) -> bool:
        """Say whether the ends are of the sort that the row asks for."""
        if not subject.reviewed and subject.kind is ActorKind.PERSON:
            return False
        if finding.relation is Relation.BACKS and (
            self._is_relief(finding) or self._is_split(finding, target)
        ):
            return False
        if finding.relation is Relation.OPPOSES and _FRIENDLY in finding.trigger.sent.text:
            return False
        row, by_name = finding.row, finding.subject is not None and namings_of(finding.subject)
        if finding.relation is Relation.DEPLOYED_TO:
            forces = finding.subject is not None and self._lexicon.within(finding.subject, "forces")
            if subject.kind is ActorKind.PERSON and not forces and finding.theme is None:
                return False
            if row is not None and row.moving and by_name and subject.kind not in _ARMED:
                return False
            if subject.country and subject.country == target.country and row is None:
                return False
        if row is not None and row.no_country and target.kind is PlaceKind.COUNTRY:
            return False
        if isinstance(target, Actor):
            stranger = not target.reviewed and target.kind is ActorKind.PERSON
            if stranger and not finding.rule.startswith("adjective"):
                return False
            if row is not None and row.object_class and finding.object is not None:
                named = namings_of(finding.object) and target.kind not in _OFFICES
                return bool(named) or self._is_side(finding, row.object_class)
        return True

    def _is_relief(self, finding: Finding) -> bool:
        """Say whether the help is for people, and backs nobody."""
        given = [token for token in (finding.theme, finding.trigger) if token is not None]
        return any(
            child.lower_ in _RELIEF
            for token in given
            for child in children(token, "amod", "compound")
        )

    def _is_split(self, finding: Finding, target: Entity) -> bool:
        """Say whether arms went to a country that has rival governments: it is not said to whom."""
        if finding.theme is None or target.kind is not ActorKind.STATE or not target.country:
            return False
        registry, on = self._context.registry, self._article.published
        return registry.government(target.country, on) is not None

    def _is_side(self, finding: Finding, sides: str) -> bool:
        token = finding.object
        return token is not None and (
            self._lexicon.within(token, sides) or self._actors.stand_in(token) is not None
        )

    def _doubt(self, finding: Finding, subject: Entity | None, target: Entity | None) -> None:
        if (subject is None) == (target is None):
            return
        missing = "who did it" if subject is None else "to whom or what"
        reason = f"left out: {finding.rule} states {finding.relation}, but not {missing}"
        self._notes.append(Note(start=self._quote[0], end=self._quote[1], reason=reason))

    def _add(
        self,
        relation: Relation,
        mode: str,
        subject: End,
        target: End,
        said: Meaning,
        speaker: Speaker | None,
        event: EventTime | None,
        statement: str | None,
        rule: str,
    ) -> None:
        start, end = self._quote
        since, until, precision, basis = event or self._inferred(relation, mode, said, statement)
        claim = Claim(
            article=self._article.id, relation=relation, mode=mode, subject=subject, object=target,
            polarity=said.polarity, modality=said.modality, speaker=speaker, event_from=since,
            event_until=until, date_precision=precision, date_basis=basis,
            statement_date=statement, published=self._article.published,
            quote=self._article.text[start:end], start=start, end=end,
            extractor=self._extractor, rule=rule,
        )  # fmt: skip
        key = (*_about(claim), claim.mode, claim.polarity, claim.modality)
        self._claims.setdefault(key, claim)

    def _inferred(
        self, relation: Relation, mode: str, said: Meaning, statement: str | None
    ) -> EventTime:
        """A capture that is told has happened by the day on which it was told."""
        told = statement or self._article.published
        happened = said == (Polarity.AFFIRMED, Modality.ACTUAL) and mode in _MOMENTS
        if relation is not Relation.CAPTURED or not happened:
            told = None
        return EventTime(None, told, DatePrecision.UNKNOWN, DateBasis.INFERRED)

    def _speaker_entity(self, speaker: Speaker | None) -> tuple[Actor, ...]:
        if speaker is None or speaker.id is None:
            return ()
        return (self._actors.by_id(speaker.id, speaker.name or speaker.mention),)

    @staticmethod
    def _mention(token: Token) -> str:
        return Speech.mention(token)


def _end(entity: Actor | Place, mention: str) -> End:
    return End(id=entity.id, name=entity.name, mention=mention)


def _about(claim: Claim) -> tuple[object, ...]:
    speaker = (claim.speaker.id, claim.speaker.mention) if claim.speaker else None
    return (claim.relation, claim.subject.id, claim.object.id, speaker, claim.start)
