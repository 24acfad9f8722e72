"""Why a result is not a number: sentences for the operations that are not defined everywhere."""

from __future__ import annotations

from typing import Any

import numpy as np

from engine.arrays import Array
from engine.errors import EngineError, EvaluationError


def division_by_zero(*inputs: Array) -> EngineError | None:
    """Explain a quotient or a reciprocal, whose last input is the divisor."""
    if not np.any(inputs[-1] == 0):
        return None
    return EvaluationError("division_by_zero", "A division by 0 has no result.")


def log_of_non_positive(x: Array) -> EngineError:
    """Explain a logarithm."""
    return EvaluationError(
        "log_of_non_positive",
        f"The logarithm of {np.min(x):g} does not exist; its input must be above 0.",
        value=float(np.min(x)),
    )


def log_one_plus(x: Array) -> EngineError:
    """Explain a logarithm of 1 + x."""
    return EvaluationError(
        "log_one_plus",
        f"The logarithm of 1 + x does not exist at x = {np.min(x):g}; x must be above −1.",
        value=float(np.min(x)),
    )


def no_angle(x: Array) -> EngineError | None:
    """Explain an arcsine or an arccosine."""
    low, high = float(np.min(x)), float(np.max(x))
    if low >= -1 and high <= 1:
        return None
    worst = low if low < -1 else high
    return EvaluationError(
        "no_angle",
        f"No angle has the sine or cosine {worst:g}: arcsine and arccosine take numbers from −1 "
        "to 1.",
        value=worst,
    )


def root_of_negative(x: Array) -> EngineError:
    """Explain a square root."""
    return EvaluationError(
        "root_of_negative",
        f"The square root of {np.min(x):g} is not a real number.",
        value=float(np.min(x)),
    )


def undefined_power(a: Array, b: Array) -> EngineError | None:
    """Explain a power that is none; one that only grew too large is not explained here."""
    is_root, is_pole = (a < 0) & (b != np.floor(b)), (a == 0) & (b < 0)
    if not np.any(is_root | is_pole):
        return None
    return EvaluationError(
        "power_undefined",
        "This power is not a real number: a negative base needs a whole exponent, and a base of 0 "
        "a positive one.",
    )


def undefined_power_slope(a: Array, b: Array) -> EngineError | None:
    """Explain a power whose value exists and whose slope does not."""
    if not np.any(a < 0):
        return None
    return EvaluationError(
        "power_slope_undefined",
        "A negative base has a power at whole exponents only, so that there is no slope towards "
        "the exponent: a constant exponent needs none.",
    )


def squares_too_large(x: Array) -> EngineError | None:
    """Explain a length whose squares leave the range, though it may be a number itself."""
    largest = float(np.max(np.abs(x), initial=0.0))
    return EvaluationError(
        "squares_too_large",
        f"The square of {largest:g} is larger than a computer's numbers (about 1e308), so that "
        "this norm cannot be computed.",
        value=largest,
    )


def infinite_slope(title: str) -> EngineError:
    """Explain a slope that is not finite though the value is."""
    return EvaluationError(
        "slope_not_finite",
        f"{title} has no finite slope at this point: its curve is vertical there, or too steep "
        "for a computer's numbers, or its domain ends.",
        title=title,
    )


def gradient_too_large(title: str) -> EngineError:
    """Explain a downstream gradient whose factors are finite."""
    return EvaluationError(
        "gradient_overflow",
        f"The gradient that comes back through {title} is larger than a computer's numbers "
        "(about 1e308).",
        title=title,
    )


def probability_outside(prediction: Array, _target: Array, **_settings: Any) -> EngineError | None:
    """Explain a loss that takes the logarithm of a probability."""
    low, high = float(np.min(prediction)), float(np.max(prediction))
    if low >= 0 and high <= 1:
        return None
    worst = low if low < 0 else high
    return EvaluationError(
        "probability_outside",
        f"{worst:g} is no probability: this loss takes predictions from 0 to 1. Put a sigmoid "
        "before it, or use the loss that takes logits.",
        value=worst,
    )


def too_large(title: str) -> EngineError:
    """Explain a result that only grew too large."""
    return EvaluationError(
        "overflow",
        f"The result of {title} is larger than a computer's numbers (about 1e308).",
        title=title,
    )
