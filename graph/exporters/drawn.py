"""The shapes of a drawing: what vis-network draws, in its own words, plus what we know of each."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, JsonValue
from pydantic.alias_generators import to_camel

from graph.model import EntityId
from graph.vocabulary import ActorKind, PlaceKind, Relation, Status

Colour = Annotated[str, Field(description="A CSS colour.")]


class Drawn(BaseModel):
    """Frozen, no further fields; written in JSON as vis-network spells its options."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        alias_generator=to_camel,
        validate_by_name=True,
        serialize_by_alias=True,
    )


class Paint(Drawn):
    """Filling and outline."""

    background: Colour
    border: Colour


class NodeColour(Paint):
    """The same, and how it looks when chosen."""

    highlight: Paint


class NodeShape(Drawn):
    """Details of a node's outline."""

    border_dashes: tuple[int, ...] | bool = False


class DrawnNode(Drawn):
    """One actor or place at its position."""

    id: EntityId
    label: str = Field(description="The short label, broken into lines.")
    title: str = Field(description="Plain text for a tooltip.")
    name: str
    kind: ActorKind | PlaceKind
    degree: int = Field(description="How many ties of this drawing it has.")
    x: float
    y: float = Field(description="Downwards.")
    shape: str
    size: float
    color: NodeColour
    border_width: float
    shape_properties: NodeShape


class EdgeColour(Drawn):
    """Colour of the line."""

    color: Colour
    highlight: Colour
    opacity: float


class Arrow(Drawn):
    """A mark on the line."""

    enabled: bool = True
    type: str
    scale_factor: float


class Arrows(Drawn):
    """The mark at the object's end; a bar in the middle of what is denied."""

    to: Arrow
    middle: Arrow | None = None


class Halo(Drawn):
    """A broad faint line behind the line."""

    enabled: bool
    color: Colour
    size: float


class Bend(Drawn):
    """How far the line is curved, so that parallel ties are seen apart."""

    enabled: bool
    type: str = "curvedCW"
    roundness: float = 0.0


class DrawnEdge(Drawn):
    """One tie."""

    id: str = Field(description="The tie's key: `subject relation object`.")
    source: EntityId = Field(validation_alias="from", serialization_alias="from")
    to: EntityId
    title: str = Field(description="Plain text for a tooltip.")
    relation: Relation
    status: Status
    width: float
    color: EdgeColour
    dashes: tuple[int, ...] | bool
    arrows: Arrows
    smooth: Bend
    background: Halo


class Drawing(Drawn):
    """A subgraph ready to be drawn: `new vis.Network(element, {nodes, edges}, options)`."""

    nodes: tuple[DrawnNode, ...]
    edges: tuple[DrawnEdge, ...]
    options: dict[str, JsonValue]
