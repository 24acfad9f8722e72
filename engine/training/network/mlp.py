"""The multi-layer perceptron as a graph of operations, and its parameters as one flat vector."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from engine.arrays import Array, Shape, as_array
from engine.graph.builder import GraphBuilder
from engine.graph.model import Graph, NodeId
from engine.training.initializers.catalog import INITIALIZERS
from engine.training.network.activations import (
    hidden_activations,
    require_activation,
    require_output,
)
from engine.training.network.layers import Layers, check_layers
from engine.training.network.losses import require_loss, use_of


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
        activation: Operation of the first hidden layer; all have it unless they were told apart.
        activations: Operation of each hidden layer.
        output: Operation of the last layer.
        loss_name: Operation that compares prediction and target.
        l1: Weight λ of Σ|w| in the loss; biases never count.
        l2: Weight λ of Σw² in the loss.
        input: The input node, whose value has shape (samples, layers[0]).
        target: The node of the targets, of the prediction's shape.
        layer_nodes: The nodes of each layer after the inputs.
        masks: With dropout, for each hidden layer the node of the mask that its outputs are
            multiplied by, of shape (samples, units); all 1 except while training.
        prediction: The gate that gives the prediction.
        data_loss: The gate that compares prediction and target.
        loss: The gate that gives what is minimized: the data's loss, and the penalties if any.
    """

    graph: Graph
    layers: Layers
    activation: str
    activations: tuple[str, ...]
    output: str
    loss_name: str
    l1: float
    l2: float
    input: NodeId
    target: NodeId
    layer_nodes: tuple[LayerNodes, ...]
    masks: tuple[NodeId, ...]
    prediction: NodeId
    data_loss: NodeId
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
        # Without dropout there are no masks.
        for node, units in zip(self.masks, self.layers[1:-1], strict=False):
            nodes[node] = replace(nodes[node], value=as_array(np.ones((len(inputs), units))))
        return replace(graph, nodes=nodes)


def build_mlp(
    layers: Sequence[int] = (2, 4, 1),
    *,
    inputs: Array,
    targets: Array,
    activation: str = "tanh",
    activations: Sequence[str] = (),
    output: str = "sigmoid",
    loss: str = "binary_cross_entropy",
    initializer: str = "xavier",
    seed: int = 0,
    l1: float = 0.0,
    l2: float = 0.0,
    dropout: bool = False,
) -> Network:
    """Build a multi-layer perceptron as a graph of matrix products, sums, activations and a loss.

    Args:
        layers: Units in each layer, the inputs first.
        inputs: Samples in rows, shape (n, layers[0]).
        targets: Their targets, shape (n, layers[-1]).
        activation: Operation of the hidden layers.
        activations: Operation of each hidden layer, instead of the same for all.
        output: Operation of the last layer.
        loss: Operation that compares prediction and target.
        initializer: Rule that draws the weights and says where biases start.
        seed: Seed of the draw: the same one gives the same weights.
        l1: Weight λ of Σ|w| over all weights, added to the loss.
        l2: Weight λ of Σw² over all weights, added to the loss.
        dropout: Whether the hidden outputs are multiplied by masks.

    Raises:
        SettingError: The layer sizes make no network, or the activations are not one a layer.
        OperationError: An operation or the initializer is unknown, or cannot stand there.
    """
    check_layers(layers)
    names = hidden_activations(layers, activation, activations)
    functions = [*(require_activation(name) for name in names), require_output(output)]
    comparison = require_loss(loss)
    drawn = draw_layers(layers, initializer, seed)
    builder = GraphBuilder()
    start = signal = builder.source("input", inputs, "X")
    nodes, masks = [], []
    for number, layer in enumerate(drawn, start=1):
        is_last = number == len(drawn)
        weights = builder.source("parameter", layer.weights, f"W{number}")
        bias = builder.source("parameter", layer.bias, f"b{number}")
        product = builder.gate("matmul", signal, weights)
        total = builder.gate("add", product, bias, name=f"z{number}")
        name = "p" if is_last else f"h{number}"
        signal = builder.gate(functions[number - 1].name, total, name=name)
        nodes.append(LayerNodes(weights, bias, total, signal))
        if dropout and not is_last:
            mask = np.ones((len(inputs), layers[number]))
            masks.append(builder.source("input", mask, f"m{number}"))
            signal = builder.gate("multiply", signal, masks[-1], name=f"d{number}")
    target = builder.source("input", targets, "t")
    is_plain = l1 == 0 and l2 == 0
    data_loss = _compare(
        builder, comparison.name, nodes[-1], signal, target, "L" if is_plain else "E"
    )
    result = _penalized(builder, data_loss, [item.weights for item in nodes], l1, l2)
    return Network(
        graph=builder.build(target=result),
        layers=tuple(layers),
        activation=functions[0].name if names else require_activation(activation).name,
        activations=tuple(record.name for record in functions[:-1]),
        output=functions[-1].name,
        loss_name=comparison.name,
        l1=l1,
        l2=l2,
        input=start,
        target=target,
        layer_nodes=tuple(nodes),
        masks=tuple(masks),
        prediction=signal,
        data_loss=data_loss,
        loss=result,
    )


def draw_layers(layers: Sequence[int], initializer: str, seed: int) -> tuple[LayerParameters, ...]:
    """Draw the weights of each layer in turn, with the biases that belong to the rule.

    Raises:
        OperationError: The initializer is unknown.
    """
    rule, rng = INITIALIZERS.require(initializer), np.random.default_rng(seed)
    return tuple(
        LayerParameters(rule.draw(rng, wide, narrow), np.full(narrow, rule.bias))
        for wide, narrow in pairwise(layers)
    )


def _penalized(
    builder: GraphBuilder, loss: NodeId, weights: Sequence[NodeId], l1: float, l2: float
) -> NodeId:
    """Add λ·Σ|w| and λ·Σw² of all weights to a loss, as gates."""
    for name, strength in (("l1_penalty", l1), ("l2_penalty", l2)):
        if strength:
            for node in weights:
                loss = builder.gate("add", loss, builder.gate(name, node, strength=strength))
    return loss


def _compare(
    builder: GraphBuilder,
    loss: str,
    layer: LayerNodes,
    prediction: NodeId,
    target: NodeId,
    name: str,
) -> NodeId:
    """Put a loss behind the last layer's outputs or totals, whichever it takes."""
    end = layer.total if use_of(loss).takes_scores else prediction
    return add_comparison(builder, loss, end, target, name)


def add_comparison(
    builder: GraphBuilder, loss: str, prediction: NodeId, target: NodeId, name: str
) -> NodeId:
    """Put a loss behind what it takes, with the targets as it wants them."""
    if use_of(loss).signs:
        double = builder.gate("multiply", builder.source("constant", 2.0, "two"), target)
        target = builder.gate("subtract", double, builder.source("constant", 1.0, "one"))
    return builder.gate(loss, prediction, target, name=name)
