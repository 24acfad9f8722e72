"""Spellings that mathematics has for functions, bars, roots, powers, indices and names."""

from __future__ import annotations

from tests.support.formula_corpus.entry import Shelf, reading
from tests.support.formula_corpus.helpers import (
    dot,
    mean,
    sigmoid,
    squares,
    times,
    turned,
)

NOTATION = Shelf("notation")
CHOICES = Shelf("choices and indices")
NAMES = Shelf("names")
_say, _ask, _refuse = NOTATION.says, NOTATION.asks, NOTATION.refuses

_say("|x|", "x=-3", lambda m, x: abs(x))
_say("|x - y|", "x=1 y=3", lambda m, x, y: abs(x - y))
_say("|x||y|", "x=-2 y=-3", lambda m, x, y: abs(x) * abs(y))
_say("|x|²", "x=-3", lambda m, x: x**2)
_say("|x - y|/|y|", "x=1 y=-3", lambda m, x, y: abs(x - y) / abs(y))
_say("‖x‖", "x=[3,-4]", lambda m, x: m.sqrt(squares(x)))
_say("‖x‖²", "x=[3,-4]", lambda m, x: squares(x))
_say("‖x − y‖²", "x=[3,-4] y=[1,1]", lambda m, x, y: (x[0] - y[0]) ** 2 + (x[1] - y[1]) ** 2)
_say("||x||", "x=[3,-4]", lambda m, x: m.sqrt(squares(x)))
_say("||W @ x||^2", "W=[[0.1,0.5],[-0.3,0.8]] x=[0.2,0.4]", lambda m, W, x: squares(times(W, x)))
_say("‖x‖₂", "x=[3,-4]", lambda m, x: m.sqrt(squares(x)))
_say("‖x‖₁", "x=[3,-4]", lambda m, x: sum(abs(part) for part in x))
_say("√x", "x=9", lambda m, x: m.sqrt(x))
_say("√4", "", lambda m: m.sqrt(m.number(4)))
_say("√(x² + y²)", "x=3 y=4", lambda m, x, y: m.sqrt(x * x + y * y))
_say("∛x", "x=8", lambda m, x: x ** (m.number(1) / 3))
_say("x⁻¹", "x=4", lambda m, x: 1 / x)
_say("x⁻²", "x=4", lambda m, x: 1 / (x * x))
_say("x³ − x", "x=2", lambda m, x: x**3 - x)
_say("-x^2", "x=3", lambda m, x: -(x * x))
_say("2^-1*x", "x=3", lambda m, x: x / 2)
_say("x^y^2", "x=1.5 y=2", lambda m, x, y: x ** (y**2))
_say("+x", "x=3", lambda m, x: x)
_say("x*+y - +z", "x=3 y=2 z=1", lambda m, x, y, z: x * y - z)
_say("x · y", "x=3 y=2", lambda m, x, y: x * y)
_say("x × y ÷ z", "x=3 y=2 z=4", lambda m, x, y, z: x * y / z)
_say("x ⊙ y", "x=[3,1] y=[2,-1]", lambda m, x, y: [x[0] * y[0], x[1] * y[1]])
_say("x ∘ y", "x=[3,1] y=[2,-1]", lambda m, x, y: [x[0] * y[0], x[1] * y[1]])
_say("Wᵀ @ x", "W=[[1,2],[3,4]] x=[5,6]", lambda m, W, x: times(turned(W), x))
_say("W^T @ x", "W=[[1,2],[3,4]] x=[5,6]", lambda m, W, x: times(turned(W), x))
_say("W.T @ x", "W=[[1,2],[3,4]] x=[5,6]", lambda m, W, x: times(turned(W), x))
_say("sin x", "x=0.5", lambda m, x: m.sin(x))
_say("ln x", "x=0.5", lambda m, x: m.log(x))
_say("sin x + 1", "x=0.5", lambda m, x: m.sin(x) + 1)
_say("sin x^2", "x=0.5", lambda m, x: m.sin(x * x))
_say("sin 2x", "x=0.5", lambda m, x: m.sin(2 * x))
_say("sin²x + cos²x", "x=0.5", lambda m, x: m.sin(x) ** 2 + m.cos(x) ** 2)
_say("tanh²(x)", "x=0.5", lambda m, x: m.tanh(x) ** 2)
_say("ln(x)²", "x=0.5", lambda m, x: m.log(x) ** 2)
_say("log₂ x", "x=5", lambda m, x: m.log(x) / m.log(m.number(2)))
_say("log_10(x)", "x=5", lambda m, x: m.log(x) / m.log(m.number(10)))
_say("σ(x)", "x=0.5", sigmoid)
_say("Σ x", "x=[1,2,4]", lambda m, x: sum(x))
_say("Σx²", "x=[1,2,4]", lambda m, x: squares(x))
_say("Σ(x·y)", "x=[1,2,4] y=[1,0.5,2]", lambda m, x, y: dot(x, y))
_say(
    "mean((x − y)²)",
    "x=[1,2] y=[3,1]",
    lambda m, x, y: mean([(x[0] - y[0]) ** 2, (x[1] - y[1]) ** 2]),
)
_say("f(x) = x^2 + 1", "x=3", lambda m, x: x * x + 1)
_say("f(x, y) = x*y", "x=3 y=2", lambda m, x, y: x * y)
_say("σ(z) = 1/(1 + e^(-z))", "z=0.5", sigmoid)
_say("[[1, 2], [3, 4]] @ x", "x=[5,6]", lambda m, x: [x[0] + 2 * x[1], 3 * x[0] + 4 * x[1]])
_say("[0.22 0.26] * x", "x=[5,6]", lambda m, x: [0.22 * x[0], 0.26 * x[1]])
_say(
    "# a neuron\nz = w*x + b  # its sum\nσ(z)",
    "w=3 x=2 b=-5",
    lambda m, w, x, b: sigmoid(m, w * x + b),
)
_say("z = w*x + b\r\na = tanh(z)\r\n", "w=3 x=2 b=-5", lambda m, w, x, b: m.tanh(w * x + b))
_ask(
    "sin x y",
    reading("x=0.5 y=2", lambda m, x, y: m.sin(x) * y),
    reading("x=0.5 y=2", lambda m, x, y: m.sin(x * y)),
)
_ask(
    "ln x/2",
    reading("x=0.5", lambda m, x: m.log(x) / 2),
    reading("x=0.5", lambda m, x: m.log(x / 2)),
)
_ask(
    "sin⁻¹(x)",
    reading("x=0.5", lambda m, x: m.asin(x)),
    reading("x=0.5", lambda m, x: 1 / m.sin(x)),
)
_ask(
    "√2x",
    reading("x=3", lambda m, x: m.sqrt(m.number(2)) * x),
    reading("x=3", lambda m, x: m.sqrt(2 * x)),
)
_ask(
    "Σ(x − y)²",
    reading("x=[1,2] y=[3,1]", lambda m, x, y: (x[0] - y[0]) ** 2 + (x[1] - y[1]) ** 2),
    reading("x=[1,2] y=[3,1]", lambda m, x, y: (x[0] - y[0] + x[1] - y[1]) ** 2),
)
_ask(
    "lnx + 1",
    reading("x=0.5", lambda m, x: m.log(x) + 1),
    reading("lnx=2", lambda m, a: a + 1),
)
_ask(
    "sinx + cosx",
    reading("x=0.5", lambda m, x: m.sin(x) + m.cos(x)),
    reading("sinx=2 cosx=3", lambda m, a, b: a + b),
)
_ask("tanhx", reading("x=0.5", lambda m, x: m.tanh(x)), reading("tanhx=2", lambda m, a: a))
_ask(
    "2expx²",
    reading("x=0.5", lambda m, x: 2 * m.exp(x * x)),
    reading("expx=3", lambda m, a: 2 * a * a),
)
_ask(
    "log2x",
    reading("x=0.5", lambda m, x: m.log(x) / m.log(m.number(2))),
    reading("x=0.5", lambda m, x: m.log(2 * x)),
    reading("log2x=2", lambda m, a: a),
)
_ask("sinx", reading("x=0.5", lambda m, x: m.sin(x)), names=frozenset({"x"}), fixed=True)
_say("cost + means", "cost=1 means=2", lambda m, a, b: a + b)
_ask(
    "Σ w·x + b",
    reading("w=[1,2] x=[3,1] b=4", lambda m, w, x, b: dot(w, x) + b),
    reading("w=[1,2] x=3 b=4", lambda m, w, x, b: sum(w) * x + b),
)
_ask(
    "σ x",
    reading("x=0.5", sigmoid),
    reading("σ=2 x=0.5", lambda m, s, x: s * x),
)
_ask("sin -x", reading("x=0.5", lambda m, x: m.sin(-x)))
_ask("exp -x² + cos -x", reading("x=0.5", lambda m, x: m.exp(-x * x) + m.cos(x)))
_ask(
    "W^TX",
    reading(
        "W=[[1,2],[3,4]] X=[[5,6],[7,8]]",
        lambda m, W, X: turned([times(turned(W), column) for column in turned(X)]),
    ),
    reading("W=2 TX=3", lambda m, W, x: W**x),
)
_say("⌊x⌋ + 2⌊y/2⌋", "x=2.5 y=7.5", lambda m, x, y: 8 + 0 * x)
_refuse("⌈x⌉", "⌈", "-floor(-x)")
_refuse("⌊x)", ")", "closed by")
_ask(
    "lg x",
    reading("x=0.5", lambda m, x: m.log(x) / m.log(m.number(10))),
    reading("x=0.5", lambda m, x: m.log(x) / m.log(m.number(2))),
)
_say("y ln a", "y=0.5 a=2", lambda m, y, a: y * m.log(a))
_refuse("|x|y|z|", "|")
_refuse("|x + 1", "|", "never closed")
_refuse("x!", "!")
_refuse("∂f/∂x", "∂")
_refuse("x ± 1", "±")
_refuse("0 < x < 1", "< 1", "each by itself")
_refuse("x % 2", "%")

CHOICES.says("max(a, b, c)", "a=1 b=5 c=2", lambda m, a, b, c: b)
CHOICES.says("min(a, b, 0.5, c)", "a=1 b=5 c=-2", lambda m, a, b, c: c)
CHOICES.says("max(v)", "v=[1,4,2]", lambda m, v: v[1])
CHOICES.says("min(v)", "v=[3,4,2]", lambda m, v: v[2])
CHOICES.asks(
    "max(1,000, x)",
    reading("x=2", lambda m, x: 0 * x + 1000),
    reading("x=2", lambda m, x: x),
)
CHOICES.says("max(1,100)", "", lambda m: m.number(100))
CHOICES.says("max(0, x)", "x=2", lambda m, x: x)
CHOICES.says("max{0, x}", "x=-2", lambda m, x: 0 * x)
CHOICES.says("where(x > 0, x, 0.1*x)", "x=-3", lambda m, x: 0.1 * x)
CHOICES.says("where(x >= 0, 1, 2)", "x=0", lambda m, x: 0 * x + 1)
CHOICES.says("where(x ≥ y, x, y)", "x=1 y=4", lambda m, x, y: y)
CHOICES.says("where(x < 0, exp(x) - 1, x)", "x=-0.5", lambda m, x: m.exp(x) - 1)
CHOICES.says("where(x <= 1, x², 2x - 1)", "x=1", lambda m, x: x * x)
CHOICES.says("y = x > 0", "x=2", lambda m, x: 0 * x + 1)
CHOICES.says("(x > 0)*x", "x=-2", lambda m, x: 0 * x)
CHOICES.says("x == y", "x=2 y=3", lambda m, x, y: 0 * x)
CHOICES.says("x != y", "x=2 y=3", lambda m, x, y: 0 * x + 1)
CHOICES.says("W[0] @ x", "W=[[1,2],[3,4]] x=[5,6]", lambda m, W, x: dot(W[0], x))
CHOICES.says("x[0]*x[-1]", "x=[3,5,2]", lambda m, x: x[0] * x[2])
CHOICES.says("W[1, 0]", "W=[[1,2],[3,4]]", lambda m, W: W[1][0])
CHOICES.says("v[1:3]", "v=[5,6,7,8]", lambda m, v: v[1:3])
CHOICES.says("tan(x) + sinh(x) + cosh(x)", "x=0.5", lambda m, x: m.tan(x) + m.sinh(x) + m.cosh(x))
CHOICES.says("arcsin(x) - arccos(x)", "x=0.5", lambda m, x: m.asin(x) - m.acos(x))
CHOICES.says(
    "log2(x) + log10(x)",
    "x=5",
    lambda m, x: m.log(x) / m.log(m.number(2)) + m.log(x) / m.log(m.number(10)),
)
CHOICES.says("log1p(x)*expm1(x)", "x=0.5", lambda m, x: m.log(1 + x) * (m.exp(x) - 1))
CHOICES.says("erf(x)", "x=0.5", lambda m, x: m.erf(x))
CHOICES.says("sign(x)*x", "x=-3", lambda m, x: -x)
CHOICES.says("floor(x) + x", "x=2.5", lambda m, x: 2 + x)
CHOICES.says("norm(x)", "x=[3,-4]", lambda m, x: m.sqrt(squares(x)))
CHOICES.says("prod(x)", "x=[3,-4,2]", lambda m, x: x[0] * x[1] * x[2])
CHOICES.says("relu6(x) + hardtanh(x)", "x=0.5", lambda m, x: 2 * x)
CHOICES.says("mish(x)", "x=0.5", lambda m, x: x * m.tanh(m.log(1 + m.exp(x))))
CHOICES.says("ReLU(x) + Sigmoid(x)", "x=0.5", lambda m, x: x + sigmoid(m, x))
CHOICES.says("SE(y, t)", "y=[1,2] t=[3,1]", lambda m, y, t: (y[0] - t[0]) ** 2 + (y[1] - t[1]) ** 2)
CHOICES.says(
    "MSE(y, t)", "y=[1,2] t=[3,1]", lambda m, y, t: ((y[0] - t[0]) ** 2 + (y[1] - t[1]) ** 2) / 2
)
CHOICES.says(
    "CE(s, t)",
    "s=[1,2,0.5] t=[0,1,0]",
    lambda m, s, t: sum(t) * m.log(sum(m.exp(p) for p in s)) - dot(s, t),
)
CHOICES.refuses("SVM(s)", "SVM", "2 inputs")
CHOICES.refuses("sigmod(x)", "sigmod", "sigmoid")
CHOICES.refuses("tahn(x)", "tahn", "“tanh”")
CHOICES.refuses("selu6(x)", "selu6", "not a function known here; to multiply")

NAMES.says("ŷ - y", "ŷ=2 y=1", lambda m, a, y: a - y)
NAMES.says("y\u0302 - ŷ + t", "ŷ=2 t=1", lambda m, y, t: t + 0 * y)
NAMES.says("\u00b5 - \u03bc + t", "μ=2 t=1", lambda m, y, t: t + 0 * y)
NAMES.says("m̂/(√v̂ + ε)", "m̂=2 v̂=4 ε=0.1", lambda m, a, v, e: a / (m.sqrt(v) + e))
NAMES.says("x′ - x", "x′=5 x=2", lambda m, a, x: a - x)
NAMES.says("x' - x", "x′=5 x=2", lambda m, a, x: a - x)
NAMES.says("w₁·x₁", "w₁=5 x₁=2", lambda m, a, x: a * x)
NAMES.says("w_1*x_1", "w_1=5 x_1=2", lambda m, a, x: a * x)
NAMES.says("w₁₂ - w_12 + x", "w₁₂=5 x=2", lambda m, a, x: x + 0 * a)
NAMES.says("β₁·m", "β₁=0.9 m=2", lambda m, a, x: a * x)
NAMES.says("𝑥² + 𝑦", "x=3 y=1", lambda m, x, y: x * x + y)
NAMES.says("y_hat - y", "y_hat=3 y=1", lambda m, a, y: a - y)
NAMES.asks("sin = 2*x", reading("x=3", lambda m, x: 2 * x), says="operation")
NAMES.says("π_θ*r", "π_θ=2 r=3", lambda m, a, x: a * x)
