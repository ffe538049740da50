"""The documents of the project: their text, headings, links, tables and examples."""

import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
REFERENCE = ROOT / "docs/reference"
_FENCE = re.compile(r"^( *)```(?P<kind>\w*)\n(?P<body>.*?)^\1```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"!?\[[^\]]*\]\((?P<target>[^)\s]+)\)")


def documents() -> list[Path]:
    """Every Markdown file that is ours, by path; the bundled articles are none."""
    found = (path.relative_to(ROOT) for path in ROOT.rglob("*.md"))
    ours = (path for path in found if not any(part.startswith(".") for part in path.parts))
    return sorted(path for path in ours if path.name[0].isupper() or path.parts[0] == "docs")


def text(document: str | Path) -> str:
    return (ROOT / document).read_text("utf-8")


def fences(page: str, kind: str = "") -> list[str]:
    """The examples of a page: what stands in fences of that kind."""
    return [found["body"] for found in _FENCE.finditer(page) if found["kind"] == kind]


def prose(page: str) -> str:
    return _FENCE.sub("", page)


def links(page: str) -> list[str]:
    """The targets of a page's links that are within the project."""
    targets = (found["target"] for found in _LINK.finditer(prose(page)))
    return [target for target in targets if "://" not in target]


def anchors(page: str) -> set[str]:
    """The headings of a page as links name them."""
    headings = re.findall(r"^#+ (.+)$", prose(page), re.MULTILINE)
    plain = (re.sub(r"[^\w\- ]", "", heading.lower()) for heading in headings)
    return {heading.replace(" ", "-") for heading in plain}


def sections(page: str) -> dict[str, str]:
    """The parts of a page under its headings of the second level."""
    parts = re.split(r"^## (.+)$", page, flags=re.MULTILINE)[1:]
    return dict(zip(parts[::2], parts[1::2], strict=True))


def codes(section: str, column: int = 0) -> list[str]:
    """What stands as code in one column of a section's tables, row by row."""
    rows = (line.split(" | ") for line in section.splitlines() if line.startswith("| "))
    cells = (row[column].strip("| ") for row in rows if len(row) > column)
    return [cell.strip("`") for cell in cells if cell.startswith("`")]


def calls(page: str) -> Iterator[list[str]]:
    """The words of each call of `whobacks` in a page's examples, from the command on."""
    for example in fences(page):
        for line in example.replace("\\\n", " ").splitlines():
            # What the program printed has a colon after its name, or says where it is.
            if found := re.match(r"(?:.*[\s/])?whobacks (?!is at)(?P<words>[a-z].*)", line):
                yield re.split(r"\s[|<#]", found["words"])[0].split()
