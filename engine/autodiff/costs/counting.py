"""Counted arithmetic: what one call of an operation's own functions multiplies and adds.

The table of operations says how each one computes, so it also says what that costs. Instead of a
second column with the counts, which could drift away from the first, the record's function is
called once on arrays that count. They know their shape and a single number, so that counting the
product of two 4096 × 4096 matrices is as quick as counting 2 · 3.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from engine.arrays import Shape

# What every counted element holds: inside the domain of all functions, log and root included.
_SAMPLE = 0.5

_ADDITIONS = {np.add, np.subtract}
# A sign that turns is a multiplication by −1, which is also how its gate is drawn.
_MULTIPLICATIONS = {np.multiply, np.divide, np.reciprocal, np.square, np.negative}
_FREE = {np.positive}
# Records must not do this, which would end the counting: they keep the kind of array they get.
_plain = np.asarray


@dataclass(frozen=True, slots=True)
class Count:
    """Operations on single numbers.

    Attributes:
        multiplications: Products, quotients, squares and turned signs.
        additions: Sums and differences.
        others: Functions such as exp and tanh, powers, comparisons and choices.
    """

    multiplications: int = 0
    additions: int = 0
    others: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(
            self.multiplications + other.multiplications,
            self.additions + other.additions,
            self.others + other.others,
        )

    def __mul__(self, times: int) -> Count:
        return Count(self.multiplications * times, self.additions * times, self.others * times)

    @property
    def total(self) -> int:
        """All operations, each as one."""
        return self.multiplications + self.additions + self.others


def count_call(function: Callable[..., Any], *shapes: Shape, **settings: float) -> Count:
    """Count what a function of a record does on arrays of these shapes.

    Args:
        function: A forward function, derivative, pull-back or push-forward.
        shapes: The shape of each positional argument.
        settings: The operation's settings.

    Example:
        >>> count_call(np.matmul, (2, 3), (3,))
        Count(multiplications=6, additions=4, others=0)
    """
    tally = _Tally()
    with np.errstate(all="ignore"):
        function(*(_counting(np.float64(_SAMPLE), shape, tally) for shape in shapes), **settings)
    return tally.count


class _Tally:
    """The count so far, shared by all arrays of one call."""

    def __init__(self) -> None:
        self.count = Count()

    def add(self, ufunc: Any, times: int) -> None:
        if ufunc in _ADDITIONS:
            self.count += Count(additions=times)
        elif ufunc in _MULTIPLICATIONS:
            self.count += Count(multiplications=times)
        elif ufunc not in _FREE:
            self.count += Count(others=times)


class _CountingArray(np.ndarray[Any, Any]):
    """An array of one repeated number that tells its tally what is done with it."""

    tally: _Tally

    def __array_finalize__(self, parent: Any) -> None:
        if isinstance(parent, _CountingArray):
            self.tally = parent.tally

    def __array_ufunc__(self, ufunc: Any, method: str, *inputs: Any, **options: Any) -> Any:
        plain = [_plain(value) for value in inputs]
        if ufunc is np.matmul:
            return _product(plain[0].shape, plain[1].shape, self.tally)
        if method == "__call__":
            shape = np.broadcast_shapes(*(value.shape for value in plain))
            result = _counting(ufunc(*map(_first, plain)), shape, self.tally)
            self.tally.add(ufunc, result.size)
            return result
        options.pop("out", None)
        result = _wrapped(getattr(ufunc, method)(*plain, **options), self.tally)
        # Reducing n numbers to one takes n − 1 operations; an outer product takes one for each.
        reduced = plain[0].size - result.size if method == "reduce" else result.size
        self.tally.add(ufunc, reduced)
        return result

    def __array_function__(self, function: Any, types: Any, args: Any, options: Any) -> Any:
        if function is np.dot:
            return _product(args[0].shape, args[1].shape, self.tally)
        if function is np.where:
            plain = [_plain(value) for value in args]
            shape = np.broadcast_shapes(*(value.shape for value in plain))
            result = _counting(np.where(*map(_first, plain)), shape, self.tally)
            self.tally.add(np.where, result.size)
            return result
        # Everything else ends in the ufuncs above, or only moves numbers to other places.
        found = super().__array_function__(function, types, args, options)
        return _wrapped(found, self.tally) if isinstance(found, np.ndarray) else found


def _counting(value: Any, shape: Shape, tally: _Tally) -> _CountingArray:
    return _wrapped(np.broadcast_to(value, shape), tally)


def _wrapped(value: Any, tally: _Tally) -> _CountingArray:
    array = _plain(value).view(_CountingArray)
    array.tally = tally
    return array


def _first(value: Any) -> Any:
    """Return one element, which stands for all."""
    return value[(0,) * value.ndim] if value.size else np.float64(_SAMPLE)


def _product(left: Shape, right: Shape, tally: _Tally) -> _CountingArray:
    inner = left[-1]
    result = _counting(np.float64(_SAMPLE), left[:-1] + right[1:], tally)
    tally.count += Count(result.size * inner, result.size * max(inner - 1, 0))
    return result
