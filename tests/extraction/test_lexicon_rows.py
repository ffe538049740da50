"""What single rows of the lexicon state: from whom, out of where, in the forms that words have."""

import tomllib
from collections import defaultdict
from itertools import permutations

import pytest

from loaders.extraction.extractor import Extractor
from loaders.extraction.inflection import verb_forms
from loaders.extraction.lexicon import FOLDER
from loaders.extraction.rows import NounRow, VerbRow
from tests.extraction.told import read

_LIMITS = {"subject_class", "object_class", "known_only", "no_country", "moving", "alone"}
"""Keys by which a row asks for more."""


@pytest.fixture(scope="module")
def frames(extractor: Extractor) -> Extractor:
    """The frames by themselves: what the lexicon says, without the model's help."""
    return Extractor(extractor.registry, method="frames")


def _told(extractor: Extractor, text: str) -> set[str]:
    return {
        f"{c.subject.name} {c.relation} {c.object.name}: {c.mode}, {c.polarity} {c.modality}"
        for c in read(extractor, text)
    }


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The Syrian army drove Islamic State out of Palmyra.",
            {
                "Syria captured Tadmur: captured, affirmed actual",
                "Islamic State captured Tadmur: lost, affirmed actual",
                "Syria opposes Islamic State: armed, affirmed actual",
            },
        ),
        (
            "The Syrian army recaptured Palmyra from Islamic State.",
            {
                "Syria captured Tadmur: recaptured, affirmed actual",
                "Islamic State captured Tadmur: lost, affirmed actual",
                "Syria opposes Islamic State: armed, affirmed actual",
            },
        ),
        (
            "The Syrian army recaptured Palmyra.",
            {"Syria captured Tadmur: recaptured, affirmed actual"},
        ),
        (
            "The M23 laid siege to Goma.",
            {"March 23 Movement captured Goma: besieges, affirmed actual"},
        ),
        (
            "Fighters of the M23 marched into Goma.",
            {
                "March 23 Movement captured Goma: captured, affirmed actual",
                "March 23 Movement deployed-to Goma: troops, affirmed actual",
            },
        ),
        (
            "Taliban fighters raised their flag over Kunduz.",
            {"Taliban captured Kunduz: captured, affirmed actual"},
        ),
        (
            "The Southern Transitional Council announced the capture of Aden.",
            {"Southern Transitional Council captured Aden: captured, affirmed actual"},
        ),
        (
            "Hezbollah fighters repelled an attack by Islamic State.",
            {
                "Islamic State opposes Hezbollah: armed, affirmed actual",
                "Hezbollah opposes Islamic State: armed, affirmed actual",
            },
        ),
        (
            "Israel dropped bombs on Hezbollah.",
            {"Israel opposes Hezbollah: armed, affirmed actual"},
        ),
        (
            "Ecuador broke off relations with Mexico.",
            {"Ecuador opposes Mexico: political, affirmed actual"},
        ),
        ("Mali cut ties with France.", {"Mali opposes France: political, affirmed actual"}),
        (
            "Switzerland froze assets of Muammar Gaddafi.",
            {"Switzerland opposes Muammar Gaddafi: sanctions, affirmed actual"},
        ),
        ("Serbia bought missiles from China.", {"China backs Serbia: weapons, affirmed actual"}),
        (
            "Eritrea sheltered Ethiopian rebels.",
            {"Eritrea backs Ethiopian rebels: territory, affirmed actual"},
        ),
        (
            "Washington has given the Lebanese army $250 million.",
            {"United States backs Lebanon: funding, affirmed actual"},
        ),
        (
            "France delivered the first shipment of its missiles to Ukraine.",
            {"France backs Ukraine: weapons, affirmed actual"},
        ),
        (
            "Germany announced a package of aid for Ukraine.",
            {"Germany backs Ukraine: unspecified, affirmed planned"},
        ),
        (
            "The United States approved the sale of missiles to Taiwan.",
            {"United States backs Taiwan: weapons, affirmed planned"},
        ),
        (
            "Algeria opened its airspace to France.",
            {"Algeria backs France: territory, affirmed actual"},
        ),
        (
            "The United States placed Rwanda's army under sanctions for backing M23.",
            {
                "United States opposes Rwanda: sanctions, affirmed actual",
                "Rwanda backs March 23 Movement: troops, affirmed actual",
            },
        ),
        (
            "Argentina designated Hamas as a terrorist organization.",
            {"Argentina opposes Hamas: sanctions, affirmed actual"},
        ),
        (
            "Canada put Hamas on its list of terrorist groups.",
            {"Canada opposes Hamas: sanctions, affirmed actual"},
        ),
        (
            "Ethiopia took its soldiers out of Somalia.",
            {"Ethiopia deployed-to Somalia: withdrew, affirmed actual"},
        ),
        ("Sudan gave refuge to al-Qaeda.", {"Sudan backs Al-Qaeda: territory, affirmed actual"}),
        (
            "Honduras switched its recognition from Taiwan to China.",
            {
                "Honduras backs China: recognition, affirmed actual",
                "Honduras backs Taiwan: recognition, denied actual",
            },
        ),
        (
            "Boko Haram swore loyalty to Islamic State.",
            {"Boko Haram backs Islamic State: unspecified, affirmed actual"},
        ),
        (
            "Kenyan soldiers guarded Kismayo.",
            {"Kenya deployed-to Kismayo: troops, affirmed actual"},
        ),
        (
            "Belgium deployed soldiers on streets of cities such as Brussels, Antwerp and Ghent.",
            {
                f"Belgium deployed-to {town}: troops, affirmed actual"
                for town in ("Brussels", "Antwerp", "Gent")
            },
        ),
        (
            "Ukrainian forces retook the village of Robotyne, Zaporizhzhia Oblast.",
            {"Ukraine captured Robotyne: recaptured, affirmed actual"},
        ),
    ],
)
def test_what_the_frames_state(frames: Extractor, text: str, told: set[str]) -> None:
    assert _told(frames, text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The Syrian army drove Islamic State out of Palmyra.",
            "Islamic State captured Tadmur: lost, affirmed actual",
        ),
        (
            "Pakistan closed its airspace, saying that India had launched missiles at the country.",
            "India opposes Pakistan: armed, affirmed actual",
        ),
        (
            "Mali's army and its Russian allies entered Kidal on Tuesday.",
            "Russia deployed-to Kidal: troops, affirmed actual",
        ),
        (
            "Two Saudi soldiers were killed and five were wounded in fighting with the Houthis.",
            "Houthis opposes Saudi Arabia: armed, affirmed actual",
        ),
        (
            "The RSF launched an offensive on El Fasher.",
            "Rapid Support Forces captured El Fasher: captured, affirmed attempted",
        ),
        (
            "Forces backing Alassane Ouattara captured Yamoussoukro.",
            "Ivory Coast captured Yamoussoukro: captured, affirmed actual",
        ),
    ],
)
def test_what_the_model_finds_beside_them(extractor: Extractor, text: str, told: str) -> None:
    assert told in _told(extractor, text)


def test_who_asks_for_it_does_not_do_it(extractor: Extractor) -> None:
    text = "Syria rejects U.S. call to stop arming Hezbollah."
    assert not {told for told in _told(extractor, text) if told.startswith("United States backs")}


def test_a_hometown_was_not_lost_by_who_came_from_it(extractor: Extractor) -> None:
    text = "Libyan fighters took Sirte, a former stronghold and hometown of Muammar Gaddafi."
    captures = {c.subject.name for c in read(extractor, text) if c.relation == "captured"}
    assert "Muammar Gaddafi" not in captures


@pytest.mark.parametrize(
    ("infinitive", "forms"),
    [
        ("drop", {"drop", "drops", "dropped", "dropping"}),
        ("raid", {"raid", "raids", "raided", "raiding"}),
        ("shell", {"shell", "shells", "shelled", "shelling"}),
        ("fuel", {"fuel", "fuels", "fueled", "fueling", "fuelled", "fuelling"}),
        ("carry", {"carry", "carries", "carried", "carrying"}),
        ("arm", {"arm", "arms", "armed", "arming"}),
        ("box", {"box", "boxes", "boxed", "boxing"}),
    ],
)
def test_forms_of_verbs(infinitive: str, forms: set[str]) -> None:
    assert verb_forms(infinitive, {}) == forms


@pytest.mark.parametrize(("file", "row"), [("verbs", VerbRow), ("nouns", NounRow)])
def test_the_files_tell_what_each_key_means(file: str, row: type[VerbRow] | type[NounRow]) -> None:
    lines = (FOLDER / f"{file}.toml").read_text("utf-8").splitlines()
    told = "\n".join(line[4:22] for line in lines if line.startswith("#   "))
    keys = {field.alias or name for name, field in row.model_fields.items()}
    assert not [key for key in keys if key not in told.replace(",", " ").split()]


@pytest.mark.parametrize("table", ["verbs", "nouns"])
def test_no_row_says_what_another_says(table: str) -> None:
    said_again = [
        (word, first, second)
        for word, rows in _rows_of(table).items()
        for first, second in permutations(rows, 2)
        if _says_all(first, second)
    ]
    assert said_again == []


def _rows_of(table: str) -> dict[str, list[VerbRow | NounRow]]:
    shape = VerbRow if table == "verbs" else NounRow
    rows = tomllib.loads((FOLDER / f"{table}.toml").read_text("utf-8"))[table.rstrip("s")]
    found: dict[str, list[VerbRow | NounRow]] = defaultdict(list)
    for row in (shape.model_validate(row) for row in rows):
        for word in getattr(row, table):
            found[word].append(row)
    return found


def _says_all(one: VerbRow | NounRow, other: VerbRow | NounRow) -> bool:
    """Say whether a row asks for no more than another, and says the same of as much."""
    ours, theirs = one.model_dump(), other.model_dump()
    differ = {key for key in ours if ours[key] != theirs[key]} - {"verbs", "nouns"}
    objects = {*theirs["object"].split("|")} <= {*ours["object"].split("|")}
    asked, asked_there = ours.get("with_nouns"), theirs.get("with_nouns")
    with_nouns = not asked or bool(asked_there and asked >= asked_there)
    limits = all(not ours[key] for key in differ - {"object", "with_nouns"})
    return objects and with_nouns and differ <= _LIMITS | {"object", "with_nouns"} and limits
