"""A network's forward and backward pass over one flat parameter vector, for the training loop.

The arithmetic is that of the operations' records, walked in the order of the graph's plan. What
training does not ask for, the gradients of the samples and of the targets, is left out.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np

from engine.arrays import Array
from engine.autodiff.plan import Plan, compile_plan
from engine.graph.model import NodeId
from engine.training.mlp import Network

_Forward = tuple[Callable[..., Array], tuple[int, ...], int]
_Backward = tuple[int, tuple[int, ...], tuple[tuple[int, Callable[..., Array]], ...]]


class NetworkPasses:
    """Computes loss, prediction and gradient at any parameters, on any samples.

    It keeps the values of the last forward pass, which the backward pass needs; use one object
    in one place.
    """

    def __init__(self, network: Network) -> None:
        plan = compile_plan(network.graph)
        plan.check_target(network.loss)
        self._slots = {node: slot for slot, node in enumerate(plan.shapes)}
        self._values: list[Array] = [np.zeros(())] * len(self._slots)
        self._input, self._target = self._slots[network.input], self._slots[network.target]
        self._prediction, self._loss = self._slots[network.prediction], self._slots[network.loss]
        self._parameters = [
            (self._slots[node], where, shape)
            for node, where, shape in zip(
                network.parameter_nodes,
                network.parameter_slices,
                network.parameter_shapes,
                strict=True,
            )
        ]
        self._forward = self._forward_program(plan)
        self._backward = self._backward_program(plan, set(network.parameter_nodes))
        self._seed = np.ones(())

    def _forward_program(self, plan: Plan) -> list[_Forward]:
        return [
            (
                partial(item.operation.forward, **item.settings)
                if item.settings
                else item.operation.forward,
                tuple(self._slots[source] for source in item.inputs),
                self._slots[item.node],
            )
            for item in plan.instructions
        ]

    def _backward_program(self, plan: Plan, learning: set[NodeId]) -> list[_Backward]:
        """Keep, of each gate, the gradients that lead to a parameter."""
        program: list[_Backward] = []
        for item in plan.instructions:
            rules = tuple(
                (self._slots[source], partial(vjp, **item.settings) if item.settings else vjp)
                for source, vjp in zip(item.inputs, item.operation.vjps, strict=True)
                if source in learning
            )
            # Every gate of a network depends on some parameter.
            learning.add(item.node)
            inputs = tuple(self._slots[source] for source in item.inputs)
            program.append((self._slots[item.node], inputs, rules))
        program.reverse()
        return program

    def load(self, inputs: Array, targets: Array) -> None:
        """Look at other samples: inputs (n, layers[0]) and targets (n, layers[-1])."""
        self._values[self._input], self._values[self._target] = inputs, targets

    def forward(self, parameters: Array) -> float:
        """Compute the loss at a flat parameter vector, on the samples loaded."""
        values = self._values
        for slot, where, shape in self._parameters:
            values[slot] = parameters[where].reshape(shape)
        with np.errstate(all="ignore"):
            for function, inputs, output in self._forward:
                values[output] = function(*[values[slot] for slot in inputs])
        return float(values[self._loss])

    @property
    def prediction(self) -> Array:
        """The predictions of the last forward pass, shape (n, layers[-1])."""
        return self._values[self._prediction]

    def backward(self) -> Array:
        """Compute the loss's gradient at the last forward pass's parameters, as a flat vector."""
        values = self._values
        gradients: dict[int, Array] = {self._loss: self._seed}
        with np.errstate(all="ignore"):
            for node, inputs, rules in self._backward:
                upstream, output = gradients[node], values[node]
                arguments = [values[slot] for slot in inputs]
                for slot, vjp in rules:
                    gradient = vjp(upstream, output, *arguments)
                    known = gradients.get(slot)
                    gradients[slot] = gradient if known is None else known + gradient
        return np.concatenate([gradients[slot].ravel() for slot, _, _ in self._parameters])
