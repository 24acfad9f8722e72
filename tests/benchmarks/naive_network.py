"""The baseline of W1 and W2: a network as one writes it in an evening, in plain numpy."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import numpy as np

from engine.arrays import Array

XOR_INPUTS = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
XOR_TARGETS = np.array([[0.0], [1.0], [1.0], [0.0]])


class NaiveNetwork:
    """Fully connected tanh layers and a sigmoid output under binary cross-entropy."""

    def __init__(self, sizes: tuple[int, ...], seed: int = 0) -> None:
        """Draw Xavier weights and zero biases."""
        draw = np.random.default_rng(seed)
        self.weights = [
            draw.normal(0.0, np.sqrt(2.0 / (n + m)), (n, m)) for n, m in pairwise(sizes)
        ]
        self.biases = [np.zeros(m) for m in sizes[1:]]

    def gradients(self, inputs: Array, targets: Array) -> tuple[float, list[Array]]:
        """Return the loss and its gradients, weights first."""
        outputs = [inputs]
        for weight, bias in zip(self.weights[:-1], self.biases[:-1], strict=True):
            outputs.append(np.tanh(outputs[-1] @ weight + bias))
        p = 1.0 / (1.0 + np.exp(-(outputs[-1] @ self.weights[-1] + self.biases[-1])))
        loss = float(-np.mean(targets * np.log(p) + (1.0 - targets) * np.log(1.0 - p)))
        error = (p - targets) / len(inputs)
        by_weight: list[Array] = []
        by_bias: list[Array] = []
        for index in range(len(self.weights) - 1, -1, -1):
            by_weight.insert(0, outputs[index].T @ error)
            by_bias.insert(0, error.sum(axis=0))
            if index:
                error = (error @ self.weights[index].T) * (1.0 - outputs[index] ** 2)
        return loss, by_weight + by_bias

    def parameters(self) -> list[Array]:
        """Return all parameters, weights first."""
        return self.weights + self.biases


def sgd_steps(network: NaiveNetwork, rate: float) -> Callable[[int], object]:
    """Return a function that trains on the XOR corners for as many steps as it is told."""

    def train(count: int) -> None:
        for _ in range(count):
            _, gradients = network.gradients(XOR_INPUTS, XOR_TARGETS)
            for parameter, gradient in zip(network.parameters(), gradients, strict=True):
                np.subtract(parameter, rate * gradient, out=parameter)

    return train
