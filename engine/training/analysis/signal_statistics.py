"""Signals through a deep network: how activations and gradients spread, swell or vanish."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array
from engine.autodiff.codegen.array_form import ArrayForm
from engine.autodiff.codegen.lowering import lower
from engine.autodiff.passes.plan import compile_plan
from engine.errors import SettingError
from engine.graph.builder import GraphBuilder
from engine.operations.operation import Operation
from engine.settings import complete
from engine.training.initializers.catalog import INITIALIZERS
from engine.training.network.activations import require_activation

MOST_DEPTH = 100
MOST_WIDTH = 1000
# Below this slope a unit passes next to nothing back.
SATURATED_SLOPE = 0.01
# The difference of two numbers below it is a number.
_MOST_COUNTED = 1e300
# So many numbers go through an activation at a time: all steps of a long formula are kept.
_PIECE = 4096


@dataclass(frozen=True, eq=False)
class Spread:
    """How numbers are distributed.

    Attributes:
        mean: Their mean.
        deviation: Their standard deviation.
        counts: How many fall into each cell, shape (cells,).
        edges: The ends of the cells, shape (cells + 1,).
    """

    mean: float
    deviation: float
    counts: NDArray[np.intp]
    edges: Array


@dataclass(frozen=True, eq=False)
class LayerSignals:
    """One layer of a deep network at its start.

    Attributes:
        layer: Its number, from 1.
        outputs: What its units give.
        gradients: The gradient of the network's summed outputs, weighted at random, with respect
            to what its units give.
        flat_share: The share of units and samples whose slope is below 0.01: saturated, or dead.
    """

    layer: int
    outputs: Spread
    gradients: Spread
    flat_share: float


def signal_statistics(
    activation: str | Operation = "tanh",
    initializer: str = "xavier",
    *,
    depth: int = 10,
    width: int = 100,
    samples: int = 200,
    seed: int = 0,
    cells: int = 41,
) -> tuple[LayerSignals, ...]:
    """Send normal inputs through fresh layers of one width, and normal gradients back.

    (Glorot and Bengio, Understanding the difficulty of training deep feedforward neural networks,
    2010, figures 6 and 7; He et al., Delving deep into rectifiers, 2015, section 2.2.)

    Args:
        activation: Operation that each layer ends with, by name; or any of one input that has a
            derivative, such as a function that was typed in.
        initializer: Rule for the weights and biases.
        depth: Layers, at most 100.
        width: Units of each layer and of the input, at most 1000.
        samples: Samples in rows.
        seed: Seed of inputs, weights and gradients.
        cells: Cells of the histograms.

    Raises:
        OperationError: The activation or the initializer is unknown.
        SettingError: There are too few or too many layers, units, samples or cells.
    """
    *_, found = stepwise_statistics(
        activation, initializer, depth=depth, width=width, samples=samples, seed=seed, cells=cells
    )
    assert found is not None
    return found


def stepwise_statistics(
    activation: str | Operation,
    initializer: str,
    *,
    depth: int,
    width: int,
    samples: int,
    seed: int,
    cells: int = 41,
) -> Iterator[tuple[LayerSignals, ...] | None]:
    """Do what `signal_statistics` does, in pieces; only the last record is the result.

    The others are None, so that a long formula, which takes seconds, can be given up between them.
    """
    limits = (("depth", depth, MOST_DEPTH), ("width", width, MOST_WIDTH),
              ("samples", samples, MOST_WIDTH), ("cells", cells, MOST_WIDTH))  # fmt: skip
    for title, value, most in limits:
        if not 1 <= value <= most:
            raise SettingError(
                "statistics_size",
                f"The {title} must lie between 1 and {most}, and {value} does not.",
                title=title,
                value=value,
                most=most,
            )
    record = require_activation(activation) if isinstance(activation, str) else activation
    rule = INITIALIZERS.require(initializer)
    rng = np.random.default_rng(seed)
    inputs = rng.standard_normal((samples, width))
    weights = [rule.draw(rng, width, width) for _ in range(depth)]
    upstream = rng.standard_normal((samples, width))
    if isinstance(activation, str):
        signals = _run(record, inputs, weights, rule.bias, upstream)
    else:
        signals = yield from _run_unlisted(record, inputs, weights, rule.bias, upstream)
    layers: list[LayerSignals] = []
    for number, (total, output, gradient) in enumerate(signals, start=1):
        slopes = yield from _slopes(record, output, total)
        # Signals may leave the numbers on their way; that is what is to be seen.
        with np.errstate(all="ignore"):
            spreads = spread_of(output, cells), spread_of(gradient, cells)
            flat_share = float(np.mean(np.abs(slopes) < SATURATED_SLOPE))
        layers.append(LayerSignals(number, *spreads, flat_share))
    yield tuple(layers)


def _run(
    record: Operation, inputs: Array, weights: Sequence[Array], bias: float, upstream: Array
) -> Iterator[tuple[Array, Array, Array]]:
    """Yield each layer's totals and outputs, and the gradient with respect to the outputs."""
    builder = GraphBuilder()
    # Of the weights only the shape counts here: all are given when the code is written.
    width = inputs.shape[1]
    blank = np.zeros((width, width))
    signal = start = builder.source("input", inputs)
    seed = builder.source("constant", upstream)
    offset = builder.source("constant", np.full(width, bias))
    parameters, totals, outputs = [], [], []
    for _ in weights:
        parameters.append(builder.source("parameter", blank))
        totals.append(builder.gate("add", builder.gate("matmul", signal, parameters[-1]), offset))
        signal = builder.gate(record.name, totals[-1])
        outputs.append(signal)
    target = builder.gate("sum", builder.gate("multiply", signal, seed))
    plan = compile_plan(builder.build(target))
    lowered = lower(plan, target, (start, *parameters), outputs, shown=totals)
    names = [value.entry.detail for value in lowered.inputs]
    shown = [lowered.values[node] for node in (*totals, *outputs)]
    form = ArrayForm(
        lowered.tape,
        [*shown, *lowered.gradients],
        inputs=dict(zip(names, (inputs, *weights), strict=True)),
    )
    with np.errstate(all="ignore"):
        form.run()
    depth, found = len(weights), form.outputs
    return zip(found[:depth], found[depth : 2 * depth], found[2 * depth :], strict=True)


def _run_unlisted(
    record: Operation, inputs: Array, weights: Sequence[Array], bias: float, upstream: Array
) -> Generator[None, None, Iterator[tuple[Array, Array, Array]]]:
    """Do the same with an operation that no graph can name, layer by layer."""
    settings = complete(record.settings, {})
    totals, outputs, signal, gradient = [], [], inputs, upstream
    gradients = [upstream]
    for weight in weights:
        with np.errstate(all="ignore"):
            totals.append(signal @ weight + bias)
        signal = yield from _in_pieces(lambda x: record.forward(x, **settings), totals[-1])
        outputs.append(signal)
    for at in range(len(weights) - 1, 0, -1):
        slopes = yield from _slopes(record, outputs[at], totals[at])
        with np.errstate(all="ignore"):
            gradient = (gradient * slopes) @ weights[at].T
        gradients.append(gradient)
    return zip(totals, outputs, reversed(gradients), strict=True)


def _slopes(record: Operation, output: Array, total: Array) -> Generator[None, None, Array]:
    assert record.derivatives is not None  # an activation has one
    slope, settings = record.derivatives[0], complete(record.settings, {})
    return (yield from _in_pieces(lambda y, x: slope(y, x, **settings), output, total))


def _in_pieces(compute: Callable[..., Array], *arrays: Array) -> Generator[None, None, Array]:
    """Return a function of arrays of one shape, some elements at a time."""
    flat = [np.ravel(array) for array in arrays]
    found = np.empty(flat[0].shape)
    for start in range(0, len(found), _PIECE):
        piece = slice(start, start + _PIECE)
        with np.errstate(all="ignore"):
            found[piece] = compute(*(array[piece] for array in flat))
        yield
    return found.reshape(arrays[0].shape)


def spread_of(values: Array, cells: int = 41) -> Spread:
    """Return how numbers are distributed; the histogram leaves out what is beyond ±1e300."""
    # Written so that a NaN is beyond, too.
    near = values[np.abs(values) < _MOST_COUNTED]
    low, high = (near.min(), near.max()) if near.size else (0.0, 1.0)
    # Cells narrower than the spacing of the numbers there would have no width.
    narrowest = 2.0 * cells * np.spacing(max(abs(low), abs(high)))
    # Equal numbers get cells round them that are 1 wide, if that is enough.
    room = narrowest if max(high - low, float(low == high)) < narrowest else 0.0
    counts, edges = np.histogram(near, bins=cells, range=(low - room, high + room))
    return Spread(float(np.mean(values)), float(np.std(values)), counts, edges)
