"""A surface compiled from its formula: values and gradients at any number of points at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engine.arrays import Array
from engine.autodiff.plan import compile_plan
from engine.errors import EvaluationError
from engine.formula.parser import parse_formula
from engine.graph.model import Graph
from engine.surfaces.schedule import ElementwiseSchedule
from engine.surfaces.surface import Box, Surface


@dataclass(frozen=True, eq=False)
class SurfaceFunction:
    """A differentiable function of two variables, element by element on arrays of one shape.

    Attributes:
        graph: The formula as a graph.
        fence: Where a run on a surface without a bottom counts as gone, or None.
        schedule: The graph's passes, lowered for speed.
    """

    graph: Graph
    fence: Box | None
    schedule: ElementwiseSchedule

    def value(self, x: Array, y: Array) -> Array:
        """Return the function's values at the points (x, y), of their shape."""
        return self.schedule.value(x, y)

    def gradient(self, x: Array, y: Array) -> tuple[Array, Array]:
        """Return the partial derivatives along both variables, each of the points' shape."""
        along_x, along_y = self.schedule.gradient(x, y)
        return along_x, along_y


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
    if target is None:
        raise EvaluationError("empty_formula", "A surface needs a formula.")
    plan = compile_plan(graph)
    plan.check_target(target)
    return SurfaceFunction(graph, fence, ElementwiseSchedule(plan, sources, target))
