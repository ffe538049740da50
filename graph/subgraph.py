"""A piece of the graph to be drawn, exported or analysed: what every exporter reads."""

from collections.abc import Iterable
from typing import Self

from pydantic import Field, model_validator

from graph.model import Named, Shape, Tie


class Subgraph(Shape):
    """Actors and places, and ties among them; both ends of each tie are among the nodes."""

    title: str = Field(default="Conflict graph", description="Heading of a report made from it.")
    nodes: tuple[Named, ...]
    ties: tuple[Tie, ...] = ()
    cut_nodes: int = Field(default=0, ge=0, description="Actors and places seen but left out.")
    cut_ties: int = Field(default=0, ge=0, description="Ties seen but left out.")

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        known = {node.id for node in self.nodes}
        if len(known) < len(self.nodes):
            raise ValueError("an actor or place stands twice among the nodes")
        missing = {end.id for tie in self.ties for end in (tie.subject, tie.object)} - known
        if missing:
            raise ValueError(f"ties end at what is not among the nodes: {sorted(missing)}")
        if len({tie.key for tie in self.ties}) < len(self.ties):
            raise ValueError("a tie stands twice among the ties")
        return self

    @classmethod
    def of_ties(cls, ties: Iterable[Tie], title: str = "Conflict graph") -> Self:
        """Return these ties with their ends as the nodes, in the order in which they occur."""
        kept = tuple({tie.key: tie for tie in ties}.values())
        ends = {end.id: end for tie in kept for end in (tie.subject, tie.object)}
        return cls(title=title, nodes=tuple(ends.values()), ties=kept)
