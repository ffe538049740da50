"""The search for a shortest way, against networkx and against trying every way."""

from collections.abc import Iterator

import networkx
from hypothesis import given
from hypothesis import strategies as st

from queries.network import Link
from queries.shortest import shortest

_NODES = "abcdefgh"
_PAIRS = [(one, other) for one in _NODES for other in _NODES if one != other]
_links = st.lists(st.tuples(st.sampled_from(_PAIRS), st.integers(1, 3)), max_size=14).map(
    lambda drawn: [
        Link(key=f"{number:02} {one} {other}", subject=one, object=other, weight=weight)
        for number, ((one, other), weight) in enumerate(drawn)
    ]
)


def _search(links: list[Link], max_hops: int) -> list[Link] | None:
    def around(ids: list[str]) -> list[Link]:
        return [link for link in links if set(link.ends) & set(ids)]

    return shortest(around, "a", "h", max_hops)


def _ways(links: list[Link], node: str, left: int) -> Iterator[list[Link]]:
    """Yield every way of exactly `left` links from `node` to h."""
    if left == 0:
        if node == "h":
            yield []
        return
    for link in links:
        if node in link.ends:
            for rest in _ways(links, link.other(node), left - 1):
                yield [link, *rest]


@given(_links, st.integers(1, 6))
def test_a_shortest_way_is_found_just_when_there_is_one(links: list[Link], max_hops: int) -> None:
    drawn = networkx.Graph([link.ends for link in links])
    drawn.add_nodes_from(_NODES)
    found = _search(links, max_hops)
    if networkx.has_path(drawn, "a", "h"):
        hops = networkx.shortest_path_length(drawn, "a", "h")
        assert (None if found is None else len(found)) == (hops if hops <= max_hops else None)
    else:
        assert found is None


@given(_links)
def test_of_all_shortest_ways_the_heaviest_from_its_start_on(links: list[Link]) -> None:
    found = _search(links, 4)
    if found is not None:
        best = min(_ways(links, "a", len(found)), key=lambda way: [(-k.weight, k.key) for k in way])
        assert found == best


def test_the_end_that_has_fewer_nodes_is_widened() -> None:
    """What stands around a hub is not gone through when the other end leads there."""
    links = [Link(key="0", subject="a", object="hub", weight=1)]
    links += [Link(key=f"{n}", subject="hub", object=f"n{n}", weight=1) for n in range(1, 50)]
    links += [Link(key="50", subject="n7", object="h", weight=1)]
    asked: list[str] = []

    def around(ids: list[str]) -> list[Link]:
        asked.extend(ids)
        return [link for link in links if set(link.ends) & set(ids)]

    way = shortest(around, "a", "h", 6)
    assert way is not None and [link.key for link in way] == ["0", "7", "50"]
    assert asked == ["a", "hub", "h"]
