"""The baseline of W5: the smallest honest reverse-mode tape in plain Python floats.

It is what many courses build in their first hour: every operation appends to a list how its
output's gradient goes back, and the backward pass walks the list from its end.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable
from dataclasses import dataclass, field

from engine.graph.builder import GraphBuilder
from engine.graph.model import Graph, NodeId


@dataclass
class Tape:
    """A scalar graph as lists, rebuilt with every forward pass as such programs do."""

    values: list[float] = field(default_factory=list)
    gradients: list[float] = field(default_factory=list)
    records: list[tuple[int, int, float, int, float]] = field(default_factory=list)

    def source(self, value: float) -> int:
        """Put a number on the tape."""
        self.values.append(value)
        self.gradients.append(0.0)
        return len(self.values) - 1

    def apply(self, name: str, operands: tuple[int, ...]) -> int:
        """Put the result of an operation, named as the engine names it, on the tape."""
        operation: Callable[..., int] = getattr(self, name)
        return operation(*operands)

    def add(self, a: int, b: int) -> int:
        """Put a sum on the tape."""
        output = self.source(self.values[a] + self.values[b])
        self.records.append((output, a, 1.0, b, 1.0))
        return output

    def multiply(self, a: int, b: int) -> int:
        """Put a product on the tape."""
        x, y = self.values[a], self.values[b]
        output = self.source(x * y)
        self.records.append((output, a, y, b, x))
        return output

    def tanh(self, a: int) -> int:
        """Put a hyperbolic tangent on the tape."""
        output = self.source(math.tanh(self.values[a]))
        self.records.append((output, a, 1.0 - self.values[output] ** 2, a, 0.0))
        return output

    def backward(self, target: int) -> None:
        """Accumulate the gradient of one number with respect to all others."""
        gradients = self.gradients
        gradients[target] = 1.0
        for output, a, slope_a, b, slope_b in reversed(self.records):
            upstream = gradients[output]
            gradients[a] += upstream * slope_a
            gradients[b] += upstream * slope_b


@dataclass(frozen=True)
class ScalarGraph:
    """A random graph of scalar gates, the same for everybody who is measured.

    Attributes:
        inputs: The values of its sources.
        gates: For each gate its operation and the numbers of its operands.
    """

    inputs: tuple[float, ...]
    gates: tuple[tuple[str, tuple[int, ...]], ...]

    def on_tape(self) -> Tape:
        """Run both passes in plain Python."""
        tape = Tape()
        for value in self.inputs:
            tape.source(value)
        for name, operands in self.gates:
            tape.apply(name, operands)
        tape.backward(len(tape.values) - 1)
        return tape

    def as_graph(self) -> tuple[Graph, list[NodeId]]:
        """Build it for the engine; the list gives the node of each number."""
        builder = GraphBuilder()
        nodes = [builder.source("input", value) for value in self.inputs]
        for name, operands in self.gates:
            nodes.append(builder.gate(name, *(nodes[operand] for operand in operands)))
        return builder.build(nodes[-1]), nodes


def random_graph(gate_count: int) -> ScalarGraph:
    """Draw a graph in which every number is used and no number grows large."""
    draw = random.Random(gate_count)
    tape = Tape()
    inputs = [draw.uniform(0.3, 0.9) for _ in range(max(3, gate_count // 20))]
    unused = [tape.source(value) for value in inputs]
    gates: list[tuple[str, tuple[int, ...]]] = []
    for gates_left in range(gate_count, 0, -1):
        a = unused.pop(draw.randrange(len(unused)))
        # The end must gather everything that waits; until then a number may be used again.
        gathers = len(unused) >= gates_left
        if tape.values[a] > 1.0 and not gathers:
            name = "tanh"
            operands: tuple[int, ...] = (a,)
        else:
            b = unused.pop(draw.randrange(len(unused))) if gathers else draw.randrange(a + 1)
            name = "add" if tape.values[a] + tape.values[b] < 1.2 else "multiply"
            operands = (a, b)
        gates.append((name, operands))
        unused.append(tape.apply(name, operands))
    return ScalarGraph(tuple(inputs), tuple(gates))
