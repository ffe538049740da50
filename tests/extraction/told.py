"""Claims in a short form, for tables of what a text must give."""

from graph.model import Article, Claim
from loaders.extraction.extractor import Extractor

# relation, subject, object, speaker's id or mention, modality
Row = tuple[str, str, str, str | None]


def read(
    extractor: Extractor, text: str, published: str | None = "2020-01-07"
) -> tuple[Claim, ...]:
    """Return the claims of a text."""
    return extractor.read(Article(text=text, published=published)).claims


def row(claim: Claim) -> Row:
    """Return what a table says of a claim: relation/mode, ends, speaker."""
    speaker = (claim.speaker.id or claim.speaker.mention) if claim.speaker else None
    return (
        f"{claim.relation}/{claim.mode}",
        claim.subject.id.partition(":")[2],
        claim.object.id.partition(":")[2],
        speaker,
    )


def facts(claims: tuple[Claim, ...]) -> set[Row]:
    """Return the rows of what is told as affirmed and actual."""
    return {row(c) for c in claims if (c.polarity, c.modality) == ("affirmed", "actual")}
