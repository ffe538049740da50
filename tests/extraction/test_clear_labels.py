"""ClearNLP-style trees become those of Universal Dependencies, and stay trees."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.extraction.clear_labels import is_clear, universal
from loaders.extraction.clear_lifts import Words

KEPT = (
    ("acl", "advcl", "advmod", "amod", "appos", "aux", "case", "cc", "ccomp", "compound", "conj")
    + ("csubj", "dep", "det", "expl", "mark", "nmod", "nsubj", "nummod", "parataxis", "punct")
    + ("xcomp",)
)
LOST = (
    ("ROOT", "acomp", "agent", "attr", "auxpass", "csubjpass", "dative", "dobj", "intj", "meta")
    + ("neg", "npadvmod", "nsubjpass", "oprd", "pcomp", "pobj", "poss", "preconj", "predet")
    + ("prep", "prt", "quantmod", "relcl")
)
TAGS = ("NOUN", "PROPN", "PRON", "VERB", "AUX", "ADP", "ADJ", "ADV", "NUM", "PART", "SCONJ") + (
    "CCONJ",
    "DET",
    "PUNCT",
    "X",
)


def _converted(tree: str) -> set[str]:
    """Convert a tree of words "text/TAG/label/head's text"; "VB" is a verb's base form.

    Equal words are told apart by digits at their end; a word with a "*" is part of a person's name.
    """
    rows = [word.split("/") for word in tree.split()]
    names = [row[0].strip("*") for row in rows]
    words = Words(
        lower=[name.rstrip("0123456789").lower() for name in names],
        tags=["VERB" if row[1] == "VB" else row[1] for row in rows],
        fine=[row[1] for row in rows],
        kinds=["person" if "*" in row[0] else "" for row in rows],
    )
    found = universal(words, [names.index(row[3]) for row in rows], [row[2] for row in rows])
    return {
        f"{name} {label} {names[head]}"
        for name, head, label in zip(names, found.heads, found.labels, strict=True)
    }


@pytest.mark.parametrize(
    ("tree", "expected"),
    [
        pytest.param(
            "Goma/PROPN/nsubjpass/taken was/AUX/auxpass/taken taken/VERB/ROOT/taken"
            " by/ADP/agent/taken Kigali/PROPN/poss/men 's/PART/case/Kigali men/NOUN/pobj/by"
            " in/ADP/prep/taken May/PROPN/pobj/in",
            "Goma nsubj:pass taken, was aux:pass taken, taken root taken, by case men,"
            " men obl:agent taken, Kigali nmod:poss men, 's case Kigali, in case May,"
            " May obl taken",
            id="passive",
        ),
        pytest.param(
            "talks/NOUN/ROOT/talks in/ADP/prep/talks the/DET/det/town town/NOUN/pobj/in"
            " of/ADP/prep/town Derna/PROPN/pobj/of",
            "talks root talks, in case town, the det town, town nmod talks, of case Derna,"
            " Derna nmod town",
            id="phrases of nouns",
        ),
        pytest.param(
            "they/PRON/nsubj/withdrew withdrew/VERB/ROOT/withdrew out/ADP/prep/withdrew"
            " of/ADP/prep/out Libya/PROPN/pobj/of because/SCONJ/prep/withdrew"
            " of1/ADP/pcomp/because threats/NOUN/pobj/because",
            "they nsubj withdrew, withdrew root withdrew, out case Libya, of fixed out,"
            " Libya obl withdrew, because case threats, of1 fixed because, threats obl withdrew",
            id="two prepositions as one",
        ),
        pytest.param(
            "groups/NOUN/ROOT/groups such/ADJ/amod/as as/ADP/prep/groups Hamas/PROPN/pobj/as",
            "groups root groups, such case Hamas, as fixed such, Hamas nmod groups",
            id="such as",
        ),
        pytest.param(
            "they/PRON/nsubj/fought fought/VERB/ROOT/fought in/ADP/prep/fought and/CCONJ/cc/in"
            " around/ADP/conj/in Sirte/PROPN/pobj/around",
            "they nsubj fought, fought root fought, in case Sirte, and cc around,"
            " around conj in, Sirte obl fought",
            id="prepositions co-ordinated",
        ),
        pytest.param(
            "armed/VERB/ROOT/armed by/ADP/agent/armed Iran/PROPN/pobj/by and/CCONJ/cc/by"
            " by1/ADP/conj/by Syria/PROPN/pobj/by1",
            "armed root armed, by case Iran, Iran obl:agent armed, and cc Syria, by1 case Syria,"
            " Syria conj Iran",
            id="phrases co-ordinated",
        ),
        pytest.param(
            "Iran/PROPN/nsubjpass/accused was/AUX/auxpass/accused accused/VERB/ROOT/accused"
            " of/ADP/prep/accused arming/VERB/pcomp/of rebels/NOUN/dobj/arming",
            "Iran nsubj:pass accused, was aux:pass accused, accused root accused,"
            " of mark arming, arming advcl accused, rebels obj arming",
            id="clause after a preposition",
        ),
        pytest.param(
            "Haftar/PROPN/nsubj/is is/AUX/ROOT/is not/PART/neg/is a/DET/det/ally"
            " ally/NOUN/attr/is of/ADP/prep/ally Cairo/PROPN/pobj/of now/ADV/advmod/is",
            "Haftar nsubj ally, is cop ally, not advmod ally, a det ally, ally root ally,"
            " of case Cairo, Cairo nmod ally, now advmod ally",
            id="what somebody is",
        ),
        pytest.param(
            "army/NOUN/nsubj/remains remains/VERB/ROOT/remains loyal/ADJ/acomp/remains"
            " and/CCONJ/cc/remains Kobani/PROPN/nsubj/is is/AUX/conj/remains"
            " under/ADP/prep/is control/NOUN/pobj/under",
            "army nsubj remains, remains root remains, loyal xcomp remains, and cc control,"
            " Kobani nsubj control, is cop control, control conj remains, under case control",
            id="under control",
        ),
        pytest.param(
            "there/PRON/expl/is is/AUX/ROOT/is a/DET/det/plan plan/NOUN/attr/is"
            " to/PART/aux/flee flee/VB/acl/plan",
            "there expl is, is root is, a det plan, plan nsubj is, to mark flee, flee acl plan",
            id="there is",
        ),
        pytest.param(
            "Ankara/PROPN/nsubj/wants wants/VERB/ROOT/wants the/DET/det/men men/NOUN/nsubj/leave"
            " to/PART/aux/leave leave/VB/ccomp/wants last/ADJ/amod/week week/NOUN/npadvmod/leave",
            "Ankara nsubj wants, wants root wants, the det men, men obj wants, to mark leave,"
            " leave xcomp wants, last amod week, week obl:unmarked leave",
            id="wants them to leave",
        ),
        pytest.param(
            "it/PRON/nsubj/gave gave/VERB/ROOT/gave them/PRON/dative/gave arms/NOUN/dobj/gave"
            " sold/VERB/conj/gave tanks/NOUN/dobj/sold to/ADP/dative/sold Sana/PROPN/pobj/to"
            " or/CCONJ/cc/sold shot/VERB/conj/sold down/ADP/prt/shot drones/NOUN/dobj/shot",
            "it nsubj gave, gave root gave, them iobj gave, arms obj gave, sold conj gave,"
            " tanks obj sold, to case Sana, Sana obl sold, or cc shot, shot conj gave,"
            " down compound:prt shot, drones obj shot",
            id="datives and a list",
        ),
        pytest.param(
            "both/CCONJ/preconj/sides all/DET/predet/sides sides/NOUN/nsubj/agree"
            " who/PRON/nsubj/met met/VERB/relcl/sides agree/VERB/ROOT/agree"
            " over/ADP/quantmod/ten ten/NUM/nummod/days days/NOUN/npadvmod/truce"
            " truce/NOUN/dobj/agree",
            "both cc:preconj sides, all det:predet sides, sides nsubj agree, who nsubj met,"
            " met acl:relcl sides, agree root agree, over advmod ten, ten nummod days,"
            " days nmod:unmarked truce, truce obj agree",
            id="labels by another name",
        ),
        pytest.param(
            "Premier/PROPN/compound/Sarraj Fayez*/PROPN/compound/Sarraj al*/PROPN/compound/Sarraj"
            " -*/PUNCT/punct/Sarraj Sarraj*/PROPN/nsubj/left left/VERB/ROOT/left",
            "Premier nmod:desc Fayez, Fayez nsubj left, al flat Fayez, - punct Fayez,"
            " Sarraj flat Fayez, left root left",
            id="a person's name",
        ),
    ],
)
def test_a_tree_is_converted(tree: str, expected: str) -> None:
    assert _converted(tree) == {" ".join(arc.split()) for arc in expected.split(",")}


@st.composite
def _trees(draw: st.DrawFn) -> tuple[list[str], list[str], list[int], list[str]]:
    size = draw(st.integers(1, 12))
    order = draw(st.permutations(range(size)))
    heads = list(range(size))
    for place, word in enumerate(order[1:], 1):
        heads[word] = order[draw(st.integers(0, place - 1))]
    words = st.sampled_from(("is", "to", "of", "such", "as", "out", "because", "town"))
    row = st.lists(words, min_size=size, max_size=size)
    tags = st.lists(st.sampled_from(TAGS), min_size=size, max_size=size)
    labels = st.lists(st.sampled_from(KEPT + LOST), min_size=size, max_size=size)
    return draw(row), draw(tags), heads, draw(labels)


@settings(max_examples=400, deadline=None, derandomize=True)
@given(_trees())
def test_any_tree_stays_a_tree_and_loses_its_old_labels(
    given_tree: tuple[list[str], list[str], list[int], list[str]],
) -> None:
    lower, tags, heads, labels = given_tree
    fine = ["VB" if tag == "VERB" else tag for tag in tags]
    words = Words(lower, tags, fine, kinds=["person" if tag == "PROPN" else "" for tag in tags])
    found = universal(words, heads, labels)
    (root,) = found.roots()
    below = [root]
    for word in below:
        below += found.children(word)
    assert sorted(below) == list(range(len(heads)))
    assert not set(LOST) & set(found.labels)


def test_the_kind_of_labels_is_told_by_their_names() -> None:
    assert is_clear(KEPT + LOST)
    assert not is_clear(["ROOT", "nsubj", "nsubj:pass", "obj", "obl", "case"])
