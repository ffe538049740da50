"""Questions that walk the graph: neighbours, path, the overview."""

import pytest

from graph.store import Store
from graph.vocabulary import Relation, Status
from queries.graph import Overview
from queries.neighbours import Neighbours
from queries.network import Network
from queries.path import Path, Route


def hops(network: Network) -> dict[str, int | None]:
    return {node.id.partition(":")[2]: node.hops for node in network.nodes}


def keys(network: Network | Route) -> list[str]:
    return [tie.key.replace("actor:", "").replace("place:", "") for tie in network.ties]


def test_neighbours_of_one_hop_with_the_ties_among_them(store: Store) -> None:
    answer = store.ask(Neighbours(of="gna"))
    assert hops(answer) == {"gna": 0, "turkey": 1, "lna": 1, "sirte": 1}
    assert keys(answer) == [
        "turkey backs gna",
        "lna captured sirte",
        "gna captured sirte",
        "gna opposes lna",
        "lna opposes gna",
    ]
    assert (answer.cut.nodes, answer.cut.ties) == (0, 0)
    degrees = {node.label: node.degree for node in answer.nodes}
    assert degrees == {"GNA": 4, "TURKEY": 3, "LNA": 6, "Sirte": 2}


def test_neighbours_of_two_hops(store: Store) -> None:
    answer = store.ask(Neighbours(of="place:sirte", hops=2))
    assert hops(answer) == {
        "sirte": 0, "lna": 1, "gna": 1, "turkey": 2, "haftar": 2, "jufra": 2, "uae": 2,
    }  # fmt: skip


def test_neighbours_say_what_was_cut(store: Store) -> None:
    answer = store.ask(Neighbours(of="gna", hops=3, limit=3))
    assert hops(answer) == {"gna": 0, "turkey": 1, "sirte": 1}
    assert keys(answer) == ["turkey backs gna", "gna captured sirte"]
    assert (answer.cut.nodes, answer.cut.ties) == (1, 2)  # the LNA, which it opposes both ways


def test_of_too_many_ties_the_heaviest(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("queries.network._MOST_TIES", 2)
    monkeypatch.setattr("queries.network._TIES_PER_NODE", 0)
    answer = store.ask(Neighbours(of="gna"))
    assert keys(answer) == ["turkey backs gna", "lna captured sirte"]
    assert (answer.cut.nodes, answer.cut.ties) == (0, 3)


def test_a_node_alone(store: Store) -> None:
    answer = store.ask(Neighbours(of="gna", limit=1))
    assert (hops(answer), answer.ties) == ({"gna": 0}, ())
    assert (answer.cut.nodes, answer.cut.ties) == (3, 4)


def test_neighbours_by_relation_and_status(store: Store) -> None:
    answer = store.ask(Neighbours(of="lna", relations=(Relation.BACKS,), hops=3))
    assert keys(answer) == ["uae backs lna"]
    answer = store.ask(Neighbours(of="lna", statuses=(Status.CONTESTED, Status.PLANNED), hops=3))
    assert keys(answer) == ["uae backs lna"]
    assert store.ask(Neighbours(of="lna", statuses=(Status.ENDED,))).ties == ()


def test_a_path_of_six_hops_whichever_way_ties_point(store: Store) -> None:
    answer = store.ask(Path(source="Chain 0", target="Chain 6"))
    assert (answer.found, answer.hops) == (True, 6)
    assert [node.label for node in answer.nodes] == ["C0", "C1", "C2", "C3", "C4", "C5", "C6"]
    assert keys(answer) == [
        "c0 backs c1",
        "c2 backs c1",
        "c2 opposes c3",
        "c3 part-of c4",
        "c5 backs c4",
        "c6 opposes c5",
    ]
    back = store.ask(Path(source="Chain 6", target="Chain 0"))
    assert keys(back) == keys(answer)[::-1]


@pytest.mark.parametrize(
    ("source", "target", "relations", "max_hops"),
    [
        ("c0", "c7", (), 6),
        ("c0", "c6", (), 5),
        ("c0", "Haftar", (), 6),
        ("c0", "c3", (Relation.BACKS,), 6),
        ("Erdoğan", "c0", (), 6),
    ],
)
def test_no_path_is_an_answer(
    store: Store, source: str, target: str, relations: tuple[Relation, ...], max_hops: int
) -> None:
    answer = store.ask(Path(source=source, target=target, relations=relations, max_hops=max_hops))
    assert (answer.found, answer.hops, answer.nodes, answer.ties) == (False, None, (), ())


def test_of_paths_as_short_the_heavier(store: Store) -> None:
    assert keys(store.ask(Path(source="d0", target="d3"))) == ["d0 backs d2", "d2 backs d3"]
    assert keys(store.ask(Path(source="d3", target="d0"))) == ["d1 backs d3", "d0 backs d1"]


def test_paths_take_only_the_relations_asked_for(store: Store) -> None:
    answer = store.ask(Path(source="d2", target="d3", relations=(Relation.OPPOSES,)))
    assert keys(answer) == ["d3 opposes d2"]
    answer = store.ask(Path(source="wagner", target="gna"))
    assert keys(answer) == ["wagner deployed-to jufra", "lna deployed-to jufra", "gna opposes lna"]


def test_a_path_to_itself_has_no_ties(store: Store) -> None:
    answer = store.ask(Path(source="Hifter", target="Khalifa Haftar"))
    assert (answer.found, answer.hops, answer.ties) == (True, 0, ())
    assert [node.id for node in answer.nodes] == ["actor:haftar"]


def test_ends_are_called_from_and_to_in_a_query() -> None:
    assert Path.model_validate({"from": "a", "to": "b"}) == Path(source="a", target="b")


def test_the_overview_takes_the_heaviest_ties(store: Store) -> None:
    answer = store.ask(Overview(limit=4))
    assert hops(answer) == {"d0": None, "d2": None, "turkey": None, "gna": None}
    assert keys(answer) == ["d0 backs d2", "turkey backs gna"]
    assert (answer.cut.nodes, answer.cut.ties) == (20, 24)


def test_the_overview_of_all(store: Store) -> None:
    answer = store.ask(Overview())
    assert len(answer.nodes) == 23  # Erdoğan only speaks
    assert (answer.cut.nodes, answer.cut.ties) == (1, 0)
