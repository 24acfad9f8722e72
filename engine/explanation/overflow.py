r"""Results that left the range of floats: no ∞ of mathematics, but larger than any float."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np

from engine.arrays import Array
from engine.explanation.chain import Part
from engine.operations.operation import Operation

_LARGEST = r"1.8 \times 10^{308}"


def result_part(latex: str, result: Array, is_exact: bool, has_overflowed: bool) -> Part:
    r"""Return the end of a chain: the result, or that it is larger than floats can be.

    Args:
        latex: The result as it is written.
        result: The result.
        is_exact: Whether no digit of it was rounded.
        has_overflowed: Whether it is only infinite because floats end.

    Example:
        >>> part = result_part(r"\infty", np.asarray(np.inf), True, True)
        >>> part.sign, part.latex
        ('>', '1.8 \\times 10^{308} \\quad (\\mathrm{float}: \\infty)')
    """
    if not has_overflowed or not np.isinf(result).any():
        return Part(latex, is_exact=is_exact)
    if result.ndim:
        # Some of the numbers are larger, and stand as what floats make of them.
        return Part(rf"{latex} \quad (\mathrm{{float}})", sign=r"\to")
    sign, minus = (">", "") if result > 0 else ("<", "-")
    return Part(rf"{minus}{_LARGEST} \quad (\mathrm{{float}}: {latex})", sign=sign)


def value_overflowed(
    operation: Operation, inputs: Iterable[Array], output: Array, settings: Mapping[str, float]
) -> bool:
    """Return whether an output is infinite although mathematics has a number for it."""
    given = tuple(inputs)
    if not np.isinf(output).any() or not all(np.isfinite(value).all() for value in given):
        return False
    return operation.explain is None or operation.explain(*given, **settings) is None


def product_overflowed(*factors: Array | None) -> bool:
    """Return whether the factors of an infinite product are finite, so that only it grew."""
    return all(factor is not None and bool(np.isfinite(factor).all()) for factor in factors)
