"""What a row says, in the words of the vocabulary, and in a sentence where it has no quote."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from graph.model import End, Speaker
from graph.vocabulary import RELATIONS, Modality, Polarity, Relation
from loaders.outcome import Unfit

Cells = Mapping[str, str]
Word = TypeVar("Word", bound=StrEnum)


@dataclass(frozen=True)
class Statement:
    """The words of a row, each one of the vocabulary; the mode is checked with the ends."""

    relation: Relation
    mode: str
    polarity: Polarity
    modality: Modality


def statement(cells: Cells) -> Statement:
    """Return what the cells say; Unfit names a word that is none of the vocabulary."""
    relation = one_of(Relation, cells["relation"], "relation")
    return Statement(
        relation,
        cells["mode"] or _usual_mode(relation),
        one_of(Polarity, cells["polarity"] or Polarity.AFFIRMED, "polarity"),
        one_of(Modality, cells["modality"] or Modality.ACTUAL, "modality"),
    )


def one_of(words: type[Word], value: str, column: str) -> Word:
    """Return the word of `words` that `value` is; Unfit, with the words to use, when none."""
    try:
        return words(value)
    except ValueError as error:
        raise Unfit(value, f"is not a {column}; use {', '.join(words)}") from error


def _usual_mode(relation: Relation) -> str:
    modes = RELATIONS[relation].modes
    for mode in ("unspecified", relation.value):
        if mode in modes:
            return mode
    raise Unfit(relation, f"needs a mode; use one of {', '.join(modes)}")


def sentence(
    cells: Cells, speaker: Speaker | None, said: Statement, subject: End, target: End
) -> str:
    """Return what stands for the quote of a row without one: what the row says, and who says it.

    The publisher is part of it, so that two that report the same stay two articles.
    """
    plain = f"{subject.mention} {RELATIONS[said.relation].label} {target.mention}"
    usual = ("unspecified", said.relation, Polarity.AFFIRMED, Modality.ACTUAL)
    more = [word for word in (said.mode, said.modality, said.polarity) if word not in usual]
    source = f" (according to {speaker.mention})" if speaker else ""
    publisher = f", {cells['publisher']} reported" if cells["publisher"] else ""
    return f"{plain}{': ' if more else ''}{', '.join(more)}{source}{publisher}."
