"""Denials after the fact, what is to be stopped, what is only under way, and whose deed it is."""

import pytest

from loaders.extraction.extractor import Extractor
from tests.extraction.told import read

Told = tuple[str, str, str, str, str]


def _told(extractor: Extractor, text: str) -> set[Told]:
    return {
        (
            claim.subject.id.removeprefix("actor:"),
            claim.relation.value,
            claim.object.id.split(":")[1],
            f"{claim.polarity.value} {claim.modality.value}",
            (claim.speaker.name or claim.speaker.mention) if claim.speaker else "",
        )
        for claim in read(extractor, text)
    }


UAE, RSF = "united-arab-emirates", "rapid-support-forces"


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        (
            "Sudan accused the United Arab Emirates of arming the RSF, which Abu Dhabi denies.",
            (UAE, "backs", RSF, "denied actual", "United Arab Emirates"),
        ),
        (
            "Sudan accused the United Arab Emirates of arming the RSF, a charge Abu Dhabi"
            " dismissed as a lie.",
            (UAE, "backs", RSF, "denied actual", "United Arab Emirates"),
        ),
        (
            "Sudan accused the United Arab Emirates of arming the RSF, which Abu Dhabi says is"
            " untrue.",
            (UAE, "backs", RSF, "denied actual", "United Arab Emirates"),
        ),
        (
            "Sudan accused the United Arab Emirates of arming the RSF. Abu Dhabi called the"
            " accusation baseless.",
            (UAE, "backs", RSF, "denied actual", "United Arab Emirates"),
        ),
        (
            "Uganda said it had captured Goma; Congo said this was untrue.",
            (
                "uganda", "captured", "goma", "denied actual",
                "Democratic Republic of the Congo",
            ),
        ),
    ],
)  # fmt: skip
def test_a_denial_that_follows(extractor: Extractor, text: str, denied: Told) -> None:
    assert denied in _told(extractor, text)


@pytest.mark.parametrize(
    "text",
    [
        "Uganda said it had captured Goma. Congo did not deny it.",
        "Uganda said it had captured Goma. Congo called the officer a liar.",
        "Rwanda, which denies the charge, has captured Goma.",
        "Congo called the plan absurd. Uganda said it had captured Goma.",
    ],
)
def test_what_is_no_denial_of_it(extractor: Extractor, text: str) -> None:
    assert not [told for told in _told(extractor, text) if told[3].startswith("denied")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # what is to be stopped goes on; what was stopped is no more
        (
            "Antonio Guterres called on Rwanda to stop supporting M23.",
            ("rwanda", "backs", "march-23-movement", "affirmed actual"),
        ),
        (
            "Rwanda stopped supporting M23.",
            ("rwanda", "backs", "march-23-movement", "denied actual"),
        ),
        (
            "Rwanda has stopped supporting M23.",
            ("rwanda", "backs", "march-23-movement", "denied actual"),
        ),
        # under way, ordered, offered: not done
        (
            "The Taliban advanced on Kabul.",
            ("taliban", "captured", "kabul", "affirmed attempted"),
        ),
        (
            "Hugo Chavez ordered ten battalions to the Colombian border.",
            ("hugo-chavez", "deployed-to", "border-of-colombia", "affirmed planned"),
        ),
        (
            "The Wagner Group offered missiles to the RSF.",
            ("wagner-group", "backs", RSF, "affirmed planned"),
        ),
        (
            "An offer by Pakistan to arm the Taliban has gone unanswered.",
            ("pakistan", "backs", "taliban", "affirmed planned"),
        ),
        # to demand it is the deed
        (
            "Ukraine demanded that Russia withdraw.",
            ("ukraine", "opposes", "russia", "affirmed actual"),
        ),
        # who does it, to whom
        (
            "Iraq's army had abandoned Mosul to the Islamic State.",
            ("islamic-state", "captured", "mosul", "affirmed actual"),
        ),
        (
            "Goma fell into the hands of M23.",
            ("march-23-movement", "captured", "goma", "affirmed actual"),
        ),
        (
            "Hezbollah receives weapons from Iran.",
            ("iran", "backs", "hezbollah", "affirmed actual"),
        ),
        (
            "The Government of National Accord, under attack since April by Khalifa Haftar's"
            " Libyan National Army, asked for help.",
            (
                "libyan-national-army", "opposes", "government-of-national-accord",
                "affirmed actual",
            ),
        ),
        (
            "Canada designates Hezbollah as a terrorist organization.",
            ("canada", "opposes", "hezbollah", "affirmed actual"),
        ),
        (
            "The United States removes Eritrea from its list of sanctioned states.",
            ("united-states", "opposes", "eritrea", "denied actual"),
        ),
    ],
)  # fmt: skip
def test_what_it_is_told_as(
    extractor: Extractor, text: str, told: tuple[str, str, str, str]
) -> None:
    assert told in {found[:4] for found in _told(extractor, text)}


@pytest.mark.parametrize(
    ("text", "never"),
    [
        (
            "Georgia controls all of South Ossetia except the northern town of Java.",
            ("georgia", "captured", "java"),
        ),
        (
            "Turkey repeated its call to give Ukraine missiles.",
            ("turkey", "backs", "ukraine"),
        ),
    ],
)
def test_what_the_sentence_does_not_say(
    extractor: Extractor, text: str, never: tuple[str, str, str]
) -> None:
    facts = {found[:3] for found in _told(extractor, text) if found[3] == "affirmed actual"}
    assert never not in facts


def test_a_weekday_is_no_place(extractor: Extractor) -> None:
    claims = read(extractor, "Venezuela ordered troops to its borders with Colombia on Monday.")
    assert {claim.object.name for claim in claims} == {"Borders with Colombia"}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Clashes went on in Haiti. G9 Family and Allies captured the capital.", "Port-au-Prince"),
        (
            "Taliban fighters attacked US troops in the Panjshir Valley. Later the Taliban"
            " captured the valley.",
            "Panjshir Valley",
        ),
    ],
)
def test_which_capital_and_valley(extractor: Extractor, text: str, place: str) -> None:
    claims = read(extractor, text)
    assert {c.object.name for c in claims if c.relation == "captured"} == {place}


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Tanzanian soldiers helped the Comoros.", "troops"),
        ("Rwandan tanks had fired across the border in support of the CNDP.", "troops"),
        ("Tigrayan forces retook Mekelle on Monday night.", "recaptured"),
    ],
)
def test_mode(extractor: Extractor, text: str, mode: str) -> None:
    assert mode in [claim.mode for claim in read(extractor, text)]


def test_one_attempt_is_one_sides(extractor: Extractor) -> None:
    text = "Nigerian troops fought off an attempt by Boko Haram to storm Maiduguri on Sunday."
    captures = [c.subject.id for c in read(extractor, text) if c.relation == "captured"]
    assert captures == ["actor:boko-haram"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Egypt denied arming Haftar.", "denied actual"),
        ("Both Egypt and Russia deny backing Haftar.", "denied actual"),
        ("Egypt rejected claims that it was arming Haftar.", "denied actual"),
        ("Egypt ruled out sending troops to Libya.", "denied planned"),
        ("Egypt did not rule out sending troops to Libya.", "affirmed planned"),
        ("Egypt refused to rule out sending troops to Libya.", "affirmed planned"),
        ("Egypt stopped short of sending troops to Libya.", "denied actual"),
        ("Egypt is considering sending troops to Libya.", "affirmed planned"),
        ("Egypt has never admitted that it sent troops to Libya.", "affirmed alleged"),
        ("Egypt would not confirm that it had sent troops to Libya.", "affirmed alleged"),
        ("Egypt confirmed that it had sent troops to Libya.", "affirmed actual"),
        ("Haftar, said to be backed by Egypt, fled to Cairo.", "affirmed alleged"),
        ("Egypt was unable to capture Sirte.", "affirmed attempted"),
    ],
)
def test_as_what_it_is_told(extractor: Extractor, text: str, said: str) -> None:
    found = [c for c in read(extractor, text) if c.subject.name == "Egypt"]
    assert {f"{c.polarity} {c.modality}" for c in found if c.relation != "opposes"} == {said}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The RSF was driven out of Omdurman by the Sudanese army.",
            {
                "Sudanese Armed Forces captured Omdurman captured",
                "Rapid Support Forces captured Omdurman lost",
            },
        ),
        (
            "The capture of Omdurman by the Sudanese army shocked Chad.",
            {"Sudanese Armed Forces captured Omdurman captured"},
        ),
        (
            "With Russia and Egypt backing Haftar, the GNA turned to Turkey.",
            {
                "Russia backs Khalifa Haftar unspecified",
                "Egypt backs Khalifa Haftar unspecified",
            },
        ),
        (
            "Congo called on Rwanda to withdraw its troops from Goma.",
            {"Rwanda deployed-to Goma withdrew", "Rwanda deployed-to Goma troops"},
        ),
        (
            "Iran, which Israel says supplies the Houthis with missiles, called for talks.",
            {"Iran backs Houthis weapons"},
        ),
        (
            "North Korean soldiers fought for Russia in Kursk.",
            {"North Korea backs Russia troops", "North Korea deployed-to Kursk troops"},
        ),
        ("Serb gunmen hid in Banjska.", set()),
    ],
)
def test_who_did_it_to_whom(extractor: Extractor, text: str, told: set[str]) -> None:
    claims = [c for c in read(extractor, text, "2025-01-07") if c.relation != "opposes"]
    assert {f"{c.subject.name} {c.relation} {c.object.name} {c.mode}" for c in claims} == told


@pytest.mark.parametrize(
    ("text", "opposed"),
    [
        ("Iran condemned the Saudi-led bombing of Yemen.", {"Saudi Arabia"}),
        ("Iran condemned the invasion of Ukraine by Russia.", {"Russia"}),
        ("Iran condemned the invasion of Ukraine.", set()),
        ("Iran condemned the attack in Kabul.", set()),
    ],
)
def test_whose_deed_is_condemned(extractor: Extractor, text: str, opposed: set[str]) -> None:
    claims = [c for c in read(extractor, text) if c.subject.name == "Iran"]
    assert {c.object.name for c in claims} == opposed


def test_an_offensive_is_no_capture(extractor: Extractor) -> None:
    text = (
        "Russian tanks rolled into South Ossetia on Friday after Georgia launched an offensive to"
        " regain control of the breakaway region."
    )
    taken = [c for c in read(extractor, text) if c.relation == "captured"]
    assert {c.modality for c in taken if c.subject.name == "Georgia"} <= {"attempted"}


def test_what_was_denied_before_is_not_told_of_who_denies_it(extractor: Extractor) -> None:
    text = (
        "India, which sent peacekeepers to Sri Lanka in 1987, has refused to supply weapons to"
        " Colombo. Pakistan and China have sold it tanks."
    )
    denied = [c for c in read(extractor, text) if c.polarity == "denied"]
    assert {c.subject.name for c in denied} <= {"India"}


def test_recalled_soldiers_have_left(extractor: Extractor) -> None:
    claims = read(extractor, "Georgia recalled 1,000 of its soldiers from Iraq.")
    assert [(c.object.name, c.mode) for c in claims] == [("Iraq", "withdrew")]


def test_a_fight_before_a_withdrawal_is_a_fact(extractor: Extractor) -> None:
    text = "Chadian rebels withdrew from Abeche after two days of fighting with French troops."
    fights = [c for c in read(extractor, text) if c.relation == "opposes"]
    assert fights
    assert {(c.polarity, c.modality) for c in fights} == {("affirmed", "actual")}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Neither Chad nor Sudan confirmed that Egypt had sent troops to Libya.",
            "affirmed alleged",
        ),
        ("There was speculation that Egypt had sent troops to Libya.", "affirmed alleged"),
        ("Egypt was on the verge of sending troops to Libya.", "affirmed planned"),
        ("Egypt to send troops to Libya", "affirmed planned"),
        (
            "Had Egypt sent troops to Libya, Tripoli would have fallen to Haftar.",
            "affirmed conditional",
        ),
        ("Egypt nearly captured Sirte.", "affirmed attempted"),
        ("Nobody doubts that Egypt is arming Haftar.", "affirmed actual"),
        ("Analysts doubt that Egypt is arming Haftar.", "affirmed alleged"),
        ("Egypt makes no secret of its support for Haftar.", "affirmed actual"),
        ("Egyptian troops in Libya did not stop Haftar.", "affirmed actual"),
        ("There are no Egyptian troops in Libya.", "denied actual"),
    ],
)
def test_how_sure_it_is(extractor: Extractor, text: str, said: str) -> None:
    found = [c for c in read(extractor, text) if c.subject.name == "Egypt"]
    assert {f"{c.polarity} {c.modality}" for c in found if c.relation != "opposes"} == {said}


def test_a_town_handed_over(extractor: Extractor) -> None:
    claims = read(extractor, "The Peshmerga handed Kirkuk over to the Iraqi army.")
    taken = {(c.subject.name, c.mode) for c in claims if c.relation == "captured"}
    assert taken == {("Peshmerga", "lost"), ("Iraq", "captured")}


def test_troops_are_not_those_of_where_they_are(extractor: Extractor) -> None:
    claims = read(extractor, "Rwandan troops in Congo attacked the FDLR.")
    assert {c.subject.name for c in claims} == {"Rwanda"}


def test_the_army_of_another_place_is_not_the_helpers(extractor: Extractor) -> None:
    text = "The army, with Russian air support, retook eastern Ghouta from Jaish al-Islam."
    assert ("Russia", "captured") not in {
        (c.subject.name, c.relation.value) for c in read(extractor, text)
    }


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Rwanda, whose soldiers have been in Goma since May, is silent.", "affirmed actual"),
        ("Kigali denies that its soldiers are in Goma.", "denied actual"),
    ],
)
def test_where_soldiers_are(extractor: Extractor, text: str, said: str) -> None:
    claims = read(extractor, text)
    assert {(c.subject.name, c.object.name, f"{c.polarity} {c.modality}") for c in claims} == {
        ("Rwanda", "Goma", said)
    }


def test_who_bans_whom(extractor: Extractor) -> None:
    text = (
        "Baghdad, which banned the PKK in March, protested against Turkish strikes on Iraqi soil."
    )
    against = {c.subject.name for c in read(extractor, text) if "Kurdistan" in c.object.name}
    assert against == {"Iraq"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It was Rwanda, not Uganda, that armed the M23.", {"Rwanda": True, "Uganda": False}),
        ("Rwanda rather than Uganda armed the M23.", {"Rwanda": True, "Uganda": False}),
        ("Unlike Rwanda, Uganda does not support the M23.", {"Uganda": False}),
        ("The M23 captured Goma with the help of Rwandan soldiers.", {"Rwanda": True}),
        ("With Rwanda's help the M23 captured Goma.", {"Rwanda": True}),
        ("The M23's Rwandan backers deny everything.", {"Rwanda": True}),
        ("Rwanda has joined forces with the M23.", {"Rwanda": True}),
    ],
)
def test_one_and_not_the_other(extractor: Extractor, text: str, told: dict[str, bool]) -> None:
    claims = [c for c in read(extractor, text) if c.relation == "backs"]
    assert {c.subject.name: c.polarity == "affirmed" for c in claims} == told


def test_not_the_other_object(extractor: Extractor) -> None:
    claims = read(extractor, "Rwanda supports the M23 but not the FDLR.")
    assert [c.polarity.value for c in claims] == ["affirmed", "denied"]


def test_who_was_helped_did_it(extractor: Extractor) -> None:
    claims = read(extractor, "Rwanda helped the M23 to capture Goma.")
    taken = [c for c in claims if c.relation == "captured"]
    assert [(c.subject.name, c.modality) for c in taken] == [("March 23 Movement", "actual")]


def test_who_fights_for_control_has_none(extractor: Extractor) -> None:
    claims = read(extractor, "The M23 fought the Congolese army for control of Sake.")
    assert {c.modality for c in claims if c.relation == "captured"} <= {"attempted"}


def test_charged_is_not_proved(extractor: Extractor) -> None:
    claims = read(extractor, "Kabila was accused of treason for backing the M23.")
    assert [c.modality for c in claims if c.relation == "backs"] == ["alleged"]


@pytest.mark.parametrize(
    ("text", "denier"),
    [
        ("The UN says Rwanda arms the M23. Kigali has denied doing so.", "Rwanda"),
        ("Congo accuses Rwanda of arming the M23. Both deny it.", "Rwanda"),
        ("Rwanda denied UN claims that its army had armed the M23.", "Rwanda"),
        (
            "Rwanda denies the UN's claim that Rwandan troops help the M23.",
            "Rwanda",
        ),
        ('"We do not arm the M23," Paul Kagame, Rwanda\'s president, told CNN.', "Paul Kagame"),
    ],
)
def test_who_denies_it(extractor: Extractor, text: str, denier: str) -> None:
    told = _told(extractor, text)
    assert ("rwanda", "backs", "march-23-movement", "denied actual", denier) in told


def test_a_denied_presence(extractor: Extractor) -> None:
    told = _told(extractor, "Rwanda denies the presence of its troops in Goma.")
    assert ("rwanda", "deployed-to", "goma", "denied actual", "Rwanda") in told


def test_who_agree_together_are_not_at_odds(extractor: Extractor) -> None:
    text = "The United States, Russia and Jordan reach a ceasefire deal in southwestern Syria."
    assert not [c for c in read(extractor, text) if c.relation == "opposes"]


def test_a_lifted_ban_on_sending_arms(extractor: Extractor) -> None:
    text = "The United States lifts a ban on sending weapons to Ukraine's Azov Brigade."
    found = [c for c in read(extractor, text) if c.relation == "backs"]
    assert [(c.polarity, c.modality) for c in found] == [("affirmed", "planned")]


def test_forces_that_are_fighting(extractor: Extractor) -> None:
    text = "The White House is considering arming Ukrainian forces fighting Russia."
    found = [c for c in read(extractor, text) if c.relation == "opposes"]
    assert {(c.subject.name, c.modality) for c in found} == {("Ukraine", "actual")}


def test_who_is_given_something_backs_nobody(extractor: Extractor) -> None:
    text = (
        "Hossein Ardakani is accused of procuring parts for drones assembled by Iran's Islamic"
        " Revolutionary Guard Corps that were later sold to Russia."
    )
    assert "Russia" not in {c.subject.name for c in read(extractor, text) if c.relation == "backs"}


def test_who_tells_of_an_attack_did_not_make_it(extractor: Extractor) -> None:
    text = "The Taliban said on Friday that an attack on a US base near Kabul had failed."
    assert "Taliban" not in {c.subject.name for c in read(extractor, text)}


def test_according_to_whom_somebody_is_supportive(extractor: Extractor) -> None:
    text = "The YPG is largely Kurdish and, according to Turkey, supportive of the PKK."
    assert "Turkey" not in {c.subject.name for c in read(extractor, text)}


def test_who_is_driven_out_did_not_take_it(extractor: Extractor) -> None:
    text = "The Sons of Nowhere, with American air support, drove the Taliban from Kabul."
    taken = {(c.subject.name, c.mode) for c in read(extractor, text) if c.relation == "captured"}
    assert ("Taliban", "captured") not in taken


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("JNIM imposed a blockade on Kayes.", "besieges"),
        ("Timbuktu is under siege by JNIM.", "besieges"),
        ("Germany's Bundeswehr ended its mission in Mali.", "withdrew"),
    ],
)
def test_mode_by_the_words_around(extractor: Extractor, text: str, mode: str) -> None:
    assert {c.mode for c in read(extractor, text)} == {mode}


def test_an_ended_pact(extractor: Extractor) -> None:
    found = [c for c in read(extractor, "Chad ended its pact with France.")]
    assert {c.polarity for c in found if c.relation == "backs"} <= {"denied"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Serbia has never recognised Kosovo, which declared independence in 2008.",
            {("serbia", "backs", "kosovo", "denied actual", "")},
        ),
        (
            "Hungary blocked EU aid to Ukraine.",
            {("european-union", "backs", "ukraine", "denied actual", "")},
        ),
        ("South Africa took Israel to the International Court of Justice.", set()),
        (
            "North Korean soldiers died fighting Ukraine.",
            {("north-korea", "opposes", "ukraine", "affirmed actual", "")},
        ),
        (
            "Israel neither confirmed nor denied that it had killed Ismail Haniyeh.",
            {("israel", "opposes", "ismail-haniyeh", "affirmed alleged", "Israel")},
        ),
    ],
)
def test_what_plain_news_tells(extractor: Extractor, text: str, told: set[Told]) -> None:
    assert _told(extractor, text) == told


def test_not_true_is_a_denial(extractor: Extractor) -> None:
    text = 'Moscow claims that it controls Kupiansk. "That is not true," Volodymyr Zelensky said.'
    denied = {t for t in _told(extractor, text) if t[3] == "denied actual"}
    assert {t[4] for t in denied} == {"Volodymyr Zelensky"}


def test_who_breaks_a_siege_does_not_lay_it(extractor: Extractor) -> None:
    claims = read(extractor, "The Sudanese army broke the RSF's siege of El Obeid.", "2025-03-01")
    assert {c.subject.name for c in claims if c.mode == "besieges"} == {"Rapid Support Forces"}
