"""The lexicon: words that state a relation, read from data files and checked."""

import tomllib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, Self, TypeVar

from pydantic import Field, ValidationError, model_validator
from spacy.tokens import Token

from graph.errors import InvalidInput
from graph.model import Shape
from graph.vocabulary import RELATIONS, Modality, Polarity, Relation
from loaders.extraction.inflection import plural_forms, verb_forms

FOLDER: Traversable = files(__package__) / "lexicon_data"


class Row(Shape):
    """What every row says: the relation and the mode."""

    relation: Relation
    mode: str

    @model_validator(mode="after")
    def _mode_is_one_of_the_relation(self) -> Self:
        if self.mode not in RELATIONS[self.relation].modes:
            raise ValueError(f"{self.mode} is no mode of {self.relation}")
        return self


R = TypeVar("R", bound=Row)


class VerbRow(Row):
    """Verbs that state a relation; verbs.toml says what each key means."""

    verbs: tuple[str, ...]
    subject: str = "subject"
    object: str
    theme: str | None = None
    theme_in: str = "object"
    with_noun: str | None = Field(default=None, alias="with")
    subject_class: str | None = None
    modality: Modality = Modality.ACTUAL
    polarity: Polarity = Polarity.AFFIRMED
    known_only: bool = False
    no_country: bool = False
    moving: bool = False
    object_class: str | None = None


class NounRow(Row):
    """Nouns that state a relation; nouns.toml says what each key means."""

    nouns: tuple[str, ...]
    subject: str = ""
    object: str
    between: bool = False


class ModifierRow(Row):
    """Adjectives and participles that tie two names; modifiers.toml says what each key means."""

    words: tuple[str, ...]
    prepositions: str = ""


@dataclass(frozen=True, slots=True)
class Verb:
    """One verb of a row, with its particle, if it has one."""

    row: VerbRow
    infinitive: str
    particle: str | None


@dataclass(frozen=True)
class Lexicon:
    """All rows by the forms of their words, and the classes of words."""

    verbs: dict[str, list[Verb]]
    nouns: dict[str, list[NounRow]]
    compounds: dict[str, list[ModifierRow]]
    prepositions: dict[str, list[ModifierRow]]
    classes: dict[str, frozenset[str]]
    titles: dict[str, str]
    no_title: frozenset[str]
    triggers: frozenset[str] = field(default_factory=frozenset)

    def within(self, token: Token, *names: str) -> bool:
        """Say whether a token is a word of one of these classes."""
        return any(token.lower_ in self.classes[name] for name in names)


def read_lexicon(folder: Traversable = FOLDER) -> Lexicon:
    """Return the lexicon; raises InvalidInput that names the file and the row."""
    forms = _read(folder, "forms")
    classes = {
        name: frozenset(_class_forms(words, forms))
        for name, words in _read(folder, "classes").items()
    }
    verbs = _verbs(_rows(folder, "verbs", "verb", VerbRow), forms["verbs"])
    nouns = _by_form(_rows(folder, "nouns", "noun", NounRow), "nouns", forms["nouns"])
    compounds = _by_form(_rows(folder, "modifiers", "compound", ModifierRow), "words", None)
    prepositions = _by_form(_rows(folder, "modifiers", "preposition", ModifierRow), "words", None)
    for uses in verbs.values():
        for use in uses:
            if (
                bad := {use.row.theme, use.row.subject_class, use.row.object_class}
                - {None}
                - set(classes)
            ):
                raise InvalidInput(
                    f"verbs.toml: {use.infinitive}: no class {sorted(map(str, bad))}"
                )
    titles = _read(folder, "titles")
    no_title = frozenset(titles.pop("not"))
    roles = {title: role for role, table in titles.items() for title in table["titles"]}
    triggers = frozenset((*verbs, *nouns, *compounds, *prepositions))
    return Lexicon(verbs, nouns, compounds, prepositions, classes, roles, no_title, triggers)


def _read(folder: Traversable, name: str) -> dict[str, Any]:  # Any: whatever TOML holds
    try:
        return tomllib.loads((folder / f"{name}.toml").read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise InvalidInput(f"{name}.toml: {error}") from error


def _rows(folder: Traversable, file: str, table: str, shape: type[R]) -> list[R]:
    rows = []
    for number, row in enumerate(_read(folder, file)[table], start=1):
        try:
            rows.append(shape.model_validate(row))
        except ValidationError as error:
            raise InvalidInput(f"{file}.toml, {table} {number}: {error}") from error
    return rows


def _verbs(rows: Iterable[VerbRow], irregular: dict[str, list[str]]) -> dict[str, list[Verb]]:
    found: dict[str, list[Verb]] = defaultdict(list)
    for row in rows:
        for infinitive in row.verbs:
            verb, _, particle = infinitive.partition(" ")
            for form in verb_forms(verb, irregular):
                found[form].append(Verb(row, infinitive, particle or None))
    return dict(found)


def _by_form(
    rows: Iterable[R], words: str, irregular: dict[str, list[str]] | None
) -> dict[str, list[R]]:
    found: dict[str, list[R]] = defaultdict(list)
    for row in rows:
        for word in getattr(row, words):
            for form in plural_forms(word, irregular) if irregular is not None else [word]:
                found[form].append(row)
    return dict(found)


def _class_forms(words: Iterable[str], forms: dict[str, Any]) -> set[str]:
    """Return every form that the words of a class can take, be they verbs or nouns."""
    return {
        form
        for word in words
        for form in (*verb_forms(word, forms["verbs"]), *plural_forms(word, forms["nouns"]))
    }
