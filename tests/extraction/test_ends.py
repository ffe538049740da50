"""Whom and where words mean: names of several words, whose forces, borders, who is blamed."""

import pytest

from graph.model import Claim
from loaders.extraction.extractor import Extractor
from tests.extraction.told import read


def ends(claims: tuple[Claim, ...]) -> set[tuple[str, str, str]]:
    return {(c.relation.value, c.subject.name, c.object.name) for c in claims}


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("Rebels of the FDLR captured Port-au-Prince in Haiti.", "Port-au-Prince"),
        ("The Syrian army captured Deir ez-Zor.", "Deir ez-Zor"),
        ("FARC rebels captured San Vicente del Caguán in Colombia.", "San Vicente del Caguán"),
    ],
)
def test_a_town_of_several_words_is_one(extractor: Extractor, text: str, town: str) -> None:
    claims = read(extractor, text, "2014-05-06")
    assert {c.object.name for c in claims if c.relation == "captured"} == {town}


def test_a_hyphen_joins_the_parts_of_a_name(extractor: Extractor) -> None:
    text = "The Al-Mukhtar Army attacked the Syrian army."
    assert [c.subject.mention for c in read(extractor, text)] == ["The Al-Mukhtar Army"]


def test_who_helps_is_no_part_of_a_name(extractor: Extractor) -> None:
    text = "The Turkish-backed Syrian National Army attacked Manbij."
    assert ("backs", "Turkey", "Syrian National Army") in ends(read(extractor, text))
    text = "The Iranian-funded Badr Brigade attacked Mosul."
    assert not [c for c in read(extractor, text) if c.subject.name == c.object.name]


def test_soldiers_are_those_of_the_only_country_named(extractor: Extractor) -> None:
    text = "Boko Haram militants killed two soldiers in Nigeria."
    assert ("opposes", "Boko Haram", "Nigeria") in ends(read(extractor, text))
    text = "Boko Haram militants killed two foreign soldiers in Nigeria."
    soldiers = [c for c in read(extractor, text) if c.object.mention == "two foreign soldiers"]
    assert not soldiers


def test_soldiers_are_those_of_the_country_named_by_far_the_most(extractor: Extractor) -> None:
    text = (
        "Peru's jungle is calm, Peru's government says, and Colombia agrees. Three soldiers were"
        " killed by the Shining Path near Kepashiato. Marines attacked the Shining Path on Friday."
    )
    claims = {(c.subject.name, c.object.name) for c in read(extractor, text)}
    assert claims == {("Shining Path", "Peru"), ("Peru", "Shining Path")}
    text = (
        "Peru's jungle is calm, and Colombia's is too. Three soldiers were killed by the Islamic"
        " State near Kepashiato."
    )
    assert not [c for c in read(extractor, text) if c.object.mention == "Three soldiers"]


def test_soldiers_who_are_sent_may_be_another_countrys(extractor: Extractor) -> None:
    text = (
        "Libya is calm, Libya's government says. President Recep Tayyip Erdogan of Turkey said that"
        " troops were being deployed to Libya."
    )
    assert not [c for c in read(extractor, text, "2020-01-07") if c.subject.name == "Libya"]


@pytest.mark.parametrize("region", ["Chechnya", "Puntland", "Jubaland"])
def test_a_region_with_a_government_is_a_place_as_well(extractor: Extractor, region: str) -> None:
    claims = read(extractor, f"Some 80,000 German soldiers entered {region}.")
    assert {(c.relation.value, c.object.name) for c in claims} == {("deployed-to", region)}


def test_a_new_place_ends_at_a_comma(extractor: Extractor) -> None:
    text = (
        "Men of the Nameless Front seized Qamardhebi, Colonel Abe Zorn confirmed on Friday, to open"
        " the road."
    )
    assert {c.object.name for c in read(extractor, text)} == {"Qamardhebi"}


def test_a_name_that_the_files_spell_small_needs_no_capital(extractor: Extractor) -> None:
    claims = read(extractor, "Germany has delivered anti-tank missiles to the peshmerga.")
    assert {(c.subject.name, c.object.name) for c in claims} == {("Germany", "Peshmerga")}
    assert not read(extractor, "Germany has delivered anti-tank missiles to the turkey.")


def test_who_answers_for_it_is_told_a_sentence_later(extractor: Extractor) -> None:
    text = "A bomb kills ten policemen in Peshawar, Pakistan. The Taliban claim responsibility."
    assert ("opposes", "Taliban", "Pakistan") in ends(read(extractor, text))


def test_a_border_is_a_place_and_airspace_is_its_country(extractor: Extractor) -> None:
    text = "Russian troops withdrew from the Ukrainian border."
    assert ("deployed-to", "Russia", "Border of Ukraine") in ends(read(extractor, text))
    text = "Turkish warplanes entered Greek airspace."
    assert ("deployed-to", "Turkey", "Greece") in ends(read(extractor, text))


def test_a_border_with_one_country_is_a_place(extractor: Extractor) -> None:
    text = "Ukraine deploys soldiers to the border with Belarus."
    assert ("deployed-to", "Ukraine", "Border with Belarus") in ends(read(extractor, text))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The US deployed ships to the Caribbean Sea.", "Caribbean Sea"),
        ("Israeli troops entered the West Bank, and Pakistani diplomats protested.", "West Bank"),
    ],
)
def test_the_last_word_of_a_name_is_no_town(extractor: Extractor, text: str, place: str) -> None:
    places = {c.object.name for c in read(extractor, text) if c.relation == "deployed-to"}
    assert places == {place}


def test_a_port_of_a_town_is_called_by_the_town(extractor: Extractor) -> None:
    text = "STC fighters were in control of the Yemeni port of Aden on Sunday."
    places = {c.object.name for c in read(extractor, text, "2019-08-11")}
    assert "Aden port" in places and "Yemeni port" not in places


def test_rebels_are_those_of_the_only_country_named(extractor: Extractor) -> None:
    text = "Rebels shot down a Syrian army helicopter in Idlib."
    assert ("opposes", "Syrian opposition", "Syria") in ends(read(extractor, text, "2012-05-05"))
    text = "Rebels shot down a Belgian army helicopter."
    assert not read(extractor, text, "2012-05-05")


def test_who_surrenders_a_town_loses_it_to_another(extractor: Extractor) -> None:
    text = "Syrian troops surrendered Homs to opposition forces."
    claims = read(extractor, text, "2012-05-05")
    modes = {(c.subject.name, c.mode) for c in claims if c.relation == "captured"}
    assert modes == {("Syria", "lost"), ("Syrian opposition", "captured")}


def test_most_of_a_town_is_told_in_the_words_of_the_text(extractor: Extractor) -> None:
    text = "Russian forces have taken control of most of Sievierodonetsk."
    assert [c.object.mention for c in read(extractor, text)] == ["most of Sievierodonetsk"]


@pytest.mark.parametrize(
    ("side", "name"),
    [
        ("Anti-Taliban forces", "Anti-Taliban forces"),
        ("Pro-Iranian militias", "Pro-Iranian militias"),
        ("Tuareg rebels", "Tuareg rebels"),
        ("Turkish-backed rebels", "Turkish-backed rebels"),
        ("The Turkish-backed Free Syrian Army", "Free Syrian Army"),
    ],
)
def test_a_side_may_be_known_by_its_people_friend_or_foe_alone(
    extractor: Extractor, side: str, name: str
) -> None:
    claims = read(extractor, f"{side} attacked Kenyan soldiers.", "2015-06-01")
    assert [c.subject.name for c in claims if c.relation == "opposes"] == [name]


def test_whom_a_side_is_against_may_be_written_without_a_capital(extractor: Extractor) -> None:
    claims = read(extractor, "Anti-eSwatini rebels attacked Kenyan soldiers.", "2021-06-01")
    assert "Eswatini" not in {c.subject.name for c in claims}


def test_who_is_against_the_government_is_not_it(extractor: Extractor) -> None:
    claims = read(extractor, "Anti-government forces attacked Kenyan soldiers near Arusha.")
    assert not [c for c in claims if c.relation == "opposes"]


def test_whom_a_captive_led_is_opposed(extractor: Extractor) -> None:
    text = "The Mexican Army captures Antal Rogan, the supreme leader of the Los Zetas drug cartel."
    assert ("opposes", "Mexico", "Los Zetas") in ends(read(extractor, text))


def test_the_juntas_posts_are_its_countrys(extractor: Extractor) -> None:
    text = "The Arakan Army attacked junta outposts in Myanmar."
    found = ends(read(extractor, text, "2023-11-01"))
    assert ("opposes", "Arakan Army", "Myanmar") in found


def test_the_country_sends_what_its_officer_admits(extractor: Extractor) -> None:
    text = "An Iranian general admits that the country has sent troops to Syria."
    assert ("deployed-to", "Iran", "Syria") in ends(read(extractor, text))


@pytest.mark.parametrize(
    "text",
    [
        "Russia bans Amnesty International, accusing the group of openly supporting Ukraine.",
        "Russia accuses Amnesty International of aggression by supplying weapons to Ukraine.",
    ],
)
def test_who_is_accused_did_it(extractor: Extractor, text: str) -> None:
    backers = {c.subject.name for c in read(extractor, text) if c.relation == "backs"}
    assert backers <= {"Amnesty International"}


def test_a_mistake_opposes_nobody(extractor: Extractor) -> None:
    text = "A Russian airstrike accidentally killed three Turkish soldiers near al-Bab."
    assert not [c for c in read(extractor, text) if c.relation == "opposes"]


def test_what_is_counted_is_no_place(extractor: Extractor) -> None:
    text = "The Taliban captured 700 Humvees from the Afghan army."
    assert not [c for c in read(extractor, text) if c.relation == "captured"]


def test_the_council_is_the_one_that_was_named(extractor: Extractor) -> None:
    text = (
        "The Southern Transitional Council (STC) was in control of Aden on Sunday."
        " Residents spoke of heavy fire. The council is armed by the United Arab Emirates."
    )
    found = ends(read(extractor, text, "2019-08-11"))
    assert ("backs", "United Arab Emirates", "Southern Transitional Council") in found


def test_an_army_that_is_a_states_name_moves(extractor: Extractor) -> None:
    text = "The Kenya Defence Forces cross into Somalia."
    alone = Extractor(extractor.registry, method="frames")
    assert ("deployed-to", "Kenya", "Somalia") in ends(read(alone, text))


def test_a_name_of_one_country_needs_another_word_of_it(extractor: Extractor) -> None:
    text = "The Joint Force attacked Hezbollah at Tyre."
    assert not [c for c in read(extractor, text) if c.subject.id.startswith("actor:darfur")]


def test_two_peoples_forces_are_two_sides(extractor: Extractor) -> None:
    alone = Extractor(extractor.registry, method="frames")
    text = "Clashes between Thai and Cambodian soldiers continued on the border."
    assert ends(read(alone, text)) == {("opposes", "Thailand", "Cambodia")}
    text = "Rwandan and Mozambican forces recaptured Palma in Mozambique."
    found = ends(read(alone, text))
    assert found == {("captured", "Rwanda", "Palma"), ("captured", "Mozambique", "Palma")}


def test_the_armed_forces_are_those_of_the_only_country_named(extractor: Extractor) -> None:
    text = "Colombia's president says that the armed forces killed a commander of the FARC."
    assert ("opposes", "Colombia", "Revolutionary Armed Forces of Colombia") in ends(
        read(extractor, text, "2011-11-05")
    )


@pytest.mark.parametrize(
    ("text", "mode", "subject", "target"),
    [
        ("Armenian and Azerbaijani forces clashed near Martakert.",
         "armed", "Armenia", "Azerbaijan"),
        ("India and Pakistan exchange fire across the Line of Control.",
         "armed", "India", "Pakistan"),
        ("Qatar cuts ties with Chad.", "political", "Qatar", "Chad"),
        ("Saudi Arabia severs diplomatic relations with Iran.",
         "political", "Saudi Arabia", "Iran"),
        ("Mali recalls its ambassador from Algiers.", "political", "Mali", "Algeria"),
        ("Britain expels four Russian diplomats.", "political", "United Kingdom", "Russia"),
    ],
)  # fmt: skip
def test_fighting_each_other_and_breaking_with_one_another(
    extractor: Extractor, text: str, mode: str, subject: str, target: str
) -> None:
    alone = Extractor(extractor.registry, method="frames")
    told = {(c.relation.value, c.mode, c.subject.name, c.object.name) for c in read(alone, text)}
    assert told == {("opposes", mode, subject, target)}


def test_it_is_not_who_did_it(extractor: Extractor) -> None:
    text = (
        "Egypt backs the Sudanese Armed Forces, and Iranian and Turkish drones have helped it"
        " to win back ground."
    )
    backed = {c.object.name for c in read(extractor, text, "2025-10-28") if c.relation == "backs"}
    assert backed == {"Sudanese Armed Forces"}


def test_a_place_on_the_way_is_not_taken(extractor: Extractor) -> None:
    text = "Ukraine retook Kherson when Russian troops withdrew across the Dnipro."
    taken = {c.object.name for c in read(extractor, text, "2022-11-12") if c.relation == "captured"}
    assert taken == {"Kherson"}


def test_a_way_towards_a_town_takes_nothing(extractor: Extractor) -> None:
    text = "The LNA is advancing towards the heart of Sirte."
    told = [c.modality for c in read(extractor, text, "2020-01-06") if c.relation == "captured"]
    assert told == ["attempted"]


def test_the_islamic_state_is_no_verb(extractor: Extractor) -> None:
    text = "Syrian troops took Raqqa, a former Islamic State group stronghold."
    claims = read(extractor, text, "2018-01-06")
    assert ("captured", "captured", "Syria") in {
        (c.relation, c.mode, c.subject.name) for c in claims
    }
    assert not [c for c in claims if c.subject.name == "Syria" and c.relation == "opposes"]


def test_each_of_those_who_are_led_together_does_it(extractor: Extractor) -> None:
    text = "The leaders of Germany, Italy and the Netherlands declare their support for France."
    backers = {who for _, who, _ in ends(read(extractor, text))}
    assert backers == {"Germany", "Italy", "Netherlands"}
    text = "Troops from Uganda, Kenya and Burundi entered Goma."
    sent = {who for did, who, _ in ends(read(extractor, text)) if did == "deployed-to"}
    assert sent == {"Uganda", "Kenya", "Burundi"}
