"""Activation functions made of straight pieces: ±1, maxout of two lines, ReLU6, hard tanh."""

from __future__ import annotations

import numpy as np

from engine.arrays import Array
from engine.operations.elementwise import elementwise
from engine.operations.operation import Category, Operation, Otherwise, Role
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


def _between(
    *, name: str, title: str, symbol: str, low: int, high: int, alias: str, summary: str,
    reference: str, look_alike: str,
) -> Operation:  # fmt: skip
    """Return the record of an activation that is its input between two ends, and flat beyond."""
    return elementwise(
        name=name,
        title=title,
        symbol=symbol,
        category=Category.ACTIVATIONS,
        role=Role.VALVE,
        look_alikes=(look_alike,),
        known_range=(float(low), float(high)),
        summary=summary,
        reference=f"{reference}; slope 0 used at both ends, as PyTorch does",
        aliases=(alias,),
        latex=rf"\min(\max({low}, $x), {high})",
        local_latex=(rf"\mathbf{{1}}[{low} < $x < {high}]",),
        numpy=f"np.minimum(np.maximum($x, {low}.0), {high}.0)",
        numpy_local=(f"np.where(($x > {low}) & ($x < {high}), 1.0, 0.0)",),
        numpy_ignores=(f"($x < {low}) | ($x > {high})",),
        pytorch=f"torch.nn.functional.{name}($x)",
    )


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
    _between(
        name="relu6",
        title="ReLU6",
        symbol="ReLU6",
        low=0,
        high=6,
        alias="rectifier6",
        summary="ReLU that ends at 6, so that a few bits hold its values on a phone.",
        reference="Krizhevsky, Convolutional deep belief networks on CIFAR-10, 2010",
        look_alike="relu",
    ),
    _between(
        name="hardtanh",
        title="Hard tanh",
        symbol="htanh",
        low=-1,
        high=1,
        alias="hard_tanh",
        summary="The input between −1 and 1 and flat beyond: tanh of straight pieces, quick.",
        reference="Collobert, Large scale machine learning, 2004",
        look_alike="tanh",
    ),
)
