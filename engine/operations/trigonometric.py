"""Trigonometric and hyperbolic functions beside sin, cos and tanh, and the inverse ones."""

from __future__ import annotations

import numpy as np

from engine.operations.causes import no_angle
from engine.operations.elementwise import elementwise, never
from engine.operations.operation import Category, Role

ORDER = -8

_HANDBOOK = "Abramowitz and Stegun, Handbook of Mathematical Functions, 1964"
# √(1 − x²) loses its digits near ±1, where 1 − x and 1 + x have all of theirs.
_ROOT = "np.sqrt((1 - $x) * (1 + $x))"

RECORDS = (
    elementwise(
        name="tan",
        title="Tangent",
        symbol="tan",
        category=Category.ELEMENTARY,
        role=Role.LOCAL,
        look_alikes=("tanh",),
        zero=lambda x: x == 0,
        summary="The tangent of the input in radians: sine by cosine, with poles at ±π/2.",
        reference=f"{_HANDBOOK}, 4.3.107",
        aliases=("tangent",),
        forward=np.tan,
        latex=r"\tan $x",
        local_latex=(r"\frac{1}{\cos^2($x)}",),
        numpy_local=("1 + $y * $y",),
    ),
    elementwise(
        name="arcsin",
        title="Arcsine",
        symbol="arcsin",
        category=Category.ELEMENTARY,
        role=Role.LOCAL,
        look_alikes=("arccos",),
        zero=lambda x: x == 0,
        summary="The angle between −π/2 and π/2 whose sine the input is, from −1 to 1.",
        reference=f"{_HANDBOOK}, 4.4.52; the slope grows without end towards ±1",
        aliases=("asin", "arcsine"),
        forward=np.arcsin,
        explain=no_angle,
        latex=r"\arcsin($x)",
        local_latex=(r"\frac{1}{\sqrt{1 - $x^2}}",),
        numpy_local=(f"1 / {_ROOT}",),
    ),
    elementwise(
        name="arccos",
        title="Arccosine",
        symbol="arccos",
        category=Category.ELEMENTARY,
        role=Role.LOCAL,
        look_alikes=("arcsin",),
        zero=lambda x: x == 1,
        summary="The angle between 0 and π whose cosine the input is, from −1 to 1.",
        reference=f"{_HANDBOOK}, 4.4.53; the slope grows without end towards ±1",
        aliases=("acos", "arccosine"),
        forward=np.arccos,
        explain=no_angle,
        latex=r"\arccos($x)",
        local_latex=(r"-\frac{1}{\sqrt{1 - $x^2}}",),
        numpy_local=(f"-1 / {_ROOT}",),
    ),
    elementwise(
        name="sinh",
        title="Hyperbolic sine",
        symbol="sinh",
        category=Category.ELEMENTARY,
        role=Role.LOCAL,
        look_alikes=("cosh",),
        zero=lambda x: x == 0,
        summary="Half of eˣ − e⁻ˣ; its slope is the hyperbolic cosine.",
        reference=f"{_HANDBOOK}, 4.5.1 and 4.5.71",
        forward=np.sinh,
        latex=r"\sinh($x)",
        definition=r"\frac{e^{$x} - e^{-$x}}{2}",
        local_latex=(r"\cosh($x)",),
        numpy_local=("np.cosh($x)",),
    ),
    elementwise(
        name="cosh",
        title="Hyperbolic cosine",
        symbol="cosh",
        category=Category.ELEMENTARY,
        role=Role.LOCAL,
        look_alikes=("sinh",),
        zero=never,
        summary="Half of eˣ + e⁻ˣ, at least 1; its slope is the hyperbolic sine.",
        reference=f"{_HANDBOOK}, 4.5.2 and 4.5.72",
        forward=np.cosh,
        latex=r"\cosh($x)",
        definition=r"\frac{e^{$x} + e^{-$x}}{2}",
        local_latex=(r"\sinh($x)",),
        numpy_local=("np.sinh($x)",),
    ),
)
