"""A network written out number by number: every weight a node, every neuron a gate to look into."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from engine.arrays import Array
from engine.errors import GraphError
from engine.graph.builder import GraphBuilder
from engine.graph.groups import group_nodes
from engine.graph.model import Graph, NodeId
from engine.operations.catalog import OPERATIONS
from engine.training.datasets.dataset import Scale
from engine.training.network.layer_graph import group_penalties
from engine.training.network.layers import Layers, format_layers
from engine.training.network.losses import use_of
from engine.training.network.mlp import Network, add_comparison
from engine.training.network.units_graph import Column, in_own_units, with_restored

# A graph of more weights can hardly be read, and takes long to arrange.
MOST_WEIGHTS = 120


@dataclass(frozen=True, eq=False)
class NeuronGraph:
    """A network as a graph of numbers.

    With several samples each input, and so each gate up to the loss, holds a vector with an
    element for each of them.

    Attributes:
        graph: The graph; its neurons are folded groups.
        parameters: The node of each parameter, in the order of the flat vector.
        loss: The gate that gives what is minimized.
    """

    graph: Graph
    parameters: tuple[NodeId, ...]
    loss: NodeId


def can_write_neurons(layers: Layers) -> bool:
    """Return whether a network is small enough for ``neuron_graph``."""
    return _count(layers) <= MOST_WEIGHTS


def unit_names(layers: Layers, layer: int) -> list[str]:
    """Return what the units of a layer are called: x1, h1, p; h21 is the second layer's first."""
    last = len(layers) - 1
    numbers = [str(index + 1) for index in range(layers[layer])]
    if layer == last:
        return ["p"] if len(numbers) == 1 else [f"p{number}" for number in numbers]
    if layer == 0:
        return [f"x{number}" for number in numbers]
    # Two hidden layers of ten units or more have two h111 without the sign between.
    between = "_" if max(layers) > 9 else ""
    prefix = "" if last == 2 else f"{layer}{between}"
    return [f"h{prefix}{number}" for number in numbers]


def parameter_names(layers: Layers) -> list[str]:
    """Return what the parameters are called, in the order of the flat vector: w_x1h1, b_h1."""
    names = []
    for layer in range(1, len(layers)):
        before, here = unit_names(layers, layer - 1), unit_names(layers, layer)
        names += [f"w_{source}{target}" for source in before for target in here]
        names += [f"b_{target}" for target in here]
    return names


def neuron_graph(
    network: Network,
    parameters: Array,
    inputs: Array,
    targets: Array,
    scales: Sequence[Scale] = (),
    target_scales: Sequence[Scale] = (),
) -> NeuronGraph:
    """Write a network out number by number.

    Each neuron adds its products in the order of its inputs, then its bias. That is the network's
    own arithmetic, but a library of matrix products adds in another order and rounds once where
    two numbers are multiplied and added: the last digit may differ.

    Args:
        network: The network.
        parameters: Its flat parameter vector.
        inputs: Samples in rows, shape (n, layers[0]), in their own units.
        targets: Their targets, shape (n, layers[-1]), in their own units.
        scales: What each input is standardized by, which the graph then does itself; none leaves
            them as they are.
        target_scales: What each target is standardized by.

    Raises:
        GraphError: The network is too large to be read that way.
    """
    if not can_write_neurons(network.layers):
        text = format_layers(network.layers)
        raise GraphError(
            "too_many_weights",
            f"The network {text} has {_count(network.layers)} weights: a graph shows at most "
            f"{MOST_WEIGHTS} one by one. Open it by layers.",
            text=text,
            count=_count(network.layers),
            most=MOST_WEIGHTS,
        )
    return _Writer(network, parameters).write(inputs, targets, scales, target_scales)


def _count(layers: Layers) -> int:
    return sum((before + 1) * after for before, after in pairwise(layers))


class _Writer:
    """Writes one network."""

    def __init__(self, network: Network, parameters: Array) -> None:
        self._network = network
        self._values = network.unflatten(parameters)
        self._builder = GraphBuilder()
        self._groups: list[tuple[str, set[NodeId]]] = []
        self._parameters: list[NodeId] = []
        self._weights: list[NodeId] = []
        self._names = parameter_names(network.layers)

    def write(
        self,
        inputs: Array,
        targets: Array,
        scales: Sequence[Scale],
        target_scales: Sequence[Scale],
    ) -> NeuronGraph:
        """Write the network looking at some samples."""
        network, builder = self._network, self._builder
        signals = [
            builder.source("input", _column(inputs, index), name)
            for index, name in enumerate(unit_names(network.layers, 0))
        ]
        columns = [
            Column(node, _column(inputs, place), (scale,))
            for place, (node, scale) in enumerate(zip(signals, scales, strict=False))
        ]
        for layer, function in enumerate(network.activations, start=1):
            totals = self._totals(layer, signals)
            signals = self._activated(layer, function, totals)
        prediction = self._last(signals)
        data_loss = self._compare(prediction, targets)
        loss = self._penalized(data_loss)
        graph = builder.build(target=loss)
        for name, members in self._groups:
            graph, _ = group_nodes(graph, members, name)
        graph = group_penalties(graph, data_loss, loss)
        if target_scales:
            columns.append(Column(self._target, self._targets_of(targets), target_scales))
            graph = with_restored(graph, [prediction], [target_scales])
        graph = in_own_units(graph, columns)
        return NeuronGraph(graph, tuple(self._parameters), loss)

    def _totals(self, layer: int, signals: Sequence[NodeId]) -> list[_Total]:
        """Write a layer's weighted sums."""
        builder, values = self._builder, self._values[layer - 1]
        shape = values.weights.shape
        numbers = [*values.weights.ravel(), *values.bias]
        made = [builder.source("parameter", number, self._names.pop(0)) for number in numbers]
        flat, biases = made[: values.weights.size], made[values.weights.size :]
        weights = [flat[row * shape[1] : (row + 1) * shape[1]] for row in range(shape[0])]
        self._weights += flat
        self._parameters += made
        return [
            self._total(signals, [row[column] for row in weights], bias)
            for column, bias in enumerate(biases)
        ]

    def _total(self, signals: Sequence[NodeId], weights: Sequence[NodeId], bias: NodeId) -> _Total:
        builder = self._builder
        products = [
            builder.gate("multiply", signal, weight)
            for signal, weight in zip(signals, weights, strict=True)
        ]
        sums = list(accumulate([*products, bias], lambda a, b: builder.gate("add", a, b)))[1:]
        return _Total(sums[-1], {*products, *sums})

    def _activated(self, layer: int, function: str, totals: Sequence[_Total]) -> list[NodeId]:
        """Write the activation behind each sum, and make a gate of both."""
        outputs = []
        names = unit_names(self._network.layers, layer)
        for total, name in zip(totals, names, strict=True):
            output = self._builder.gate(function, total.node, name=name)
            self._groups.append((name, total.members | {output}))
            outputs.append(output)
        return outputs

    def _last(self, signals: Sequence[NodeId]) -> NodeId:
        """Write the last layer; return what the loss compares."""
        network = self._network
        layer, function = len(network.layers) - 1, network.output
        totals = self._totals(layer, signals)
        takes_scores = use_of(network.loss_name).takes_scores
        if not takes_scores and not OPERATIONS[function].is_distribution:
            return self._joined(self._activated(layer, function, totals))
        for total, name in zip(totals, unit_names(network.layers, layer), strict=True):
            self._groups.append((f"z_{name}", total.members))
        scores = self._joined([total.node for total in totals])
        # A loss that takes the totals leaves the prediction beside the way.
        prediction = self._builder.gate(function, scores, name="p")
        return scores if takes_scores else prediction

    def _joined(self, columns: Sequence[NodeId]) -> NodeId:
        """Put several outputs side by side, a row for each sample."""
        if len(columns) == 1:
            return columns[0]
        builder = self._builder
        upright = [builder.gate("reshape", node, rows=-1.0, columns=1.0) for node in columns]
        joined = accumulate(upright, lambda a, b: builder.gate("concatenate", a, b, axis=1.0))
        return list(joined)[-1]

    def _compare(self, prediction: NodeId, targets: Array) -> NodeId:
        network, builder = self._network, self._builder
        self._target = target = builder.source("input", self._targets_of(targets), "t")
        name = "L" if network.l1 == network.l2 == 0 else "E"
        return add_comparison(builder, network.loss_name, prediction, target, name)

    def _targets_of(self, targets: Array) -> Array:
        return _column(targets, 0) if self._network.layers[-1] == 1 else targets

    def _penalized(self, loss: NodeId) -> NodeId:
        network, builder = self._network, self._builder
        for name, strength in (("l1_penalty", network.l1), ("l2_penalty", network.l2)):
            for weight in self._weights if strength else ():
                loss = builder.gate("add", loss, builder.gate(name, weight, strength=strength))
        return loss


@dataclass(frozen=True, slots=True)
class _Total:
    """A weighted sum: its last gate, and all its gates."""

    node: NodeId
    members: set[NodeId]


def _column(samples: Array, index: int) -> Array:
    """Return one column: a number for a single sample, else a vector."""
    column = samples[:, index]
    return column[0] if len(column) == 1 else column
