"""Where a quotation opens and closes, by its marks."""

OPEN, CLOSE, STRAIGHT = "«“", "»”", '"'
MARKS = (*OPEN, *CLOSE, STRAIGHT)


def is_open_after(text: str, inside: bool) -> bool:
    """Say whether a quotation is open at the end of a text that began inside one or not.

    The straight mark opens and closes: an odd number of it turns one into the other.
    """
    still = inside
    for letter in text:
        still = letter in OPEN or (still and letter not in CLOSE)
    return not inside if text.count(STRAIGHT) % 2 else still
