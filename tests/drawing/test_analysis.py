"""Analysis: the network, who stands between, the camps of a war."""

from graph.analysis import centrality, network
from graph.camps import camps
from graph.subgraph import Subgraph
from graph.vocabulary import ActorKind, Relation, Status
from tests.drawing import ties
from tests.drawing.ties import named, tie

BACKS, OPPOSES = Relation.BACKS, Relation.OPPOSES


def _told(*rows: tuple[str, Relation, str], status: Status = Status.ASSERTED) -> Subgraph:
    ends = {
        name: named(f"actor:{name}", name, ActorKind.STATE)
        for row in rows
        for name in (row[0], row[2])
    }
    return Subgraph.of_ties(tie(ends[one], how, ends[other], status) for one, how, other in rows)


def test_the_network_holds_every_tie() -> None:
    subgraph = ties.small_war()
    made = network(subgraph)
    assert (made.number_of_nodes(), made.number_of_edges()) == (25, 34)
    edge = made.edges["actor:wagner", "place:jufra", "actor:wagner deployed-to place:jufra"]
    assert edge["relation"] == "deployed-to" and edge["modes"] == "troops, mercenaries"
    assert edge["claims_for"] == 3 and edge["last_event"] == "2020-01-06"


def test_who_stands_between_comes_first() -> None:
    found = centrality(_told(("a", BACKS, "m"), ("m", BACKS, "b"), ("c", OPPOSES, "m")))
    assert [(one.id, one.degree, one.betweenness) for one in found] == [
        ("actor:m", 3, 1.0), ("actor:a", 1, 0.0), ("actor:b", 1, 0.0), ("actor:c", 1, 0.0),
    ]  # fmt: skip
    assert centrality(Subgraph(nodes=())) == ()


def test_camps_are_parted_by_enmity() -> None:
    war = _told(
        ("a", BACKS, "x"), ("b", BACKS, "x"), ("c", BACKS, "y"), ("d", BACKS, "y"),
        ("x", OPPOSES, "y"), ("a", OPPOSES, "c"),
    )  # fmt: skip
    assert camps(war) == (("actor:a", "actor:b", "actor:x"), ("actor:c", "actor:d", "actor:y"))
    assert camps(Subgraph(nodes=war.nodes[::-1], ties=war.ties[::-1])) == camps(war)


def test_the_two_sides_of_libya() -> None:
    first, second, *others = camps(ties.small_war())
    assert not others
    assert {"actor:lna", "actor:haftar", "actor:uae", "actor:egypt", "actor:wagner"} <= set(first)
    assert {"actor:gna", "actor:turkey", "actor:erdogan", "actor:italy"} <= set(second)
    assert "actor:france" not in first + second


def test_one_who_backs_both_sides_does_not_join_them() -> None:
    war = _told(
        ("a", BACKS, "x"), ("b", BACKS, "y"), ("m", BACKS, "x"), ("m", BACKS, "y"),
        ("x", OPPOSES, "y"), ("y", OPPOSES, "x"), ("a", OPPOSES, "y"),
    )  # fmt: skip
    found = {member: group for group in camps(war) for member in group}
    assert found["actor:x"] != found["actor:y"]
    assert "actor:a" in found["actor:x"] and "actor:b" in found["actor:y"]


def test_what_is_denied_or_over_makes_no_camp() -> None:
    for status in (Status.DENIED, Status.ENDED, Status.PLANNED):
        assert camps(_told(("a", BACKS, "x"), status=status)) == ()
    assert camps(_told(("a", BACKS, "x"), status=Status.CONTESTED)) == (("actor:a", "actor:x"),)
    assert camps(_told(("a", OPPOSES, "x"))) == ()
