"""What a gate does not listen to: the one rule by which nothing passes there, in either direction.

A maximum passes one input on and ignores the other, so that its derivative by the other is 0
whatever made it, and whatever is made of it. Multiplying would give NaN as soon as an infinite
slope stands before or behind it: √ReLU(x) is 0 all around x = −1, and the slope of √ is ∞ at 0.

So what goes back along a wire is 0 at each element of the input by which the target does not depend
on it: the gate ignores that element, or the target ignores all that the gate makes of it. Whether
the input is a source or another gate makes no difference. A tangent is 0 likewise at each element
that nothing moves.

A factor that is 0 ignores nothing, as little as a slope that only happens to be 0. That of (√x)² is
0·∞ at 0, and there no number would be right for it: the product stays NaN, which is "undefined".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array, Shape, unbroadcast
from engine.operations.operation import Operation, Role

# Where something is listened to, or moves.
Mask = NDArray[np.bool_]


def is_traced(operation: Operation) -> bool:
    """Tell whether it is known element by element what an operation that mixes them listens to.

    So it is where it is linear, or passes elements on: what an element is made of does not depend
    on the numbers then, so that its own derivatives at ones tell. Of any other each element of the
    output counts as made of all of the input.
    """
    return operation.is_linear or (operation.derivatives is None and operation.role is Role.ROUTER)


@dataclass(frozen=True, slots=True)
class Application:
    """An operation at some numbers.

    Attributes:
        operation: Its record.
        settings: All its settings.
        inputs: The numbers at its ports.
        output: What it gives.
    """

    operation: Operation
    settings: Mapping[str, float]
    inputs: Sequence[Array]
    output: Array

    def listening(self, index: int, mask: Mask) -> Mask:
        """Return by which elements a target depends on an input through this gate.

        Args:
            index: The input.
            mask: On which elements of the output the target depends.

        Returns:
            A mask of the input's shape.
        """
        shape = np.shape(self.inputs[index])
        passes = self.operation.passes
        if passes is not None:
            return mask if index == passes else np.zeros(shape, bool)
        if self.operation.derivatives is not None:
            return _any_over_copies(self._heard(index, mask), shape)
        return np.asarray(self._made_of(index, mask) & self._hearing(index))

    def pull_back(self, index: int, upstream: Array, mask: Mask) -> Array:
        """Return the downstream gradient of an input, 0 where the target does not depend on it.

        Args:
            index: The input.
            upstream: The gradient of the target with respect to the output.
            mask: On which elements of the output the target depends.
        """
        derivatives = self.operation.derivatives
        if derivatives is not None and self.operation.passes is None:
            local = derivatives[index](self.output, *self.inputs, **self.settings)
            # Copies of an element are summed: one that is ignored must not spoil the others.
            products = np.where(self._heard(index, mask), upstream * local, 0.0)
            return unbroadcast(products, np.shape(self.inputs[index]))
        heard = self.listening(index, mask)
        pull = self.operation.vjps[index]
        return np.where(heard, pull(upstream, self.output, *self.inputs, **self.settings), 0.0)

    def moving(self, index: int, mask: Mask) -> Mask:
        """Return which elements of the output an input moves.

        Args:
            index: The input.
            mask: Which of its elements move.

        Returns:
            A mask of the output's shape.
        """
        shape = np.shape(self.output)
        passes = self.operation.passes
        if passes is not None:
            return mask if index == passes else np.zeros(shape, bool)
        if self.operation.derivatives is not None:
            return self._heard(index, np.broadcast_to(mask, shape))
        mask = mask & self._hearing(index)
        if not is_traced(self.operation):
            return np.full(shape, bool(mask.any()))
        push = self.operation.jvps[index]
        pushed = push(mask.astype(np.float64), np.ones(shape), *self._ones(), **self.settings)
        return np.asarray(pushed) > 0

    def push_forward(self, index: int, tangent: Array, mask: Mask) -> Array:
        """Return an input's share of the output's tangent, 0 where it moves nothing.

        Args:
            index: The input.
            tangent: Its tangent.
            mask: Which of its elements move.
        """
        if self.operation.derivatives is None:
            tangent = np.where(mask & self._hearing(index), tangent, 0.0)
        push = self.operation.jvps[index]
        share = push(tangent, self.output, *self.inputs, **self.settings)
        return np.where(self.moving(index, mask), share, 0.0)

    def _heard(self, index: int, mask: Mask) -> Mask:
        """Return what is left of a mask of an elementwise gate's output, of the output's shape."""
        if not self.operation.ignores:
            return mask
        ignored = self.operation.ignores[index](*self.inputs, **self.settings)
        return np.asarray(mask & ~np.asarray(ignored, bool))

    def _hearing(self, index: int) -> Mask:
        """Return which elements of an input a gate that mixes them listens to, of its shape."""
        shape = np.shape(self.inputs[index])
        if not self.operation.ignores:
            return np.ones(shape, bool)
        ignored = np.asarray(self.operation.ignores[index](*self.inputs, **self.settings), bool)
        return _any_over_copies(~ignored, shape)

    def _made_of(self, index: int, mask: Mask) -> Mask:
        """Return of which elements of an input some elements of the output are made."""
        if not is_traced(self.operation):
            return np.full(np.shape(self.inputs[index]), bool(mask.any()))
        pull = self.operation.vjps[index]
        ones = np.ones(np.shape(self.output))
        pulled = pull(mask.astype(np.float64), ones, *self._ones(), **self.settings)
        return np.asarray(pulled) > 0

    def _ones(self) -> list[Array]:
        return [np.ones(np.shape(value)) for value in self.inputs]


def _any_over_copies(mask: Mask, shape: Shape) -> Mask:
    """Return where any copy of a broadcast element is set."""
    extra = mask.ndim - len(shape)
    mask = np.asarray(mask.any(axis=tuple(range(extra))))
    repeated = tuple(axis for axis, size in enumerate(shape) if size != mask.shape[axis])
    return np.asarray(mask.any(axis=repeated, keepdims=True)) if repeated else mask
