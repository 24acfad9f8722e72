"""A formula is told in one line of plain text, without LaTeX."""

from __future__ import annotations

import pytest

from desktop.widgets.formulas.formula_text import formula_text

TOLD = {
    r"\frac{\partial f}{\partial z}": "∂f/∂z",
    r"f = (x + y)\cdot z": "f = (x + y) · z",
    r"x_1^{2}": "x₁²",
    r"\sum_{i=1}^n w_i x_i": "∑_(i = 1)ⁿwᵢxᵢ",
    r"\hat{m}": "m\u0302",
    r"\bar{x}": "x\u0304",
    r"\begin{bmatrix}1&2\\3&4\end{bmatrix}": "[1, 2; 3, 4]",
    r"\sqrt{x+1}": "√(x + 1)",
    r"\sqrt[3]{x}": "³√x",
    r"\sigma(-x)": "σ(−x)",
    r"1.2\times10^{-5}": "1.2 × 10⁻⁵",
    r"(a+b)'": "(a + b)′",
    r"\text{loss} = 3": "loss = 3",
    r"\ln 2 = 0.693": "ln 2 = 0.693",
    r"W^\top x": "Wᵀx",
    r"W^T x": "Wᵀx",
    r"-\frac{1}{2}": "−1/2",
    r"\frac{a+b}{c\cdot d}": "(a + b)/(c · d)",
    r"\frac{(a+b)}{(c)(d+e)}": "(a + b)/((c)(d + e))",
    r"a - -b": "a − −b",
    r"\max(0, x)": "max(0, x)",
    r"e^{-x}": "e^−x",
    r"2 \lambda w": "2λw",
    r"a \le b": "a ≤ b",
    r"w_{12}": "w₁₂",
    r"w_{ab}": "w_ab",
    r"\underset{x}{y}": "yₓ",
}


@pytest.mark.parametrize("latex", TOLD)
def test_a_formula_is_told(latex: str) -> None:
    assert formula_text(latex) == TOLD[latex]


@pytest.mark.parametrize("latex", [r"\frac{a}{", "x^", "", "{" * 3_000, r"\begin{bmatrix}1"])
def test_what_cannot_be_read_is_told_as_it_stands_or_as_far_as_it_goes(latex: str) -> None:
    told = formula_text(latex)
    assert told == latex or "\\" not in told
