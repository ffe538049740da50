"""Readings for tests: small ones by hand, and any by hypothesis."""

from typing import Any, NamedTuple

from hypothesis import strategies as st

from graph.model import Actor, Article, Claim, End, Entity, Note, Place, Reading, Speaker
from graph.vocabulary import RELATIONS, ActorKind, Modality, PlaceKind, Polarity, Relation

ACTORS = {
    actor.id: actor
    for actor in (
        Actor(id="actor:ruritania", name="Ruritania", label="Ruritania", kind=ActorKind.STATE),
        Actor(
            id="actor:front", name="Northern Front", label="NF", aliases=("the Front", "Front nord")
        ),
        Actor(id="actor:guard", name="Home Guard", label="HG", kind=ActorKind.MILITARY),
        Actor(id="actor:zenda", name="Rudolf Zenda", label="Zenda", kind=ActorKind.PERSON),
        # A letter beyond the basic plane and one near its end: UTF-16 would sort them otherwise.
        Actor(id="actor:deseret", name="\U00010428", label="\U00010428", aliases=("Front nord",)),
        Actor(id="actor:han", name="\ufa0e", label="\ufa0e", kind=ActorKind.COALITION),
    )
}
PLACES = {
    place.id: place
    for place in (
        Place(id="place:strelsau", name="Strelsau", label="Strelsau", kind=PlaceKind.TOWN),
        Place(id="place:ruritania", name="Ruritania", label="Ruritania", kind=PlaceKind.COUNTRY),
        Place(id="place:tarn", name="Tarn Bridge", label="Tarn Bridge"),
    )
}
ENTITIES: dict[str, Entity] = {**ACTORS, **PLACES}


class Said(NamedTuple):
    """What one sentence says."""

    subject: str = "actor:ruritania"
    relation: Relation = Relation.BACKS
    mode: str = "weapons"
    object: str = "actor:front"
    polarity: Polarity = Polarity.AFFIRMED
    modality: Modality = Modality.ACTUAL
    speaker: str | None = None
    party: bool | None = None
    place: str | None = None
    event_from: str | None = None
    event_until: str | None = None


def reading(*said: Said, notes: int = 0, **of_article: Any) -> Reading:  # Any: pydantic checks
    """Return a reading of an article that says this, one sentence each."""
    sentences = [f"{number}: {' '.join(map(str, s[:6]))}." for number, s in enumerate(said)]
    article = Article.model_validate({"text": "\n".join(sentences), **of_article})
    claims, start = [], 0
    for one, sentence in zip(said, sentences, strict=True):
        claims.append(claim(one, article, sentence, start))
        start += len(sentence) + 1
    named = {i for s in said for i in (s.subject, s.object, s.speaker, s.place) if i in ENTITIES}
    return Reading(
        article=article,
        claims=tuple(claims),
        entities=tuple(ENTITIES[identifier] for identifier in sorted(named)),
        notes=tuple(Note(start=n, end=n + 1, reason="not understood") for n in range(notes)),
    )


def claim(said: Said, article: Article, quote: str, start: int) -> Claim:
    """Return the claim of one sentence that stands at `start`."""
    return Claim(
        article=article.id,
        relation=said.relation,
        mode=said.mode,
        subject=_end(said.subject),
        object=_end(said.object),
        place=_end(said.place) if said.place else None,
        polarity=said.polarity,
        modality=said.modality,
        speaker=_speaker(said),
        event_from=said.event_from,
        event_until=said.event_until,
        published=article.published,
        quote=quote,
        start=start,
        end=start + len(quote),
        extractor="test 1",
        rule="test",
    )


def _end(identifier: str) -> End:
    return End(id=identifier, name=ENTITIES[identifier].name, mention=f"the {identifier}")


def _speaker(said: Said) -> Speaker | None:
    if said.speaker is None:
        return None
    known = ACTORS.get(said.speaker)
    return Speaker(
        id=known.id if known else None,
        name=known.name if known else None,
        mention=said.speaker,
        party=said.party,
    )


_DATES = st.sampled_from(
    [None, "2019", "2020", "2020-01", "2020-01-06", "2020-02-01", "2021-12-31"]
)


@st.composite
def _said(draw: st.DrawFn) -> Said:
    row = RELATIONS[draw(st.sampled_from(list(Relation)))]
    subject = draw(st.sampled_from(list(ACTORS)))
    among = [i for i in (ACTORS if row.object_family == "actor" else PLACES) if i != subject]
    first, last = sorted(draw(st.tuples(_DATES, _DATES)), key=lambda date: date or "")
    return Said(
        subject=subject,
        relation=row.relation,
        mode=draw(st.sampled_from(row.modes)),
        object=draw(st.sampled_from(among)),
        polarity=draw(st.sampled_from(Polarity)),
        modality=draw(st.sampled_from(Modality)),
        speaker=draw(st.sampled_from([None, "an official", *ACTORS])),
        party=draw(st.sampled_from([None, True, False])),
        place=draw(st.sampled_from([None, *PLACES])),
        event_from=first,
        event_until=last,
    )


@st.composite
def one_reading(draw: st.DrawFn) -> Reading:
    """Any reading: of one of few articles, so that some are read again with other claims."""
    return reading(
        *draw(st.lists(_said(), max_size=6)),
        notes=draw(st.integers(0, 2)),
        published=draw(st.sampled_from([None, "2020-01-07", "2020-01-08", "2021-05-01"])),
        title=draw(st.sampled_from([None, "A title", "Ein Titel: \u00e4\u00f6\u00fc \U0001f4f0"])),
        url=draw(st.sampled_from([None, "https://example.org/1"])),
        publisher=draw(st.sampled_from([None, "Courier", "Ledger", "Dispatch"])),
        wire=draw(st.sampled_from([None, None, "Harbour Wire", "courier"])),
        language=draw(st.sampled_from([None, "en"])),
    )


READINGS = st.lists(one_reading(), min_size=1, max_size=8)
