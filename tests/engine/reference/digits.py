"""The elementwise operations at many digits: what their NumPy templates mean without rounding.

A template is one expression. Run on numbers of `DIGITS` digits instead of floats, nothing is lost
in it that 50 digits would show, in whatever form it is written; that its mathematics is right, the
comparison with PyTorch holds. Slopes come from differences of the values, so they know nothing of
the records' derivatives.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from string import Template
from typing import Any

import mpmath
import numpy as np

from engine.operations.operation import Operation

# Enough that 1 − tanh x keeps 50 of them as far as its value is a normal number, near e⁻⁷⁰⁸.
DIGITS = 400


class Functions:
    """NumPy's functions, under the names that the templates use, for single long numbers."""

    exp = staticmethod(mpmath.exp)
    expm1 = staticmethod(mpmath.expm1)
    log = staticmethod(mpmath.log)
    log1p = staticmethod(mpmath.log1p)
    log10 = staticmethod(mpmath.log10)
    sqrt = staticmethod(mpmath.sqrt)
    sin = staticmethod(mpmath.sin)
    cos = staticmethod(mpmath.cos)
    tan = staticmethod(mpmath.tan)
    tanh = staticmethod(mpmath.tanh)
    sinh = staticmethod(mpmath.sinh)
    cosh = staticmethod(mpmath.cosh)
    arcsin = staticmethod(mpmath.asin)
    arccos = staticmethod(mpmath.acos)
    arctan = staticmethod(mpmath.atan)
    hypot = staticmethod(mpmath.hypot)
    power = staticmethod(mpmath.power)
    sign = staticmethod(mpmath.sign)
    abs = staticmethod(abs)
    maximum = staticmethod(max)
    minimum = staticmethod(min)
    floor = staticmethod(mpmath.floor)

    @staticmethod
    def log2(x: Any) -> Any:
        return mpmath.log(x, 2)

    @staticmethod
    def cbrt(x: Any) -> Any:
        return mpmath.sign(x) * mpmath.cbrt(abs(x))

    @staticmethod
    def square(x: Any) -> Any:
        return x * x

    @staticmethod
    def logaddexp(a: Any, b: Any) -> Any:
        return mpmath.log(mpmath.exp(a) + mpmath.exp(b))

    @staticmethod
    def where(test: bool, one: Any, other: Any) -> Any:
        return one if test else other


# What a template only comes near to, as near as floats can tell: many digits know better.
APPROXIMATED: Mapping[str, Callable[[Any], Any]] = {"erf": mpmath.erf}


def long_function(
    operation: Operation, settings: Mapping[str, float], fixed: Mapping[str, float], port: str
) -> Callable[[Any], Any]:
    """Return an operation's value as a function of one port, on numbers of many digits.

    Args:
        operation: An elementwise operation.
        settings: Its settings, exactly these floats.
        fixed: The values of its other ports.
        port: The port that changes.
    """
    if operation.name in APPROXIMATED:
        return APPROXIMATED[operation.name]
    text = Template(operation.numpy).substitute(
        {name: name for name in (*operation.inputs, *settings)}
    )
    code = compile(text, f"<{operation.name}>", "eval")
    # Numbers written in the template are decimal, or floats nearest to what they mean.
    known = {name: mpmath.mpf(value) for name, value in {**settings, **fixed}.items()}

    def run(x: Any) -> Any:
        return eval(code, {"np": Functions}, {**known, port: x})

    return run


def value_at(function: Callable[[Any], Any], x: float) -> Any:
    """Return a function's value at a float, to many digits."""
    with mpmath.workdps(DIGITS):
        return +function(mpmath.mpf(x))


def slope_at(function: Callable[[Any], Any], x: float) -> Any:
    """Return a function's slope at a float, to a third of the digits: by a central difference."""
    with mpmath.workdps(2 * DIGITS):
        place = mpmath.mpf(x)
        # Beside a small number too: 0, where a curve may be vertical, is not to lie between.
        h = mpmath.mpf(10) ** (-DIGITS // 2) * (abs(place) or 1)
        return (function(place + h) - function(place - h)) / (2 * h)


def relative_error(found: float, true: Any, scale: float = 0.0) -> float:
    """Return how far a float is from the truth, in relation to it (or to a larger term)."""
    if not math.isfinite(found):
        return math.inf
    with mpmath.workdps(60):
        off = abs(mpmath.mpf(found) - true)
        return float(off / max(abs(true), mpmath.mpf(scale))) if off else 0.0


SMALLEST_NORMAL = float(np.finfo(np.float64).tiny)
