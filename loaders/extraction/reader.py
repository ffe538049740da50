"""Reads the parsed paragraphs of one article: each sentence's posts, findings and denials."""

from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

from graph.model import Article, Claim, Entity, Note
from loaders.extraction.actors import Actors
from loaders.extraction.claims import Builder
from loaders.extraction.context import Context
from loaders.extraction.frames import findings
from loaders.extraction.lexicon import Lexicon
from loaders.extraction.mentions import namings_of
from loaders.extraction.places import Places
from loaders.extraction.posts import Posts
from loaders.extraction.speech import Speech
from loaders.extraction.tokens import offset

_NAMING = ("flat", "appos", "nmod:desc", "conj")
_WITHIN = ("amod", "compound", "nmod:desc", "flat")


class Reader:
    """Reads one article from its start to its end."""

    def __init__(
        self, article: Article, extractor: str, context: Context, lexicon: Lexicon
    ) -> None:
        """Begin an article; `extractor` is the name that its claims carry."""
        self.claims: list[Claim] = []
        self.entities: dict[str, Entity] = {}
        self.notes: list[Note] = []
        self._context = context
        self._lexicon = lexicon
        self._actors = Actors(context, lexicon)
        self._places = Places(context, lexicon)
        self._speech = Speech(self._actors, lexicon)
        self._posts = Posts(context, self._actors, lexicon)
        self._builder = Builder(
            article, extractor, context, lexicon, self._actors, self._places, self._speech
        )

    def read(self, doc: Doc) -> None:
        """Read one paragraph; sentences that were not parsed only name whom pronouns mean."""
        self._speech.start_paragraph()
        for sentence in doc.sents if len(doc) else ():
            self._context.sentence += 1
            self._speech.start(sentence)
            parsed = any(token.dep_ == "root" for token in sentence)
            for token in sentence:
                if parsed:
                    self._remember_place(token)
                self._remember_actor(token, parsed)
            if parsed:
                self._read_sentence(sentence)

    def _read_sentence(self, sentence: Span) -> None:
        self._builder.start(sentence)
        for post in self._posts.of(sentence):
            self._context.led.setdefault(post.person.id, post.organisation)
            self._keep(self._builder.post(post))
        for finding in findings(sentence, self._lexicon):
            self._keep(self._builder.claim(finding))
        for verb in sentence:
            self._keep(self._builder.denial(verb))
        self.claims += self._builder.finish()
        self.notes += self._builder.notes()

    def _keep(self, entities: Sequence[Entity]) -> None:
        self.entities.update({entity.id: entity for entity in entities})

    def _remember_place(self, token: Token) -> None:
        """Note a place that is named, for "there" and "the town" that follow."""
        if token.pos_ != "PROPN" or token.dep_ in _WITHIN:
            return
        place = self._places.of(token, known_only=True)
        person = token.doc.user_data["kinds"][token.i] == "person"
        if place and (not person or place.country == self._context.country):
            self._context.note_place(place, offset(token))

    def _remember_actor(self, token: Token, parsed: bool) -> None:
        """Note an actor that is named, for "they" and "the group" that follow."""
        side = parsed and self._lexicon.within(token, "sides")
        describes = parsed and token.dep_ in _WITHIN and token.i < token.head.i
        if describes or not (namings_of(token) or side):
            return
        top = token
        while top.dep_ in _NAMING and top.head.i < top.i:
            top = top.head
        subject = top.dep_ in ("nsubj", "nsubj:pass") or (not parsed and token.i < 3)
        if actor := self._actors.of(token):
            self._context.note(actor, offset(token), subject)
