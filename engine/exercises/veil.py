"""A veil: the numbers of a graph that are not to be seen, because somebody is asked for them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from engine.arrays import Array
from engine.autodiff.passes.evaluation import Evaluation
from engine.autodiff.passes.reverse import Gradients
from engine.errors import EngineError, EvaluationError
from engine.graph.model import Graph, InputPort, NodeId

VALUES, GRADIENTS = "values", "gradients"
KINDS_OF_NUMBERS = frozenset((VALUES, GRADIENTS))
"""What can be hidden of a whole graph at once."""


@dataclass(frozen=True)
class Veil:
    """Which numbers are hidden; what it covers looks as if it had not been computed.

    Attributes:
        values: The nodes whose values are hidden.
        wires: The wires whose gradients are hidden, each by the port it ends at.
        nodes: The nodes whose gradients, summed over their branches, are hidden.
    """

    values: frozenset[NodeId] = frozenset()
    wires: frozenset[InputPort] = frozenset()
    nodes: frozenset[NodeId] = frozenset()

    def __bool__(self) -> bool:
        """Tell whether it hides anything."""
        return bool(self.values or self.wires or self.nodes)

    def __or__(self, other: Veil) -> Veil:
        """Hide what either hides."""
        return Veil(self.values | other.values, self.wires | other.wires, self.nodes | other.nodes)

    def over_values(self, values: Mapping[NodeId, Array]) -> Mapping[NodeId, Array]:
        """Return the values that are left to be seen."""
        if not self.values:
            return values
        return {node: value for node, value in values.items() if node not in self.values}

    def over_gradients(self, gradients: Gradients) -> Gradients:
        """Return the gradients that are left to be seen."""
        if not (self.wires or self.nodes):
            return gradients
        return Gradients(
            {node: number for node, number in gradients.nodes.items() if node not in self.nodes},
            {port: number for port, number in gradients.wires.items() if port not in self.wires},
        )

    def over(self, evaluation: Evaluation) -> Evaluation:
        """Return an evaluation without the hidden numbers."""
        if not self:
            return evaluation
        return replace(
            evaluation,
            values=self.over_values(evaluation.values),
            gradients=self.over_gradients(evaluation.gradients),
            problems={key: self._told(item) for key, item in evaluation.problems.items()},
        )

    def _told(self, problem: EngineError) -> EngineError:
        """Return a problem without the numbers that its sentence tells."""
        tells = isinstance(problem, EvaluationError) and any(
            isinstance(detail, float) for detail in problem.details.values()
        )
        if not (self.values and tells):
            return problem
        return EvaluationError(
            "hidden_cause", "This has no finite result; a number that is hidden now is the cause."
        )


NO_VEIL = Veil()


def veil_over(graph: Graph, kinds: Collection[str]) -> Veil:
    """Return what hides every number of some kinds.

    The values of inputs and constants are given and never hidden. Where the gates' are, every
    gradient is hidden too: that of a factor is the value of the other.

    Args:
        graph: The graph.
        kinds: Of `KINDS_OF_NUMBERS`; others hide nothing.
    """
    if not KINDS_OF_NUMBERS.intersection(kinds):
        return NO_VEIL
    values = frozenset(graph.gates()) if VALUES in kinds else frozenset()
    return Veil(values, frozenset(graph.wires), frozenset(graph.nodes))
