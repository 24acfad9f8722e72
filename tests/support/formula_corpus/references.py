"""The functions that meanings are written with: mpmath's for values and slopes, and PyTorch's."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import mpmath

from tests.support.formula_corpus.entry import Numbers, Reading

_DIGITS = 50
_STEP = mpmath.mpf(10) ** -18


class PlainFunctions:
    """What every meaning can call, for numbers of mpmath."""

    pi = mpmath.pi
    e = mpmath.e
    exp = staticmethod(mpmath.exp)
    log = staticmethod(mpmath.log)
    sqrt = staticmethod(mpmath.sqrt)
    sin = staticmethod(mpmath.sin)
    cos = staticmethod(mpmath.cos)
    tan = staticmethod(mpmath.tan)
    sinh = staticmethod(mpmath.sinh)
    cosh = staticmethod(mpmath.cosh)
    tanh = staticmethod(mpmath.tanh)
    asin = staticmethod(mpmath.asin)
    acos = staticmethod(mpmath.acos)
    atan = staticmethod(mpmath.atan)
    erf = staticmethod(mpmath.erf)
    floor = staticmethod(mpmath.floor)

    @staticmethod
    def number(value: float) -> Any:
        return mpmath.mpf(value)


class TorchFunctions:
    """The same for PyTorch's numbers."""

    def __init__(self, torch: Any) -> None:
        self._torch = torch
        self.number = partial(torch.tensor, dtype=torch.float64, requires_grad=True)
        self.pi, self.e = (torch.tensor(x, dtype=torch.float64) for x in (torch.pi, torch.e))

    def __getattr__(self, name: str) -> Callable[..., Any]:
        function = getattr(self._torch, name)
        return lambda x: function(x if self._torch.is_tensor(x) else self.number(x))


def value_of(at: Reading) -> Numbers:
    """Return what a meaning is worth, as floats and lists of them."""
    with mpmath.workdps(_DIGITS):
        return _floats(at.means(PlainFunctions, *_numbers(at.at.values(), PlainFunctions.number)))


def gradients_of(at: Reading) -> dict[str, Numbers]:
    """Return the slope of a meaning's sum along every number, from differences at fifty digits."""
    with mpmath.workdps(_DIGITS):
        return {name: _slopes(at, index) for index, name in enumerate(at.at)}


def torch_answer(at: Reading) -> tuple[Numbers, dict[str, Numbers]]:
    """Return PyTorch's value of a meaning and the gradients of its sum, where PyTorch is there."""
    functions = TorchFunctions(importlib.import_module("torch"))
    values = _numbers(at.at.values(), functions.number)
    result = at.means(functions, *values)
    total = sum(_flat(result))
    if getattr(total, "requires_grad", False):
        total.backward()
    gradients = (_mapped(value, lambda x: 0.0 if x.grad is None else x.grad) for value in values)
    return _floats(result), {name: _floats(g) for name, g in zip(at.at, gradients, strict=True)}


def _slopes(at: Reading, index: int) -> Numbers:
    count = iter(range(len(list(_flat(at.at[list(at.at)[index]])))))
    return _mapped(at.at[list(at.at)[index]], lambda _: float(_slope(at, index, next(count))))


def _slope(at: Reading, index: int, element: int) -> Any:
    ends = [_moved_sum(at, index, element, step) for step in (-_STEP, _STEP)]
    return (ends[1] - ends[0]) / (2 * _STEP)


def _moved_sum(at: Reading, index: int, element: int, step: Any) -> Any:
    values = _numbers(at.at.values(), PlainFunctions.number)
    count = iter(range(1_000))
    values[index] = _mapped(values[index], lambda x: x + step if next(count) == element else x)
    return sum(_flat(at.means(PlainFunctions, *values)))


def _numbers(values: Any, number: Callable[[float], Any]) -> list[Any]:
    return [_mapped(value, number) for value in values]


def _mapped(value: Numbers, change: Callable[[Any], Any]) -> Numbers:
    if isinstance(value, list):
        return [_mapped(part, change) for part in value]
    return change(value)


def _flat(value: Numbers) -> Iterator[Any]:
    if isinstance(value, list):
        for part in value:
            yield from _flat(part)
    else:
        yield value


def _floats(value: Numbers) -> Numbers:
    return _mapped(value, lambda x: float(getattr(x, "detach", lambda: x)()))
