"""Arithmetic: add, subtract, multiply, divide, power and their one-input relatives."""

from __future__ import annotations

import numpy as np

from engine.operations.causes import division_by_zero, undefined_power, undefined_power_slope
from engine.operations.elementwise import elementwise, never
from engine.operations.operation import (
    POWER_PRECEDENCE,
    PRODUCT_PRECEDENCE,
    SIGN_PRECEDENCE,
    SUM_PRECEDENCE,
    Category,
    Infix,
    Otherwise,
    Postfix,
    Prefix,
    Role,
)

ORDER = -9

_CALCULUS = "Elementary differentiation rules, e.g. Spivak, Calculus, chapter 10"


_BASE_SLOPE, _EXPONENT_SLOPE = "$b \\cdot {$a}^{$b - 1}", r"{$a}^{$b} \cdot \ln $a"
# No formula gives the slopes at a base of 0: 0·0⁻¹ is no number, and ln 0 is none.
_NO_BASE_SLOPE = r"\frac{\partial $y}{\partial $a}"
_NO_EXPONENT_SLOPE = r"\frac{\partial $y}{\partial $b}"

RECORDS = (
    elementwise(
        name="add",
        title="Add",
        symbol="+",
        category=Category.ARITHMETIC,
        role=Role.DISTRIBUTOR,
        look_alikes=("multiply", "subtract"),
        adds=np.add,
        summary="The sum of its inputs; hands the upstream gradient to both.",
        reference=_CALCULUS,
        inputs=("a", "b"),
        aliases=("+", "plus"),
        forward=np.add,
        latex="$a + $b",
        local_latex=("1", "1"),
        spelling=Infix("+", SUM_PRECEDENCE),
        numpy_local=(
            "1.0",
            "1.0",
        ),
    ),
    elementwise(
        name="subtract",
        title="Subtract",
        symbol="−",
        category=Category.ARITHMETIC,
        role=Role.DIFFERENCE,
        look_alikes=("add",),
        adds=np.add,
        summary="The difference of its inputs; the second gets the upstream gradient negated.",
        reference=_CALCULUS,
        inputs=("a", "b"),
        aliases=("-", "−", "minus"),
        forward=np.subtract,
        latex="$a - $b",
        local_latex=("1", "-1"),
        spelling=Infix("-", SUM_PRECEDENCE),
        numpy_local=(
            "1.0",
            "-1.0",
        ),
    ),
    elementwise(
        name="multiply",
        title="Multiply",
        symbol="×",
        category=Category.ARITHMETIC,
        role=Role.SWITCHER,
        look_alikes=("add",),
        zero=lambda a, b: (a == 0) | (b == 0),
        summary="The product of its inputs; each gets the upstream gradient times the other one.",
        reference=_CALCULUS,
        inputs=("a", "b"),
        aliases=("*", "×", "·", "mul", "times"),
        forward=np.multiply,
        latex=r"$a \cdot $b",
        local_latex=("$b", "$a"),
        spelling=Infix("*", PRODUCT_PRECEDENCE),
        numpy_local=(
            "$b",
            "$a",
        ),
    ),
    elementwise(
        name="divide",
        title="Divide",
        symbol="÷",
        category=Category.ARITHMETIC,
        role=Role.SLOPES,
        look_alikes=("multiply",),
        pole=lambda a, b: b == 0,
        zero=lambda a, b: a == 0,
        summary="The quotient of its inputs; the second must not be 0.",
        reference=_CALCULUS,
        inputs=("a", "b"),
        aliases=("/", "÷", "div"),
        forward=np.divide,
        explain=division_by_zero,
        latex=r"\frac{$a}{$b}",
        local_latex=(r"\frac{1}{$b}", r"-\frac{$a}{$b^2}"),
        spelling=Infix("/", PRODUCT_PRECEDENCE),
        numpy_local=(
            "1 / $b",
            "-$y / $b",
        ),
    ),
    elementwise(
        name="power",
        title="Power",
        symbol="xⁿ",
        category=Category.ARITHMETIC,
        role=Role.SLOPES,
        pole=lambda a, b: a == 0,
        zero=lambda a, b: a == 0,
        summary="The first input raised to the second.",
        reference=f"{_CALCULUS}; 0⁰ is 1 with the slopes 0, as in PyTorch",
        inputs=("a", "b"),
        aliases=("**", "^", "pow"),
        forward=np.power,
        explain=undefined_power,
        explain_slope=undefined_power_slope,
        latex="{$a}^{$b}",
        local_latex=(_BASE_SLOPE, _EXPONENT_SLOPE),
        otherwise=(
            Otherwise(
                applies=lambda a, b: bool(np.any(a == 0)),
                local_latex=(_BASE_SLOPE, _NO_EXPONENT_SLOPE),
            ),
            Otherwise(
                applies=lambda a, b: bool(np.any((a == 0) & (b == 0))),
                local_latex=(_NO_BASE_SLOPE, _NO_EXPONENT_SLOPE),
            ),
        ),
        spelling=Infix("**", POWER_PRECEDENCE, right_associative=True),
        numpy_local=(
            # b·aᵇ⁻¹, and 0 for b = 0 where a⁰ is 1 everywhere: at a = 0 it would be 0·0⁻¹ = 0·∞.
            "$b * np.power($a, $b - ($b != 0))",
            # aᵇ ln a, with the limit 0 at a = 0 instead of 0·(−∞); at 0⁰ it is 0 by convention, as
            # in PyTorch. A negative base has powers at whole exponents alone, hence no slope: NaN.
            "np.where($a == 0, 0.0, $y * np.log(np.where($a == 0, 1.0, $a)))",
        ),
    ),
    elementwise(
        name="negate",
        title="Negate",
        symbol="×−1",
        category=Category.ARITHMETIC,
        role=Role.NEGATOR,
        look_alikes=("reciprocal",),
        summary="The input with its sign turned; turns the gradient's sign too.",
        reference=_CALCULUS,
        aliases=("neg",),
        forward=np.negative,
        latex="-$x",
        local_latex=("-1",),
        spelling=Prefix("-", SIGN_PRECEDENCE),
        numpy_local=("-1.0",),
    ),
    elementwise(
        name="reciprocal",
        title="Reciprocal",
        symbol="1/x",
        category=Category.ARITHMETIC,
        role=Role.LOCAL,
        look_alikes=("negate",),
        pole=lambda x: x == 0,
        zero=never,
        summary="One divided by the input, which must not be 0.",
        reference=_CALCULUS,
        aliases=("1/x", "inverse"),
        forward=np.reciprocal,
        explain=division_by_zero,
        latex=r"\frac{1}{$x}",
        local_latex=(r"-\frac{1}{$x^2}",),
        spelling=Prefix("1/", PRODUCT_PRECEDENCE),
        numpy_local=("-$y * $y",),
    ),
    elementwise(
        name="square",
        title="Square",
        symbol="x²",
        category=Category.ARITHMETIC,
        role=Role.LOCAL,
        look_alikes=("sqrt",),
        zero=lambda x: x == 0,
        summary="The input times itself.",
        reference=_CALCULUS,
        aliases=("sq", "x²"),
        forward=np.square,
        latex="{$x}^2",
        local_latex=("2 $x",),
        spelling=Postfix("**2", POWER_PRECEDENCE),
        numpy_local=("2 * $x",),
    ),
)
