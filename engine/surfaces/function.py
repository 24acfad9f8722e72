"""A surface compiled from its formula: values and gradients at any number of points at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from engine.arrays import Array
from engine.autodiff.plan import Plan, compile_plan
from engine.autodiff.program import Program, Slots
from engine.errors import EvaluationError
from engine.formula.parser import parse_formula
from engine.graph.model import Graph, NodeId
from engine.surfaces.surface import Box, Surface


@dataclass(frozen=True, eq=False)
class SurfaceFunction:
    """A differentiable function of two variables, element by element on arrays of one shape.

    Attributes:
        graph: The formula as a graph.
        fence: Where a run on a surface without a bottom counts as gone, or None.
        sources: The nodes of the two variables; None for one that the formula leaves out.
        program: The graph's passes, lowered for speed.
    """

    graph: Graph
    fence: Box | None
    sources: tuple[NodeId | None, ...]
    program: Program

    def value(self, x: Array, y: Array) -> Array:
        """Return the function's values at the points (x, y), of their shape."""
        return np.broadcast_to(self.program.value(self._forward(x, y)), np.shape(x))

    def gradient(self, x: Array, y: Array) -> tuple[Array, Array]:
        """Return the partial derivatives along both variables, each of the points' shape."""
        slopes = iter(self.program.backward(self._forward(x, y)))
        along_x, along_y = (
            np.zeros(np.shape(x)) if source is None else next(slopes) for source in self.sources
        )
        return along_x, along_y

    def _forward(self, *points: Array) -> Slots:
        used = zip(self.sources, points, strict=True)
        return self.program.forward(*(values for source, values in used if source is not None))


def compile_surface(surface: Surface) -> SurfaceFunction:
    """Compile a surface's formula."""
    return compile_formula(surface.formula, surface.variables, surface.fence)


def compile_formula(
    formula: str, variables: Sequence[str] = ("x", "y"), fence: Box | None = None
) -> SurfaceFunction:
    """Compile a formula of two variables.

    Args:
        formula: Text that ``engine.formula`` reads; it may leave a variable out.
        variables: The names of the two variables, horizontal first.
        fence: Where a run on a surface without a bottom counts as gone.

    Raises:
        FormulaError: The text is no formula.
        EvaluationError: It uses a third name, or an operation that is not elementwise.
    """
    graph = parse_formula(formula)
    sources = [graph.named(name) for name in variables]
    for node_id in graph.sources():
        node = graph.nodes[node_id]
        if node.operation != "constant" and node_id not in sources:
            allowed = " and ".join(variables)
            raise EvaluationError(
                "unknown_variable",
                f"A surface is a function of {allowed}; “{node.name}” is neither.",
                name=node.name,
                allowed=allowed,
            )
    target = graph.result
    assert target is not None, "the parser refuses an empty formula"
    plan = compile_plan(graph)
    plan.check_target(target)
    _check_elementwise(plan)
    used = [source for source in sources if source is not None]
    program = Program(plan, target, changing=used, asked=used)
    return SurfaceFunction(graph, fence, tuple(sources), program)


def _check_elementwise(plan: Plan) -> None:
    for item in plan.instructions:
        if item.operation.derivatives is None:
            raise EvaluationError(
                "not_elementwise",
                f"A surface is made of elementwise operations, and “{item.operation.title}” is "
                "none.",
                operation=item.operation.title,
            )
