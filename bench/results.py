"""The shapes of what is measured; ratios compare with what ran beside it in the same run."""

from pydantic import Field

from graph.model import Shape


class LoadResult(Shape):
    """Loading in batches."""

    store: str
    claims: int = Field(description="In the graph at the end.")
    batches: int
    ratio: float = Field(description="Our speed over the bare engine's, all batches together.")
    median_ratio: float = Field(description="The same of the batch in the middle.")
    aim: float = Field(description="At least.")
    seconds: float
    bare_seconds: float

    @property
    def met(self) -> bool:
        """Whether the aim is reached."""
        return self.ratio >= self.aim


class AskResult(Shape):
    """Asking who-backs."""

    store: str
    claims: int
    asked: int
    ties: float = Field(description="Ties in an answer, on average.")
    ratio: float = Field(description="Our p50 over the bare engine's.")
    ratio_p95: float
    aim: float = Field(description="At most.")
    p50_ms: float
    p95_ms: float
    bare_p50_ms: float
    bare_p95_ms: float

    @property
    def met(self) -> bool:
        """Whether the aim is reached."""
        return self.ratio <= self.aim


class ServiceResult(Shape):
    """GET /who-backs over HTTP."""

    store: str
    claims: int
    requests: int
    ratio: float = Field(description="Requests a second over those of a constant endpoint.")
    requests_a_second: float
    constant_a_second: float


class SafetyResult(Shape):
    """Processes that are killed, or that load at the same time."""

    what: str
    store: str
    rounds: int
    in_the_middle: int = Field(description="Rounds in which some batches were in and some not.")
    lost: int = Field(description="Rounds that lost an acknowledged batch, or part of one.")
    half: int = Field(description="Rounds whose graph is not that of whole batches, each once.")
    differing: int = Field(description="Rounds whose graph, after a repeat, is not a clean load's.")
    failures: tuple[str, ...] = ()

    @property
    def met(self) -> bool:
        """Whether nothing went wrong."""
        return not (self.lost or self.half or self.differing or self.failures)


class Results(Shape):
    """One run."""

    quick: bool
    batch: int = Field(description="Articles in a batch.")
    seconds: float
    machine: dict[str, str | int | bool | float]
    load: tuple[LoadResult, ...]
    who_backs: tuple[AskResult, ...]
    service: tuple[ServiceResult, ...]
    safety: tuple[SafetyResult, ...]
