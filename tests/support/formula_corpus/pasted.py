"""Spellings by origin: PyTorch cells, spreadsheets, Korean notes, LaTeX, phones and Word."""

from __future__ import annotations

from typing import Any

from tests.support.formula_corpus.entry import Shelf, reading
from tests.support.formula_corpus.helpers import (
    dot,
    mean,
    plus,
    relu,
    sigmoid,
    times,
    turned,
)

CELLS = Shelf("PyTorch and NumPy cells")
SHEETS = Shelf("spreadsheets")
KOREAN = Shelf("Korean notes")
LATEX = Shelf("LaTeX")
KEYBOARDS = Shelf("keyboards and Word")
SHELVES = (CELLS, SHEETS, KOREAN, LATEX, KEYBOARDS)

_MATRIX = "x=[1,-2] W=[[1,2],[3,4]] b=[0.5,4]"


def _affine(x: list[Any], W: list[list[Any]], b: list[Any]) -> list[Any]:
    return plus(times(turned(W), x), b)


CELLS.says("x @ W + b", _MATRIX, lambda m, x, W, b: _affine(x, W, b))
CELLS.says(
    "torch.sigmoid(x @ W + b)",
    _MATRIX,
    lambda m, x, W, b: [sigmoid(m, z) for z in _affine(x, W, b)],
)
CELLS.says("F.relu(x @ W + b)", _MATRIX, lambda m, x, W, b: [relu(z) for z in _affine(x, W, b)])
CELLS.says("torch.relu(x)", "x=2", lambda m, x: x)
CELLS.says("torch.nn.functional.softplus(x)", "x=2", lambda m, x: m.log(1 + m.exp(x)))
CELLS.refuses("F.softmax(x, dim=0)", "dim", "setting")
CELLS.says("x.sum()", "x=[1,2,0.5]", lambda m, x: sum(x))
CELLS.says(
    "((y - t)**2).mean()",
    "y=[1,2] t=[3,1]",
    lambda m, y, t: mean([(y[0] - t[0]) ** 2, (y[1] - t[1]) ** 2]),
)
CELLS.says("(w*x).sum() + b", "w=[1,2] x=[3,-1] b=0.5", lambda m, w, x, b: dot(w, x) + b)
CELLS.says("x.pow(2)", "x=3", lambda m, x: x * x)
CELLS.says("-x.abs() + x.relu().sum()", "x=3", lambda m, x: -abs(x) + relu(x))
CELLS.says("x.T @ y", "x=[1,2] y=[3,-1]", lambda m, x, y: dot(x, y))
CELLS.says("torch.clamp(x, min=0, max=1)*y", "x=0.5 y=3", lambda m, x, y: x * y)
CELLS.says("torch.where(x > 0, x, 0.1*x)", "x=-3", lambda m, x: 0.1 * x)
CELLS.says("np.maximum(0, x)", "x=3", lambda m, x: x)
CELLS.says("np.dot(w, x) + b", "w=[1,2] x=[3,-1] b=0.5", lambda m, w, x, b: dot(w, x) + b)
CELLS.says("1 / (1 + np.exp(-z))", "z=0.5", sigmoid)
CELLS.says("np.log(np.sum(np.exp(x)))", "x=[1,2]", lambda m, x: m.log(sum(m.exp(p) for p in x)))
CELLS.says("math.sin(2*math.pi*x)", "x=0.1", lambda m, x: m.sin(2 * m.pi * x))
CELLS.says("np.linalg.norm(x)", "x=[3,4]", lambda m, x: m.sqrt(x[0] ** 2 + x[1] ** 2))
CELLS.says("abs(x) + pow(x, 3)", "x=-2", lambda m, x: abs(x) + x**3)
CELLS.says("np.array([1, 2]) * x", "x=[3,4]", lambda m, x: [x[0], 2 * x[1]])
CELLS.says("q = x + y  # forward\nf = q * z", "x=-2 y=5 z=-4", lambda m, x, y, z: (x + y) * z)
CELLS.refuses("import torch", "import", "belongs to a program")
CELLS.refuses("import numpy as np\nz = w*x + b", "import", "belongs to a program")
CELLS.refuses("def f(x):\n    return x**2", "def", "belongs to a program")
CELLS.refuses("f = lambda x: x**2", "lambda", "belongs to a program")
CELLS.refuses("for i in x", "for", "belongs to a program")
CELLS.refuses("return x*y", "return", "belongs to a program")
CELLS.refuses("optimizer.step()", "step", "belongs to a program")
CELLS.refuses("torch.zeros(3)", "zeros", "palette")
CELLS.refuses("W[0, :]", "[0", "W.T[0]")
CELLS.says("w = torch.tensor(2.0, requires_grad=True); w*x", "x=3", lambda m, x: 2 * x)
CELLS.asks(
    "dot = w[0]*x[0] + w[1]*x[1]; f = 1/(1 + exp(-dot))",
    reading("w=[1,2] x=[3,-1]", lambda m, w, x: sigmoid(m, w[0] * x[0] + w[1] * x[1])),
)
CELLS.refuses("x += v", "=")
CELLS.refuses("loss.backward()", "backward", "belongs to a program")
CELLS.refuses("x // 2", "/")

SHEETS.says("=A1*B1+C1", "A1=2 B1=3 C1=4", lambda m, a, b, c: a * b + c)
SHEETS.says("=1/(1+EXP(-A1))", "A1=0.5", sigmoid)
SHEETS.says("SQRT(x)+LN(x)+ABS(x)", "x=2", lambda m, x: m.sqrt(x) + m.log(x) + x)
SHEETS.says("SUM(x)/3", "x=[1,2,6]", lambda m, x: sum(x) / 3)
SHEETS.says("AVERAGE(x)", "x=[1,2,6]", lambda m, x: mean(x))
SHEETS.says("POWER(x,2)", "x=3", lambda m, x: x * x)
SHEETS.says("MAX(0,x)", "x=3", lambda m, x: x)
SHEETS.says("IF(x>0,x,0)", "x=3", lambda m, x: x)
SHEETS.says("LOG10(x)", "x=3", lambda m, x: m.log(x) / m.log(m.number(10)))
SHEETS.asks("LOG(x, 2)", reading("x=5", lambda m, x: m.log(x) / m.log(m.number(2))))
SHEETS.refuses("SUM(A1:A3)", ":")
SHEETS.refuses("MAX(a;b)", ";")
SHEETS.refuses("50%*x", "%")

KOREAN.says("손실 = (예측 - 정답)^2", "예측=3 정답=1", lambda m, a, b: (a - b) ** 2)
KOREAN.says(
    "시그모이드(가중치*입력 + 편향)",
    "가중치=2 입력=0.5 편향=-2",
    lambda m, w, x, b: sigmoid(m, w * x + b),
)
KOREAN.says("제곱(x) + 제곱근(y)", "x=3 y=4", lambda m, x, y: x * x + m.sqrt(y))
KOREAN.says(
    "평균((예측−정답)²)",
    "예측=[3,1] 정답=[1,1]",
    lambda m, a, b: ((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2) / 2,
)
KOREAN.says("최대(0, x)", "x=3", lambda m, x: x)
KOREAN.says(
    "z = w1ㆍx1 + w2ㆍx2 + b",
    "w1=2 x1=1 w2=3 x2=-1 b=0.5",
    lambda m, a, x, c, y, b: a * x + c * y + b,
)
KOREAN.says("ｙ＝２（ｘ＋１）", "x=3", lambda m, x: 2 * (x + 1))
KOREAN.says("ｍａｘ（０，　ｘ）", "x=3", lambda m, x: x)
KOREAN.says("ｘ×ｙ÷２－１", "x=3 y=4", lambda m, x, y: x * y / 2 - 1)
KOREAN.says("［１，２］＊ｘ", "x=[3,4]", lambda m, x: [x[0], 2 * x[1]])
KOREAN.asks("합 = w1 + w2", reading("w1=2 w2=3", lambda m, a, b: a + b), says="합1")
KOREAN.says("합계*2", "합계=3", lambda m, x: 2 * x)
KOREAN.says("2손실", "손실=3", lambda m, x: 2 * x)

LATEX.says(r"\sigma(w \cdot x + b)", "w=2 x=3 b=-5", lambda m, w, x, b: sigmoid(m, w * x + b))
LATEX.says(r"\frac{1}{1 + e^{-x}}", "x=0.5", sigmoid)
LATEX.says(r"\sqrt{x^2 + y^2}", "x=3 y=4", lambda m, x, y: m.sqrt(x * x + y * y))
LATEX.says(r"\max\left(0, x\right)", "x=3", lambda m, x: x)
LATEX.says(r"w_{1} x_{1}", "w_1=3 x_1=2", lambda m, a, b: a * b)
LATEX.says(r"$x^{2}$", "x=3", lambda m, x: x * x)
LATEX.says(r"\alpha x^2", "α=2 x=3", lambda m, a, x: a * x * x)
LATEX.says(r"\hat{y} - y", "ŷ=3 y=1", lambda m, a, y: a - y)
LATEX.says(r"\|x\|^2", "x=[3,4]", lambda m, x: x[0] ** 2 + x[1] ** 2)
LATEX.says(r"\exp(-x)", "x=3", lambda m, x: m.exp(-x))
LATEX.refuses(r"\int x dx", "\\")

_difference = reading("x=5 y=2", lambda m, x, y: x - y).means
for sign in "−–—‐‑‒―﹣－":
    KEYBOARDS.says(f"x {sign} y", "x=5 y=2", _difference)
_product = reading("x=5 y=2", lambda m, x, y: x * y).means
for sign in "·⋅∙•・×✕✖∗＊":
    KEYBOARDS.says(f"x{sign}y", "x=5 y=2", _product)
for sign in "÷∕⁄／":
    KEYBOARDS.says(f"x{sign}y", "x=5 y=2", lambda m, x, y: x / y)
KEYBOARDS.says("x\u2062y", "x=5 y=2", _product)
KEYBOARDS.says("x’ − x", "x′=5 x=2", lambda m, a, x: a - x)
KEYBOARDS.says("\u200bx\u00a0+\u2009y\ufeff", "x=5 y=2", lambda m, x, y: x + y)
KEYBOARDS.says("[x + 1]*2", "x=5", lambda m, x: 2 * (x + 1))
KEYBOARDS.says("{x + 1}*2", "x=5", lambda m, x: 2 * (x + 1))
KEYBOARDS.refuses("“x”", "“")
KEYBOARDS.refuses("x + …", "…")
