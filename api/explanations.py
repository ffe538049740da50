"""An explained sentence as text for a terminal, and as JSON for tools."""

import dataclasses
from collections.abc import Iterator

from api.commands.extract import as_printed
from graph.model import Claim
from loaders.extraction.explained import Explained, ExplainedClaim, Mention


def as_json(explained: Explained) -> dict[str, object]:
    """Return a sentence with plain values; its claims have the keys of the extract line."""
    claims = [
        as_printed(one.claim) | {"row": one.row, "probability": one.probability}
        for one in explained.claims
    ]
    return {
        "sentence": explained.sentence,
        "start": explained.start,
        "end": explained.end,
        "mentions": [dataclasses.asdict(mention) for mention in explained.mentions],
        "claims": claims,
        "reasons": [dataclasses.asdict(reason) for reason in explained.reasons],
    }


def in_lines(explained: Explained) -> str:
    """Return a sentence as the text has it, in one line, and below it how it was read."""
    return "\n".join(
        [
            " ".join(explained.sentence.split()),
            *(f"  mention   {_mention(mention)}" for mention in explained.mentions),
            *(line for claim in explained.claims for line in _claim(claim)),
            *(f"  no claim  {reason.why}: {reason.text}" for reason in explained.reasons),
        ]
    )


def _mention(mention: Mention) -> str:
    ids = " or ".join(found for found in (mention.actor, mention.place) if found)
    return f"{' '.join(mention.words.split())} = {mention.name} ({ids}): {mention.how}"


def _claim(explained: ExplainedClaim) -> Iterator[str]:
    claim = explained.claim
    row = f" in {explained.row}" if explained.row else ""
    probability = explained.probability
    sure = "" if probability is None else f"; the model gives it {probability:.2f}"
    what = f"{claim.subject.name} {claim.relation} {claim.object.name}"
    yield f"  claim     {what}, mode {claim.mode}"
    yield f"            by {claim.extractor}: rule {claim.rule}{row}{sure}"
    yield f"            {claim.polarity}, {claim.modality}; {_voice(claim)}; {_when(claim)}"


def _voice(claim: Claim) -> str:
    if claim.speaker is None:
        return "in the writer's words"
    return f"according to {claim.speaker.name or claim.speaker.mention}"


def _when(claim: Claim) -> str:
    since, until = claim.event_from, claim.event_until
    if since is None and until is None:
        return "not said when"
    span = since if since == until else f"{since or '...'} to {until or '...'}"
    return f"{span} ({claim.date_precision}, {claim.date_basis})"
