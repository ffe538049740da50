"""Hard sentences: who, what, to whom, and whether at all."""

import pytest

from graph.model import Article
from loaders.extraction.extractor import Extractor
from tests.extraction.told import read

Expected = tuple[str, str, str, str, str]

SENTENCES: list[tuple[str, Expected]] = [
    (
        "Omdurman was captured by the Sudanese Armed Forces.",
        ("captured", "sudanese-armed-forces", "omdurman", "affirmed", "actual"),
    ),
    (
        "Rwanda denied backing the M23.",
        ("backs", "rwanda", "march-23-movement", "denied", "actual"),
    ),
    (
        "Congo accused Rwanda of arming the M23 rebels.",
        ("backs", "rwanda", "march-23-movement", "affirmed", "alleged"),
    ),
    (
        "Turkey will send troops to Libya.",
        ("deployed-to", "turkey", "libya", "affirmed", "planned"),
    ),
    (
        "The Taliban failed to capture Kunduz.",
        ("captured", "taliban", "kunduz", "affirmed", "attempted"),
    ),
    (
        "Iran-backed Houthi rebels attacked Saudi Arabia.",
        ("backs", "iran", "houthis", "affirmed", "actual"),
    ),
    (
        "Clashes between Hezbollah and the Israeli army continued.",
        ("opposes", "hezbollah", "israel", "affirmed", "actual"),
    ),
    (
        "French forces withdrew from Mali.",
        ("deployed-to", "france", "mali", "affirmed", "actual"),
    ),
    (
        "The United States imposed sanctions on Iran.",
        ("opposes", "united-states", "iran", "affirmed", "actual"),
    ),
    (
        "Russia would attack Ukraine if NATO sent troops.",
        ("opposes", "russia", "ukraine", "affirmed", "conditional"),
    ),
    (
        "The army said that Al-Shabaab had lost control of Kismayo.",
        ("captured", "al-shabaab", "kismayo", "affirmed", "actual"),
    ),
    (
        "Not one Russian soldier had entered Gori.",
        ("deployed-to", "russia", "gori", "denied", "actual"),
    ),
    (
        "Not a single Russian soldier has entered Gori.",
        ("deployed-to", "russia", "gori", "denied", "actual"),
    ),
    (
        "None of the Russian soldiers entered Gori.",
        ("deployed-to", "russia", "gori", "denied", "actual"),
    ),
    (
        "Turkey sent no troops to Libya.",
        ("deployed-to", "turkey", "libya", "denied", "actual"),
    ),
    (
        "Somaliland has lent Puntland neither men nor ground.",
        ("backs", "somaliland", "puntland", "denied", "actual"),
    ),
    (
        "Iraqi special forces have yet to enter central Mosul.",
        ("deployed-to", "iraq", "mosul", "denied", "actual"),
    ),
    (
        "No proof exists that Damascus killed Rafik Hariri.",
        ("opposes", "syria", "rafik-hariri", "denied", "actual"),
    ),
    (
        "Britain is to supply Apache helicopters to NATO.",
        ("backs", "united-kingdom", "north-atlantic-treaty-organization", "affirmed", "planned"),
    ),
    (
        "Boko Haram tried and failed on Wednesday to capture Doutchi.",
        ("captured", "boko-haram", "doutchi", "affirmed", "attempted"),
    ),
    (
        "Clashes between fighters of Ansaru and the soldiers of the Chadian contingent were denied"
        " by N'Djamena.",
        ("opposes", "ansaru", "chad", "denied", "actual"),
    ),
    (
        "French helicopters will no longer be deployed in Niger.",
        ("deployed-to", "france", "niger", "denied", "planned"),
    ),
    (
        "Mali's junta has hired no mercenaries. Russia sent fighter jets to Mali.",
        ("backs", "russia", "mali", "affirmed", "actual"),
    ),
    (
        "The European Union lifted sanctions against Belarus.",
        ("opposes", "european-union", "belarus", "denied", "actual"),
    ),
    (
        "The United States ended its arms embargo on Vietnam.",
        ("opposes", "united-states", "vietnam", "denied", "actual"),
    ),
    (
        "The Netherlands will end its support for the Free Syrian Army.",
        ("backs", "netherlands", "free-syrian-army", "denied", "planned"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_sentence(extractor: Extractor, text: str, expected: Expected) -> None:
    told = [
        (
            str(c.relation),
            c.subject.id.partition(":")[2],
            c.object.id.partition(":")[2],
            str(c.polarity),
            str(c.modality),
        )
        for c in read(extractor, text, "2024-05-01")
    ]
    assert expected in told


@pytest.mark.parametrize(
    "text",
    [
        "Haftar failed to make a breakthrough in his assault on the capital.",
        "The soldiers would not be there to fight, Erdogan said.",
        "Serena Williams defeated Garbine Muguruza in the final at Wimbledon.",
        "The president captured the mood of the nation.",
        "German troops killed three Afghan soldiers in a friendly fire incident.",
    ],
)
def test_no_fact_is_made_of(extractor: Extractor, text: str) -> None:
    assert not [
        c
        for c in read(extractor, text, "2024-05-01")
        if (c.polarity, c.modality) == ("affirmed", "actual") and c.relation != "leads"
    ]


def test_a_denial_of_what_was_just_said(extractor: Extractor) -> None:
    text = "Saudi Arabia said that Iran was arming the Houthis. Tehran denied it."
    denied = [c for c in read(extractor, text) if c.polarity == "denied"]
    assert [(c.subject.id, c.object.id) for c in denied] == [("actor:iran", "actor:houthis")]
    assert denied[0].quote == "Tehran denied it."
    assert denied[0].speaker is not None
    assert denied[0].speaker.party is True


def test_an_unknown_group_is_kept_and_marked(extractor: Extractor) -> None:
    text = "Fighters of the Northern Lion Brigade captured the town of Kidal."
    reading = extractor.read(Article(text=text, published="2024-05-01"))
    (claim,) = [c for c in reading.claims if c.relation == "captured"]
    (actor,) = [e for e in reading.entities if e.id == claim.subject.id]
    assert claim.subject.id == "actor:northern-lion-brigade"
    assert not actor.reviewed


def test_a_foreign_paragraph_is_kept_and_said_not_to_be_read(extractor: Extractor) -> None:
    text = (
        "Turkey backs the GNA.\n\nLe gouvernement turc a envoyé des soldats en Libye pour soutenir"
        " le gouvernement de Tripoli, selon plusieurs sources diplomatiques."
    )
    reading = extractor.read(Article(text=text, published="2020-01-07"))
    assert all(claim.end < 30 for claim in reading.claims)
    assert [note.reason for note in reading.notes if "'fr'" in note.reason]
