"""According to whom: the speaker that a source names, in quotations too."""

from spacy.tokens import Span, Token

from graph.model import Actor, Speaker
from loaders.extraction.actors import Actors
from loaders.extraction.lexicon import Lexicon
from loaders.extraction.phrases import children, hint_of, mention_of, phrase
from loaders.extraction.quotations import CLOSE, MARKS, OPEN, STRAIGHT, is_open_after
from loaders.extraction.reporting import teller
from loaders.extraction.sources import Source, author_of

_NO_PERSON = ("organization", "place")
_SPOKESPERSON = "spokesperson"
_FARTHEST = 5
"""Sentences after the one that opens a quotation in which who speaks is looked for."""


class Speech:
    """Names the speakers of one article; remembers who is speaking in a quotation."""

    def __init__(self, actors: Actors, lexicon: Lexicon) -> None:
        """Name speakers by way of `actors`."""
        self._actors = actors
        self._lexicon = lexicon
        self._last: Speaker | None = None
        self._here: Speaker | None = None
        self._open = False
        self._inside = self._whole = False

    def start_paragraph(self) -> None:
        """Begin a paragraph; a quotation may go on, unless nobody was quoted."""
        self._open = self._open and self._last is not None
        self._here = None

    def start(self, sentence: Span) -> None:
        """Begin a sentence: note whether it starts inside a quotation, opens one, or is one."""
        text = sentence.text.strip()
        self._inside = self._open
        self._open = is_open_after(text, self._inside)
        opens = text.startswith((*OPEN, STRAIGHT)) and not any(mark in text[1:-1] for mark in MARKS)
        self._whole = opens
        if opens and self._open and not self._inside and (spoken := self._spoken_at_end(sentence)):
            self._here = self._last = spoken
        self._actors.quote(self.entity(self._quoted))

    def _spoken_at_end(self, first: Span) -> Speaker | None:
        """Return who speaks where that is told where a quotation of some sentences ends."""
        sentence = first
        for _ in range(_FARTHEST):
            if sentence.end >= len(first.doc):
                return None
            sentence = first.doc[sentence.end].sent
            if not is_open_after(sentence.text.strip(), inside=True):
                return self._spoken_after(sentence)
        return None

    def _spoken_after(self, sentence: Span) -> Speaker | None:
        """Return who speaks in '..., he said': the one who is named after the mark that closes."""
        marks = [token.i for token in sentence if token.text in (*CLOSE, STRAIGHT)]
        for verb in sentence.doc[marks[0] : sentence.end] if marks else ():
            if verb.pos_ == "VERB" and self._lexicon.within(verb, "say"):
                told = teller(verb)
                return self._named(author_of(told, self._lexicon)) if told is not None else None
        return None

    def hear(self, sentence: Span) -> None:
        """Remember who says something in a parsed sentence, and whom it quotes."""
        text = sentence.text
        quotes = self._inside or any(mark in text for mark in MARKS)
        for verb in sentence:
            if verb.pos_ == "VERB" and self._lexicon.within(verb, "say"):
                told = teller(verb)
                spoken = self._named(author_of(told, self._lexicon)) if told is not None else None
                if spoken and not self._lexicon.has(spoken.mention.casefold(), "person_pronouns"):
                    self._here = spoken
                    self._last = spoken if quotes else self._last

    @property
    def _quoted(self) -> Speaker | None:
        """Return who speaks where nobody is named: inside a quotation, or in his next sentence."""
        if self._inside:
            return self._last
        return self._here if self._whole else None

    def speaker(self, source: Source | None) -> Speaker | None:
        """Return who speaks; None for the writer and for an outlet that is only repeated."""
        if source is None:
            return self._quoted
        spoken = self._named(author_of(source.token, self._lexicon))
        self._last = spoken or self._last
        return spoken

    def entity(self, speaker: Speaker | None) -> tuple[Actor, ...]:
        """Return the actor that a speaker is, nobody when the text does not name him."""
        if speaker is None or speaker.id is None:
            return ()
        return (self._actors.by_id(speaker.id, speaker.name or speaker.mention),)

    def _named(self, token: Token) -> Speaker | None:
        token = self._by_name(token)
        mention = mention_of(token)
        if self._is_outlet(token, mention):
            return None
        if self._here and self._lexicon.within(token, "person_pronouns"):
            return self._here
        pronoun = self._lexicon.within(token, "speaker_pronouns")
        actor = self._actors.of(token) if pronoun else self._actor(token)
        if actor is not None:
            return Speaker(id=actor.id, name=actor.name, mention=mention)
        unnamed = Speaker(id=None, name=None, mention=_with_phrases(token))
        return (self._last or unnamed) if pronoun else unnamed

    def _actor(self, token: Token) -> Actor | None:
        if self._lexicon.within(token, "persons"):
            return self._actors.person(token) or self._named_after(token)
        return self._actors.of(token)

    def _by_name(self, token: Token) -> Token:
        """Return the name that stands after a title, in "the group's leader, John Doe, said"."""
        titled = token.pos_ == "NOUN" or self._lexicon.within(token, "persons")
        if not titled or children(token, "flat"):
            return token
        named = children(token, "appos")
        named += [c for c in children(token, "conj") if not children(c, "cc")]  # so parsed at times
        names = [c for c in named if c.pos_ == "PROPN" and c.i > token.i]
        # "a spokesman for the council, John Doe,": parses hang him on the council
        of_whom = [c for part in children(token, "nmod") for c in children(part, "appos")]
        speaks = self._lexicon.titles.get(token.lower_) == _SPOKESPERSON
        of_whom = [c for c in of_whom if speaks or hint_of(c) not in _NO_PERSON]
        names += [c for c in of_whom if c.pos_ == "PROPN"]
        return names[0] if names else token

    def _named_after(self, token: Token) -> Actor | None:
        """Return the known person at the end of a long title."""
        _, end = phrase(token)
        after = token.doc[end : end + 1]
        return self._actors.person(after[0]) if len(after) and after[0].dep_ == "flat" else None

    def _is_outlet(self, token: Token, mention: str) -> bool:
        """Say whether a phrase names news media, which only repeat what others say."""
        beside = {child.lower_ for child in token.children}
        named = mention.casefold().removeprefix("the ")
        return (
            (self._lexicon.within(token, "outlets") and "social" not in beside)
            or ("news" in beside and self._lexicon.within(token, "news_outlets"))
            or self._lexicon.has(named, "outlet_names")
            or self._lexicon.within(token, "outlet_names")
        )


def _with_phrases(token: Token) -> str:
    """Return a phrase with what says whose or where he is: "a spokesman *for the army*"."""
    start, end = phrase(token)
    for part in children(token, "nmod"):
        inner = [word.i for word in part.subtree]
        if inner[0] == end and len(inner) == inner[-1] - inner[0] + 1 and not _clauses(part):
            end = inner[-1] + 1
    return str(token.doc[start:end].text)


def _clauses(part: Token) -> bool:
    return any(word.dep_ in ("acl:relcl", "acl", "punct") for word in part.subtree)
