"""From findings to claims: ends resolved, meaning, speaker and time read, doubts kept as notes."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Span, Token

from graph.model import Actor, Article, Claim, End, Entity, Note, Place, Speaker
from graph.vocabulary import Modality, Relation
from loaders.extraction.actors import Actors
from loaders.extraction.clauses import is_passive
from loaders.extraction.context import Context
from loaders.extraction.dates import ahead
from loaders.extraction.decision import Decision
from loaders.extraction.denials import Denials
from loaders.extraction.doubts import Doubts
from loaders.extraction.ends import Ends
from loaders.extraction.event_time import times_of
from loaders.extraction.event_words import is_event
from loaders.extraction.finding import Finding
from loaders.extraction.lexicon import Lexicon
from loaders.extraction.meaning import meaning, taken_for_granted
from loaders.extraction.parties import with_party
from loaders.extraction.phrases import case_of, children, head_of_conjuncts, mention_of
from loaders.extraction.places import Places
from loaders.extraction.posts import Post
from loaders.extraction.presumed import presumed
from loaders.extraction.proposal import Proposal
from loaders.extraction.reporting import denies_part, takes_responsibility, teller
from loaders.extraction.sent_support import host_of, mode_of, regained
from loaders.extraction.sheet import Sheet, Statement
from loaders.extraction.sources import Source, source_of
from loaders.extraction.speech import Speech
from loaders.extraction.time_expressions import expressions
from loaders.extraction.tokens import offset

_TO_COME = (Modality.PLANNED, Modality.CONDITIONAL)
_OWN = Decision()
_DEEDS = (Relation.CAPTURED, Relation.DEPLOYED_TO)


class Builder:
    """Makes the claims of one article, a sentence at a time.

    Each method that makes claims returns whom they name, nobody when it makes none.
    """

    def __init__(
        self, article: Article, context: Context, lexicon: Lexicon,
        actors: Actors, places: Places, speech: Speech,
    ) -> None:  # fmt: skip
        """Resolve by way of the other rooms."""
        self._article = article
        self._context = context
        self._lexicon = lexicon
        self._speech = speech
        self._ends = Ends(context, lexicon, actors, places)
        self._doubts = Doubts(context, lexicon, actors)
        self._denials = Denials(context, lexicon, speech)
        self._said: Sequence[Claim] = ()

    def start(self, sentence: Span) -> None:
        """Begin a sentence."""
        self._sheet = Sheet(self._article, sentence)
        self._times = list(expressions(sentence, self._article.published))

    def finish(self) -> Sequence[Claim]:
        """Return the sentence's claims, and remember them for a denial that may follow."""
        claims = self._sheet.claims()
        self._said = claims or self._said
        return claims

    def notes(self) -> Sequence[Note]:
        """Return what the sentence seemed to state, where it gave no claim, and why it did not."""
        return self._sheet.notes()

    def post(self, post: Post) -> Sequence[Entity]:
        """Make the claim that a person leads an organisation."""
        person = _end(post.person, post.person_token)
        organisation = _end(post.organisation, post.organisation_token)
        self._sheet.add(Statement(Relation.LEADS, post.role, person, organisation, post.rule))
        return (post.person, post.organisation)

    def denial(self, verb: Token) -> Sequence[Entity]:
        """Make the claims of "Ankara denied it": what was said before, denied."""
        speaker = self._denials.speaker(verb)
        if speaker is None:
            return ()
        here = self._sheet.claims() if self._denials.is_of_its_sentence(verb) else []
        denied = list(self._denials.of(speaker, here)) or self._denials.of(speaker, self._said)
        for statement in denied:
            self._sheet.add(statement)
        return self._speech.entity(speaker)

    def propose(self, finding: Finding) -> Proposal:
        """Say whom a finding's words mean, and why it may make no claim."""
        source, speaker = self._told_by(finding)
        subject = self._ends.subject(finding, speaker)
        target = self._ends.object(finding, subject)
        doubt = self._doubts.of(finding, subject, target)
        if doubt is None and isinstance(target, Place) and finding.object is not None:
            self._context.note_place(target, offset(finding.object))  # "it" may follow
        return Proposal(finding, subject, target, source, speaker, doubt)

    def propose_pair(self, finding: Finding, subject: Actor, target: Entity) -> Proposal:
        """Put forward what the relation model found between two entities."""
        named = filter(None, (finding.subject, *finding.passed))
        if finding.relation is Relation.BACKS and any(
            self._lexicon.within(word, "mercenaries") for word in named
        ):
            finding = replace(finding, mode="mercenaries")
        elif regained(finding, self._lexicon):
            finding = replace(finding, mode="recaptured")
        source, speaker = self._told_by(finding)
        doubt = self._doubts.of_pair(finding, subject, target)
        return Proposal(finding, subject, target, source, speaker, doubt)

    def claim(self, proposal: Proposal, decision: Decision = _OWN) -> Sequence[Entity]:
        """Make a proposal's claim, or note why it makes none."""
        finding, speaker = proposal.finding, proposal.speaker
        subject, target = proposal.subject, proposal.target
        doubt = proposal.doubt or decision.doubt
        if doubt or subject is None or target is None:
            if doubt and (subject or target):  # with neither end known it is no news
                self._sheet.leave_out(finding, doubt)
            return ()
        rebels = finding.subject and self._lexicon.within(finding.subject, "own_side")
        if finding.relation in _DEEDS and not rebels:
            subject = self._context.organisation(subject)
        if speaker is not None:
            speaker = with_party(speaker, {subject.id, target.id}, self._context)
        statement = self._statement(proposal, subject, target, speaker, decision)
        self._sheet.add(statement)
        if (fact := presumed(statement, finding, self._lexicon)) is not None:
            self._sheet.add(fact)
        named = (subject, target, *self._speech.entity(speaker))
        return (*named, *self._deployment(finding, subject, target, statement))

    def _told_by(self, finding: Finding) -> tuple[Source | None, Speaker | None]:
        """Return according to whom; what is taken for granted is the writer's."""
        claimant = finding.subject and head_of_conjuncts(finding.subject)
        if claimant and takes_responsibility(claimant.head, self._lexicon):
            claimed = Source(claimant, claimant.head)
            return claimed, self._speech.speaker(claimed)
        if taken_for_granted(self._by_its_deed(finding), self._lexicon):
            return None, None
        if finding.subject and denies_part(finding.trigger, finding.object, self._lexicon):
            denier = Source(finding.subject, finding.trigger)
            return denier, self._speech.speaker(denier)
        source = self._accuser(finding) or source_of(finding.trigger, self._lexicon)
        return source, self._speech.speaker(source)

    def _by_its_deed(self, finding: Finding) -> Finding:
        """Return a finding that a verb of saying joins, by the noun that tells of the deed.

        "Announced sanctions against X in response to its *annexation* of Y".
        """
        if not self._lexicon.within(finding.trigger, "say", "announcing"):
            return finding
        deeds = (
            word
            for word in finding.passed
            for row in self._lexicon.nouns.get(word.lower_, ())
            if row.relation is finding.relation and case_of(word)
        )
        deed = next(deeds, None)
        return finding if deed is None else replace(finding, trigger=deed, subject=None)

    def _accuser(self, finding: Finding) -> Source | None:
        """Return who accuses, where the verb of accusing is itself taken for the deed's word."""
        verb, doer = finding.trigger, finding.subject
        if doer is None or not self._lexicon.within(verb, "allege") or verb.pos_ != "VERB":
            return None
        accused = [thing for thing in children(verb, "obj") if doer in thing.subtree]
        accuser = teller(verb) if accused and not is_passive(verb) else None
        return Source(accuser, verb) if accuser else None

    def _statement(
        self, proposal: Proposal, subject: Actor, target: Entity, speaker: Speaker | None,
        decision: Decision,
    ) -> Statement:  # fmt: skip
        finding, source = proposal.finding, proposal.source
        said = decision.said or meaning(finding, self._lexicon)
        saying = source.verb if source else None
        if saying == finding.trigger and finding.relation not in _DEEDS:
            saying = None  # "demanded on Monday that X withdraw": to say it is the deed
        deed = [word for word in (finding.subject,) if word is not None and is_event(word)]
        passed = (*finding.passed, *deed)
        when = times_of(finding.trigger, saying, self._times, passed, finding.object)
        if when.event is not None and said.modality in _TO_COME:
            when = when._replace(event=ahead(when.event, self._context.published))
        words = [word for word in (finding.subject, finding.object) if word is not None]
        first = min((word.sent.start for word in words), default=finding.trigger.sent.start)
        return Statement(
            finding.relation,
            mode_of(finding, self._lexicon),
            _end(subject, finding.subject),
            _end(target, finding.object),
            finding.rule,
            said,
            speaker,
            when,
            decision.by,
            finding.trigger.doc[first].sent,
        )

    def _deployment(
        self, finding: Finding, subject: Actor, target: Entity, support: Statement
    ) -> Sequence[Entity]:
        """Make the claim that troops sent to support a side went to its country."""
        host = host_of(finding, subject, target, self._lexicon, self._context)
        if host is None:
            return ()
        where = _end(host, finding.object)
        rule = f"sent to support:{finding.trigger.head.lower_}"
        self._sheet.add(
            replace(support, relation=Relation.DEPLOYED_TO, mode="troops", object=where, rule=rule)
        )
        return (host,)


def _end(entity: Entity, token: Token | None) -> End:
    """Return a claim's end, as the text has it where it names it."""
    mention = entity.name if token is None else mention_of(token)
    return End(id=entity.id, name=entity.name, mention=mention)
