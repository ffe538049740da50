"""Writes the generated parts of the reference pages: `python -m docs.build`.

A page says where such a part goes: between `<!-- generated: NAME -->` and `<!-- end -->`. NAME is
a key of PARTS; everything else on the page is written by hand. A test builds the pages again and
compares.
"""

import re
import sys
from collections.abc import Callable
from pathlib import Path

from docs import commands, formats, questions, service, settings, vocabulary

REFERENCE = Path(__file__).parent / "reference"
PARTS: dict[str, Callable[[], list[str]]] = {
    "settings": settings.rows,
    "commands": commands.sections,
    "questions": questions.sections,
    "shapes": questions.shapes,
    "routes": service.routes,
    "problems": service.problems,
    "relations": vocabulary.relations,
    "claims table": formats.columns,
    "export columns": formats.export_columns,
}
_PART = re.compile(
    r"(?P<opening><!-- generated: (?P<name>[a-z ]+) -->\n).*?(?P<closing><!-- end -->)", re.DOTALL
)


def built(text: str) -> str:
    """Return a page with its generated parts made anew; KeyError for a part that is none."""

    def part(found: re.Match[str]) -> str:
        lines = [found["opening"], *PARTS[found["name"]](), "", found["closing"]]
        return "\n".join(lines)

    return _PART.sub(part, text)


def pages() -> list[Path]:
    """Return the pages of the reference, by name."""
    return sorted(REFERENCE.glob("*.md"))


def main() -> int:
    """Write every page whose generated parts have changed."""
    for page in pages():
        text = page.read_text("utf-8")
        if (new := built(text)) != text:
            page.write_text(new, "utf-8")
            print(page.relative_to(REFERENCE.parent))
    return 0


if __name__ == "__main__":
    sys.exit(main())
