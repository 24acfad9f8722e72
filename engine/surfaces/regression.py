"""Regression: the mean squared error of a linear fit, as a graph and as a surface over W and b."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from engine.arrays import Array, as_array
from engine.autodiff.passes.plan import Plan, compile_plan
from engine.autodiff.passes.reverse import backward_pass, forward_pass
from engine.errors import ShapeError
from engine.graph.edits import add_node, connect
from engine.graph.model import Graph, InputPort, Node, NodeId
from engine.surfaces.surface import Box, Point, Surface, first_steps, tune


@dataclass(frozen=True, eq=False)
class RegressionCost:
    """The cost of y = XW + b on some data, as a function of one flat parameter vector.

    Attributes:
        graph: The cost as a graph of operations.
        weights: The node of W, shape (features,).
        bias: The node of b, a scalar.
        cost: The node of the mean squared error.
    """

    graph: Graph
    weights: NodeId
    bias: NodeId
    cost: NodeId
    _plan: Plan

    def evaluate(self, parameters: Array) -> tuple[float, Array]:
        """Return the cost and its gradient.

        Args:
            parameters: The weights and then the bias, shape (features + 1,).

        Returns:
            The cost, and the gradient in the shape of the parameters.
        """
        replaced = {self.weights: parameters[:-1], self.bias: parameters[-1]}
        values = forward_pass(self._plan, replaced)
        gradients = backward_pass(self._plan, values, self.cost).nodes
        gradient = np.append(gradients[self.weights], gradients[self.bias])
        return float(values[self.cost]), gradient


def regression_cost(inputs: ArrayLike, targets: ArrayLike) -> RegressionCost:
    """Build the cost of a linear fit from its data.

    Args:
        inputs: Shape (samples, features).
        targets: Shape (samples,).

    Raises:
        ShapeError: The inputs are no matrix, or the numbers of rows differ.
    """
    rows, wanted = as_array(inputs), as_array(targets)
    if rows.ndim != 2 or wanted.shape != rows.shape[:1]:
        raise ShapeError(
            "regression_data",
            "A fit needs a matrix of inputs, one row a sample, and one target for each row.",
        )
    graph, x = add_node(Graph(), Node("constant", "X", rows))
    graph, weights = add_node(graph, Node("parameter", "W", as_array(np.zeros(rows.shape[1]))))
    graph, bias = add_node(graph, Node("parameter", "b", as_array(0.0)))
    graph, target = add_node(graph, Node("constant", "y", wanted))
    graph, product = _gate(graph, "matmul", x, weights)
    graph, prediction = _gate(graph, "add", product, bias)
    graph, cost = _gate(graph, "mean_squared_error", prediction, target)
    return RegressionCost(graph, weights, bias, cost, compile_plan(graph))


def _gate(graph: Graph, operation: str, *inputs: NodeId) -> tuple[Graph, NodeId]:
    graph, node = add_node(graph, Node(operation))
    for index, source in enumerate(inputs):
        graph = connect(graph, source, InputPort(node, index))
    return graph, node


def cost_formula(inputs: Sequence[float], targets: Sequence[float]) -> str:
    """Write the mean squared error of y = Wx + b out as a formula of W and b."""
    count = len(inputs)
    terms = [
        f"({_digits(x)}*W + b {'-' if y >= 0 else '+'} {_digits(abs(y))})**2/{count}"
        for x, y in zip(inputs, targets, strict=True)
    ]
    return " + ".join(terms)


def _digits(number: float) -> str:
    """Write a number in full, and a whole one without a point."""
    short = f"{number:g}"
    return short if float(short) == number else repr(float(number))


RECORDS = (
    Surface(
        name="fit",
        title="y = Wx + b",
        aliases=("regression",),
        formula=cost_formula((1, 2, 3), (2, 4, 6)),
        variables=("W", "b"),
        view=Box(-1.0, 4.0, -3.0, 3.0),
        start=Point(0.0, 0.0),
        minima=(Point(2.0, 0.0),),
        tuned=tune(
            sgd=0.01,
            momentum=0.005,
            nag=0.005,
            adagrad=0.5,
            adadelta=first_steps(1e-5),
            rmsprop=0.01,
            adam=0.1,
            nadam=0.1,
            adamw=0.1,
            lion=0.02,
        ),
        logarithmic=True,
        summary="The cost of fitting a line to (1, 2), (2, 4), (3, 6): a long tilted bowl.",
        note="W and b trade off against each other, so the last digits of both come slowly.",
    ),
)
# After the classical surfaces in every menu.
ORDER = 1
