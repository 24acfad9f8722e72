"""The baselines of W1, W2, W4 and W6: what one writes in an evening, in plain numpy."""

from __future__ import annotations

from collections.abc import Callable, Mapping
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

    def predict(self, inputs: Array) -> Array:
        """Return the predictions for samples in rows."""
        signal = inputs
        for weight, bias in zip(self.weights[:-1], self.biases[:-1], strict=True):
            signal = np.tanh(signal @ weight + bias)
        return np.asarray(1.0 / (1.0 + np.exp(-(signal @ self.weights[-1] + self.biases[-1]))))

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


def adam_steps(
    network: NaiveNetwork, inputs: Array, targets: Array, batch_size: int, rate: float = 0.01
) -> Callable[[int], object]:
    """Return a function that trains with Adam on shuffled batches for as many steps as told."""
    draw = np.random.default_rng(0)
    first = [np.zeros_like(parameter) for parameter in network.parameters()]
    second = [np.zeros_like(parameter) for parameter in network.parameters()]
    taken = 0

    def train(count: int) -> None:
        nonlocal taken
        done = 0
        while done < count:
            order = draw.permutation(len(inputs))
            for begin in range(0, len(order), batch_size):
                rows = order[begin : begin + batch_size]
                _, gradients = network.gradients(inputs[rows], targets[rows])
                taken, done = taken + 1, done + 1
                for index, (parameter, gradient) in enumerate(
                    zip(network.parameters(), gradients, strict=True)
                ):
                    first[index] = 0.9 * first[index] + 0.1 * gradient
                    second[index] = 0.999 * second[index] + 0.001 * gradient**2
                    m = first[index] / (1 - 0.9**taken)
                    v = second[index] / (1 - 0.999**taken)
                    np.subtract(parameter, rate * m / (np.sqrt(v) + 1e-8), out=parameter)
                if done >= count:
                    break

    return train


class NaivePath:
    """One optimizer on one surface, a two-element array a step, as notebooks do it."""

    def __init__(
        self, name: str, settings: Mapping[str, float], gradient: Callable[[Array], Array]
    ) -> None:
        """Take the rule's name, its settings and the surface's gradient."""
        self._step: Callable[[Array, int], Array] = getattr(self, f"_{name}")
        self._settings = settings
        self._gradient = gradient
        self._a = np.zeros(2)
        self._b = np.zeros(2)

    def walk(self, start: Array, steps: int) -> Array:
        """Return the path, shape (steps + 1, 2)."""
        self._a, self._b = np.zeros(2), np.zeros(2)
        path = [np.array(start)]
        with np.errstate(all="ignore"):
            for number in range(1, steps + 1):
                path.append(self._step(path[-1], number))
        return np.array(path)

    @property
    def _rate(self) -> float:
        return self._settings["learning_rate"]

    def _sgd(self, point: Array, number: int) -> Array:
        return point - self._rate * self._gradient(point)

    def _momentum(self, point: Array, number: int) -> Array:
        self._a = self._settings["momentum"] * self._a - self._rate * self._gradient(point)
        return point + self._a

    def _nag(self, point: Array, number: int) -> Array:
        momentum = self._settings["momentum"]
        ahead = self._gradient(point + momentum * self._a)
        self._a = momentum * self._a - self._rate * ahead
        return point + self._a

    def _adagrad(self, point: Array, number: int) -> Array:
        gradient = self._gradient(point)
        self._a = self._a + gradient**2
        return point - self._rate * gradient / np.sqrt(self._a + self._settings["epsilon"])

    def _adadelta(self, point: Array, number: int) -> Array:
        gradient, epsilon = self._gradient(point), self._settings["epsilon"]
        decay = self._settings["decay"]
        self._a = decay * self._a + (1 - decay) * gradient**2
        step = -np.sqrt(self._b + epsilon) / np.sqrt(self._a + epsilon) * gradient
        self._b = decay * self._b + (1 - decay) * step**2
        return point + self._rate * step

    def _rmsprop(self, point: Array, number: int) -> Array:
        gradient, decay = self._gradient(point), self._settings["decay"]
        self._a = decay * self._a + (1 - decay) * gradient**2
        return point - self._rate * gradient / np.sqrt(self._a + self._settings["epsilon"])

    def _adam(self, point: Array, number: int) -> Array:
        gradient = self._gradient(point)
        beta_1, beta_2 = self._settings["beta1"], self._settings["beta2"]
        self._a = beta_1 * self._a + (1 - beta_1) * gradient
        self._b = beta_2 * self._b + (1 - beta_2) * gradient**2
        m, v = self._a / (1 - beta_1**number), self._b / (1 - beta_2**number)
        return point - self._rate * m / (np.sqrt(v) + self._settings["epsilon"])
