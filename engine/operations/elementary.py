"""Elementary functions of one input: exp, log, roots, sine and cosine."""

from __future__ import annotations

import numpy as np

from engine.operations.causes import log_of_non_positive, root_of_negative
from engine.operations.elementwise import elementwise, never
from engine.operations.operation import Category, Role

ORDER = -8

_CALCULUS = "Elementary differentiation rules, e.g. Spivak, Calculus, chapters 10 and 18"

RECORDS = (
    elementwise(
        name="exp",
        title="Exponential",
        symbol="exp",
        category=Category.ELEMENTARY,
        role=Role.LOCAL,
        look_alikes=("log",),
        zero=never,
        summary="e raised to the input; it is its own derivative.",
        reference=_CALCULUS,
        aliases=("e^x", "eˣ"),
        forward=np.exp,
        latex="e^{$x}",
        local_latex=("e^{$x}",),
        numpy_local=("$y",),
    ),
    elementwise(
        name="log",
        title="Natural logarithm",
        symbol="ln",
        category=Category.ELEMENTARY,
        role=Role.LOCAL,
        look_alikes=("exp",),
        pole=lambda x: x == 0,
        summary="The logarithm to base e of the input, which must be positive.",
        reference=_CALCULUS,
        aliases=("ln",),
        forward=np.log,
        explain=log_of_non_positive,
        latex=r"\ln $x",
        local_latex=(r"\frac{1}{$x}",),
        numpy_local=("1 / $x",),
    ),
    elementwise(
        name="sqrt",
        title="Square root",
        symbol="√",
        category=Category.ELEMENTARY,
        role=Role.LOCAL,
        look_alikes=("square",),
        summary="The square root of the input, which must not be negative.",
        reference=_CALCULUS,
        aliases=("√", "root"),
        forward=np.sqrt,
        explain=root_of_negative,
        latex=r"\sqrt{$x}",
        local_latex=(r"\frac{1}{2 \sqrt{$x}}",),
        numpy_local=("0.5 / $y",),
    ),
    elementwise(
        name="cbrt",
        title="Cube root",
        symbol="∛",
        category=Category.ELEMENTARY,
        role=Role.LOCAL,
        look_alikes=("sqrt",),
        zero=lambda x: x == 0,
        summary="The number whose cube the input is, of any sign; its curve is vertical at 0.",
        reference=f"{_CALCULUS}; the slope at 0 is infinite",
        aliases=("∛",),
        forward=np.cbrt,
        latex=r"\sqrt[3]{$x}",
        local_latex=(r"\frac{1}{3 \sqrt[3]{$x}^2}",),
        numpy_local=("1 / (3 * $y * $y)",),
        pytorch="(torch.sign($x) * torch.pow(torch.abs($x), 1 / 3))",
    ),
    elementwise(
        name="sin",
        title="Sine",
        symbol="sin",
        category=Category.ELEMENTARY,
        role=Role.LOCAL,
        look_alikes=("cos",),
        summary="The sine of the input in radians.",
        reference=_CALCULUS,
        aliases=("sine",),
        forward=np.sin,
        latex=r"\sin $x",
        local_latex=(r"\cos $x",),
        numpy_local=("np.cos($x)",),
    ),
    elementwise(
        name="cos",
        title="Cosine",
        symbol="cos",
        category=Category.ELEMENTARY,
        role=Role.LOCAL,
        look_alikes=("sin",),
        summary="The cosine of the input in radians.",
        reference=_CALCULUS,
        aliases=("cosine",),
        forward=np.cos,
        latex=r"\cos $x",
        local_latex=(r"-\sin $x",),
        numpy_local=("-np.sin($x)",),
    ),
)
