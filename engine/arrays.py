"""Arrays as the engine uses them: float64, read-only at rest, with exact un-broadcasting."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array = NDArray[np.float64]
Shape = tuple[int, ...]


def computing() -> np.errstate:
    """Return the state of NumPy's errors in which the engine computes, to be entered or decorate.

    A number that overflows, a quotient by 0 and a logarithm of a negative number are data: they
    become ∞ or NaN, and whoever shows them names their cause. They are never a warning on stderr,
    of which a diverging run would print one a step.

    NumPy keeps the state by thread, and a new thread begins with warnings. Whoever starts one
    (the app's tasks and its own thread, the command line) enters this first; what a program calls
    by itself, such as a step of training, enters it again.

    Example:
        >>> with computing():
        ...     float(np.exp(np.float64(1e9)))
        inf
    """
    return np.errstate(all="ignore")


def as_array(value: ArrayLike) -> Array:
    """Return a read-only float64 copy of a number, a nested list or an array.

    A copy, because a graph is a value: what its maker does to his own array later must not
    change it.
    """
    array = np.array(value, dtype=np.float64)
    array.setflags(write=False)
    return array


def unbroadcast(gradient: Array, shape: Shape) -> Array:
    """Sum a gradient over the axes along which its variable was repeated.

    Broadcasting copies a value along an axis; every copy sends a gradient back, and the
    gradient of the value is their sum. So a gradient always has the shape of its variable.

    Args:
        gradient: Gradient with respect to the broadcast value.
        shape: Shape of the value before broadcasting.

    Returns:
        The gradient, of exactly ``shape``.
    """
    gradient = np.asanyarray(gradient)
    if gradient.shape == shape:
        return gradient
    extra = gradient.ndim - len(shape)
    if extra < 0:
        # A derivative that does not depend on its variable may have fewer axes than that.
        gradient = gradient.reshape((1,) * -extra + gradient.shape)
    if extra > 0:
        gradient = gradient.sum(axis=tuple(range(extra)))
    repeated = tuple(
        axis for axis, size in enumerate(shape) if size == 1 and gradient.shape[axis] != 1
    )
    if repeated:
        gradient = gradient.sum(axis=repeated, keepdims=True)
    if gradient.shape != shape:
        # It may also be the same along some of them.
        gradient = np.broadcast_to(gradient, shape)
    return np.asanyarray(gradient)


def shape_text(shape: Shape) -> str:
    """Name a shape for people: ``scalar``, ``3``, ``2×3``."""
    return "×".join(str(size) for size in shape) if shape else "scalar"
