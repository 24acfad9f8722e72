"""Which directions of a layer's space a picture shows: two of its units, or the widest plane."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from engine import ranges
from engine.arrays import Array
from engine.training.analysis.hidden_space import HiddenImage, hidden_image
from engine.training.analysis.input_plane import InputPlane
from engine.training.network.activations import layer_function
from engine.training.run.loop import TrainingStep
from engine.training.run.run import TrainingRun

# Samples more than these only cover one another.
_MOST_SAMPLES = 600


@dataclass(frozen=True, slots=True)
class HiddenAxes:
    """A layer and what of it is shown.

    Attributes:
        layer: 0 for the inputs, then the hidden layers.
        pair: Two units from 0, or None for the plane in which the layer's image spreads the most.
    """

    layer: int
    pair: tuple[int, int] | None


@dataclass(frozen=True, eq=False)
class HiddenPicture:
    """The bent grid and the samples in two dimensions.

    Attributes:
        run: What is trained.
        axes: What is shown.
        image: The engine's image, for its directions.
        lines: The grid's lines, shape (2 · count, points, 2).
        train: The places of the samples to train on, shape (n, 2).
        test: Those of the samples for the test, or None.
        separator: The next layer's line, on which its unit is at ½ or 0: (a, b, c) with
            a·x + b·y + c = 0; None where it is no straight line in the picture.
    """

    run: TrainingRun
    axes: HiddenAxes
    image: HiddenImage
    lines: Array
    train: Array
    test: Array | None
    separator: tuple[float, float, float] | None


def hidden_picture(
    run: TrainingRun,
    record: TrainingStep,
    axes: HiddenAxes,
    before: HiddenPicture | None,
    plane: InputPlane | None = None,
) -> HiddenPicture:
    """Carry the plane to a layer and look at it along some axes.

    Args:
        run: What is trained.
        record: The network.
        axes: What to show.
        before: The picture before, of which the directions keep their signs.
        plane: Which plane of the inputs is carried; with two inputs it is all of them.
    """
    units = run.layers[axes.layer]
    is_plane = axes.pair is None and units > 2
    data, test = run.dataset, run.test_dataset
    count = min(len(data), _MOST_SAMPLES)
    parts = [data.inputs[:count]] + ([] if test is None else [test.inputs[:_MOST_SAMPLES]])
    image = hidden_image(
        run.network,
        record.parameters,
        axes.layer,
        data.view if plane is None else plane.view,
        np.concatenate(parts),
        points=41,
        dimensions=2 if is_plane else None,
        plane=plane,
    )
    directions = _directions(image, axes, before) if is_plane else _pick(image, axes, units)
    with np.errstate(all="ignore"):
        lines, samples = image.lines @ directions, image.samples @ directions
    return HiddenPicture(
        run,
        axes,
        image,
        lines,
        samples[:count],
        samples[count:] if test is not None else None,
        _separator(run, record, axes.layer, image, directions),
    )


def _pick(image: HiddenImage, axes: HiddenAxes, units: int) -> Array:
    """Return the matrix that takes two units out of all; of a single one the other is 0."""
    chosen = np.zeros((units, 2))
    first, second = axes.pair or (0, 1)
    chosen[first, 0] = 1.0
    if units > 1:
        chosen[second, 1] = 1.0
    return chosen


def _directions(image: HiddenImage, axes: HiddenAxes, before: HiddenPicture | None) -> Array:
    """Return the turn that keeps the picture from being mirrored between two steps."""
    if before is None or before.axes != axes or before.image.axes.shape != image.axes.shape:
        return np.eye(2)
    shown = before.image.axes @ before_turn(before)
    signs = np.sign(np.sum(shown * image.axes, axis=0))
    return np.diag(np.where(signs == 0, 1.0, signs))


def before_turn(picture: HiddenPicture) -> Array:
    """Return the signs with which a picture shows its directions."""
    raw, shown = picture.image.lines.reshape(-1, 2), picture.lines.reshape(-1, 2)
    # The signs alone, because the products may leave the numbers.
    agreement = np.nansum(np.sign(raw) * np.sign(shown), axis=0)
    return np.diag(np.where(agreement < 0, -1.0, 1.0))


def _halves_at_zero(output: str) -> bool:
    """Tell whether a probability of a half, where the class changes, is that of a total of 0."""
    return float(layer_function(output)(np.zeros(1))[0]) == 0.5


def _separator(
    run: TrainingRun, record: TrainingStep, layer: int, image: HiddenImage, directions: Array
) -> tuple[float, float, float] | None:
    """Return the line of the output unit, where the layer before it is shown whole or in a plane.

    In a plane through a wider layer it is the cut of the unit's hyperplane with that plane.
    """
    is_last = layer == len(run.layers) - 2 and run.layers[-1] == 1
    units = run.layers[layer]
    is_whole = units <= 2 or image.axes.shape[1] == 2
    if not is_last or not is_whole or not _halves_at_zero(run.output):
        return None
    last = run.network.unflatten(record.parameters)[-1]
    weights, bias = last.weights[:, 0], float(last.bias[0])
    axes = image.axes @ directions
    line = _line(weights, bias, axes, image.centre)
    if all(map(math.isfinite, line)):
        return line
    # The same line in another unit: its numbers are too large to be multiplied.
    unit = ranges.Unit.of(ranges.extent(weights), bias)
    return _line(unit.measure(weights), float(unit.measure(bias)), axes, image.centre)


def _line(weights: Array, bias: float, axes: Array, centre: Array) -> tuple[float, float, float]:
    with np.errstate(all="ignore"):
        slopes, offset = weights @ axes, float(weights @ centre + bias)
    return float(slopes[0]), float(slopes[1]), offset
