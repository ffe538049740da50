"""Names that an article takes up again: "the Courts", "the town", "we" in a quotation."""

import pytest

from graph.model import Claim
from loaders.extraction.extractor import Extractor
from tests.extraction.told import read

Told = tuple[str, str, str]


def told(claims: tuple[Claim, ...]) -> set[Told]:
    return {(c.subject.name, c.relation.value, c.object.name) for c in claims}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Fighters of the Union of Islamic Courts took Jowhar in May. The Courts captured"
            " Mogadishu in June.",
            ("Islamic Courts Union", "captured", "Mogadishu"),
        ),
        (
            "The rebels of LURD attacked Monrovia on Monday. The rebels captured Buchanan.",
            ("Liberians United for Reconciliation and Democracy", "captured", "Buchanan"),
        ),
        (
            "The Southern Transitional Council fights the Houthis. Both signed a truce. The"
            " council is armed by the United Arab Emirates.",
            ("United Arab Emirates", "backs", "Southern Transitional Council"),
        ),
        (
            "Fighters of the Southern Transitional Council were in control of Aden on Sunday. The"
            " council, which wants the south to secede, is armed by the United Arab Emirates.",
            ("United Arab Emirates", "backs", "Southern Transitional Council"),
        ),
    ],
)
def test_a_side_is_taken_up_by_a_word_of_its_name(
    extractor: Extractor, text: str, expected: Told
) -> None:
    assert expected in told(read(extractor, text))


def test_a_word_that_fits_two_sides_means_neither(extractor: Extractor) -> None:
    text = (
        "The Kachin Independence Army and the Arakan Army are rebels. Talks were held. They failed."
        " Snow fell. The rebels captured Lashio."
    )
    assert not [c for c in read(extractor, text) if c.object.name == "Lashio"]


def test_the_army_is_no_armed_group(extractor: Extractor) -> None:
    text = "M23 fighters attacked Goma in DR Congo. The army recaptured Goma."
    armies = {c.subject.name for c in read(extractor, text) if c.subject.mention == "The army"}
    assert armies == {"Democratic Republic of the Congo"}


def test_the_town_is_the_one_that_is_named_most(extractor: Extractor) -> None:
    text = (
        "Kidal is calm, residents said. The Malian army captured Kidal on Tuesday. A column had"
        " left Gao in October. The town had been held since 2014 by the CSP rebels."
    )
    held = {c.object.name for c in read(extractor, text) if c.mode == "controls"}
    assert held == {"Kidal"}


def test_the_airport_is_that_of_the_town(extractor: Extractor) -> None:
    text = "Goma fell on Monday. M23 fighters captured the airport on Tuesday."
    assert ("March 23 Movement", "captured", "Goma airport") in told(read(extractor, text))
    text = "M23 fighters captured the airport on Tuesday."
    assert not told(read(extractor, text))


def test_the_base_is_the_one_that_was_named(extractor: Extractor) -> None:
    text = (
        "American troops withdrew from Iraq's Al-Asad Airbase. The Iraqi army captured the airbase."
    )
    assert ("Iraq", "captured", "al-Asad Airbase") in told(read(extractor, text))


def test_a_preposition_shows_a_place(extractor: Extractor) -> None:
    text = "10,000 American soldiers are based at Al Udeid in Qatar."
    assert ("United States", "deployed-to", "Al-Udeid airbase") in told(read(extractor, text))


def test_a_surname_may_begin_a_sentence(extractor: Extractor) -> None:
    text = (
        "Munir al-Yafei led a brigade in Aden. Al-Yafei's men had been trained by Emirati officers."
    )
    assert ("United Arab Emirates", "backs", "Munir al-Yafei") in told(read(extractor, text))


def test_a_known_person_is_taken_up_by_his_surname(extractor: Extractor) -> None:
    text = (
        "The fighting began after the funeral of Munir al-Yafei in Aden. Emirati officers had"
        " trained Al-Yafei."
    )
    assert ("United Arab Emirates", "backs", "Munir al-Yafei") in told(read(extractor, text))


def test_his_men_are_his_side(extractor: Extractor) -> None:
    text = "The rebels follow Khalifa Haftar. His men captured Sirte."
    assert ("Libyan National Army", "captured", "Sirte") in told(read(extractor, text))
    text = "Sirte in Libya fell to the men of Wagner on Monday."
    assert ("Wagner Group", "captured", "Sirte") in told(read(extractor, text))
    text = "The men of Chad captured Sirte in Libya."
    assert "The men of Chad" not in {c.subject.mention for c in read(extractor, text)}


def test_a_spokesmans_we_are_those_he_speaks_for(extractor: Extractor) -> None:
    text = '"We control Marib to this hour," said Mohammed Abdul-Salam, a spokesman.'
    assert ("Houthis", "captured", "Ma'rib") in told(read(extractor, text, "2021-02-20"))


def test_we_are_the_side_of_who_is_quoted(extractor: Extractor) -> None:
    text = (
        '"We captured Goma from the Congolese army," said Lawrence Kanyuka, the spokesman of the'
        ' M23. "We will take Bukavu."'
    )
    claims = [c for c in read(extractor, text) if c.relation == "captured"]
    assert {(c.subject.name, c.object.name, c.modality.value) for c in claims} == {
        ("March 23 Movement", "Goma", "actual"),
        ("Democratic Republic of the Congo", "Goma", "actual"),
        ("March 23 Movement", "Bukavu", "planned"),
    }
    assert {c.speaker.name for c in claims if c.speaker} == {"Lawrence Kanyuka"}
    assert all(c.speaker for c in claims)


def test_nobody_knows_whom_an_unnamed_speaker_means(extractor: Extractor) -> None:
    text = 'Rwanda rejected the charge. "We do not arm the M23," a spokeswoman said in Nairobi.'
    assert not [c for c in read(extractor, text) if c.subject.mention.casefold() == "we"]


def test_us_in_capitals_is_a_country(extractor: Extractor) -> None:
    text = '"US forces attacked ISIL," said Lawrence Kanyuka, the spokesman of the M23.'
    assert ("United States", "opposes", "Islamic State") in told(read(extractor, text))


def test_he_is_who_spoke_last(extractor: Extractor) -> None:
    text = (
        "Haftar visited Moscow. A Pentagon spokesman said American forces attacked ISIL in Libya."
        " Turkey sends weapons to the GNA, he said."
    )
    (claim,) = [c for c in read(extractor, text) if c.relation == "backs"]
    assert claim.speaker is not None
    assert claim.speaker.mention == "A Pentagon spokesman"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The SDF withdrew on Monday from al-Hol, a camp in Syria.", "Al Ḩawl"),
        ("Houthi militants seize control of al-Rabu’ah, a town in Saudi Arabia.", "al-Rabu’ah"),
    ],
)
def test_a_name_may_begin_with_a_small_article(extractor: Extractor, text: str, place: str) -> None:
    assert place in {c.object.name for c in read(extractor, text) if c.relation == "captured"}


def test_the_whole_people_is_its_state(extractor: Extractor) -> None:
    text = "Malian soldiers fought in Kidal. The Russians captured Kidal in November."
    assert ("Russia", "captured", "Kidal") in told(read(extractor, text))
    text = "Israeli soldiers killed three Palestinians."
    assert not told(read(extractor, text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The RSF fought the army in Khartoum.",
            ("Rapid Support Forces", "opposes", "Sudanese Armed Forces"),
        ),
        (
            "Uganda, which has soldiers in Congo, said that its planes had bombed the Allied"
            " Democratic Forces.",
            ("Uganda", "opposes", "Allied Democratic Forces"),
        ),
        (
            "The M23 attacked Goma. Fighting spread in Kivu. Soldiers fled. The UN was alarmed."
            " The M23 captured the town.",
            ("March 23 Movement", "captured", "Goma"),
        ),
        (
            "Bangui was quiet. South African mercenaries arrived in the Central African Republic"
            " to support the army. Chad backs the rebels of the Coalition of Patriots for Change."
            " Sudan arms the rebels.",
            ("Sudan", "backs", "Coalition of Patriots for Change"),
        ),
        (
            "Colombian troops attacked the FARC in Colombia. Its negotiators in Havana blamed"
            " Colombia. The army bombed the FARC.",
            ("Colombia", "opposes", "Revolutionary Armed Forces of Colombia"),
        ),
        (
            "The army of Sri Lanka attacked the Tamil Tigers. It drove the Tigers from Jaffna, and"
            " its troops captured Kilinochchi.",
            ("Sri Lanka", "captured", "Kilinochchi"),
        ),
    ],
)
def test_whom_words_take_up(extractor: Extractor, text: str, expected: Told) -> None:
    assert expected in told(read(extractor, text, "2025-01-07"))


def test_a_province_is_no_town(extractor: Extractor) -> None:
    text = "Soldiers from Goma patrol North Kivu and Bukavu. The M23 captured the town."
    assert "North Kivu" not in {name for _, _, name in told(read(extractor, text, "2025-01-07"))}


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Abu Sayyaf says that it fights for an Islamic state.", "Islamic State"),
        ("The LTTE holds Mullaittivu. India sent troops to the island in 1987.", "Mullaittivu"),
    ],
)
def test_what_words_do_not_mean(extractor: Extractor, text: str, never: str) -> None:
    told_of = {c.object.name for c in read(extractor, text) if c.relation != "captured"}
    assert never not in told_of


def test_a_capital_that_acts_is_no_town_taken_up(extractor: Extractor) -> None:
    text = (
        "Ethiopian tanks reached Mogadishu on Thursday. The government, which Addis Ababa backs,"
        " welcomed them. Ethiopia captured the city."
    )
    taken = {c.object.name for c in read(extractor, text) if c.relation == "captured"}
    assert taken == {"Mogadishu"}


def test_rebel_forces_in_a_country_are_not_its_own(extractor: Extractor) -> None:
    text = "Rebel fighters in Syria captured Idlib. Turkish fighter jets entered Syria."
    doers = {(c.subject.name, c.relation.value) for c in read(extractor, text)}
    assert {("Syrian opposition", "captured"), ("Turkey", "deployed-to")} <= doers
    assert ("Syria", "captured") not in doers
