"""According to whom: the innermost source of a statement."""

from dataclasses import dataclass

from spacy.tokens import Span, Token

from graph.model import Actor, Speaker
from graph.vocabulary import ActorKind
from loaders.extraction.actors import Actors
from loaders.extraction.context import Context
from loaders.extraction.lexicon import Lexicon
from loaders.extraction.phrases import (
    by_preposition,
    case_of,
    children,
    conjuncts,
    is_passive,
    phrase,
    subjects,
)

_OPEN, _CLOSE = "«“", "»”"


@dataclass(frozen=True, slots=True)
class Source:
    """The words that name a speaker, and the verb of saying, if there is one."""

    token: Token
    verb: Token | None


class Speech:
    """Finds speakers in one article; remembers who is speaking in a quotation."""

    def __init__(self, context: Context, actors: Actors, lexicon: Lexicon) -> None:
        """Name speakers by way of `actors`."""
        self._context = context
        self._actors = actors
        self._lexicon = lexicon
        self._last: Speaker | None = None
        self._open = False

    def start(self, sentence: Span) -> None:
        """Begin a sentence: note whether it starts inside a quotation."""
        self._inside = self._open
        for letter in sentence.text:
            self._open = (letter in _OPEN) or (self._open and letter not in _CLOSE)
        if '"' in sentence.text and sentence.text.count('"') % 2:
            self._open = not self._inside

    def start_paragraph(self) -> None:
        """Begin a paragraph; a quotation may go on, unless nobody was quoted."""
        self._open = self._open and self._last is not None

    def source(self, trigger: Token) -> Source | None:
        """Return the innermost source of what a trigger states."""
        node = trigger
        for _ in range(12):
            if found := self._beside(node):
                return found
            if node.head == node or node.dep_ == "root":
                return None
            if found := self._above(node):
                return found
            node = node.head
        return None

    def speaker(self, source: Source | None) -> Speaker | None:
        """Return who speaks; None for the writer and for an outlet that is only repeated."""
        if source is None:
            return self._last if self._inside else None
        spoken = self._named(self._author(source.token))
        self._last = spoken or self._last
        return spoken

    def _above(self, node: Token) -> Source | None:
        head = node.head
        lexicon = self._lexicon
        if head.pos_ in ("NOUN", "PROPN") and lexicon.within(head, "allege_nouns"):
            owner = children(head, "nmod:poss")
            return (
                Source(owner[0], None) if owner and node.dep_ in ("acl", "ccomp", "nmod") else None
            )
        speaks = lexicon.within(head, "say", "deny", "allege")
        governed = node.dep_ in ("ccomp", "xcomp", "advcl", "obj", "obl", "parataxis", "csubj")
        if not (speaks and governed) or is_passive(head):
            return None
        quiet = not lexicon.within(head, "deny", "allege")
        announced = node.dep_ == "obj" and lexicon.within(head, "announcing")
        if node.dep_ in ("obj", "obl") and quiet and not announced:
            return None
        if node.dep_ == "xcomp" and quiet and not lexicon.within(head, "claiming"):
            return None
        if node.dep_ == "advcl" and case_of(node) not in ("of", "for"):
            return None
        found = subjects(head)
        return Source(found[0], head) if found else None

    def _beside(self, node: Token) -> Source | None:
        """Return the source in "..., X said" and "according to X"."""
        for child in node.children:
            if child.dep_ in ("parataxis", "ccomp") and self._lexicon.within(child, "say"):
                own = children(child, "nsubj")
                if own and not children(child, "ccomp", "obj"):
                    return Source(conjuncts(own[0])[0], child)
            if child.dep_ in ("obl", "nmod", "advcl") and case_of(child).startswith("according"):
                return Source(child, None)
            for inner in children(child, "obl", "nmod"):
                if case_of(inner).startswith("according") or child.lower_ == "according":
                    return Source(inner, None)
        return None

    def _author(self, token: Token) -> Token:
        """Return whose "a statement" is: who issued it, or whom it is from."""
        if not self._lexicon.within(token, "documents"):
            return token
        named = by_preposition(token, "from|by|of") or children(token, "nmod:poss")
        if not named and token.dep_ == "obj":
            named = subjects(token.head)
        return named[0] if named else token

    def _named(self, token: Token) -> Speaker | None:
        mention = self.mention(token)
        if self._is_outlet(token, mention):
            return None
        if token.lower_ in ("he", "she", "they", "it", "who", "which", "that"):
            actor = self._actors.of(token)
            if actor is None:
                return self._last or Speaker(id=None, name=None, mention=mention)
            return Speaker(id=actor.id, name=actor.name, mention=mention)
        actor = None
        if self._lexicon.within(token, "persons"):
            actor = self._actors.person(token) or self._named_after(token)
        if actor is None and not self._lexicon.within(token, "persons"):
            actor = self._actors.of(token)
        if actor is None:
            return Speaker(id=None, name=None, mention=mention)
        return Speaker(id=actor.id, name=actor.name, mention=mention)

    def _named_after(self, token: Token) -> Actor | None:
        """Return the known person at the end of a long title."""
        _, end = phrase(token)
        after = token.doc[end : end + 1]
        return self._actors.person(after[0]) if len(after) and after[0].dep_ == "flat" else None

    def _is_outlet(self, token: Token, mention: str) -> bool:
        social = any(child.lower_ == "social" for child in token.children)
        news = any(child.lower_ == "news" for child in token.children)
        names = self._lexicon.classes["outlet_names"]
        return (
            (self._lexicon.within(token, "outlets") and not social)
            or (news and token.lower_ in ("agency", "channel", "site", "service"))
            or mention.casefold().removeprefix("the ") in names
            or token.lower_ in names
        )

    def party(self, speaker: Speaker, ends: set[str]) -> bool | None:
        """Say whether a speaker is, leads or speaks for one end of the claim; None: unnamed."""
        if speaker.id is None:
            return None
        sides = {speaker.id}
        if led := self._context.led.get(speaker.id):
            sides.add(led.id)
        entry = self._context.registry.entry(speaker.id)
        if entry is not None:
            sides |= {post.id for post in (*entry.leads, *entry.part_of)}
        return bool(sides & ends)

    @staticmethod
    def mention(token: Token) -> str:
        """Return a phrase as the text has it."""
        start, end = phrase(token)
        doc = token.doc
        while end < len(doc) and doc[end].pos_ == "PROPN" and start <= doc[end].head.i < end:
            end += 1  # "Secretary of Defense Lloyd Austin"
        return str(doc[start:end].text)

    def side(self, speaker: Speaker | None) -> str | None:
        """Return the id of the organisation that a speaker leads or speaks for."""
        if speaker is None or speaker.id is None:
            return None
        if led := self._context.led.get(speaker.id):
            return led.id
        entry = self._context.registry.entry(speaker.id)
        if entry is None:
            return None
        if entry.kind is not ActorKind.PERSON:
            return speaker.id
        posts = self._context.registry.led_by(
            speaker.id, self._context.published, ("head", "commander", "minister", "spokesperson")
        )
        return posts[0].id if posts else None
