"""What the words around a statement have added to its meaning so far."""

from graph.vocabulary import Modality, Polarity
from loaders.extraction.finding import Finding


class Nuance:
    """Read from the inside out; the innermost modality holds."""

    def __init__(self, finding: Finding) -> None:
        """Begin with what the finding's own words say."""
        self.denied = finding.polarity is Polarity.DENIED
        self.modality = finding.modality

    def weaken(self, modality: Modality) -> None:
        """Take a modality, unless a word nearer to the statement has given one."""
        if self.modality is Modality.ACTUAL:
            self.modality = modality
