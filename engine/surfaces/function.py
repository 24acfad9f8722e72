"""A surface compiled from its formula or graph: values and gradients at any number of points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from engine.arrays import Array, shape_text
from engine.autodiff.codegen.program import Program, Slots
from engine.autodiff.codegen.slopes import Slopes, record_slopes
from engine.autodiff.passes.plan import Plan, compile_plan
from engine.errors import EvaluationError
from engine.formula.latex import format_latex
from engine.formula.parser import parse_formula
from engine.graph.model import Graph, NodeId
from engine.quoting import quote
from engine.surfaces.point_lanes import PointLanes, make_point_lanes
from engine.surfaces.surface import Box, Surface


@dataclass(frozen=True, eq=False)
class SurfaceFunction:
    """A differentiable function of two variables, element by element on arrays of one shape.

    Attributes:
        graph: The formula as a graph.
        fence: Where a run on a surface without a bottom counts as gone, or None.
        sources: The nodes of the two variables; None for one that the formula leaves out.
        program: The graph's passes, lowered for speed.
        lanes: What computes many points beside each other where the graph mixes elements; None
            where they can go through it as they are.
    """

    graph: Graph
    fence: Box | None
    sources: tuple[NodeId | None, ...]
    program: Program
    lanes: PointLanes | None = None

    @cached_property
    def slopes(self) -> Slopes | None:
        """Value and gradient as recorded arithmetic, for running fused with update rules.

        None where the graph holds arrays or an operation that cannot be recorded. A picture does
        not ask for it.
        """
        return record_slopes(self.program.plan, self.program.target, self.sources, ("x", "y"))

    @property
    def is_elementwise(self) -> bool:
        """Whether many points can go through the graph as they are, which is quickest."""
        return self.lanes is None

    def value(self, x: Array, y: Array) -> Array:
        """Return the function's values at the points (x, y), of their shape."""
        # A single point gets the graph's own digits, which others are compared with.
        if self.lanes is not None and np.ndim(x):
            return self.lanes.values(_in_columns(x, y)).reshape(np.shape(x))
        return np.broadcast_to(self.program.value(self._forward(x, y)), np.shape(x))

    def gradient(self, x: Array, y: Array) -> tuple[Array, Array]:
        """Return the partial derivatives along both variables, each of the points' shape."""
        if self.lanes is not None and np.ndim(x):
            along_x, along_y = self.lanes.slopes(_in_columns(x, y)).reshape(2, *np.shape(x))
            return along_x, along_y
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
    graph = parse_formula(formula, names=variables, fixed=True)
    sources = [graph.named(name) for name in variables]
    for node_id in graph.sources():
        node = graph.nodes[node_id]
        if node.operation != "constant" and node_id not in sources:
            allowed = " and ".join(variables)
            raise EvaluationError(
                "unknown_variable",
                f"A surface is a function of {allowed}; “{quote(node.name)}” is neither.",
                name=node.name,
                allowed=allowed,
            )
    target = graph.result
    assert target is not None, "the parser refuses an empty formula"
    plan = compile_plan(graph)
    plan.check_target(target)
    mixing = _mixing_operation(plan)
    if mixing:
        raise EvaluationError(
            "not_elementwise",
            f"A surface is made of elementwise operations, and “{quote(mixing)}” is none.",
            operation=mixing,
        )
    return _compile(plan, target, sources, fence)


def compile_graph(
    graph: Graph,
    variables: Sequence[NodeId],
    target: NodeId | None = None,
    fence: Box | None = None,
) -> SurfaceFunction:
    """Look at a graph's result as a surface over two of its scalar sources.

    All other sources keep their values. Where the graph mixes elements, as a matrix product or a
    mean does, many points are computed in lanes beside each other, which is slower.

    Args:
        graph: Any graph whose result is one number.
        variables: The two sources that move, horizontal first.
        target: The node that is the height; by default the graph's result.
        fence: Where a run on a surface without a bottom counts as gone.

    Raises:
        EngineError: The target cannot be computed.
        EvaluationError: There is no result, it is no single number, or a variable is not a
            source that holds one number.
    """
    height = graph.result if target is None else target
    if height is None:
        raise EvaluationError("no_result", "A graph without a result has no height to draw.")
    plan = compile_plan(graph)
    plan.check_target(height)
    _check_scalar(plan, height)
    if len(set(variables)) != 2:
        raise EvaluationError("two_variables", "A surface has two variables, one for each axis.")
    for node in variables:
        if node not in plan.sources or node not in plan.differentiable:
            raise EvaluationError(
                "not_a_variable",
                f"A surface moves two inputs or parameters, and node {node} is neither.",
                node=node,
            )
        _check_scalar(plan, node)
    return _compile(plan, height, list(variables), fence)


def _check_scalar(plan: Plan, node: NodeId) -> None:
    shape = plan.shapes[node]
    if shape != ():
        raise EvaluationError(
            "surface_needs_scalars",
            "A surface's height and variables are single numbers, and node "
            f"{node} has the shape {shape_text(shape)}.",
            node=node,
            shape=shape_text(shape),
        )


def _compile(
    plan: Plan, target: NodeId, sources: Sequence[NodeId | None], fence: Box | None
) -> SurfaceFunction:
    used = [source for source in sources if source is not None]
    program = Program(plan, target, changing=used, asked=used)
    lanes = make_point_lanes(plan, target, used) if _mixing_operation(plan) else None
    return SurfaceFunction(plan.graph, fence, tuple(sources), program, lanes)


def _in_columns(x: Array, y: Array) -> Array:
    return np.stack([np.ravel(x), np.ravel(y)])


def _mixing_operation(plan: Plan) -> str | None:
    """Return the title of the first operation that mixes elements, or None."""
    for item in plan.instructions:
        if item.operation.derivatives is None:
            return item.operation.title
    return None


def surface_latex(text: str, names: Sequence[str] = ("x", "y")) -> str:
    """Return the LaTeX of a formula of two variables.

    Raises:
        FormulaError: The text is no formula.
    """
    return format_latex(parse_formula(text, names=names, fixed=True))
