"""What exported programs have in common: the finished part of a graph, in order, with names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from string import Template

from engine.arrays import Array, shape_text
from engine.autodiff.passes.plan import Instruction, Plan, compile_plan
from engine.errors import EvaluationError
from engine.export.choices import decided
from engine.export.identifiers import identifiers
from engine.formula.printer import format_formula
from engine.graph.model import Graph, NodeId
from engine.graph.passing import origin, seen_through
from engine.graph.topology import ancestors


@dataclass(frozen=True)
class Listing:
    """A graph ready to be written as a program.

    Attributes:
        plan: The compiled graph.
        target: The result.
        names: A Python name for every node.
        needed: The nodes that the result depends on, itself included.
    """

    plan: Plan
    target: NodeId
    names: Mapping[NodeId, str]
    needed: frozenset[NodeId]

    @property
    def title(self) -> str:
        """The formula in one line."""
        return format_formula(self.plan.graph, self.target)

    def inputs(self) -> Iterator[tuple[str, Array, NodeId]]:
        """Iterate over inputs and parameters: name, value and node."""
        for node, value in self.plan.sources.items():
            if node in self.needed and node in self.plan.differentiable:
                yield self.names[node], value, node

    def constants(self) -> Iterator[NodeId]:
        """Iterate over constants."""
        for node in self.plan.sources:
            if node in self.needed and node not in self.plan.differentiable:
                yield node

    def instructions(self) -> Iterator[Instruction]:
        """Iterate over the gates that the result depends on, in order."""
        return (item for item in self.plan.instructions if item.node in self.needed)

    def places(self, item: Instruction) -> dict[str, str]:
        """Return what a gate's templates take: its inputs, its output, its settings."""
        return {
            **{
                port: self.names[source]
                for port, source in zip(item.operation.inputs, item.inputs, strict=True)
            },
            **{
                setting.name: _number(item.settings[setting.name], whole=setting.integer)
                for setting in item.operation.settings
            },
            "y": self.names[item.node],
        }

    def shape(self, node: NodeId) -> str:
        """Name a node's shape for a comment."""
        return shape_text(self.plan.shapes[node])


def make_listing(graph: Graph, target: NodeId | None = None) -> Listing:
    """Compile a graph for writing, without its reroute dots and muted gates.

    Args:
        graph: The graph.
        target: The result; by default the graph's own.

    Raises:
        EngineError: There is no result, or it cannot be computed.
    """
    chosen = graph.result if target is None else target
    if chosen is None:
        raise EvaluationError(
            "nothing_to_export", "There is nothing to export: the graph is empty."
        )
    compile_plan(graph).check_target(chosen)
    # The origin is there: the chosen node can be computed.
    chosen = origin(graph, chosen) or chosen
    graph = seen_through(graph)
    plan = compile_plan(graph)
    needed = frozenset({chosen, *ancestors(graph, chosen)})
    return Listing(plan, chosen, identifiers(graph), needed)


def filled(template: str, places: Mapping[str, str]) -> str:
    """Put names into a template."""
    text = Template(template).substitute(places)
    return decided(text) if " if " in text or " or " in text else text


def _number(value: float, *, whole: bool) -> str:
    return repr(int(value)) if whole else repr(float(value))


def literal(value: Array) -> str:
    """Write a value so that reading it gives the same bits."""
    return repr(value.tolist())


def docstring_text(text: str) -> str:
    """Escape a text so that it can stand between three quotation marks."""
    return text.replace("\\", "\\\\").replace('"', '\\"')


def indented(lines: Iterable[str]) -> str:
    """Return a function's body."""
    return "\n".join(f"    {line}" if line else "" for line in lines)
