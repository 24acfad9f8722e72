"""Activation functions made of straight pieces: the step to ±1, and maxout of two lines."""

from __future__ import annotations

import numpy as np

from engine.arrays import Array
from engine.operations.elementwise import elementwise
from engine.operations.operation import Category, Otherwise, Role
from engine.settings import Setting

ORDER = -4


def _line_setting(name: str, title: str, symbol: str, default: float, summary: str) -> Setting:
    return Setting(
        name=name,
        title=title,
        symbol=symbol,
        default=default,
        minimum=-3.0,
        maximum=3.0,
        summary=summary,
    )


def _pieces(
    x: Array, left_slope: float, left_offset: float, right_slope: float, right_offset: float
) -> tuple[Array, Array]:
    return left_slope * x + left_offset, right_slope * x + right_offset


_LEFT = "($left_slope * $x + $left_offset)"
_RIGHT = "($right_slope * $x + $right_offset)"
_LEFT_LATEX = r"$left_slope \cdot $x + $left_offset"
_RIGHT_LATEX = r"$right_slope \cdot $x + $right_offset"

RECORDS = (
    elementwise(
        name="bipolar_step",
        title="Bipolar step",
        symbol="±1",
        category=Category.ACTIVATIONS,
        role=Role.STOP,
        summary="The perceptron's answer, −1 below 0 and 1 from 0 on; its slope is 0, so no "
        "gradient passes.",
        reference="Rosenblatt, The perceptron, 1958; 1 used at 0, where it jumps",
        # Not sgn, which is 0 at 0.
        latex=r"\begin{cases} 1 & $x \ge 0 \\ -1 & $x < 0 \end{cases}",
        local_latex=("0",),
        numpy="np.where($x >= 0, 1.0, -1.0)",
        numpy_local=("0.0",),
        numpy_ignores=("$x != 0",),
        # The sign of 0 moved up gives 1 at 0, and a gradient of 0 instead of none.
        pytorch="torch.sign(torch.sign($x) + 0.5)",
    ),
    elementwise(
        name="two_line_maxout",
        title="Maxout of two lines",
        symbol="max₂",
        category=Category.ACTIVATIONS,
        role=Role.LOCAL,
        summary="The higher of two lines, each with its own slope and offset, which are learnt.",
        reference="Goodfellow et al., Maxout networks, 2013; where they cross, the mean slope",
        settings=(
            _line_setting("left_slope", "Slope 1", "w_1", -0.5, "The slope of the first line."),
            _line_setting("left_offset", "Offset 1", "b_1", 0.0, "The first line's value at 0."),
            _line_setting("right_slope", "Slope 2", "w_2", 1.0, "The slope of the second line."),
            _line_setting("right_offset", "Offset 2", "b_2", 0.0, "The second line's value at 0."),
        ),
        aliases=("maxout2",),
        latex=rf"\max({_LEFT_LATEX}, {_RIGHT_LATEX})",
        local_latex=(
            rf"\begin{{cases}} $left_slope & {_LEFT_LATEX} > {_RIGHT_LATEX} \\ "
            rf"$right_slope & {_LEFT_LATEX} < {_RIGHT_LATEX} \end{{cases}}",
        ),
        otherwise=(
            Otherwise(
                applies=lambda x, **lines: bool(np.any(np.equal(*_pieces(x, **lines)))),
                local_latex=(
                    rf"\begin{{cases}} $left_slope & {_LEFT_LATEX} > {_RIGHT_LATEX} \\ "
                    rf"$right_slope & {_LEFT_LATEX} < {_RIGHT_LATEX} \\ "
                    rf"\frac{{$left_slope + $right_slope}}{{2}} & "
                    rf"{_LEFT_LATEX} = {_RIGHT_LATEX} \end{{cases}}",
                ),
            ),
        ),
        numpy=f"np.maximum{_LEFT[:-1]}, {_RIGHT[1:]}",
        numpy_local=(
            f"np.where({_LEFT} == {_RIGHT}, 0.5 * ($left_slope + $right_slope), "
            f"np.where({_LEFT} > {_RIGHT}, $left_slope, $right_slope))",
        ),
    ),
)
