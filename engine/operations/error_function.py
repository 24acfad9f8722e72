"""The error function, for which NumPy has no name: rational approximations by Cody."""

from __future__ import annotations

import math

from engine.operations.elementwise import elementwise
from engine.operations.operation import Category, Role

ORDER = -7

# Cody, Rational Chebyshev approximations for the error function, 1969, with the coefficients of
# his program CALERF: erf(x) = x·P(x²)/Q(x²) up to 0.46875, and 1 − e^(−x²)·R(x)/S(x) beyond.
_INNER_END = 0.46875
_P = (1.85777706184603153e-1, 3.16112374387056560, 113.864154151050156, 377.485237685302021,
      3209.37758913846947)  # fmt: skip
_Q = (1.0, 23.6012909523441209, 244.024637934444173, 1282.61652607737228, 2844.23683343917062)
_R = (2.15311535474403846e-8, 0.564188496988670089, 8.88314979438837594, 66.1191906371416295,
      298.635138197400131, 881.952221241769090, 1712.04761263407058, 2051.07837782607147,
      1230.33935479799725)  # fmt: skip
_S = (1.0, 15.7449261107098347, 117.693950891312499, 537.181101862009858, 1621.38957456669019,
      3290.79923573345963, 4362.61909014324716, 3439.36767414372164,
      1230.33935480374942)  # fmt: skip
# Beyond it erf is 1 to the last digit, and there is nothing to approximate.
_OUTER_END = 6.0

_INNER = f"np.square(np.minimum(np.abs($x), {_INNER_END}))"
_OUTER = f"np.minimum(np.abs($x), {_OUTER_END})"


def _polynomial(coefficients: tuple[float, ...], x: str) -> str:
    """Return a polynomial in Horner's form, its highest coefficient first."""
    text = repr(coefficients[0])
    for coefficient in coefficients[1:]:
        text = f"({text} * {x} + {coefficient!r})"
    return text


def _quotient(above: tuple[float, ...], below: tuple[float, ...], x: str) -> str:
    return f"{_polynomial(above, x)} / {_polynomial(below, x)}"


RECORDS = (
    elementwise(
        name="erf",
        title="Error function",
        symbol="erf",
        category=Category.ELEMENTARY,
        role=Role.LOCAL,
        look_alikes=("tanh",),
        zero=lambda x: x == 0,
        known_range=(-1.0, 1.0),
        summary="The area under 2/√π·e^(−t²) from 0 to the input: it squeezes any number into "
        "(−1, 1).",
        reference="Abramowitz and Stegun, Handbook of Mathematical Functions, 1964, 7.1.1; "
        "computed by Cody, Rational Chebyshev approximations for the error function, 1969",
        latex=r"\mathrm{erf}($x)",
        local_latex=(r"\frac{2}{\sqrt{\pi}} \cdot e^{-$x^2}",),
        numpy=(
            f"np.where(np.abs($x) < {_INNER_END}, $x * ({_quotient(_P, _Q, _INNER)}), "
            f"np.sign($x) * (1 - np.exp(-np.square({_OUTER})) * ({_quotient(_R, _S, _OUTER)})))"
        ),
        numpy_local=(f"{2.0 / math.sqrt(math.pi)!r} * np.exp(-np.square($x))",),
        pytorch="torch.erf($x)",
    ),
)
