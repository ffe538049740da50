"""Whether what a claim says beside who does what to whom is as its label has it."""

from bench.extraction.claim import FoundClaim
from loaders.training.gold import Label
from loaders.training.matching import right_name


def right_speaker(label: Label, claim: FoundClaim) -> bool:
    """Say whether a claim has the label's speaker, or none where the label has none."""
    return right_name(label.speaker, claim.speaker) if label.speaker else claim.speaker is None


def right_event(label: Label, claim: FoundClaim) -> bool:
    """Say whether the start or the end of the claim's time lies in the label's day or period."""
    dates = (claim.event_from or "", claim.event_until or "")
    return label.event is not None and any(date.startswith(label.event) for date in dates)


def agreement(label: Label, claim: FoundClaim) -> int:
    """Return how many of polarity, modality, mode and speaker a claim has as the label."""
    return (
        (claim.polarity is label.polarity)
        + (claim.modality is label.modality)
        + (claim.mode == label.mode)
        + right_speaker(label, claim)
    )
