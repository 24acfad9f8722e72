"""Which hidden units do nothing for a network: dead, saturated, or the same as others."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.arrays import Array
from engine.operations.catalog import OPERATIONS
from engine.settings import complete
from engine.training.analysis.signal_statistics import SATURATED_SLOPE
from engine.training.network.mlp import Network
from engine.training.network.signals import signals_at

_FIRST_SAMPLES = 50


@dataclass(frozen=True, slots=True)
class LayerHealth:
    """The units of one hidden layer, by number from 0, over all samples looked at.

    Attributes:
        layer: The number of the hidden layer, from 1.
        units: How many units it has.
        dead: Units that give 0 with slope 0 at every sample, so that no gradient reaches them.
        saturated: Units that are not dead and whose slope is below 0.01 at every sample.
        identical: Groups of units that give the same at every sample, dead ones left out.
    """

    layer: int
    units: int
    dead: tuple[int, ...]
    saturated: tuple[int, ...]
    identical: tuple[tuple[int, ...], ...]


def unit_health(network: Network, parameters: Array, inputs: Array) -> tuple[LayerHealth, ...]:
    """Look at every hidden layer over some samples in rows, shape (n, layers[0]).

    What holds at every sample holds at the first ones: where nothing does there, the others are
    not sent through the network. So few pass without waiting for another thread's matrices.
    """
    first = _health(network, parameters, inputs[:_FIRST_SAMPLES])
    is_sound = not any(item.dead or item.saturated or item.identical for item in first)
    if is_sound or len(inputs) <= _FIRST_SAMPLES:
        return first
    return _health(network, parameters, inputs)


def _health(network: Network, parameters: Array, inputs: Array) -> tuple[LayerHealth, ...]:
    signals = signals_at(network, parameters, inputs)
    found = []
    for number, name in enumerate(network.activations, start=1):
        output = signals.outputs[number]
        slope = _slope(name, output, signals.totals[number - 1])
        is_dead = np.all((output == 0) & (slope == 0), axis=0)
        is_flat = np.all(np.abs(slope) < SATURATED_SLOPE, axis=0)
        found.append(
            LayerHealth(
                number,
                output.shape[1],
                tuple(np.flatnonzero(is_dead).tolist()),
                tuple(np.flatnonzero(is_flat & ~is_dead).tolist()),
                _groups(output, ~is_dead),
            )
        )
    return tuple(found)


def _slope(name: str, output: Array, total: Array) -> Array:
    record = OPERATIONS[name]
    assert record.derivatives is not None  # an activation has one
    with np.errstate(all="ignore"):
        slope = record.derivatives[0](output, total, **complete(record.settings, {}))
    return np.broadcast_to(slope, total.shape)


def _groups(output: Array, is_asked: Array) -> tuple[tuple[int, ...], ...]:
    groups: dict[bytes, list[int]] = {}
    for unit in np.flatnonzero(is_asked).tolist():
        # Adding 0 makes −0 and 0 the same bytes, as they are the same number.
        groups.setdefault((output[:, unit] + 0.0).tobytes(), []).append(unit)
    return tuple(tuple(group) for group in groups.values() if len(group) > 1)
