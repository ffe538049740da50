"""What decides on claims."""

from enum import StrEnum


class Method(StrEnum):
    """Who finds relations: the rules, the learned model, or both, as shipped."""

    FRAMES = "frames"
    MODEL = "model"
    BOTH = "both"
