"""Who leads whom: titles beside names, and organisations called by their leader."""

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Span, Token

from graph.model import Actor
from graph.vocabulary import ActorKind
from loaders.extraction.actors import Actors
from loaders.extraction.context import Context
from loaders.extraction.lexicon import Lexicon
from loaders.extraction.mentions import namings_of
from loaders.extraction.phrases import by_preposition, case_of, children, conjuncts

_LINKS = ("compound", "nmod:desc", "flat", "appos", "amod", "nmod")
_ARMED = (ActorKind.MILITARY, ActorKind.ARMED_GROUP, ActorKind.GOVERNMENT, ActorKind.COALITION)


class Post(NamedTuple):
    """A person, in a role, of an organisation, as a sentence says."""

    person: Actor
    role: str
    organisation: Actor
    title: Token
    person_token: Token
    organisation_token: Token
    rule: str


class Posts:
    """Finds posts in the sentences of one article."""

    def __init__(self, context: Context, actors: Actors, lexicon: Lexicon) -> None:
        """Resolve names by way of `actors`."""
        self._context = context
        self._actors = actors
        self._lexicon = lexicon

    def of(self, sentence: Span) -> Iterator[Post]:
        """Return the posts that a parsed sentence states."""
        for token in sentence:
            if token.lower_ in self._lexicon.titles and token.dep_ != "dep":
                yield from self._titled(token)
            elif namings_of(token):
                yield from self._possessed(token)

    def _titled(self, title: Token) -> Iterator[Post]:
        role = self._role(title)
        if role is None:
            return
        for name in self._names(title):
            person = self._actors.of(name)
            if person is None or person.kind not in (ActorKind.PERSON, ActorKind.UNKNOWN):
                continue
            side = self._side(title, name)
            if side is None or side[0].id == person.id:
                return
            yield Post(person, role, side[0], title, name, side[1], f"title:{title.lower_}")
            return

    def _role(self, title: Token) -> str | None:
        """Return the role of the longest title that ends here; None for a former one."""
        before = [c for c in title.children if c.i < title.i]
        words = [c.lower_ for c in before] + [c.lower_ for c in title.head.children]
        if self._lexicon.no_title & set(words):
            return None
        if title.i and title.nbor(-1).lower_ in self._lexicon.no_title:
            return None
        longer = f"{title.nbor(-1).lower_} {title.lower_}" if title.i else ""
        return self._lexicon.titles.get(longer) or self._lexicon.titles[title.lower_]

    def _names(self, title: Token) -> list[Token]:
        """Return the names that stand beside a title: "President X", "X, the spokesman"."""
        names = [c for c in children(title, *_LINKS) if c.pos_ == "PROPN" and c.i > title.i]
        head = title.head
        if title.dep_ in _LINKS and head.pos_ == "PROPN":
            names.append(head)
        if title.dep_ == "conj" and title.head.dep_ == "appos":
            names.append(title.head.head)
        return [name for name in names if not case_of(name) or name == head]

    def _side(self, title: Token, name: Token) -> tuple[Actor, Token] | None:
        """Return whose title it is: "GNA Prime Minister", "spokesman for Haftar's forces"."""
        beside = [
            part
            for word in (title, name)
            for child in children(word, "amod", "compound", "nmod:poss", "nmod:desc")
            if child != title and child != name and child.i < max(title.i, name.i)
            for part in conjuncts(child)
        ]
        after = by_preposition(title, "of|for|in") or by_preposition(name, "of|for")
        for token in (*after, *beside):
            if self._lexicon.within(token, "office_parts"):
                continue
            actor = self._actors.of(token)
            if actor is None or token.dep_ != "nmod:poss" and actor.kind is ActorKind.PERSON:
                continue
            organisation = self._context.organisation(actor)
            if organisation.kind is not ActorKind.PERSON:
                return organisation, token
        return None

    def _possessed(self, token: Token) -> Iterator[Post]:
        """Return the post in "Haftar's Libyan National Army"."""
        holders = [*children(token, "nmod:poss")]
        if token.dep_ == "compound":
            holders += children(token.head, "nmod:poss")
        for holder in holders:
            person, organisation = self._actors.of(holder), self._actors.of(token)
            if person is None or organisation is None or holder.pos_ != "PROPN":
                continue
            leads = any(post.id == organisation.id for post in person.leads)
            if person.kind is ActorKind.PERSON and (organisation.kind in _ARMED or leads):
                yield Post(person, "head", organisation, token, holder, token, "possessive")
