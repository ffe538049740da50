"""YAML front matter: `---`, lines of `key: value`, `---`, and then the body."""

import re

import yaml

from loaders.fields import KEYS
from loaders.outcome import Unfit, shown

_OPENING = re.compile(r"---[ \t]*\r?\n")
_CLOSING = re.compile(r"^---[ \t]*(?:\r?\n|\Z)", re.MULTILINE)
# PyYAML takes a second for this much of the worst that can be written, minutes for a text.
_LONGEST = 16_384
_NULL = "tag:yaml.org,2002:null"


def split(text: str) -> tuple[dict[str, str | None], str]:
    """Return what the front matter says by key, and the body after its closing line.

    A text without front matter is all body. Raises Unfit for front matter that is not closed or
    not YAML, for keys that are not of KEYS, and for values that are not one line of text.
    """
    opening = _OPENING.match(text)
    if opening is None:
        return {}, text
    closing = _CLOSING.search(text, opening.end())
    if closing is None or closing.start() - opening.end() > _LONGEST:
        why = f"not closed within {_LONGEST:,} characters; end it with a line of ---"
        raise Unfit("---", f"the front matter is {why}")
    return _values(text[opening.end() : closing.start()]), text[closing.end() :]


def _values(source: str) -> dict[str, str | None]:
    root = _tree(source)
    if root is None:
        return {}
    if not isinstance(root, yaml.MappingNode):
        raise Unfit(source.strip(), "the front matter is not `key: value` lines; write it so")
    found: dict[str, str | None] = {}
    for key_node, node in root.value:
        key = _key(key_node)
        if key in found:
            raise Unfit(key, "this key stands twice in the front matter; leave one")
        if not isinstance(node, yaml.ScalarNode):
            raise Unfit(key, "the value of this key is not one line of text; write it so")
        found[key] = None if node.tag == _NULL else str(node.value)
    return found


def _key(node: yaml.Node) -> str:
    key = str(node.value) if isinstance(node, yaml.ScalarNode) else "a list or mapping"
    if key not in KEYS:
        raise Unfit(key, f"is not a key of the front matter; use {', '.join(KEYS)}")
    return key


def _tree(source: str) -> yaml.Node | None:
    # Nodes, not values: `no` and `2020` stay as they are written, and a key that stands twice
    # is seen. PyYAML answers a character code out of range with Python's own errors.
    try:
        return yaml.compose(source, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        line = f" in its line {mark.line + 1}" if mark else ""
        why = getattr(error, "problem", None) or type(error).__name__
        reason = f"the front matter is not YAML{line} ({shown(why)}); correct it"
        raise Unfit(None, reason) from error
