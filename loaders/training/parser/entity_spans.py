"""GUM's entity annotation, nested in brackets, read as one kind a word."""

import re
from collections.abc import Iterator, Sequence

KINDS = ("person", "organization", "place")
TAGS = ("O", *(f"{part}-{kind}" for kind in KINDS for part in "BI"))
_ENTITY = re.compile(r"(?:^|\|)Entity=([^|]*)")
# "(12-person-..." opens entity 12, a bracket at its end closes it at once, "12)" closes it later
_MARK = re.compile(r"\((?P<id>[^-()]+)-(?P<kind>[^-()]+)[^()]*(?P<whole>\))?|(?P<end>[^()]+)\)")


def kinds_of(notes: Sequence[str], heads: Sequence[int], tags: Sequence[str]) -> tuple[str, ...]:
    """Tag n words by their MISC columns: the outermost spans whose own head is a proper noun."""
    found = ["O"] * len(notes)
    for start, end, kind in sorted(_spans(notes), key=lambda span: (span[0], -span[1])):
        tops = [place for place in range(start, end) if not start < heads[place] <= end]
        if set(found[start:end]) == {"O"} and tags[tops[0]] == "PROPN":
            found[start:end] = [f"B-{kind}"] + [f"I-{kind}"] * (end - start - 1)
    return tuple(found)


def _spans(notes: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Give the spans of known kinds that open and close in the sentence."""
    opened: dict[str, list[tuple[int, str]]] = {}
    for place, note in enumerate(notes):
        entity = _ENTITY.search(note)
        for mark in _MARK.finditer(entity[1] if entity else ""):
            if mark["id"]:
                opened.setdefault(mark["id"], []).append((place, mark["kind"]))
            name = mark["end"] or (mark["id"] if mark["whole"] else "")
            if opened.get(name):
                start, kind = opened[name].pop()
                if kind in KINDS:
                    yield start, place + 1, kind
