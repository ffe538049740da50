"""The rows of the lexicon: words that behave alike, and where the ends of their relation stand."""

from typing import Annotated, Self

from pydantic import BeforeValidator, Field, model_validator

from graph.model import Shape
from graph.vocabulary import RELATIONS, Modality, Polarity, Relation


class Row(Shape):
    """What every row says: the relation and the mode."""

    relation: Relation
    mode: str

    @model_validator(mode="after")
    def _mode_is_one_of_the_relation(self) -> Self:
        if self.mode not in RELATIONS[self.relation].modes:
            raise ValueError(f"{self.mode} is no mode of {self.relation}")
        return self


def _alternatives(value: object) -> object:
    return value.split("|") if isinstance(value, str) else value


Alternatives = Annotated[frozenset[str], BeforeValidator(_alternatives)]


class VerbRow(Row):
    """Verbs that state a relation; verbs.toml says what each key means."""

    verbs: tuple[str, ...]
    subject: str = "subject"
    object: str
    theme: str | None = None
    theme_in: str = "object"
    with_nouns: Alternatives = Field(default=frozenset(), alias="with")
    subject_class: str | None = None
    modality: Modality = Modality.ACTUAL
    polarity: Polarity = Polarity.AFFIRMED
    known_only: bool = False
    no_country: bool = False
    moving: bool = False
    alone: bool = False
    object_class: str | None = None

    @property
    def classes(self) -> set[str]:
        """Return the names of the classes of words that the row refers to."""
        return {name for name in (self.theme, self.subject_class, self.object_class) if name}


class NounRow(Row):
    """Nouns that state a relation; nouns.toml says what each key means."""

    nouns: tuple[str, ...]
    subject: str = ""
    object: str
    between: bool = False
    modality: Modality = Modality.ACTUAL
    known_only: bool = False
    no_country: bool = False


class ModifierRow(Row):
    """Adjectives and participles that tie two names; modifiers.toml says what each key means."""

    words: tuple[str, ...]
    prepositions: str = ""
