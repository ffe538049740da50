"""The relation model beside the frames: what it adds, and what holds it."""

from spacy.tokens import Doc

from graph.model import Article, Claim
from loaders.extraction.encoder import Encoder
from loaders.extraction.extractor import Extractor
from loaders.extraction.lexicon import read_lexicon
from loaders.extraction.mentions import find, merge
from loaders.extraction.parse import Parser
from loaders.extraction.relations.paths import path
from loaders.extraction.relations.windows import LONGEST, pieces, windows
from loaders.extraction.text import Range
from loaders.extraction.tokens import document, tokeniser
from loaders.extraction.ud_parser import UdParser

PARSER = UdParser(Parser(), read_lexicon())
CASUALTIES = (
    "Two Turkish soldiers were killed in an attack in Hakkari."
    " The Kurdistan Workers' Party (PKK) claimed responsibility for the attack."
)


def told(extractor: Extractor, text: str) -> set[tuple[str, str, str]]:
    return {(c.relation.value, c.subject.name, c.object.name) for c in claims(extractor, text)}


def claims(extractor: Extractor, text: str) -> tuple[Claim, ...]:
    return extractor.read(Article(text=text, published="2020-01-07")).claims


def parsed(text: str, extractor: Extractor) -> Doc:
    doc = document(text, [Range(0, len(text))], tokeniser())
    merge(doc, find(doc, extractor.registry, "2020-01-07"))
    return PARSER(doc)


def test_it_finds_what_no_frame_states(extractor: Extractor) -> None:
    text = "A bomb planted by the Taliban killed four American soldiers in Kandahar."
    alone = Extractor(extractor.registry, method="frames")
    assert ("opposes", "Taliban", "United States") in told(extractor, text)
    assert ("opposes", "Taliban", "United States") not in told(alone, text)


def test_claims_say_what_decided_them(extractor: Extractor) -> None:
    text = "Turkey backs the GNA. Egypt supports Haftar, the minister said."
    assert {c.extractor for c in claims(extractor, text)} == {"frames 1 + model 5"}
    blind = Extractor(extractor.registry, method="model")
    text = "A bomb planted by the Taliban killed four American soldiers in Kandahar."
    assert {c.extractor for c in claims(blind, text)} == {"model 5"}
    assert extractor.name == "frames 1 + model 5" and blind.name == "model 5"


def test_nothing_is_found_above_a_threshold_of_one(extractor: Extractor) -> None:
    text = "A bomb planted by the Taliban killed four American soldiers in Kandahar."
    assert not claims(Extractor(extractor.registry, method="model", threshold=1.01), text)


def test_the_parse_overrules_it_where_two_lists_stand_side_by_side(extractor: Extractor) -> None:
    text = "Haftar is backed by Egypt and Russia; the GNA is supported by Turkey and Qatar."
    assert told(extractor, text) == {
        ("backs", "Egypt", "Khalifa Haftar"),
        ("backs", "Russia", "Khalifa Haftar"),
        ("backs", "Turkey", "Government of National Accord"),
        ("backs", "Qatar", "Government of National Accord"),
    }


def test_aid_and_epithets_back_nobody(extractor: Extractor) -> None:
    assert not told(extractor, "Egypt sent medical aid to Haftar.")
    assert not told(extractor, "The UN-recognised Government of National Accord met in Tripoli.")


def test_a_claim_of_two_sentences_quotes_both(extractor: Extractor) -> None:
    found = [c for c in claims(extractor, CASUALTIES) if c.relation == "opposes"]
    assert [(c.object.name, c.quote) for c in found] == [("Turkey", CASUALTIES)]
    assert (found[0].start, found[0].end) == (0, len(CASUALTIES))


def test_known_names_stand_behind_masks(extractor: Extractor) -> None:
    encoder = Encoder()
    shown = [
        [pieces(token, encoder) for token in parsed(f"{name} backs the rebels.", extractor)]
        for name in ("Turkey", "Equatorial Guinea")
    ]
    assert shown[0] == shown[1]
    hamas = pieces(parsed("Hamas backs the rebels.", extractor)[0], encoder)
    assert hamas != shown[0][0] and len(hamas) == 1


def test_a_window_holds_no_more_than_the_network_reads(extractor: Extractor) -> None:
    encoder, doc = Encoder(), parsed("Turkey backs " + "Haftar and " * 400 + "Egypt.", extractor)
    (window,) = windows(doc, encoder)
    assert sum(len(pieces(word, encoder)) for word in window.words) <= LONGEST - 2
    assert len(window.words) < len(doc)


def test_the_innermost_verb_states_it(extractor: Extractor) -> None:
    doc = parsed("Ankara says that the army took Derna from the rebels.", extractor)
    words = {token.text: token for token in doc}
    way = path(words["Ankara"], words["Derna"])
    assert way.top == words["says"] and way.trigger == words["took"]
    assert words["took"] in way.between(words["Ankara"], words["Derna"])


def test_a_title_makes_no_surname(extractor: Extractor) -> None:
    text = (
        "Prince Mohammed visited Aden. Its spokesman, Mohammed al-Naqib, said that"
        " the Southern Transitional Council had captured Mukalla."
    )
    assert "Prince Mohammed" not in {c.speaker.name for c in claims(extractor, text) if c.speaker}
