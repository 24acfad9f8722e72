"""Which operations a layer can end with, and as functions of its totals."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from engine.arrays import Array
from engine.errors import OperationError, SettingError
from engine.operations.catalog import OPERATIONS
from engine.operations.operation import Operation
from engine.settings import complete
from engine.training.network.layers import format_layers

# How far out, and at how many places, a function is asked whether it rises or falls.
_FAR, _PLACES = 20.0, 801


def hidden_activations(
    layers: Sequence[int], activation: str, activations: Sequence[str]
) -> tuple[str, ...]:
    """Return the activation of each hidden layer: the ones given, or the same for all.

    Raises:
        SettingError: Some are given, and not one for each hidden layer.
    """
    hidden = len(layers) - 2
    if activations and len(activations) != hidden:
        raise SettingError(
            "activation_count",
            f"The network {format_layers(layers)} has {hidden} hidden layers, and "
            f"{len(activations)} activations were given: give one for each.",
            layers=format_layers(layers),
            hidden=hidden,
            given=len(activations),
        )
    return tuple(activations) or (activation,) * hidden


def require_activation(name: str) -> Operation:
    """Return an elementwise operation of one input, which a layer can end with.

    Raises:
        OperationError: It is unknown, or takes another number of inputs.
    """
    record = OPERATIONS.require(name)
    if record.arity != 1 or record.derivatives is None:
        raise OperationError(
            "not_an_activation",
            f"{record.title} cannot follow a layer: choose an activation, such as tanh or ReLU.",
            title=record.title,
        )
    return record


def require_output(name: str) -> Operation:
    """Return an operation that the last layer can end with: an activation, or a distribution.

    Raises:
        OperationError: It is unknown, or takes another number of inputs.
    """
    record = OPERATIONS.require(name)
    return record if record.is_distribution else require_activation(name)


def is_monotone(name: str) -> bool:
    """Tell whether a layer's function only rises or only falls: a unit changes sides once."""
    with np.errstate(all="ignore"):
        steps = np.diff(layer_function(name)(np.linspace(-_FAR, _FAR, _PLACES)))
    return bool(np.all(steps >= 0) or np.all(steps <= 0))


def is_linear(name: str) -> bool:
    """Tell whether a layer's function is a straight line, so that it bends nothing."""
    with np.errstate(all="ignore"):
        values = layer_function(name)(np.linspace(-_FAR, _FAR, _PLACES))
    line = np.linspace(values[0], values[-1], _PLACES)
    return bool(np.allclose(values, line, rtol=0.0, atol=1e-9 * _FAR))


def layer_function(name: str) -> Callable[[Array], Array]:
    """Return a layer's function of its totals, units in the last axis, with its usual settings."""
    record = OPERATIONS[name]
    settings = complete(record.settings, {})
    return lambda total: record.forward(total, **settings)
