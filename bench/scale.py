"""How much is measured."""

from typing import NamedTuple


class Scale(NamedTuple):
    """Numbers of one size of run."""

    claims: tuple[int, ...]
    largest_batch: int
    asked: int
    requests: int
    kill_batches: int
    kill_articles: int
    kills: int
    together: int
    server_kills: int


FULL = Scale(
    claims=(10_000, 100_000), largest_batch=10_000, asked=400, requests=4_000,
    kill_batches=20, kill_articles=15, kills=20, together=3, server_kills=3,
)  # fmt: skip
QUICK = Scale(
    claims=(2_000, 3_000), largest_batch=50, asked=40, requests=200,
    kill_batches=8, kill_articles=8, kills=2, together=1, server_kills=1,
)  # fmt: skip
