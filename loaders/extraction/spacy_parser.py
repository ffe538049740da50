"""Any installed spaCy pipeline as the parser, in place of our own."""

from collections.abc import Callable, Sequence
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span, Token
from spacy.util import get_installed_models

from graph.errors import Misconfigured
from loaders.extraction.clear_labels import is_clear, universal
from loaders.extraction.clear_lifts import Words
from loaders.extraction.movable_tree import MovableTree
from loaders.extraction.parse import Parse
from loaders.extraction.parser_component import ParserComponent, spelling

_TAGGERS = frozenset(("tagger", "morphologizer"))
_USED = _TAGGERS | {
    "tok2vec", "transformer", "curated_transformer", "attribute_ruler", "parser", "ner",
}  # fmt: skip
_KINDS = {
    "PERSON": "person", "PER": "person", "ORG": "organization", "GPE": "place", "LOC": "place",
}  # fmt: skip
_OLD_NAMES = {
    "ROOT": "root", "obl:tmod": "obl:unmarked", "obl:npmod": "obl:unmarked",
    "nmod:tmod": "nmod:unmarked", "nmod:npmod": "nmod:unmarked",
}  # fmt: skip


class SpacyParser(ParserComponent):
    """Parses with the tagger, the parser and the name finder of a spaCy pipeline.

    The pipeline gets our words and our sentences, one at a time; its own tokeniser and splitter
    are not used. Labels of Universal Dependencies and of ClearNLP are read, told by their names.
    """

    def __init__(self, name: str, wanted: Callable[[Span], bool] | None = None) -> None:
        """Load the pipeline; `name` is a package's or a folder's.

        Raises Misconfigured when it is not installed, has no parser or no tagger, or has labels
        of a third kind.
        """
        super().__init__(wanted)
        self._nlp = _load(name)
        made_by = {pipe: self._nlp.get_pipe_meta(pipe).factory for pipe in self._nlp.pipe_names}
        parsers = [pipe for pipe, factory in made_by.items() if factory == "parser"]
        if not parsers or not _TAGGERS & set(made_by.values()):
            lacks = "tagger" if parsers else "parser"
            raise Misconfigured(f"the spaCy pipeline {name!r} has no {lacks}; name one that has")
        labels: Sequence[str] = self._nlp.pipe_labels[parsers[-1]]
        self._clear = is_clear(labels)
        if not self._clear and not {"obl", "nsubj:pass"} & set(labels):
            raise Misconfigured(
                f"the spaCy pipeline {name!r} has labels of neither Universal Dependencies nor"
                f" ClearNLP ({', '.join(sorted(labels)[:5])}, ...); name one that has"
            )
        self._pipes = [pipe for title, pipe in self._nlp.pipeline if made_by[title] in _USED]

    def parse(self, words: Sequence[Token]) -> Parse:
        """Return the pipeline's parse of one sentence; no words are kept."""
        with self._nlp.memory_zone():
            doc = self._run(words)
            tags = tuple(token.pos_ for token in doc)
            kinds = tuple(_KINDS.get(token.ent_type_, "") for token in doc)
            tree = self._tree(doc, tags, kinds)
        return Parse(tags, tuple(tree.heads), tuple(tree.labels), kinds)

    def _run(self, words: Sequence[Token]) -> Doc:
        pairs = zip(words, (*words[1:], None), strict=True)
        doc = Doc(
            self._nlp.vocab,
            words=[spelling(word) for word in words],
            spaces=[
                after is not None and after.idx > word.idx + len(word) for word, after in pairs
            ],
            sent_starts=[place == 0 for place in range(len(words))],
        )
        for pipe in self._pipes:
            doc = pipe(doc)
        return doc

    def _tree(self, doc: Doc, tags: Sequence[str], kinds: Sequence[str]) -> MovableTree:
        heads = [token.head.i for token in doc]
        labels = [token.dep_ for token in doc]
        if not self._clear:
            return MovableTree(heads, [_OLD_NAMES.get(label, label) for label in labels])
        words = Words(
            lower=[token.lower_ for token in doc],
            tags=tags,
            fine=[token.tag_ for token in doc],
            kinds=kinds,
        )
        return universal(words, heads, labels)


def _load(name: str) -> Language:
    """Load a pipeline by the name of its package, with hyphens or without, or by its folder."""
    module = name.replace("-", "_")
    installed = module in get_installed_models()
    if not installed and not Path(name).is_dir():
        raise Misconfigured(f"no spaCy pipeline {name!r} is installed; run: pip install {name}")
    try:
        return spacy.load(module if installed else Path(name))
    except (ImportError, OSError, ValueError) as error:
        reason = str(error).partition("\n")[0]
        raise Misconfigured(
            f"the spaCy pipeline {name!r} cannot be loaded: {reason}; install or name another"
        ) from error
