"""Subgraphs for the tests of exporters: a small war, random ones, hostile ones."""

from random import Random

from graph.model import Evidence, Named, Speaker, Tie
from graph.subgraph import Subgraph
from graph.vocabulary import RELATIONS, ActorKind, PlaceKind, Relation, Status

HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>",
    "=cmd|' /C calc'!A0",
    '" onmouseover="alert(1)',
    "{{7*7}}<!--",
    "javascript:alert(1)",
)

_ACTORS = {
    "lna": ("Libyan National Army", "LNA", ActorKind.MILITARY),
    "gna": ("Government of National Accord", "GNA", ActorKind.GOVERNMENT),
    "haftar": ("Khalifa Haftar", "Haftar", ActorKind.PERSON),
    "sarraj": ("Fayez al-Sarraj", "al-Sarraj", ActorKind.PERSON),
    "erdogan": ("Recep Tayyip Erdogan", "Erdogan", ActorKind.PERSON),
    "turkey": ("Turkey", "Turkey", ActorKind.STATE),
    "qatar": ("Qatar", "Qatar", ActorKind.STATE),
    "italy": ("Italy", "Italy", ActorKind.STATE),
    "france": ("France", "France", ActorKind.STATE),
    "uae": ("United Arab Emirates", "UAE", ActorKind.STATE),
    "egypt": ("Egypt", "Egypt", ActorKind.STATE),
    "russia": ("Russia", "Russia", ActorKind.STATE),
    "sudan": ("Sudan", "Sudan", ActorKind.STATE),
    "wagner": ("Wagner Group", "Wagner", ActorKind.ARMED_GROUP),
    "misrata": ("Misrata Brigades", "Misrata Brigades", ActorKind.ARMED_GROUP),
    "rada": ("Special Deterrence Force", "Rada", ActorKind.ARMED_GROUP),
    "un": ("United Nations", "UN", ActorKind.ORGANISATION),
    "eu": ("European Union", "EU", ActorKind.COALITION),
    "hor": ("House of Representatives", "HoR", ActorKind.UNKNOWN),
}
_PLACES = {
    "sirte": ("Sirte", "Sirte", PlaceKind.TOWN),
    "tripoli": ("Tripoli", "Tripoli", PlaceKind.TOWN),
    "libya": ("Libya", "Libya", PlaceKind.COUNTRY),
    "cyrenaica": ("Cyrenaica", "Cyrenaica", PlaceKind.REGION),
    "al-watiya": ("al-Watiya air base", "al-Watiya", PlaceKind.SITE),
    "jufra": ("al-Jufra air base", "al-Jufra", PlaceKind.SITE),
}
_TOLD = """lna captured sirte asserted; lna captured jufra asserted; lna captured al-watiya ended
gna captured al-watiya asserted; lna opposes gna asserted; gna opposes lna asserted
turkey backs gna asserted; turkey deployed-to libya planned; turkey deployed-to tripoli asserted
qatar backs gna alleged; italy backs gna contested; uae backs lna contested
egypt backs lna asserted
russia backs lna denied; wagner backs lna asserted; wagner deployed-to jufra asserted
wagner part-of russia contested; haftar leads lna asserted; sarraj leads gna asserted
erdogan leads turkey asserted; france backs lna denied; sudan backs lna alleged
misrata backs gna asserted; misrata part-of gna asserted; rada backs gna conditional
un backs gna asserted; eu opposes turkey attempted; hor backs lna asserted
lna captured cyrenaica asserted; lna captured tripoli attempted; lna opposes turkey planned
turkey opposes lna asserted; russia deployed-to jufra alleged; erdogan backs gna asserted"""


def named(identifier: str, name: str, kind: ActorKind | PlaceKind, label: str = "") -> Named:
    """Return an actor or place; the label is the name unless given."""
    return Named(id=identifier, name=name, label=label or name, kind=kind)


def evidence(quote: str, *, url: str | None = None, publisher: str = "The Daily") -> Evidence:
    """Return a quote with a speaker, from an article."""
    return Evidence(
        claim="claim:1", quote=quote, start=0, end=len(quote), article="article:1",
        speaker=Speaker(id=None, name=None, mention="a spokesman"), title="A title",
        publisher=publisher, published="2020-01-07", url=url,
    )  # fmt: skip


def tie(
    subject: Named, relation: Relation, target: Named, status: Status, best: Evidence | None = None
) -> Tie:
    """Return a tie; a denied or contested one has a quote on the other side too."""
    against = status in (Status.DENIED, Status.CONTESTED)
    quote = f"{subject.name} {relation} {target.name}, a spokesman said on Tuesday."
    return Tie(
        subject=subject, relation=relation, object=target, status=status,
        modes=RELATIONS[relation].modes[:2], claims_for=3, claims_against=int(against),
        origins_for=2, origins_against=int(against), first_event="2019-04",
        last_event="2020-01-06", first_report="2019-04-05", last_report="2020-01-07",
        best=best or evidence(quote, url="https://news.example.org/a?b=1&c=2"),
        best_against=evidence(f"Not so: {quote}", url="ftp://old.example.org") if against else None,
    )  # fmt: skip


def small_war() -> Subgraph:
    """Return 25 actors and places and 34 ties, of every kind, relation and status."""
    known = {
        **{key: named(f"actor:{key}", row[0], row[2], row[1]) for key, row in _ACTORS.items()},
        **{key: named(f"place:{key}", row[0], row[2], row[1]) for key, row in _PLACES.items()},
    }
    rows = [row.split() for row in _TOLD.replace("\n", ";").split(";")]
    ties = tuple(
        tie(known[subject], Relation(relation), known[target], Status(status))
        for subject, relation, target, status in rows
    )
    return Subgraph(title="Libya, January 2020", nodes=tuple(known.values()), ties=ties)


def hostile() -> Subgraph:
    """Return a subgraph of which every text tries to break out."""
    ends = [named(f"actor:h{at}", text, ActorKind.PERSON) for at, text in enumerate(HOSTILE)]
    ties = tuple(
        tie(one, Relation.BACKS, other, Status.ASSERTED, evidence(one.name, url=one.name))
        for one, other in zip(ends, [*ends[1:], ends[0]], strict=True)
    )
    return Subgraph(title=HOSTILE[1], nodes=tuple(ends), ties=ties)


def random_war(nodes: int, ties: int, seed: int) -> Subgraph:
    """Return a random subgraph in which a few are joined with many; labels of 3 to 30 letters."""
    random = Random(seed)
    ends = [
        named(f"actor:r{at}", "Wm" + "x" * random.randint(1, 28), random.choice(list(ActorKind)))
        for at in range(nodes)
    ]
    made: dict[str, Tie] = {}
    for _ in range(ties):
        first, second = random.sample(range(nodes), 2)
        one, other = ends[int(first * random.random())], ends[second]
        if one != other:
            relation = random.choice([Relation.BACKS, Relation.OPPOSES, Relation.PART_OF])
            new = tie(one, relation, other, random.choice(list(Status)))
            made[new.key] = new
    return Subgraph(nodes=tuple(ends), ties=tuple(made.values()))
