"""What a loader gave, in the form in which the samples' expected results are written."""

from typing import Any

from graph.model import Article, Reading
from loaders.outcome import Refusal


def article_seen(found: Article | Refusal) -> str | dict[str, Any]:  # Any: JSON
    """Return an article's fields that are set, or a refusal as it is shown."""
    return str(found) if isinstance(found, Refusal) else found.model_dump(exclude_none=True)


def reading_seen(found: Reading | Refusal) -> str | dict[str, Any]:  # Any: JSON
    """Return a reading's article, its claims, and who was not known; or a refusal as shown."""
    if isinstance(found, Refusal):
        return str(found)
    return {
        "article": found.article.model_dump(exclude_none=True),
        "claims": [
            claim.model_dump(mode="json", exclude_none=True, exclude={"article"})
            for claim in found.claims
        ],
        "unknown": [f"{one.id} {one.kind}" for one in found.entities if not one.reviewed],
    }
