"""Signals: what a network's layers give at work, computed from the network's graph."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine import ranges
from engine.arrays import Array
from engine.autodiff.codegen.aligned import aligned_zeros
from engine.autodiff.codegen.array_form import ArrayForm
from engine.autodiff.codegen.lowering import lower
from engine.autodiff.codegen.program import Program
from engine.autodiff.passes.plan import compile_plan
from engine.graph.model import NodeId
from engine.training.network.mlp import Network

Picture = NDArray[Any]

# Points computed at once: few enough for a layer's activations to stay in the cache.
TILE = 8000

# Numbers of these sizes lose nothing that a picture shows when single precision rounds them.
_LEAST_SINGLE, _MOST_SINGLE = 1e-30, 1e30

# So many networks are kept ready: what a screen shows at a time, and some more.
KEPT = 16


@dataclass(frozen=True, eq=False)
class Signals:
    """What a network's layers give at some points, in double precision.

    Attributes:
        totals: For each layer after the inputs x·W + b, shape (units,) or (n, units).
        outputs: For each layer, the inputs first, what its units give, in the same shapes.
    """

    totals: tuple[Array, ...]
    outputs: tuple[Array, ...]


def signals_at(network: Network, parameters: Array, points: Array) -> Signals:
    """Send one point, shape (layers[0],), or points in rows through a network at work.

    With dropout, nothing is dropped.
    """
    program, inputs = _program(network), np.asarray(points, np.float64)
    parts = _parts(network, parameters)
    values = program.forward(np.atleast_2d(inputs), *(np.ones(()) for _ in network.masks), *parts)

    def at(node: NodeId) -> Array:
        found = program.value(values, node)
        return found if inputs.ndim > 1 else found[0]

    nodes = network.layer_nodes
    return Signals(
        tuple(at(layer.total) for layer in nodes),
        (inputs, *(at(layer.output) for layer in nodes)),
    )


def first_predictions(network: Network, parameters: Array, points: NDArray[Any]) -> Picture:
    """Return the first prediction at many points, in the precision of a picture if that serves.

    The arrays hold a feature after another, so that each is long and contiguous, and a tile of
    points at a time. Several threads may call this at once.

    Args:
        network: The network.
        parameters: Its flat parameter vector.
        points: A feature in each row, shape (layers[0], n), n at least 1.
    """
    if _fits_single(parameters) and _fits_single(points):
        found = _first_in_single(network, parameters, points)
        if np.isfinite(found).all():
            return found
    # What leaves the numbers of single precision may well be one of double precision.
    return signals_at(network, parameters, points.T.astype(np.float64)).outputs[-1][:, 0]


def _fits_single(numbers: NDArray[Any]) -> bool:
    reach = ranges.extent(numbers)
    return reach == 0.0 or _LEAST_SINGLE < reach < _MOST_SINGLE


def _first_in_single(network: Network, parameters: Array, points: NDArray[Any]) -> Picture:
    count = points.shape[1]
    # Tiles of one size: a form is for so many points, and little is computed in vain.
    size = math.ceil(count / max(1, math.ceil(count / TILE)))
    shelf = _shelf(network, size)
    form = shelf.take()
    form.parameters[...] = parameters
    found = np.empty(count, np.float32)
    with np.errstate(all="ignore"):
        for start in range(0, count, size):
            # The last tile may begin a little earlier than the one before it ends.
            begin = min(start, count - size)
            form.points[...] = points[:, begin : begin + size].T
            form.run()
            found[begin : begin + size] = form.prediction
    shelf.put_back(form)
    return found


class _TileForm:
    """The forward pass for a tile of points in single precision; it owns its arrays.

    Attributes:
        parameters: Where the flat parameter vector goes.
        points: Where the points go, shape (n, layers[0]).
        prediction: The first prediction at each of them, after ``run``.
        run: Computes it.
    """

    def __init__(self, network: Network, size: int) -> None:
        nothing = [np.zeros((size, network.layers[place])) for place in (0, -1)]
        plan = compile_plan(network.with_samples(network.start, *nothing))
        changing = (network.input, *network.parameter_nodes)
        lowered = lower(plan, network.prediction, changing, ())
        self.parameters = aligned_zeros(network.start.shape, np.float32)
        points, *parts = (value.entry.detail for value in lowered.inputs)
        form = ArrayForm(
            lowered.tape,
            [lowered.value],
            inputs=dict(zip(parts, _parts(network, self.parameters), strict=True)),
            dtype=np.float32,
            in_columns=True,
        )
        self.points = form.inputs[points]
        self.prediction = form.outputs[0][:, 0]
        self.run = form.run


class _Shelf:
    """Tile forms that nobody uses just now: one object serves all threads, a form only one."""

    def __init__(self, network: Network, size: int) -> None:
        self._arguments = network, size
        self._free: list[_TileForm] = []
        self._lock = Lock()

    def take(self) -> _TileForm:
        with self._lock:
            if self._free:
                return self._free.pop()
        return _TileForm(*self._arguments)

    def put_back(self, form: _TileForm) -> None:
        with self._lock:
            self._free.append(form)


# A network is compared by identity, and never changed.
_shelf = lru_cache(maxsize=KEPT)(_Shelf)


@lru_cache(maxsize=KEPT)
def _program(network: Network) -> Program:
    changing = (network.input, *network.masks, *network.parameter_nodes)
    plan = compile_plan(network.graph)
    return Program(plan, network.prediction, changing=changing, asked=())


def _parts(network: Network, vector: NDArray[Any]) -> Sequence[NDArray[Any]]:
    return [
        vector[where].reshape(shape)
        for where, shape in zip(network.parameter_slices, network.parameter_shapes, strict=True)
    ]
