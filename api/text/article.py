"""An article as text: its quotes in brackets, each with the numbers of its claims."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from api.text.items import block, claim_line, said_by
from api.text.layout import indented, joined, safe
from queries.article import WholeArticle
from queries.told import Told

OPEN, CLOSE = "⟦", "⟧"


def lines(article: WholeArticle, told: Sequence[Told]) -> list[str]:
    """Return the lines: head, text with quotes marked, claims by number, what was not understood.

    `told` are the article's claims in the order of its text.
    """
    head = [
        safe(line)
        for line in (
            article.title or "(no title)",
            joined((article.publisher, article.published, article.language)),
            joined((article.url, article.id)),
        )
        if line
    ]
    text = [safe(line) for line in marked(article.text, told).splitlines()]
    claims = [
        line
        for number, one in enumerate(told, 1)
        for line in indented(f"[{number}] {claim_line(one.claim)}{_speaker(one)}", 0)
    ]
    notes = [f"Not understood ({len(article.notes)}):", *block(article.notes)]
    return [
        *head, "", *text, "", f"Claims ({len(told)}):", *claims, *(notes if article.notes else ()),
    ]  # fmt: skip


def marked(text: str, told: Iterable[Told]) -> str:
    """Return the text with each quote in brackets, followed by the numbers of its claims."""
    numbers: dict[tuple[int, int], list[int]] = defaultdict(list)
    for number, one in enumerate(told, 1):
        numbers[one.claim.start, one.claim.end].append(number)
    # Where several start or end, the longer one is outside.
    marks = sorted(
        [(start, 1, -end, OPEN) for start, end in numbers]
        + [(end, 0, -start, f"{CLOSE}{sorted(found)}") for (start, end), found in numbers.items()]
    )
    parts: list[str] = []
    at = 0
    for place, _, _, mark in marks:
        parts += [text[at:place], mark]
        at = place
    return "".join([*parts, text[at:]])


def _speaker(told: Told) -> str:
    speaker = told.claim.speaker
    return f", {said_by(speaker)}" if speaker else ""
