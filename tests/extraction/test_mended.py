"""Whatever a parser gives, a mended parse is a tree, and has what was not mended as it was."""

from hypothesis import given
from hypothesis import strategies as st

from loaders.extraction.mended import mended
from loaders.extraction.parse import Parse

_WORDS = ("Reports", "that", "time", "Rwanda", "fighting", "claims", "said", "false", "of", "left")
_TAGS = ("NOUN", "VERB", "PROPN", "ADJ", "PRON", "PUNCT")
_LABELS = (
    ("acl:relcl", "nsubj", "csubj", "ccomp", "obj", "mark", "acl", "obl", "nmod", "flat")
    + ("appos", "parataxis", "conj", "iobj", "compound", "aux:pass")
)  # fmt: skip


@st.composite
def _parses(draw: st.DrawFn) -> tuple[Parse, list[str]]:
    """Draw a sentence of some of these words and any tree over them."""
    words = draw(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=9))
    order = draw(st.permutations(range(len(words))))
    heads, labels = [0] * len(words), ["root"] * len(words)
    heads[order[0]] = order[0]
    for place in range(1, len(order)):
        heads[order[place]] = order[draw(st.integers(0, place - 1))]
        labels[order[place]] = draw(st.sampled_from(_LABELS))
    tags = [draw(st.sampled_from(_TAGS)) for _ in words]
    return Parse(tuple(tags), tuple(heads), tuple(labels), ("",) * len(words)), words


@given(_parses())
def test_a_mended_parse_is_a_tree(drawn: tuple[Parse, list[str]]) -> None:
    parse, words = drawn
    found = mended(parse, words)
    for word in range(len(words)):
        way = [word]
        while found.heads[way[-1]] != way[-1]:
            way.append(found.heads[way[-1]])
            assert len(way) <= len(words)


def test_where_no_tree_would_be_left_nothing_is_mended() -> None:
    words = ["said", "of", "said", "time", "X", "X", "X"]
    labels = ("ccomp", "appos", "mark", "root", "nmod", "acl", "nmod")
    tags = ("ADJ", "PRON", "VERB", "PRON", "ADJ", "ADJ", "PRON")
    parse = Parse(tags, (2, 3, 1, 3, 3, 4, 2), labels, ("",) * len(words))
    assert mended(parse, words) == parse
