"""Labels as they are drawn: broken into short lines, with the room that they take."""

import textwrap
import unicodedata

FONT_SIZE = 14  # drawing units
LINE_HEIGHT = 17
_WIDTH = 18  # characters a line
_LINES = 3
# Parts of the font size, on the generous side, so that any sans-serif font fits.
_WIDE, _CAPITAL, _SMALL = 1.05, 0.75, 0.6


def broken(label: str) -> str:
    """Return the label in at most three lines of about 18 characters, cut with an ellipsis."""
    kept = "".join(" " if _is_control(character) else character for character in label)
    lines = textwrap.wrap(kept, _WIDTH, max_lines=_LINES, placeholder="…", break_on_hyphens=False)
    return "\n".join(lines) or "?"


def room(drawn: str) -> tuple[float, float]:
    """Return the width and height of a broken label, in drawing units."""
    lines = drawn.split("\n")
    return max(map(_width, lines)), LINE_HEIGHT * len(lines)


def _width(line: str) -> float:
    return FONT_SIZE * sum(_part(character) for character in line)


def _part(character: str) -> float:
    if unicodedata.east_asian_width(character) in "WF":
        return _WIDE
    return _CAPITAL if character.isupper() or character in "mwMW@%…—" else _SMALL


def _is_control(character: str) -> bool:
    """Tell whether it is invisible: line breaks, controls, marks that turn the writing round."""
    return unicodedata.category(character) in ("Cc", "Cf", "Zl", "Zp")
