"""According to whom a claim stands, and how real its words say it is."""

import pytest

from loaders.extraction.extractor import Extractor
from tests.extraction.told import read

Said = tuple[str, str, str | None, str]

SENTENCES: list[tuple[str, Said]] = [
    (
        "Sudan announced that its army had captured Omdurman.",
        ("sudan", "omdurman", "actor:sudan", "actual"),
    ),
    (
        "The Taliban attacked Pakistan, killing two soldiers near the border, according to the UN.",
        ("taliban", "pakistan", "actor:united-nations", "actual"),
    ),
    (
        "Chad urged Russia to send troops to Libya.",
        ("russia", "libya", "actor:chad", "planned"),
    ),
    (
        "Iran was accused by Israel of arming Hezbollah.",
        ("iran", "hezbollah", "actor:israel", "alleged"),
    ),
    (
        "A military official said that Rwanda was arming the M23.",
        ("rwanda", "march-23-movement", "A military official", "actual"),
    ),
    (
        "Reuters said that Rwanda was arming the M23.",
        ("rwanda", "march-23-movement", None, "actual"),
    ),
    (
        "Islamabad shipped weapons to Sri Lanka when New Delhi would not, a brigadier in the Sri"
        " Lankan army remarked.",
        ("pakistan", "sri-lanka", "a brigadier in the Sri Lankan army", "actual"),
    ),
    (
        "M23 rebels captured Goma, though not, a colonel stressed, with the help of Uganda.",
        ("march-23-movement", "goma", None, "actual"),
    ),
    (
        "Moscow retorted that Ukraine had attacked Kursk.",
        ("ukraine", "russia", "actor:russia", "actual"),
    ),
    (
        "Egypt said that it would stay neutral; Turkey attacked Syria.",
        ("turkey", "syria", None, "actual"),
    ),
    (
        "Suspected Al-Shabaab fighters attacked Kenya.",
        ("al-shabaab", "kenya", None, "alleged"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_speaker(extractor: Extractor, text: str, expected: Said) -> None:
    told = [
        (
            c.subject.id.partition(":")[2],
            c.object.id.partition(":")[2],
            (c.speaker.id or c.speaker.mention) if c.speaker else None,
            str(c.modality),
        )
        for c in read(extractor, text, "2024-05-01")
    ]
    assert expected in told


def test_who_accuses_is_no_source_of_his_own_quarrel(extractor: Extractor) -> None:
    claims = read(extractor, "Sudan accused the United Arab Emirates of arming the RSF.")
    (backing,) = [c for c in claims if c.relation == "backs"]
    assert backing.speaker is not None
    assert backing.speaker.id == "actor:sudan"
    assert not [c for c in claims if c.subject.id == "actor:sudan" and c.speaker is not None]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Rwandan troops have left Goma, the chief of the staff, General Ivo Matić, said.",
            "General Ivo Matić",
        ),
        (
            "M23 rebels have captured Goma, their chief, Jean-Marie Runiga, said on Saturday.",
            "Jean-Marie Runiga",
        ),
        ("Rwandan troops, the UN mission said, entered Goma on Monday.", "the UN mission"),
        (
            "Rwandan troops have left Goma, two officials who asked not to be named said.",
            "two officials",
        ),
        (
            "A spokeswoman for Congo's defence ministry, Ayla Belcek, said that Rwandan troops"
            " have left Goma.",
            "Ayla Belcek",
        ),
        (
            "Two Pakistani soldiers and 30 Taliban militants died in fighting, the army says.",
            "Pakistan",
        ),
        (
            "Senegalese soldiers have entered the Gambia, Colonel Abdou Ndiaye confirmed on"
            " Thursday, to make Yahya Jammeh yield.",
            "Colonel Abdou Ndiaye",
        ),
        (
            "Uganda's contingent beat back an al-Shabaab assault on its base at Bulo Marer, a"
            " spokesman for the mission claimed; the militants did not answer.",
            "a spokesman for the mission",
        ),
        (
            "Nicaragua may recognise Abkhazia after Russia, President Daniel Ortega hinted in"
            " Managua.",
            "Daniel Ortega",
        ),
    ],
)
def test_who_said_it_stands_behind_what_was_said(
    extractor: Extractor, text: str, speaker: str
) -> None:
    told = [c.speaker for c in read(extractor, text, "2012-11-20") if c.relation != "leads"]
    assert {said and (said.name or said.mention) for said in told} == {speaker}


def test_an_aside_is_no_source_of_what_another_tells(extractor: Extractor) -> None:
    text = "Rwandan troops entered Goma, and M23, Kenya said, captured Bukavu from them."
    told = {(c.object.name, c.speaker and c.speaker.name) for c in read(extractor, text)}
    assert ("Goma", "Kenya") not in told
    assert ("Bukavu", "Kenya") in told
    text = "Rwandan troops entered Goma, and Haftar, a general, said that he welcomed it."
    assert {c.speaker for c in read(extractor, text) if c.object.name == "Goma"} == {None}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (  # whoever is quoted is named in a sentence that itself holds no claim
            '"We had nothing to lose," said a captain near the gate. "Turkish soldiers attacked the'
            ' Taliban at dawn."',
            "a captain near the gate",
        ),
        (  # and where the quotation ends
            '"Turkish soldiers attacked the Taliban at dawn. It was over by noon," said John Doe.',
            "John Doe",
        ),
        (
            "“Turkish soldiers attacked the Taliban at dawn. It was over by noon.” John Doe, an"
            " officer, said he had seen it.",
            None,  # another sentence that speaks of him, not the end of the quotation
        ),
        (
            "A spokesman for the eastern command, John Doe, added that Turkish soldiers had"
            " captured Sirte.",
            "John Doe",
        ),
        (  # what a clause between commas adds is the writer's
            "Rwandan soldiers, who captured Goma in July, will go home soon, John Doe said on"
            " Saturday.",
            None,
        ),
        (
            "M23 rebels captured Goma, where Rwandan soldiers had gone before, John Doe said.",
            "John Doe",
        ),
    ],
)
def test_whose_words_they_are(extractor: Extractor, text: str, speaker: str | None) -> None:
    claim = read(extractor, text)[0]
    assert (claim.speaker.mention if claim.speaker else None) == speaker


def test_who_accuses_says_it(extractor: Extractor) -> None:
    text = "Armenia accused Azerbaijan on Tuesday of shelling its positions near Goris."
    claims = read(extractor, text)
    found = [c.speaker and c.speaker.name for c in claims if c.subject.name == "Azerbaijan"]
    assert found == ["Armenia"]


def test_who_is_sure_of_it_alleges_it(extractor: Extractor) -> None:
    text = (
        "Uganda's contingent beat back an al-Shabaab assault on its base at Bulo Marer, a"
        " spokesman for the mission claimed; the militants are sure that they hold it."
    )
    held = [c for c in read(extractor, text, "2012-11-20") if c.mode == "controls"]
    said = [(c.speaker and c.speaker.id, str(c.modality)) for c in held]
    assert said == [("actor:al-shabaab", "alleged")]
    others = [c for c in read(extractor, text, "2012-11-20") if c.mode != "controls"]
    assert {c.speaker and c.speaker.mention for c in others} == {"a spokesman for the mission"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Barack Obama announces further sanctions against Russia in response to the annexation "
            "of Crimea.",
            "captured Crimea",
        ),
        (
            "The United Nations reports that 80,000 civilians fled Fallujah, as the Iraqi Army "
            "retakes most of the city.",
            "captured Al Fallūjah",
        ),
        (
            "The Syrian opposition calls for aid to Homs after the Syrian army and Hezbollah step "
            "up their siege of the city.",
            "backs Syria",
        ),
        (
            "NATO rejects Serbia's request to deploy 1,000 Serbian troops in North Kosovo.",
            "deployed-to Kosovo",
        ),
    ],
)
def test_what_only_stands_beside_a_report_is_the_writers(
    extractor: Extractor, text: str, told: str
) -> None:
    claims = [c for c in read(extractor, text) if f"{c.relation} {c.object.name}" == told]
    assert claims
    assert all(c.speaker is None for c in claims)


def test_what_was_said_to_have_happened_after_it_is_said(extractor: Extractor) -> None:
    text = "Sudan said that its troops left Goma after Rwanda captured Bukavu."
    captured = [c for c in read(extractor, text) if c.object.name == "Bukavu"]
    assert [c.speaker and c.speaker.name for c in captured] == ["Sudan"]
