"""When a claim and a label say the same: one relation, and at both ends one of the right names."""

import re
from functools import cache
from typing import Protocol
from unicodedata import combining, normalize

from graph.vocabulary import Relation

_WORD = re.compile(r"\w+")
_ENDINGS = "(?:n|s|ns|an|ian|ish|i|ese)?"
"""What a name may have at its end beside the labelled one: "Iraq" is right for "Iraqi"."""


class Named(Protocol):
    """An end or a speaker."""

    @property
    def id(self) -> str | None:
        """Return the id, if it has one."""
        ...

    @property
    def name(self) -> str | None:
        """Return the name, if it has one."""
        ...

    @property
    def mention(self) -> str:
        """Return the wording of the text."""
        ...


class Stated(Protocol):
    """A claim: who does what to whom."""

    @property
    def relation(self) -> Relation:
        """Return what is done."""
        ...

    @property
    def subject(self) -> Named:
        """Return who does it."""
        ...

    @property
    def object(self) -> Named:
        """Return to whom or where."""
        ...


class Labelled(Protocol):
    """A label: who does what to whom, each end by its right names, split by |; * is any."""

    @property
    def relation(self) -> Relation:
        """Return what is done."""
        ...

    @property
    def subject(self) -> str:
        """Return the names of who does it."""
        ...

    @property
    def object(self) -> str:
        """Return the names of to whom or where."""
        ...

    @property
    def flag(self) -> str:
        """Return "s" where either direction is right."""
        ...


@cache
def plain(name: str) -> str:
    """Return a name's words without case and accents, by one blank."""
    letters = normalize("NFKD", name).casefold()
    return " ".join(_WORD.findall("".join(c for c in letters if not combining(c))))


def right_name(names: str, end: Named | None) -> bool:
    """Say whether one of the names, split by |, stands word by word in what an end is called."""
    if end is None:
        return False
    if names == "*":
        return True
    pattern = _pattern(names)
    return pattern is not None and bool(pattern.search(_called(end.name, end.mention, end.id)))


def same(label: Labelled, claim: Stated) -> bool:
    """Say whether a claim is the one that a label describes, whatever is said of it beside."""
    if label.relation is not claim.relation:
        return False
    if right_name(label.subject, claim.subject) and right_name(label.object, claim.object):
        return True
    turned = label.flag == "s" and right_name(label.subject, claim.object)
    return turned and right_name(label.object, claim.subject)


@cache
def _pattern(names: str) -> re.Pattern[str] | None:
    """Return what finds any of the names; None: none of them has a word."""
    words = [re.escape(name) for name in map(plain, names.split("|")) if name]
    return re.compile(rf"\b(?:{'|'.join(words)}){_ENDINGS}\b") if words else None


@cache
def _called(*names: str | None) -> str:
    """Return all that an end is called, a line each, so that no name runs over two of them."""
    return "\n".join(plain(name) for name in names if name)
