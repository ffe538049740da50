"""From sentences to a spaCy `Doc` whose tokens know their place in the article."""

import re
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager

from spacy.attrs import ORTH  # type: ignore[import-not-found]  # it ships no types
from spacy.lang.en import English
from spacy.language import Language
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]  # it ships no types
from spacy.tokens import Doc, Token
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

from loaders.extraction.abbreviations import TITLES
from loaders.extraction.text import Range

_LONGEST = 200
_KEPT = 200_000
"""Characters of text after which the words are forgotten: some hundred articles."""
_LETTER = r"A-Za-z\u00c0-\u024f\u0370-\u052f"
_HYPHEN = "-–—‐‑"
_PREFIXES = ("[Rr]e", "[Cc]o", "[Nn]on", "[Pp]re", "[Mm]id", "[Dd]e", "[Uu]n", "[Ee]")
_SPACE = re.compile(r"\s")
_RUN = re.compile(r"\S++\s?|\s")


def tokeniser() -> Language:
    """Make the English pipeline without components: a vocabulary and a tokeniser.

    Compounds are split at their hyphens ("Russia-backed", "M23-held", "U.S.-led", "pro-Assad" are
    three tokens each), so that a name in one is a token; "re-captured" and its like stay whole.
    """
    return English(create_tokenizer=_made)


def _made(nlp: Language) -> Tokenizer:
    """Make spaCy's English tokeniser with our infixes and titles, at once: a change costs more."""
    own = nlp.Defaults
    whole = "".join(rf"(?<!\b{prefix})" for prefix in _PREFIXES)
    infixes = [rule for rule in own.infixes or () if "--" not in str(rule)]
    infixes.append(rf"{whole}(?<=[{_LETTER}0-9.’'])[{_HYPHEN}](?=[{_LETTER}])")
    infixes.append(r"(?<=\w)(?:--+|[–—])(?=\w)")
    titles = {f"{title}.": [{ORTH: f"{title}."}] for title in sorted(TITLES)}
    return Tokenizer(
        nlp.vocab,
        rules={**(own.tokenizer_exceptions or {}), **titles},
        prefix_search=compile_prefix_regex(own.prefixes or ()).search,
        suffix_search=compile_suffix_regex(own.suffixes or ()).search,
        infix_finditer=compile_infix_regex(infixes).finditer,
        token_match=own.token_match,
        url_match=own.url_match,
    )


class Vocabulary:
    """Forgets the words of a pipeline every so often, so that memory stays flat.

    Else spaCy keeps every word that it ever met. To forget after each article would be to look
    most words up anew in each: half of the words of news stand in the news before.
    """

    def __init__(self, nlp: Language) -> None:
        """Keep the words of `nlp`; no `Doc` may be used after the `with` that it was made in."""
        self._nlp = nlp
        self._zone = ExitStack()
        self._read = _KEPT

    @contextmanager
    def lent(self, text: str) -> Iterator[None]:
        """Let a text be read, after forgetting the words of those before if they were many."""
        if self._read >= _KEPT:
            self._zone.close()
            self._zone.enter_context(self._nlp.memory_zone())
            self._read = 0
        self._read += len(text)
        yield


def document(text: str, ranges: Sequence[Range], nlp: Language) -> Doc:
    """Tokenise one paragraph's sentences into a `Doc` with its sentence starts set.

    White space of any kind reads as spaces, so a name broken by a line's end is whole again; all
    else is as in `text`, and `offset(token)` is the token's place there. What lies between the
    sentences is kept as tokens of the sentence before. No ranges give an empty `Doc`.
    """
    words: list[str] = []
    spaces: list[bool] = []
    starts: list[bool | int | None] = []
    end = ranges[0].end if ranges else 0
    for number, sentence in enumerate(ranges):
        gap = text[end : sentence.start] if number else ""
        if gap[:1].isspace():
            spaces[-1], gap = True, gap[1:]
        first = len(words) + len(_add(gap, nlp, words, spaces))
        _add(text[slice(*sentence)], nlp, words, spaces)
        starts.extend(place == first for place in range(len(starts), len(words)))
        end = sentence.end
    base = ranges[0].start if ranges else 0
    return Doc(
        nlp.vocab, words=words, spaces=spaces, sent_starts=starts, user_data={"offset": base}
    )


def offset(token: Token) -> int:
    """Give the place of the token's first letter in the article's text, in code points."""
    base: int = token.doc.user_data["offset"]
    return base + token.idx


def _add(stretch: str, nlp: Language, words: list[str], spaces: list[bool]) -> list[str]:
    """Append a stretch's words and whether a space follows each; give the words added."""
    before = len(words)
    for piece in _pieces(_SPACE.sub(" ", stretch)):
        for token in nlp.tokenizer(piece):
            words.append(token.text)
            spaces.append(bool(token.whitespace_))
    return words[before:]


def _pieces(stretch: str) -> Iterator[str]:
    """Cut runs without a space that are too long for the tokeniser, whose time is quadratic."""
    if max(map(len, stretch.split(" "))) <= _LONGEST:
        yield stretch
        return
    for run in _RUN.finditer(stretch):
        for start in range(0, len(run.group()), _LONGEST):
            yield run.group()[start : start + _LONGEST]
