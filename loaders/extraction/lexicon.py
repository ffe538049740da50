"""The lexicon: words that state a relation, read from data files and checked."""

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field
from functools import cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

from pydantic import ValidationError
from spacy.tokens import Token

from graph.errors import InvalidInput
from graph.vocabulary import RELATIONS, Relation
from loaders.extraction.inflection import plural_forms, verb_forms
from loaders.extraction.rows import ModifierRow, NounRow, Row, VerbRow
from loaders.extraction.word_classes import ClassName, read_classes

FOLDER: Traversable = files(__package__) / "lexicon_data"

_NONE: frozenset[str] = frozenset()

R = TypeVar("R", bound=Row)


@dataclass(frozen=True, slots=True)
class Verb:
    """One verb of a row, with its particle, if it has one."""

    row: VerbRow
    infinitive: str
    particle: str | None

    @property
    def is_plain(self) -> bool:
        """Say whether the verb and its object are all that the row asks for."""
        row = self.row
        asked = self.particle or row.theme or row.with_nouns
        return not asked and "object" in row.object.split("|")

    def may_be_among(self, words: Set[str], classes: Mapping[str, frozenset[str]]) -> bool:
        """Say whether a sentence's words hold what the verb needs beside it: "go *to war*"."""
        row = self.row
        if row.theme or row.with_nouns:
            themes = classes[row.theme] if row.theme else _NONE
            if row.with_nouns.isdisjoint(words) and themes.isdisjoint(words):
                return False
        return self.particle is None or self.particle in words


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
    read_as: dict[str, str] = field(default_factory=dict)
    """Words that the parser does not know, by those that it reads in their place."""

    def within(self, token: Token, *names: ClassName) -> bool:
        """Say whether a token is a word of one of these classes."""
        return self.has(token.lower_, *names)

    def has(self, word: str, *names: ClassName) -> bool:
        """Say whether a word, in lower case, is in one of these classes."""
        return not self._classes_of.get(word, _NONE).isdisjoint(names)

    def among(self, token: Token, name: str) -> bool:
        """Say whether a token is a word of the class that a row names."""
        return token.lower_ in self.classes[name]

    def may_state(self, words: Set[str]) -> bool:
        """Say whether a sentence of these words, in lower case, may state a relation."""
        return any(
            word not in self.verbs
            or word in self._nominal
            or any(verb.may_be_among(words, self.classes) for verb in self.verbs[word])
            for word in words & self.triggers
        )

    def states(self, word: str, *relations: Relation) -> bool:
        """Say whether a row of one of these relations has a word, in lower case."""
        rows: list[Row] = [use.row for use in self.verbs.get(word, ())]
        for table in (self.nouns, self.compounds, self.prepositions):
            rows += table.get(word, ())
        return any(row.relation in relations for row in rows)

    @cached_property
    def transitive(self) -> frozenset[str]:
        """Finite forms of verbs that state a relation with their object, and ask for no more."""
        return frozenset(
            form
            for form, uses in self.verbs.items()
            if not form.endswith("ing") and any(use.is_plain for use in uses)
        )

    @cached_property
    def taking(self) -> frozenset[str]:
        """Forms of verbs that say of their object, or of a subject that fell, that it was taken."""
        return frozenset(
            form
            for form, uses in self.verbs.items()
            for use in uses
            if use.row.relation is Relation.CAPTURED
            and (use.is_plain or use.row.object == "subject")
        )

    @cached_property
    def taking_by_particle(self) -> frozenset[tuple[str, str]]:
        """Forms of verbs, each with its particle, of whose object a place is: "*give up* X"."""
        return frozenset(
            (form, use.particle)
            for form, uses in self.verbs.items()
            for use in uses
            if use.particle and use.row.relation is Relation.CAPTURED and use.row.theme is None
            if not use.row.with_nouns and "object" in use.row.object.split("|")
        )

    @cached_property
    def leaving(self) -> frozenset[str]:
        """Forms of words that, by themselves, tell of troops only that they leave."""
        rows: dict[str, list[tuple[bool, str]]] = {}
        for form, uses in self.verbs.items():
            for use in uses:
                if use.row.relation is Relation.DEPLOYED_TO:
                    rows.setdefault(form, []).append((use.particle is None, use.row.mode))
        for form, nouns in self.nouns.items():
            for row in nouns:
                if row.relation is Relation.DEPLOYED_TO:
                    rows.setdefault(form, []).append((True, row.mode))
        ending = RELATIONS[Relation.DEPLOYED_TO].ending_modes
        return frozenset(
            form
            for form, told in rows.items()
            if any(alone for alone, _ in told) and all(mode in ending for _, mode in told)
        )

    @cached_property
    def _nominal(self) -> frozenset[str]:
        """Trigger words that are not only verbs."""
        return frozenset((*self.nouns, *self.compounds, *self.prepositions))

    @cached_property
    def _classes_of(self) -> dict[str, frozenset[str]]:
        """Each word's classes: the question is put of every word of a text, many times."""
        found: dict[str, set[str]] = defaultdict(set)
        for name, words in self.classes.items():
            for word in words:
                found[word].add(name)
        return {word: frozenset(names) for word, names in found.items()}


def read_lexicon(folder: Traversable = FOLDER) -> Lexicon:
    """Return the lexicon; raises InvalidInput that names the file and the row."""
    forms = _read(folder, "forms")
    classes = read_classes(_read(folder, "classes"), forms)
    verbs = _verbs(_rows(folder, "verbs", "verb", VerbRow), forms["verbs"])
    _check_classes(verbs, classes)
    nouns = _by_form(_rows(folder, "nouns", "noun", NounRow), "nouns", forms["nouns"])
    compounds = _by_form(_rows(folder, "modifiers", "compound", ModifierRow), "words", None)
    prepositions = _by_form(_rows(folder, "modifiers", "preposition", ModifierRow), "words", None)
    titles = _read(folder, "titles")
    no_title = frozenset(titles.pop("not"))
    roles = {title: role for role, table in titles.items() for title in table["titles"]}
    triggers = frozenset((*verbs, *nouns, *compounds, *prepositions))
    return Lexicon(
        verbs, nouns, compounds, prepositions, classes, roles, no_title, triggers, forms["read_as"]
    )


def _check_classes(verbs: dict[str, list[Verb]], classes: dict[str, frozenset[str]]) -> None:
    for uses in verbs.values():
        for use in uses:
            if missing := use.row.classes - classes.keys():
                raise InvalidInput(f"verbs.toml: {use.infinitive}: no class {sorted(missing)}")


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
