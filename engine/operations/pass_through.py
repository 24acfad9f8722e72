r"""A gate's record when it is muted: one input handed on as it is, and the whole gradient back.

The record is a projection, \(y = x_i\), whose Jacobian is the identity for the input that passes
and zero for the others. Since it is a record like any other, every pass, every compiled program and
every count takes a muted gate without knowing of muting.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np

from engine.arrays import Array, Shape
from engine.operations.elementwise import constant_derivative
from engine.operations.operation import Operation, Role

_known: dict[tuple[str, int], tuple[Operation, Operation]] = {}


def passing(operation: Operation, index: int) -> Operation:
    """Return the record of an operation that is muted: it hands its input ``index`` on unchanged.

    Name, title, symbol and ports stay, so that the gate is still recognized. The same operation
    and index give the same object.

    Args:
        operation: A record of the table.
        index: The input that passes, from 0.

    Example:
        >>> from engine.operations.catalog import OPERATIONS
        >>> float(passing(OPERATIONS["multiply"], 1).forward(2.0, 5.0))
        5.0
    """
    key = (operation.name, index)
    found = _known.get(key)
    if found is None or found[0] is not operation:
        found = _known[key] = (operation, _projection(operation, index))
    return found[1]


def _projection(operation: Operation, index: int) -> Operation:
    ports = range(operation.arity)
    return replace(
        operation,
        role=Role.PASSAGE,
        forward=partial(_forward, index),
        vjps=tuple(_hand_back if port == index else partial(_no_gradient, port) for port in ports),
        jvps=tuple(_hand_on if port == index else _no_tangent for port in ports),
        derivatives=tuple(constant_derivative(1.0 if port == index else 0.0) for port in ports),
        shape=partial(_shape, index),
        explain=None,
        explain_slope=None,
        # It passes one input on where the operation would have ignored it.
        ignores=(),
        numpy_ignores=(),
        latex=f"${operation.inputs[index]}",
        local_latex=tuple("1" if port == index else "0" for port in ports),
        downstream_latex=tuple("$g" if port == index else "0" for port in ports),
        numpy=f"${operation.inputs[index]}",
        # What does not pass has no template: its zeros have the shape of its input, whatever
        # that is, and no product with the upstream gradient does.
        numpy_local=tuple("1.0" if port == index else "" for port in ports),
        numpy_downstream=(),
        pytorch="",
        adds=None,
        pole=None,
        zero=None,
        known_range=None,
        passes=index,
    )


def _forward(index: int, *inputs: Array, **_settings: Any) -> Array:
    return np.asanyarray(inputs[index])


def _shape(index: int, *shapes: Shape, **_settings: Any) -> Shape:
    return shapes[index]


def _hand_back(upstream: Array, _output: Array, *_inputs: Array, **_settings: Any) -> Array:
    return upstream


def _no_gradient(
    port: int, _upstream: Array, _output: Array, *inputs: Array, **_settings: Any
) -> Array:
    return np.zeros(np.shape(inputs[port]))


def _hand_on(tangent: Array, _output: Array, *_inputs: Array, **_settings: Any) -> Array:
    return tangent


def _no_tangent(_tangent: Array, output: Array, *_inputs: Array, **_settings: Any) -> Array:
    return np.zeros(np.shape(output))
