"""Labelled texts: one item a line of JSON Lines, with the claims that a reader found in it."""

import gzip
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from graph.errors import InvalidInput
from graph.model import FullDate, PartialDate
from graph.vocabulary import Modality, Polarity, Relation

Names = Annotated[str, Field(min_length=1, description="Right names, split by |; * is any.")]

_TOLD = (Modality.ACTUAL, Modality.ALLEGED)


def _hyphened(value: object) -> object:
    return value.replace("_", "-") if isinstance(value, str) else value


class Label(BaseModel):
    """One claim that the text makes, or (a trap) only seems to make."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    relation: Annotated[Relation, BeforeValidator(_hyphened)]
    subject: Names
    object: Names
    flag: Literal["", "s", "?", "x"] = Field(
        description="Required; required in either direction; optional; trap."
    )
    polarity: Polarity
    modality: Modality
    speaker: Names | None
    event: PartialDate | None
    mode: str | None

    @property
    def required(self) -> bool:
        """Whether it costs recall when it is missed."""
        return self.flag in ("", "s")

    @property
    def trap(self) -> bool:
        """Whether it is wrong to find it."""
        return self.flag == "x"

    def __str__(self) -> str:
        """Return the claim in the wording of the text."""
        return f"{first(self.subject)} {self.relation} {first(self.object)}"

    @property
    def told_as_so(self) -> bool:
        """Whether a claim that gives it as a fact says no more than the text."""
        affirmed = self.polarity is Polarity.AFFIRMED
        return not self.trap and affirmed and self.modality in _TOLD


class Item(BaseModel):
    """One labelled text. Keys beside these say where it is from and are not read."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str
    text: str
    published: FullDate | None
    claims: tuple[Label, ...]


def first(names: str) -> str:
    """Return the first of several names: the wording of the text."""
    return names.partition("|")[0]


def read(path: Path) -> list[Item]:
    """Return the items of a JSON Lines file, gzipped if its name ends so.

    Raises InvalidInput that names the file, the line and the key, never the text.
    """
    items: list[Item] = []
    known: set[str] = set()
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            item = _item(f"{path.name}:{number}", line)
            if item.id in known:
                raise InvalidInput(f"{path.name}:{number}: id {item.id!r} is there twice")
            known.add(item.id)
            items.append(item)
    return items


def _item(where: str, line: str) -> Item:
    try:
        return Item.model_validate_json(line)
    except ValidationError as error:
        problem = error.errors()[0]
        key = ".".join(map(str, problem["loc"])) or "the line"
        raise InvalidInput(
            f"{where}: {key}: {problem['msg']}; bench/extraction/gold/README.md has the format"
        ) from error


def unlabelled(files: Iterable[Path], labelled: Iterable[Path]) -> Iterator[Item]:
    """Yield the items of `files` whose text no item of `labelled` has."""
    known = {item.text for file in labelled for item in read(file)}
    for file in files:
        yield from (item for item in read(file) if item.text not in known)
