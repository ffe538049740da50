"""What holds of the reading of any text whatever, and pieces that such texts are made of."""

from graph.model import Article, Reading
from loaders.extraction.extractor import Extractor

PIECES = (
    "Turkey", "Haftar's", "forces", "the", "GNA", "captured", "Sirte", "on Monday", ",", "said",
    "that", "it", "had", "backed", "by", "Russia", "and", ".", "who", "which", "if", "will", "not",
    "with", "sent", "troops", "to", "U.S.-led", "denied", "RSF", "M23", "pro-Assad", "al-Burhan",
    "there", "they", "Mr.", "spokesman", "Gen.", "accused", "of", "supporting", "Kyiv", "its",
    "allies", "in", "2019", "on 4 April", "last week", "fighters", "town", "government", "could",
    "“", "”", '"', "'", "’s", "‘", "«", "»", "``", "''", "(", ")", "[", "]", "{", "((", "))",
    "(LNA)", "%", "•", "\n", "\n\n", "\r\n", "\t", "\x00", "\x07", "\x1b[0m", "\x85", "\u2028",
    "\u200b", "\u202e", "\ufeff", "\xa0", "\xad", "e\u0301", "İ", "ß", "ﬁ", "Ⅷ", "𝐓𝐮𝐫𝐤𝐞𝐲", "🇹🇷",
    "👨‍👩‍👧", "Россия", "الجيش", "-", "–", "—", "--", "…", "?!", ";", ":", "/", "@", "1.", "(a)",
    "http://a.b/c?d", "a" * 300, "Turkey" * 40, "-" * 90, "." * 90, "(" * 30, "A." * 20,
    "Haftar-" * 60,
)  # fmt: skip
"""Words of the news and what breaks them: quotes, brackets, ends of lines, controls, scripts."""


def read_twice(extractor: Extractor, text: str) -> Reading:
    """Return what is read in a text, once it is seen to hold.

    Each quote is the text at its offsets, so is each note in it, and a second reading is equal to
    the first.
    """
    article = Article(text=text, published="2020-01-07")
    reading = extractor.read(article)
    assert extractor.read(Article(text=text, published="2020-01-07")) == reading
    for claim in reading.claims:
        assert text[claim.start : claim.end] == claim.quote
        assert claim.quote.strip()
    for note in reading.notes:
        assert 0 <= note.start < note.end <= len(text)
    return reading
