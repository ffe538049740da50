"""Verbs that state a relation: "X attacked Y", "X sent troops to Y", "Y is backed by X"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise, product

from spacy.tokens import Token

from graph.vocabulary import Relation
from loaders.extraction.clauses import objects
from loaders.extraction.finding import Finding
from loaders.extraction.lexicon import Lexicon, Verb
from loaders.extraction.mentions import namings_of
from loaders.extraction.phrases import conjuncts, head_of_conjuncts, listed, phrase
from loaders.extraction.rows import VerbRow
from loaders.extraction.verb_slots import (
    object_tokens,
    particle_fits,
    subject_tokens,
    theme_token,
)
from loaders.extraction.word_classes import ClassName

_SENT: tuple[ClassName, ...] = ("mercenaries", "equipment", "observers")


def verb_findings(verb: Token, use: Verb, lexicon: Lexicon) -> Iterator[Finding]:
    """Return what a verb states by one row of the lexicon; the subject may be missing."""
    row = use.row
    if not particle_fits(verb, use.particle) or (row.alone and objects(verb)):
        return
    theme = theme_token(verb, use, lexicon)
    if (row.theme or row.with_nouns) and theme is None:
        return
    targets, others = _without_gap(object_tokens(verb, row.object, theme))
    for other, target in others:
        yield _finding(verb, use, other, target, theme, lexicon)
    for target, actor in product(targets, _actors(verb, row, theme, lexicon)):
        if actor != target:
            yield _finding(verb, use, actor, target, theme, lexicon)


def _without_gap(targets: list[Token]) -> tuple[list[Token], list[tuple[Token, Token]]]:
    """Return what is done to, and who does the same to whom: "A arms B and *C D*".

    Two names of a list that nothing stands between are no members of it.
    """
    for place, (first, second) in enumerate(pairwise(targets)):
        joined = first.dep_ == second.dep_ == "conj" and phrase(first)[1] == phrase(second)[0]
        if joined and namings_of(first) and namings_of(second):
            return targets[:place], [(first, second)]
    return targets, []


def _actors(
    verb: Token, row: VerbRow, theme: Token | None, lexicon: Lexicon
) -> Sequence[Token | None]:
    """Return who may have done it; [None] where the verb does not say who."""
    actors = subject_tokens(verb, row, theme, lexicon)
    if row.subject_class:
        return [a for a in actors if namings_of(a) or lexicon.among(a, row.subject_class)]
    if row.subject.endswith(("from", "object")):
        return actors  # "took X" says nothing of whom it was taken from
    return actors or [None]


def _finding(
    verb: Token, use: Verb, actor: Token | None, target: Token, theme: Token | None,
    lexicon: Lexicon,
) -> Finding:  # fmt: skip
    row = use.row
    return Finding(
        row.relation, _mode(row, theme or actor, lexicon), verb, actor, target,
        f"verb:{use.infinitive}", theme, row.modality, row.polarity,
        known_only=row.known_only, no_country=row.no_country, moving=row.moving,
        object_class=row.object_class,
    )  # fmt: skip


def _mode(row: VerbRow, sent: Token | None, lexicon: Lexicon) -> str:
    """Return the mode; who or what is sent tells the mode of a deployment."""
    if row.relation is not Relation.DEPLOYED_TO or row.mode != "troops":
        return row.mode
    return mode_of_sent(sent, lexicon) or row.mode


def mode_of_sent(sent: Token | None, lexicon: Lexicon) -> str | None:
    """Return the mode of a deployment that tells who or what is sent; None: its word does not."""
    if sent is None:
        return None
    return next((mode for mode in _SENT if lexicon.within(sent, mode)), None)


def misread_verb_findings(word: Token, lexicon: Lexicon) -> Iterator[Finding]:
    """Return the ends of "A, B and C support D" where the parse has missed the verb."""
    if word.i + 1 >= word.sent.end or word.i == word.sent.start:
        return
    after = word.nbor(1)
    if after.dep_ == "det" and after.i + 1 < word.sent.end:
        after = after.nbor(1)
    before = word.nbor(-1)
    if not (namings_of(before) and namings_of(after)):
        return
    row = next(use.row for use in lexicon.verbs[word.lower_] if use.particle is None)
    first = head_of_conjuncts(before)
    for subject in listed(conjuncts(first) if first != before else [before]):
        yield Finding(row.relation, row.mode, word, subject, after, f"between:{word.lower_}")
