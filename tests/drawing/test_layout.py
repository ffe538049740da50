"""The layout: finite, centred, the same each time, in time, near what is linked."""

import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from graph.clearance import clear
from graph.layout import distinct, layout
from graph.spreading import overlaps

NONE = np.zeros((0, 2), dtype=np.int64)


def _grown(count: int, links: int, seed: int = 7) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """Return sizes and links of a graph in which the well joined are joined the more."""
    random = np.random.default_rng(seed)
    ends = [0, 1]
    for new in range(2, count):
        ends += [int(random.choice(ends[-500:])), new]
    extra = random.choice(ends, size=(max(0, links - len(ends) // 2), 2))
    sizes = np.stack([random.uniform(30, 140, count), np.full(count, 48.0)], axis=1)
    return sizes, np.concatenate([np.array(ends).reshape(-1, 2), extra])


@settings(deadline=None)  # others may be busy on the machine
@given(
    st.integers(1, 40).flatmap(
        lambda count: st.tuples(
            st.lists(
                st.tuples(st.floats(1, 300), st.floats(1, 120)), min_size=count, max_size=count
            ),
            st.lists(st.tuples(st.integers(0, count - 1), st.integers(0, count - 1)), max_size=60),
        )
    )
)
def test_any_graph_is_laid_out_without_overlap(
    graph: tuple[list[tuple[float, float]], list[tuple[int, int]]],
) -> None:
    sizes = np.array(graph[0])
    positions = layout(sizes, np.array(graph[1], dtype=np.int64).reshape(-1, 2))
    assert positions.shape == sizes.shape and np.isfinite(positions).all()
    assert not len(overlaps(positions, sizes)[0])
    low, high = (positions - sizes / 2).min(axis=0), (positions + sizes / 2).max(axis=0)
    assert np.allclose(low, -high)


def test_the_same_each_time() -> None:
    sizes, links = _grown(60, 110)
    assert np.array_equal(layout(sizes, links), layout(sizes, links))
    assert np.array_equal(layout(sizes, links), layout(sizes, links[:, ::-1]))


def test_the_linked_are_near() -> None:
    sizes, links = _grown(100, 140)
    positions = layout(sizes, links)
    between = np.hypot(*(positions[:, None] - positions[None, :]).transpose(2, 0, 1))
    linked = between[links[:, 0], links[:, 1]]
    assert np.median(linked) < 0.4 * np.median(between)


def test_a_ring_and_a_star_are_drawn_open() -> None:
    ring = np.array([(at, (at + 1) % 12) for at in range(12)])
    drawn = layout(np.full((12, 2), 20.0), ring)
    distance = np.hypot(*drawn.T)
    assert distance.min() > 0.5 * distance.max()
    star = layout(np.full((13, 2), 20.0), np.array([(0, at) for at in range(1, 13)]))
    arms = np.hypot(*(star[1:] - star[0]).T)
    assert arms.min() > 0.5 * arms.max()


def test_none_of_many_equals_stands_far_out() -> None:
    sizes, _ = _grown(1000, 0)
    drawn = layout(sizes, np.array([(0, at) for at in range(1, 1000)]))
    arms = np.hypot(*(drawn[1:] - drawn[0]).T)
    assert arms.max() < 3 * np.median(arms)


def test_components_are_packed_side_by_side() -> None:
    sizes = np.full((90, 2), 40.0)
    links = np.array([(at, at + 1) for at in range(0, 60, 2)])
    positions = layout(sizes, links)
    width, height = np.ptp(positions, axis=0) + 40
    assert 0.7 < width / height < 3
    assert not len(overlaps(positions, sizes)[0])


@pytest.mark.parametrize(("count", "links", "seconds"), [(1000, 3000, 6), (5000, 15000, 24)])
def test_large_graphs_are_laid_out_in_time(count: int, links: int, seconds: float) -> None:
    # Four times what an idle machine of two cores needs at most: others may be busy on it.
    sizes, joined = _grown(count, links)
    start = time.perf_counter()
    positions = layout(sizes, joined)
    assert time.perf_counter() - start < seconds
    assert np.isfinite(positions).all()
    assert len(overlaps(positions, sizes)[0]) < count


def test_a_box_leaves_the_line_that_crosses_it() -> None:
    positions = np.array([[-100.0, 0.0], [100.0, 0.0], [0.0, 5.0]])
    moves = clear(positions, np.full((3, 2), 20.0), np.array([(0, 1)]))
    assert moves[2, 1] > 0 and moves[0, 1] < 0 and moves[1, 1] < 0
    far = np.array([[-100.0, 0.0], [100.0, 0.0], [0.0, 50.0]])
    assert not clear(far, np.full((3, 2), 20.0), np.array([(0, 1)])).any()


def test_wrong_shapes_are_refused() -> None:
    with pytest.raises(ValueError, match="two columns"):
        layout(np.zeros((3, 3)), NONE)
    assert layout(np.zeros((0, 2)), NONE).shape == (0, 2)
    assert distinct(np.array([(2, 1), (1, 2), (3, 3)])).tolist() == [[1, 2]]
