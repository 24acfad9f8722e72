"""A surface that a learner made, as a value: how it is computed, and what is known about it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from enum import Enum

from engine.drawing.drawing import Drawing
from engine.drawing.serialization import to_json
from engine.graph.model import NodeId
from engine.surfaces.function import (
    SurfaceFunction,
    compile_formula,
    compile_graph,
    compile_surface,
)
from engine.surfaces.surface import Box, Surface

_PREFIX = "own"
LONGEST_FORMULA = 10_000


class OwnKind(Enum):
    """What a surface was made of."""

    FORMULA = "formula"
    TABLE = "table"
    GRAPH = "graph"

    @property
    def title(self) -> str:
        """What a surface of this kind is called, where it has no name of its own."""
        return _TITLES[self]

    @property
    def summary(self) -> str:
        """What it shows, as a sentence."""
        return _SUMMARIES[self]


_TITLES = {OwnKind.FORMULA: "f(x, y)", OwnKind.TABLE: "y = Wx + b", OwnKind.GRAPH: "graph"}
_SUMMARIES = {
    OwnKind.FORMULA: "Your own formula.",
    OwnKind.TABLE: "The cost of fitting a line to your own table.",
    OwnKind.GRAPH: "The result of a graph over two of its inputs.",
}


@dataclass(frozen=True)
class FormulaSource:
    """A formula of x and y as it was typed, and the part of the plane to look at."""

    text: str
    view: Box

    kind = OwnKind.FORMULA

    def compile(self, fence: Box | None = None) -> SurfaceFunction:
        """Return the function.

        Raises:
            FormulaError: The text is no formula.
            EvaluationError: It is none of x and y.
        """
        return compile_formula(self.text, fence=fence)

    @property
    def identity(self) -> str:
        """What tells it from every other."""
        return f"{self.text} {tuple(map(float, self.view))}"


@dataclass(frozen=True)
class TableSource:
    """Samples (x, y) that the line y = Wx + b is fitted to."""

    samples: tuple[tuple[float, float], ...]

    kind = OwnKind.TABLE

    @property
    def identity(self) -> str:
        """What tells it from every other."""
        return repr([(float(x), float(y)) for x, y in self.samples])


@dataclass(frozen=True)
class GraphSource:
    """A graph whose result is looked at over two of its inputs."""

    drawing: Drawing
    variables: tuple[NodeId, NodeId]
    view: Box

    kind = OwnKind.GRAPH
    __hash__ = None  # type: ignore[assignment]  # the drawing cannot be hashed

    def compile(self, fence: Box | None = None) -> SurfaceFunction:
        """Return the function.

        Raises:
            EngineError: The graph cannot be computed, or its result is no single number.
        """
        return compile_graph(self.drawing.graph, self.variables, fence=fence)

    @property
    def identity(self) -> str:
        """What tells it from every other."""
        return f"{to_json(self.drawing)} {self.variables} {tuple(map(float, self.view))}"


Source = FormulaSource | TableSource | GraphSource


@dataclass(frozen=True)
class OwnSurface:
    """A source with the record made from it: view, start, minima, rates that suit it.

    Attributes:
        source: What it is made of.
        record: What was found out about it.
        compiled: Its function, where that was compiled in finding out.
    """

    source: Source
    record: Surface
    compiled: SurfaceFunction | None = field(default=None, compare=False, repr=False)

    __hash__ = None  # type: ignore[assignment]  # a graph among the sources cannot be hashed

    @property
    def kind(self) -> OwnKind:
        """What it was made of."""
        return self.source.kind

    def compile(self) -> SurfaceFunction:
        """Return the function."""
        if self.compiled is not None:
            return self.compiled
        if isinstance(self.source, TableSource):
            return compile_surface(self.record)
        return self.source.compile(self.record.fence)


def name_of(source: Source) -> str:
    """Return a name for a surface made of a source, unlike any in the engine's table."""
    digest = hashlib.sha256(source.identity.encode()).hexdigest()[:16]
    return f"{_PREFIX} {source.kind.value} {digest}"
