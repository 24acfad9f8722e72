"""A stack of layers, with nothing curved between them or with tanh: what it can draw."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array
from engine.training.analysis.decision_boundary import Map, pixel_centres, probability_map
from engine.training.analysis.linear_collapse import collapse_linear
from engine.training.datasets.dataset import Dataset
from engine.training.network.mlp import LayerParameters
from engine.training.network.predicted_class import TIE
from engine.training.run.loop import train
from engine.training.run.run import TrainingRun

MOST_LAYERS, MOST_WIDTH, MOST_SEED = 6, 4, 9999
PIXELS = 80
_STEPS = 400
_RATE = 0.5
LINEAR, CURVED = "identity", "tanh"


@dataclass(frozen=True)
class LinearSetup:
    """The stack.

    Attributes:
        layers: How many layers, the last one with one unit.
        width: Units of the others.
        seed: Seed of the weights.
        is_trained: Whether it was trained on XOR first, or is fresh.
    """

    layers: int = 3
    width: int = 2
    seed: int = 0
    is_trained: bool = False

    def run(self, activation: str) -> TrainingRun:
        """The training of this stack, with an activation between the layers."""
        return TrainingRun(
            data="xor",
            layers=(2, *([self.width] * (self.layers - 1)), 1),
            activation=activation,
            seed=self.seed,
            optimizer_settings={"learning_rate": _RATE},
        )


@dataclass(frozen=True, eq=False)
class StackPicture:
    """One stack over the plane.

    Attributes:
        weights: The weights and biases of each layer.
        answers: Its predictions over the plane, row 0 at the bottom.
        right: How many of the samples it puts on their side.
    """

    weights: tuple[LayerParameters, ...]
    answers: Map
    right: int


@dataclass(frozen=True, eq=False)
class LinearResult:
    """Both stacks, and the one layer that the linear one is.

    Attributes:
        setup: What it belongs to.
        linear: The stack without anything between its layers.
        curved: The stack of the same first weights with tanh between them.
        product: The one layer with the same totals as the linear stack.
        places: Where the pictures' pixels are, x₁ and x₂.
        inputs: The samples, shape (4, 2).
        classes: Which of them are to be 1.
        difference: The largest difference between the totals of the stack and of the one layer.
    """

    setup: LinearSetup
    linear: StackPicture
    curved: StackPicture
    product: LayerParameters
    places: tuple[Array, Array]
    inputs: Array
    classes: NDArray[np.bool_]
    difference: float


def compute_linear(setup: LinearSetup) -> Iterator[LinearResult | None]:
    """Compute both stacks; what comes before the last record only lets go of the thread."""
    pictures = []
    parameters = {}
    for activation in (LINEAR, CURVED):
        run = setup.run(activation)
        for record in islice(train(run), _STEPS if setup.is_trained else 1):
            parameters[activation] = record.parameters
            yield None
        pictures.append(_picture(run, parameters[activation]))
        yield None
    run = setup.run(LINEAR)
    product = collapse_linear(run.network, parameters[LINEAR])
    view = run.dataset.view
    yield LinearResult(
        setup,
        pictures[0],
        pictures[1],
        product,
        (
            pixel_centres(view.left, view.right, PIXELS),
            pixel_centres(view.bottom, view.top, PIXELS),
        ),
        run.dataset.inputs,
        run.dataset.classes,
        _difference(pictures[0].weights, product, run.dataset.inputs),
    )


def _picture(run: TrainingRun, parameters: Array) -> StackPicture:
    data = run.dataset
    answers = probability_map(run.network, parameters, data.view, width=PIXELS, height=PIXELS)
    weights = run.network.unflatten(parameters)
    totals = _totals(weights, data.inputs, np.tanh if run.activation == CURVED else np.positive)
    return StackPicture(weights, answers, _right(totals[:, 0], data))


def _right(totals: Array, data: Dataset) -> int:
    """Count the samples on their side of the line; on the line itself they are on neither."""
    return int(np.sum(np.where(data.classes, totals > TIE, totals < -TIE)))


def _totals(layers: tuple[LayerParameters, ...], inputs: Array, between: np.ufunc) -> Array:
    signal = inputs
    for number, layer in enumerate(layers):
        signal = (between(signal) if number else signal) @ layer.weights + layer.bias
    return signal


def _difference(
    layers: tuple[LayerParameters, ...], product: LayerParameters, inputs: Array
) -> float:
    one = inputs @ product.weights + product.bias
    return float(np.max(np.abs(_totals(layers, inputs, np.positive) - one)))
