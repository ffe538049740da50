"""A small graph: four articles about Libya, and two about groups in a chain and a diamond."""

from typing import NamedTuple

from graph.model import Actor, Article, Claim, End, Entity, Place, Post, Reading, Speaker
from graph.vocabulary import ActorKind, Modality, PlaceKind, Polarity, Relation

LNA_LED = Post(id="actor:lna", role="commander", since="2015-03", until=None)


def _actor(slug: str, name: str, kind: ActorKind, *aliases: str) -> Actor:
    return Actor(id=f"actor:{slug}", name=name, label=slug.upper(), kind=kind, aliases=aliases)


_ALL: tuple[Entity, ...] = (
    _actor("gna", "Government of National Accord", ActorKind.GOVERNMENT, "the army"),
    _actor("lna", "Libyan National Army", ActorKind.MILITARY, "the army"),
    _actor("turkey", "Turkey", ActorKind.STATE, "Türkiye"),
    _actor("russia", "Russia", ActorKind.STATE),
    _actor("uae", "United Arab Emirates", ActorKind.STATE, "Emirates"),
    _actor("egypt", "Egypt", ActorKind.STATE),
    _actor("wagner", "Wagner Group", ActorKind.ARMED_GROUP),
    _actor("erdogan", "Recep Tayyip Erdoğan", ActorKind.PERSON),
    Actor(
        id="actor:haftar", name="Khalifa Haftar", label="Haftar", kind=ActorKind.PERSON,
        aliases=("Hifter",), leads=(LNA_LED,), reviewed=True,
    ),
    Place(id="place:sirte", name="Sirte", label="Sirte", kind=PlaceKind.TOWN, country="LY"),
    Place(id="place:jufra", name="Jufra", label="Jufra", kind=PlaceKind.SITE),
    Place(id="place:tripoli", name="Tripoli", label="Tripoli", kind=PlaceKind.TOWN),
    *(_actor(f"c{n}", f"Chain {n}", ActorKind.UNKNOWN) for n in range(8)),
    *(_actor(f"d{n}", f"Diamond {n}", ActorKind.UNKNOWN) for n in range(4)),
)  # fmt: skip
ENTITIES = {entity.id.partition(":")[2]: entity for entity in _ALL}


class Said(NamedTuple):
    """One claim to be put into an article."""

    subject: str
    relation: Relation
    mode: str
    object: str
    polarity: Polarity = Polarity.AFFIRMED
    modality: Modality = Modality.ACTUAL
    until: str | None = None
    place: str | None = None
    speaker: str | None = None


B, O, C, D, L, P = (  # noqa: E741
    Relation.BACKS, Relation.OPPOSES, Relation.CAPTURED, Relation.DEPLOYED_TO, Relation.LEADS,
    Relation.PART_OF,
)  # fmt: skip


def reading(publisher: str, published: str | None, *said: Said) -> Reading:
    """Return an article of one sentence for each claim."""
    sentences = [f"{publisher}: {s.subject} {s.mode} {s.object} {s.polarity}." for s in said]
    text = "\n".join(sentences)
    article = Article(text=text, published=published, publisher=publisher, title=publisher)
    claims = tuple(
        _claim(article, one, sentence) for one, sentence in zip(said, sentences, strict=True)
    )
    named = {slug for one in said for slug in (one.subject, one.object, one.place, one.speaker)}
    entities = tuple(ENTITIES[slug] for slug in sorted(slug for slug in named if slug))
    return Reading(article=article, claims=claims, entities=entities)


def _claim(article: Article, said: Said, sentence: str) -> Claim:
    start = article.text.index(sentence)
    speaker = ENTITIES[said.speaker] if said.speaker else None
    return Claim(
        article=article.id, relation=said.relation, mode=said.mode, subject=_end(said.subject),
        object=_end(said.object), place=_end(said.place) if said.place else None,
        polarity=said.polarity, modality=said.modality,
        speaker=Speaker(id=speaker.id, name=speaker.name, mention="it") if speaker else None,
        event_until=said.until, published=article.published, quote=sentence, start=start,
        end=start + len(sentence), extractor="by hand", rule="none",
    )  # fmt: skip


def _end(slug: str) -> End:
    entity = ENTITIES[slug]
    return End(id=entity.id, name=entity.name, mention=slug)


FIRST = reading(
    "Reuters", "2020-01-02",
    Said("turkey", B, "weapons", "gna"),
    Said("russia", B, "political", "haftar"),
    Said("lna", C, "captured", "sirte", until="2020-01-01"),
    Said("wagner", D, "mercenaries", "jufra"),
)  # fmt: skip
SECOND = reading(
    "AFP", "2020-01-05",
    Said("turkey", B, "troops", "gna", place="tripoli"),
    Said("uae", B, "weapons", "lna"),
    Said("gna", O, "armed", "lna", place="sirte"),
)  # fmt: skip
THIRD = reading(
    "Reuters", "2020-01-07",
    Said("lna", C, "captured", "sirte", until="2020-01-06"),
    Said("uae", B, "weapons", "lna", polarity=Polarity.DENIED, speaker="uae"),
    Said("lna", O, "armed", "gna"),
    Said("haftar", L, "commander", "lna"),
    Said("turkey", D, "troops", "tripoli", modality=Modality.PLANNED, speaker="erdogan"),
    Said("russia", D, "equipment", "jufra"),
    Said("lna", D, "troops", "jufra"),
)  # fmt: skip
UNDATED = reading(
    "Blog", None,
    Said("gna", C, "controls", "sirte"),
    Said("egypt", B, "funding", "haftar"),
    Said("egypt", O, "political", "turkey"),
)  # fmt: skip
CHAIN = reading(
    "Chain", "2019-12-01",
    Said("c0", B, "weapons", "c1"),
    Said("c2", B, "weapons", "c1"),
    Said("c2", O, "armed", "c3"),
    Said("c3", P, "unit", "c4"),
    Said("c5", B, "funding", "c4"),
    Said("c6", O, "armed", "c5"),
    Said("c6", B, "troops", "c7"),
    Said("d0", B, "troops", "d1"),
    Said("d0", B, "troops", "d2"),
    Said("d1", B, "troops", "d3"),
    Said("d3", O, "armed", "d2"),
    Said("d2", B, "troops", "d3"),
)  # fmt: skip
AGAIN = reading("Other", "2019-11-30", Said("d0", B, "weapons", "d2"))
READINGS = (FIRST, SECOND, THIRD, UNDATED, CHAIN, AGAIN)
