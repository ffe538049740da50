"""Known actors by their names; each is checked and made when it is first asked for.

Thousands stand in the files, and a text names a few: to make them all would take longer than to
read the text. That the files agree with each other is known_files.read_known's to say.
"""

from collections import defaultdict
from collections.abc import Iterator
from importlib.resources.abc import Traversable
from typing import Any, NamedTuple

from graph.names import normal
from graph.vocabulary import ActorKind
from loaders.registry.known_files import FOLDER, Alias, Entry, Line, lines

_KINDS = {"aliases": "name", "demonyms": "demonym", "metonyms": "metonym"}


class Use(NamedTuple):
    """Where a name stands: the actor's id, the field of its entry, and the place in that field."""

    id: str
    field: str
    number: int


class KnownIndex:
    """The files' actors by id, name, kind and what they lead."""

    def __init__(self, folder: Traversable = FOLDER) -> None:
        """Read the files; raises InvalidInput where a line is no actor."""
        self._lines: dict[str, Line] = {}
        self._entries: dict[str, Entry] = {}
        self._uses: dict[str, list[Use]] = defaultdict(list)
        self._longest: dict[str, int] = defaultdict(int)
        self._leaders: dict[str, dict[str, None]] = defaultdict(dict)
        self._of_kind: dict[tuple[str, str | None], list[str]] = defaultdict(list)
        for line in lines(folder):
            try:
                self._add(line)
            except (KeyError, TypeError, AttributeError):
                line.made()  # says what is missing or of the wrong kind
                raise

    def _add(self, line: Line) -> None:
        row = line.row()
        identifier = row["id"]
        self._lines[identifier] = line
        self._of_kind[row["kind"], row.get("country")].append(identifier)
        for post in row.get("leads", ()):
            self._leaders[post["id"]][identifier] = None
        for use, name in _names(row):
            norm = normal(name)
            self._uses[norm].append(use)
            first, count = norm.partition(" ")[0], norm.count(" ") + 1
            if self._longest[first] < count:
                self._longest[first] = count

    def entry(self, identifier: str) -> Entry | None:
        """Return an actor; raises InvalidInput naming file and line where it is not sound."""
        found = self._entries.get(identifier)
        if found is None and (line := self._lines.get(identifier)):
            found = self._entries[identifier] = line.made()
        return found

    def uses(self, norm: str) -> Iterator[tuple[Entry, Alias, str]]:
        """Yield every use of a name given in its normal form: whose, the name, its kind."""
        for use in self._uses.get(norm, ()):
            entry = self._sure(use.id)
            own = use.field == "name"
            alias = Alias(name=entry.name) if own else getattr(entry, use.field)[use.number]
            yield entry, alias, _KINDS.get(use.field, use.field)

    def longest(self, word: str) -> int:
        """Return the number of words in the longest name that starts with `word`; 0: none does."""
        return self._longest.get(word, 0)

    def of_kind(self, kind: ActorKind, country: str | None) -> list[Entry]:
        """Return the actors of a kind in a country (ISO code; None: in no one country)."""
        return [self._sure(found) for found in self._of_kind.get((kind, country), ())]

    def states(self) -> Iterator[Entry]:
        """Yield every state, those that are no more too."""
        for (kind, _), found in self._of_kind.items():
            if kind == ActorKind.STATE:
                yield from map(self._sure, found)

    def leaders(self, organisation: str) -> list[Entry]:
        """Return who ever led an organisation."""
        return [self._sure(found) for found in self._leaders.get(organisation, ())]

    def _sure(self, identifier: str) -> Entry:
        entry = self.entry(identifier)
        if entry is None:
            raise KeyError(identifier)
        return entry


def _names(row: dict[str, Any]) -> Iterator[tuple[Use, str]]:
    yield Use(row["id"], "name", 0), row["name"]
    for field in _KINDS:
        for number, alias in enumerate(row.get(field, ())):
            yield Use(row["id"], field, number), alias if isinstance(alias, str) else alias["name"]
