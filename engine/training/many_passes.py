"""The passes of many networks at once: the same layers, and the networks in the last axis.

With the networks last every array is long and contiguous, so that a call of NumPy computes one
weight of all of them. All arrays are made once; every step writes into them. ``einsum`` adds up
products without storing them, in half the time of a product and a sum.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from engine.arrays import Array
from engine.operations.catalog import OPERATIONS
from engine.settings import complete
from engine.training.in_place import OUTPUT_SUFFICES, Activate, Slope, in_place_functions
from engine.training.losses import LOSS_USES
from engine.training.mlp import Network


@dataclass(frozen=True, slots=True, eq=False)
class _Layer:
    """One layer's arrays, samples first and networks last, and its functions.

    Attributes:
        where: Its weights and biases in the flat parameters.
        total: x·W + b, shape (samples, outputs, networks).
        output: The activation of it; the same array where the slope does not need the total.
        upstream: The gradient of the output, and then of the total.
        scratch: Of the output's shape.
        flat_total: The total with each sample in a row.
        flat_upstream: The upstream with each sample in a row.
    """

    where: slice
    activate: Activate
    slope: Slope
    total: Array
    output: Array
    upstream: Array
    scratch: Array
    flat_total: Array
    flat_upstream: Array


class _Views(NamedTuple):
    """One layer's part of flat vectors in columns.

    Attributes:
        weights: Shape (inputs, outputs, networks).
        bias: Shape (outputs, networks).
        whole: Both, each network's outputs in a row, shape (inputs + 1, outputs · networks).
    """

    weights: Array
    bias: Array
    whole: Array


class ManyPasses:
    """Computes predictions, losses and gradients of many networks of one kind.

    It keeps the arrays of the last forward pass, which the backward pass needs; use one object
    in one place. Numbers that leave the range warn: the caller knows for how many steps to
    silence that with ``np.errstate``, which costs as much as a small product.
    """

    def __init__(self, network: Network, nets: int) -> None:
        """Prepare for so many networks; ``load`` must follow."""
        self._network = network
        self._nets = nets
        self._use = LOSS_USES[network.loss_name]
        self._loss_settings = complete(OPERATIONS[network.loss_name].settings, {})
        self._names = (*network.activations, network.output)
        self._gradient = np.zeros((len(network.start), nets))
        self._layers: list[_Layer] = []
        self._samples = 0
        self._inputs: Array = np.zeros((0, 0))
        self._shared: Array | None = None
        self._targets: Array = np.zeros((0, 0, 1))
        self._masks: Sequence[Array] = ()
        self._parameters: Array = self._gradient
        self._weights: list[_Views] = []
        self._found: list[_Views] = []
        self._error: Array = np.zeros((0, 0, 0))

    def load(self, inputs: Array, targets: Array, masks: Sequence[Array] = ()) -> None:
        """Look at other samples.

        Args:
            inputs: Shape (n, features) for all networks, or (n, features, networks).
            targets: Shape (n, outputs), or (n, outputs, networks).
            masks: With dropout, what each hidden layer's outputs are multiplied by, shape
                (n, units, networks).
        """
        if len(inputs) != self._samples:
            self._samples = len(inputs)
            self._allocate()
        self._inputs = inputs
        # The bias as one more input, which is always 1, comes out of the same product.
        self._shared = np.column_stack([inputs, np.ones(len(inputs))]) if inputs.ndim == 2 else None
        self._targets = targets[:, :, None] if targets.ndim == 2 else targets
        self._masks = masks

    def _allocate(self) -> None:
        starts = [where.start for where in self._network.parameter_slices[::2]]
        ends = [*starts[1:], len(self._network.start)]
        self._layers = [
            self._make_layer(name, slice(start, end), units)
            for name, start, end, units in zip(
                self._names, starts, ends, self._network.layers[1:], strict=True
            )
        ]
        self._error = np.zeros_like(self._layers[-1].output)
        self._found = self._views(self._gradient)
        self._weights = self._views(self._parameters)

    def _make_layer(self, name: str, where: slice, units: int) -> _Layer:
        def room() -> Array:
            return np.zeros((self._samples, units, self._nets))

        activate, slope = in_place_functions(name)
        total, upstream = room(), room()
        # Where the slope needs the output alone, the output may take the total's place.
        is_asked = self._use.takes_scores and where.stop == len(self._gradient)
        output = total if name in OUTPUT_SUFFICES and not is_asked else room()
        flat = (part.reshape(self._samples, -1) for part in (total, upstream))
        return _Layer(where, activate, slope, total, output, upstream, room(), *flat)

    def forward(self, parameters: Array) -> Array:
        """Compute every network's predictions.

        Args:
            parameters: Flat vectors in columns, shape (parameters, networks).

        Returns:
            Shape (n, outputs, networks); the next pass overwrites it.
        """
        if parameters is not self._parameters:
            self._parameters, self._weights = parameters, self._views(parameters)
        signal, masked = self._inputs, len(self._masks)
        for number, layer in enumerate(self._layers):
            weights, bias, whole = self._weights[number]
            if number == 0 and self._shared is not None:
                np.dot(self._shared, whole, out=layer.flat_total)
            else:
                np.einsum("sin,ijn->sjn", signal, weights, out=layer.total)
                np.add(layer.total, bias, out=layer.total)
            layer.activate(layer.total, layer.output)
            signal = layer.output
            if number < masked:
                # The slope needs the output as it was, so the product goes elsewhere.
                signal = np.multiply(signal, self._masks[number], out=layer.scratch)
        np.subtract(signal, self._targets, out=self._error)
        return signal

    def _views(self, parameters: Array) -> list[_Views]:
        found = []
        for layer, (wide, narrow) in zip(self._layers, pairwise(self._network.layers), strict=True):
            part = parameters[layer.where].reshape(wide + 1, narrow, self._nets)
            found.append(_Views(part[:-1], part[-1], part.reshape(wide + 1, -1)))
        return found

    def worst_errors(self) -> Array:
        """Return each network's largest distance of a prediction from its target."""
        distances = np.abs(self._error, out=self._layers[-1].scratch)
        worst: Array = np.maximum.reduce(distances.reshape(-1, self._nets), axis=0)
        return worst

    def losses(self) -> Array:
        """Return what each network minimizes at the last forward pass, shape (networks,)."""
        name = self._network.loss_name
        if name == "mean_squared_error":
            squares: Array = np.mean(np.square(self._error), axis=(0, 1))
            return squares + self._penalty()
        compare = OPERATIONS[name].forward
        found = [float(compare(p, t, **self._loss_settings)) for p, t in self._pairs()]
        return np.array(found) + self._penalty()

    def backward(self, seed: float = 1.0) -> Array:
        """Return every network's gradient of what it minimizes, times a seed.

        Returns:
            Shape (parameters, networks); the next pass overwrites it.
        """
        self._seed(seed)
        for number in range(len(self._layers) - 1, -1, -1):
            layer, found = self._layers[number], self._found[number]
            if number == 0 and self._shared is not None:
                np.dot(self._shared.T, layer.flat_upstream, out=found.whole)
            else:
                self._pull_back(number, layer, found)
        self._add_penalty(seed)
        return self._gradient

    def _pull_back(self, number: int, layer: _Layer, found: _Views) -> None:
        """Find one layer's gradient and hand the rest to the layer before it."""
        np.add.reduce(layer.upstream, axis=0, out=found.bias)
        if number == 0:
            np.einsum("sin,sjn->ijn", self._inputs, layer.upstream, out=found.weights)
            return
        before, mask = self._layers[number - 1], self._masks[number - 1] if self._masks else None
        signal = before.output
        if mask is not None:
            signal = np.multiply(signal, mask, out=before.scratch)
        np.einsum("sin,sjn->ijn", signal, layer.upstream, out=found.weights)
        weights = self._weights[number].weights
        np.einsum("sjn,ijn->sin", layer.upstream, weights, out=before.upstream)
        if mask is not None:
            np.multiply(before.upstream, mask, out=before.upstream)
        before.slope(before.upstream, before.output, before.total, before.scratch)

    def _seed(self, seed: float) -> None:
        """Put the gradient of the loss with respect to the last layer's totals into place."""
        last, network = self._layers[-1], self._network
        count = self._error[..., 0].size
        if (network.loss_name, network.output) == ("binary_cross_entropy", "sigmoid"):
            # (p − t)/(p(1 − p)) times the sigmoid's slope p(1 − p).
            np.multiply(self._error, seed / count, out=last.upstream)
            return
        if network.loss_name == "mean_squared_error":
            np.multiply(self._error, 2.0 * seed / count, out=last.upstream)
        else:
            pull_back = OPERATIONS[network.loss_name].vjps[0]
            upstream = np.array(seed)
            for place, (p, t) in enumerate(self._pairs()):
                last.upstream[..., place] = pull_back(
                    upstream, upstream, p, t, **self._loss_settings
                )
            if self._use.takes_scores:
                return
        last.slope(last.upstream, last.output, last.total, last.scratch)

    def _pairs(self) -> list[tuple[Array, Array]]:
        """Return for each network what its loss compares."""
        last = self._layers[-1]
        given = last.total if self._use.takes_scores else last.output
        targets = 2.0 * self._targets - 1.0 if self._use.signs else self._targets
        targets = np.broadcast_to(targets, given.shape)
        return [(given[..., place], targets[..., place]) for place in range(self._nets)]

    def _penalty(self) -> Array | float:
        network, total = self._network, 0.0
        for where in network.parameter_slices[::2]:
            weights = self._parameters[where]
            if network.l1:
                total = total + network.l1 * np.abs(weights).sum(axis=0)
            if network.l2:
                total = total + network.l2 * np.square(weights).sum(axis=0)
        return total

    def _add_penalty(self, seed: float) -> None:
        network = self._network
        if not (network.l1 or network.l2):
            return
        for where in network.parameter_slices[::2]:
            weights = self._parameters[where]
            slope = network.l1 * np.sign(weights) + 2.0 * network.l2 * weights
            self._gradient[where] += seed * slope
