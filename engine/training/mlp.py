"""The multi-layer perceptron as a graph of operations, and its parameters as one flat vector."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from engine.arrays import Array, Shape, as_array
from engine.errors import OperationError
from engine.graph.builder import GraphBuilder
from engine.graph.model import Graph, NodeId
from engine.operations.catalog import OPERATIONS
from engine.operations.operation import Category, Operation
from engine.training.initializers.catalog import INITIALIZERS
from engine.training.layers import Layers, check_layers


@dataclass(frozen=True, slots=True)
class LayerNodes:
    """The nodes of one layer, h = f(x·W + b).

    Attributes:
        weights: The parameter W, shape (inputs, outputs).
        bias: The parameter b, shape (outputs,).
        total: The gate x·W + b.
        output: The activation gate f.
    """

    weights: NodeId
    bias: NodeId
    total: NodeId
    output: NodeId


@dataclass(frozen=True, slots=True)
class LayerParameters:
    """One layer's weights, shape (inputs, outputs), and biases, shape (outputs,)."""

    weights: Array
    bias: Array


@dataclass(frozen=True, eq=False)
class Network:
    """A network: its graph, and which of the graph's nodes mean what.

    Samples are rows, so a layer is x·W + b with b added to every row.

    Attributes:
        graph: The graph, from the inputs to the loss.
        layers: Units in each layer, the inputs first.
        activation: Operation of the hidden layers.
        output: Operation of the last layer.
        loss_name: Operation that compares prediction and target.
        input: The input node, whose value has shape (samples, layers[0]).
        target: The node of the targets, of the prediction's shape.
        layer_nodes: The nodes of each layer after the inputs.
        prediction: The gate that gives the prediction.
        loss: The gate that gives the loss.
    """

    graph: Graph
    layers: Layers
    activation: str
    output: str
    loss_name: str
    input: NodeId
    target: NodeId
    layer_nodes: tuple[LayerNodes, ...]
    prediction: NodeId
    loss: NodeId

    @property
    def parameter_nodes(self) -> tuple[NodeId, ...]:
        """The parameters in the order of the flat vector: W₁, b₁, W₂, b₂ and so on."""
        return tuple(node for item in self.layer_nodes for node in (item.weights, item.bias))

    @property
    def parameter_shapes(self) -> tuple[Shape, ...]:
        """The shape of each parameter, in the same order."""
        return tuple(
            shape
            for inputs, outputs in pairwise(self.layers)
            for shape in ((inputs, outputs), (outputs,))
        )

    @property
    def parameter_slices(self) -> tuple[slice, ...]:
        """Where each parameter lies in the flat vector, in the same order."""
        ends = np.cumsum([0, *(int(np.prod(shape)) for shape in self.parameter_shapes)])
        return tuple(slice(int(start), int(end)) for start, end in pairwise(ends))

    @property
    def start(self) -> Array:
        """The initial parameters as one flat vector."""
        values = (self.graph.nodes[node].value for node in self.parameter_nodes)
        return as_array(np.concatenate([np.ravel(value) for value in values if value is not None]))

    def unflatten(self, parameters: Array) -> tuple[LayerParameters, ...]:
        """Return each layer's weights and biases as views of a flat vector."""
        parts = [
            parameters[where].reshape(shape)
            for where, shape in zip(self.parameter_slices, self.parameter_shapes, strict=True)
        ]
        return tuple(
            LayerParameters(weights, bias)
            for weights, bias in zip(parts[::2], parts[1::2], strict=True)
        )

    def with_parameters(self, parameters: Array) -> Graph:
        """Return the graph with these parameters in place of the initial ones."""
        nodes = dict(self.graph.nodes)
        shapes = zip(
            self.parameter_nodes, self.parameter_slices, self.parameter_shapes, strict=True
        )
        for node, where, shape in shapes:
            value = as_array(parameters[where].reshape(shape))
            nodes[node] = replace(nodes[node], value=value)
        return replace(self.graph, nodes=nodes)

    def with_samples(self, parameters: Array, inputs: Array, targets: Array) -> Graph:
        """Return the graph with these parameters, looking at these samples."""
        graph = self.with_parameters(parameters)
        nodes = dict(graph.nodes)
        nodes[self.input] = replace(nodes[self.input], value=as_array(inputs))
        nodes[self.target] = replace(nodes[self.target], value=as_array(targets))
        return replace(graph, nodes=nodes)


def build_mlp(
    layers: Sequence[int] = (2, 4, 1),
    *,
    inputs: Array,
    targets: Array,
    activation: str = "tanh",
    output: str = "sigmoid",
    loss: str = "binary_cross_entropy",
    initializer: str = "xavier",
    seed: int = 0,
) -> Network:
    """Build a multi-layer perceptron as a graph of matrix products, sums, activations and a loss.

    Args:
        layers: Units in each layer, the inputs first.
        inputs: Samples in rows, shape (n, layers[0]).
        targets: Their targets, shape (n, layers[-1]).
        activation: Operation of the hidden layers.
        output: Operation of the last layer.
        loss: Operation that compares prediction and target.
        initializer: Rule that draws the weights; biases start at 0.
        seed: Seed of the draw: the same one gives the same weights.

    Raises:
        SettingError: The layer sizes make no network.
        OperationError: An operation or the initializer is unknown, or cannot stand there.
    """
    check_layers(layers)
    rule, rng = INITIALIZERS.require(initializer), np.random.default_rng(seed)
    hidden, last = require_activation(activation), require_activation(output)
    comparison = require_loss(loss)
    builder = GraphBuilder()
    start = signal = builder.source("input", inputs, "X")
    nodes = []
    for number, (wide, narrow) in enumerate(pairwise(layers), start=1):
        is_last = number == len(layers) - 1
        weights = builder.source("parameter", rule.draw(rng, wide, narrow), f"W{number}")
        bias = builder.source("parameter", np.zeros(narrow), f"b{number}")
        product = builder.gate("matmul", signal, weights)
        total = builder.gate("add", product, bias, name=f"z{number}")
        chosen, name = (last, "p") if is_last else (hidden, f"h{number}")
        signal = builder.gate(chosen.name, total, name=name)
        nodes.append(LayerNodes(weights, bias, total, signal))
    target = builder.source("input", targets, "t")
    result = builder.gate(comparison.name, signal, target, name="L")
    return Network(
        graph=builder.build(target=result),
        layers=tuple(layers),
        activation=hidden.name,
        output=last.name,
        loss_name=comparison.name,
        input=start,
        target=target,
        layer_nodes=tuple(nodes),
        prediction=signal,
        loss=result,
    )


def require_activation(name: str) -> Operation:
    """Return an elementwise operation of one input, which a layer can end with.

    Raises:
        OperationError: It is unknown, or takes another number of inputs.
    """
    record = OPERATIONS.require(name)
    if record.arity != 1 or record.derivatives is None:
        raise OperationError(
            "not_an_activation",
            f"{record.title} cannot follow a layer: choose an activation, such as tanh or ReLU.",
            title=record.title,
        )
    return record


def require_loss(name: str) -> Operation:
    """Return an operation that compares a prediction with a target.

    Raises:
        OperationError: It is unknown, or no loss.
    """
    record = OPERATIONS.require(name)
    if record.category is not Category.LOSSES:
        raise OperationError(
            "not_a_loss",
            f"{record.title} is no loss: choose mean squared error or binary cross-entropy.",
            title=record.title,
        )
    return record
