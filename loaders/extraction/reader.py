"""Reads the parsed paragraphs of one article: each sentence's posts, findings and denials."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from graph.model import Actor, Article, Claim, Entity, Note
from loaders.extraction.actors import Actors
from loaders.extraction.claims import Builder
from loaders.extraction.clauses import objects
from loaders.extraction.context import Context
from loaders.extraction.decision import Decision
from loaders.extraction.finding import Finding
from loaders.extraction.frames import findings
from loaders.extraction.judging import Judging
from loaders.extraction.lexicon import Lexicon
from loaders.extraction.mentions import namings_of
from loaders.extraction.phrases import hint_of, keep_children
from loaders.extraction.places import Places
from loaders.extraction.posts import Posts
from loaders.extraction.proposal import Proposal
from loaders.extraction.relations.candidates import Candidate, Candidates, Form
from loaders.extraction.relations.verdict import Key
from loaders.extraction.relations.windows import is_parsed
from loaders.extraction.speech import Speech
from loaders.extraction.tokens import offset
from loaders.extraction.trace import Record, Trace

_NAMING = ("flat", "appos", "nmod:desc", "conj")
_WITHIN = ("amod", "compound", "nmod:desc", "flat")


class Reader:
    """Reads one article from its start to its end."""

    def __init__(
        self, article: Article, context: Context, lexicon: Lexicon, judge: Judging | None,
        record: Record | None = None,
    ) -> None:  # fmt: skip
        """Begin an article; without a judge the frames decide alone.

        `record` is called with what each sentence's reading went through.
        """
        self.claims: list[Claim] = []
        self.entities: dict[str, Entity] = {}
        self.notes: list[Note] = []
        self._context = context
        self._lexicon = lexicon
        self._actors = Actors(context, lexicon)
        self._places = Places(context, lexicon)
        self._speech = Speech(self._actors, lexicon)
        self._posts = Posts(context, self._actors, lexicon)
        self._builder = Builder(article, context, lexicon, self._actors, self._places, self._speech)
        self._candidates = Candidates(lexicon, self._actors, self._places)
        self._judge = judge
        self._record = record

    def read(self, doc: Doc) -> None:
        """Read one paragraph; sentences that were not parsed only name whom pronouns mean."""
        keep_children(doc)
        self._speech.start_paragraph()
        if self._judge:
            self._judge.start_paragraph(doc)
        for sentence in doc.sents if len(doc) else ():
            self._context.sentence += 1
            self._speech.start(sentence)
            trace = Trace(sentence, self._context, is_parsed(sentence))
            for token in sentence:
                if trace.parsed:
                    self._remember_place(token)
                self._remember_actor(token, trace)
            if trace.parsed:
                self._read_sentence(trace)
                self._speech.hear(sentence)
            elif self._judge:
                self._judge.pass_over()
            if self._record:
                self._record(trace)

    def _read_sentence(self, trace: Trace) -> None:
        sentence = trace.sentence
        self._builder.start(sentence)
        for post in self._posts.of(sentence):
            self._context.led.setdefault(post.person.id, post.organisation)
            self._keep(self._builder.post(post))
        blind = self._judge is not None and self._judge.rulings.blind
        seen = () if blind else findings(sentence, self._lexicon)
        proposals = [self._builder.propose(finding) for finding in seen]
        for proposal, decision in self._decided(trace, proposals):
            trace.decided.append((proposal, decision))
            self._keep(self._builder.claim(proposal, decision))
        for verb in sentence:
            self._keep(self._builder.denial(verb))
        trace.claims = self._builder.finish()
        self.claims += trace.claims
        self.notes += self._builder.notes()

    def _decided(
        self, trace: Trace, proposals: Sequence[Proposal]
    ) -> Iterator[tuple[Proposal, Decision]]:
        """Return the frames' proposals and the model's own, each with what was decided on it."""
        if self._judge is None:
            yield from ((proposal, Decision()) for proposal in proposals)
            return
        trace.candidates = self._candidates.of(trace.sentence)
        trace.verdicts = self._judge.judge(trace.sentence, trace.candidates, proposals)
        rulings, told, held = self._judge.rulings, set(), []
        for proposal in proposals:
            decision = rulings.on_frames(proposal, trace.verdicts)
            yield proposal, decision
            if decision.doubt:
                continue
            held.append(proposal)
            if proposal.subject and proposal.target and not proposal.doubt:
                told.add(self._deed(proposal.finding, proposal.subject, proposal.target))
        for verdict in rulings.likely(trace.verdicts.values()):
            finding, (subject, target) = verdict.finding, verdict.ends
            deed = self._deed(finding, subject, target)
            if deed in told:
                continue
            told.add(deed)
            ruling = rulings.on_its_own(verdict, held)
            own = self._builder.propose_pair(finding, subject, target)
            yield own, ruling
            if not ruling.doubt:
                held.append(own)

    def _deed(self, finding: Finding, subject: Actor, target: Entity) -> Key:
        """Return what a statement is about: what a leader does, his side does."""
        return finding.relation, self._context.organisation(subject).id, target.id

    def _keep(self, entities: Sequence[Entity]) -> None:
        self.entities.update({entity.id: entity for entity in entities})

    def _is_of_who_speaks(self, token: Token) -> bool:
        """Say whether a capital does something, or somebody speaks from there: no town is meant."""
        verb = token.head
        if token.dep_ == "obl":
            return self._lexicon.within(verb, "say")
        return token.dep_ == "nsubj" and bool(namings_of(token)) and bool(objects(verb))

    def _remember_place(self, token: Token) -> None:
        """Note a place that is named, for "there" and "the town" that follow."""
        if token.pos_ != "PROPN" or token.dep_ in _WITHIN or self._is_of_who_speaks(token):
            return
        place = self._places.of(token, known_only=True)
        person = hint_of(token) == "person"
        if place and (not person or place.country == self._context.country):
            self._context.note_place(place, offset(token))

    def _remember_actor(self, token: Token, trace: Trace) -> None:
        """Note an actor that is named, for "they" and "the group" that follow."""
        parsed, named = trace.parsed, namings_of(token)
        side = parsed and self._lexicon.within(token, "sides")
        describes = parsed and token.dep_ in _WITHIN and token.i < token.head.i
        if describes or not (named or side):
            return
        top = token
        while top.dep_ in _NAMING and top.head.i < top.i:
            top = top.head
        subject = top.dep_ in ("nsubj", "nsubj:pass") or (not parsed and token.i < 3)
        if actor := self._actors.of(token):
            self._context.note(actor, offset(token), subject)
            self._context.calling.note(token, actor, self._lexicon)
            form = Form.NAME if named else Form.NOUN
            trace.named.append(Candidate(token, actor, None, form))
