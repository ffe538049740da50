"""The registry's data files: what one entry says, and what is checked when they are read."""

import json
from collections import defaultdict
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Annotated, Any, NamedTuple, Self

from pydantic import BeforeValidator, Field, ValidationError, model_validator

from graph.errors import InvalidInput
from graph.model import ActorId, PartialDate, Shape
from graph.names import normal, slug
from graph.vocabulary import RELATIONS, ActorKind, Relation

FOLDER: Traversable = files(__package__) / "known"
_ROLES = {*RELATIONS[Relation.LEADS].modes, *RELATIONS[Relation.PART_OF].modes}


class Alias(Shape):
    """Another name, for a time, or only where a text is about certain countries."""

    name: str = Field(min_length=1)
    since: PartialDate | None = Field(default=None, alias="from")
    until: PartialDate | None = None
    where: tuple[str, ...] = Field(default=(), description="ISO alpha-2 codes.")


def _alias(value: object) -> object:
    return {"name": value} if isinstance(value, str) else value


AliasField = Annotated[Alias, BeforeValidator(_alias)]


class Membership(Shape):
    """A person's post, or an organisation's place in another, for a time."""

    id: ActorId
    role: str
    since: PartialDate | None = Field(default=None, alias="from")
    until: PartialDate | None = None


class Entry(Shape):
    """One known actor."""

    id: ActorId
    name: str
    label: str
    kind: ActorKind
    country: str | None = Field(default=None, pattern="^[A-Z]{2}$")
    since: PartialDate | None = Field(default=None, alias="from")
    until: PartialDate | None = None
    aliases: tuple[AliasField, ...] = ()
    demonyms: tuple[AliasField, ...] = ()
    metonyms: tuple[AliasField, ...] = ()
    part_of: tuple[Membership, ...] = ()
    leads: tuple[Membership, ...] = ()

    @model_validator(mode="after")
    def _is_sound(self) -> Self:
        if self.id != f"actor:{slug(self.name)}":
            raise ValueError(f"id {self.id} is not made from the name {self.name!r}")
        if bad := {post.role for post in (*self.leads, *self.part_of)} - _ROLES:
            raise ValueError(f"{self.id}: roles {sorted(bad)} are not modes of leads or part-of")
        return self

    def names(self) -> tuple[Alias, ...]:
        """Return every name that is not an adjective or a seat."""
        return (Alias(name=self.name), *self.aliases)


class Line(NamedTuple):
    """One actor as it stands in a file."""

    file: str
    number: int
    text: str

    def row(self) -> dict[str, Any]:
        """Return its fields, not checked; raises InvalidInput where it is not a JSON object."""
        try:
            row = json.loads(self.text)
        except ValueError as error:
            raise self.refused(f"not JSON: {error}") from error
        if not isinstance(row, dict):
            raise self.refused(f"not a JSON object: {self.text[:60]!r}")
        return row

    def made(self) -> Entry:
        """Return the actor; raises InvalidInput naming the field that is not sound."""
        try:
            return Entry.model_validate(self.row())
        except ValidationError as error:
            problem = error.errors()[0]
            where = ".".join(str(part) for part in problem["loc"])
            raise self.refused(f"{where} {problem['msg']}".strip()) from error

    def refused(self, reason: str) -> InvalidInput:
        """Return the error that names the line and the reason."""
        return InvalidInput(f"{self.file}:{self.number}: {reason}")


def lines(folder: Traversable = FOLDER) -> Iterator[Line]:
    """Yield every actor of the files as it stands there, in the order of the files' names."""
    for file in sorted(folder.iterdir(), key=lambda f: f.name):
        if file.name.endswith(".jsonl"):
            for number, text in enumerate(file.read_text("utf-8").splitlines()[1:], start=2):
                yield Line(file.name, number, text)


def read_known(folder: Traversable = FOLDER) -> dict[str, Entry]:
    """Return every entry by id, once they agree with each other.

    Raises InvalidInput naming the file and line, or the two actors that cannot be told apart.
    """
    entries: dict[str, Entry] = {}
    for line in lines(folder):
        entry = line.made()
        if entry.id in entries:
            raise line.refused(f"{entry.id} is there already")
        entries[entry.id] = entry
    _check_references(entries)
    _check_aliases(entries)
    return entries


def _check_references(entries: dict[str, Entry]) -> None:
    for entry in entries.values():
        for post in (*entry.leads, *entry.part_of):
            if post.id not in entries:
                raise InvalidInput(f"{entry.id} names {post.id}, which no file holds")


def _check_aliases(entries: dict[str, Entry]) -> None:
    """Refuse an alias that two actors have at one time, with no countries to tell them apart."""
    holders: dict[str, list[tuple[str, Alias]]] = defaultdict(list)
    for entry in entries.values():
        for alias in (*entry.names(), *entry.demonyms, *entry.metonyms):
            holders[normal(alias.name)].append((entry.id, alias))
    for name, held in holders.items():
        for index, (first, one) in enumerate(held):
            for second, other in held[index + 1 :]:
                if first != second and _clash(one, other):
                    raise InvalidInput(f"{name!r} is a name of both {first} and {second}")


def _clash(one: Alias, other: Alias) -> bool:
    overlap = (one.since or "") <= (other.until or "9999") + "-99" and (other.since or "") <= (
        one.until or "9999"
    ) + "-99"
    apart = bool(one.where) != bool(other.where) or (
        bool(one.where) and not set(one.where) & set(other.where)
    )
    return overlap and not apart
