"""Formulas set quickly look as ziamath sets them, to the last digit of their outlines."""

from __future__ import annotations

import dataclasses
import random

import pytest

from desktop.widgets.formulas import typesetter
from desktop.widgets.formulas.typesetter import svg_of
from engine.operations.catalog import OPERATIONS

WRITTEN = (
    r"\frac{\partial L}{\partial x} = \frac{\partial L}{\partial y}\cdot"
    r"\frac{\partial y}{\partial x}",
    r"1.798\cdot 10^{308} \cdot \left(-1.000\cdot 10^{-310}\right) = {-}0.0018",
    r"\left[\begin{matrix} 1.5 & -2.25 \\ 4 & \frac{1}{2} \end{matrix}\right]\left[\begin{matrix}1"
    r"\\2\end{matrix}\right]",
    r"\tanh(x) = \frac{e^{x} - e^{-x}}{e^{x} + e^{-x}}",
    r"\sqrt{x_1^2 + \left(\frac{a}{b}\right)^2} - \sum_{i=1}^{n} w_i \prod_{j} \left|x_j\right|",
    r"\overline{x} + \hat{y} + \text{out of range} \Rightarrow \begin{cases} x & x > 0 \\ 0 & x = 0"
    r"\end{cases}",
    r"\textcolor{#cc0000}{\left\{\left[\left(x^{2^{2}}\right)^{2}\right]_{i}\right\}}",
)  # fmt: skip
_LEAVES = ("x", "w_1", "0.25", r"\theta", "10^{-3}", r"\mathrm{loss}", "-2")
_FORMS = (
    r"\frac{#}{#}", "#^{#}", "#_{#}", r"\left(#\right)", r"\left[# - #\right]^{2}", r"\sqrt{#}",
    r"# \cdot #", r"# = #", r"\left|#\right|", r"\sum_{i}^{#} #", r"\exp\left(#\right)",
    r"\begin{matrix} # & # \\ # & # \end{matrix}", r"\overline{#}", r"\mathbf{#}", r"\tfrac{#}{2}",
)  # fmt: skip


def some_formula(dice: random.Random, depth: int) -> str:
    if depth == 0:
        return dice.choice(_LEAVES)
    pieces = dice.choice(_FORMS).split("#")
    filled = pieces[0]
    for piece in pieces[1:]:
        filled += "{" + some_formula(dice, dice.randrange(depth)) + "}" + piece
    return filled


def random_formulas(count: int) -> list[str]:
    dice = random.Random(3)
    return [some_formula(dice, 3) for _ in range(count)]


def set_plainly(latex: str, colour: str) -> str:
    """Set a formula as ziamath does by itself."""
    from ziamath import styles
    from ziamath.nodes.mrow import Mrow

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(styles, "asdict", dataclasses.asdict)
        quick = Mrow._get_height_nostretch
        patch.setattr(Mrow, "_get_height_nostretch", quick.__wrapped__)
        return svg_of(latex, colour, 16.0)


def test_a_formula_looks_as_ziamath_sets_it() -> None:
    svg_of("x", "#1a2b3c", 16.0)
    of_gates = [operation.latex for operation in OPERATIONS.values()]
    for latex in (*WRITTEN, *of_gates):
        assert svg_of(latex, "#1a2b3c", 16.0) == set_plainly(latex, "#1a2b3c"), latex


def test_any_formula_looks_as_ziamath_sets_it_whatever_was_set_before() -> None:
    svg_of("x", "#000000", 16.0)
    for latex in random_formulas(30):
        plain = set_plainly(latex, "#000000")
        assert svg_of(latex, "#000000", 16.0) == plain, latex
        assert svg_of(latex, "#000000", 16.0) == plain, latex


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (r"v = (-1, -3)", r"v = ({-}1, {-}3)"),
        (r"3 \cdot \left(-0.5\right)", r"3 \cdot \left({-}0.5\right)"),
        (r"y \approx -0.2", r"y \approx {-}0.2"),
        (r"w_1 x_1 - 2 - (a - b)", r"w_1 x_1 - 2 - (a - b)"),
        (r"x \leftarrow -1, 10^{-5}", r"x \leftarrow -1, 10^{-5}"),
    ],
)
def test_a_sign_stands_close_to_its_number(written: str, meant: str) -> None:
    assert svg_of(written, "#000000", 16.0) == svg_of(meant, "#000000", 16.0)


def test_what_is_kept_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    heights: dict[object, typesetter.Heights] = {}
    monkeypatch.setattr(typesetter, "_heights", heights)
    monkeypatch.setattr(typesetter, "_MOST_KEPT", 20)
    for number in range(30):
        svg_of(rf"\frac{{{number}}}{{x}}", "#000000", 16.0)
        assert 0 < len(heights) <= 20
