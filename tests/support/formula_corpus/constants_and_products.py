"""Spellings of e and π, and of products whose sign is left out."""

from __future__ import annotations

from tests.support.formula_corpus.entry import Shelf, reading
from tests.support.formula_corpus.helpers import dot, sigmoid, squares

CONSTANTS = Shelf("constants")
PRODUCTS = Shelf("products without a sign")

CONSTANTS.says("e", "", lambda m: m.e)
CONSTANTS.says("e^x", "x=0.5", lambda m, x: m.exp(x))
CONSTANTS.says("e**(-x)", "x=0.5", lambda m, x: m.exp(-x))
CONSTANTS.says("e^-x", "x=0.5", lambda m, x: m.exp(-x))
CONSTANTS.says("e^-x^2", "x=0.5", lambda m, x: m.exp(-(x**2)))
CONSTANTS.says("e^{-x}", "x=0.5", lambda m, x: m.exp(-x))
CONSTANTS.says("1/(1+e^-x)", "x=-1.5", sigmoid)
CONSTANTS.says(
    "1/(1+e^(-(w0*x0+w1*x1+w2)))",
    "w0=2 x0=-1 w1=-3 x1=-2 w2=-3",
    lambda m, w0, x0, w1, x1, w2: sigmoid(m, w0 * x0 + w1 * x1 + w2),
)
CONSTANTS.says("(e^x - e^-x)/(e^x + e^-x)", "x=0.3", lambda m, x: m.sinh(x) / m.cosh(x))
CONSTANTS.says("2*π*r", "r=1.5", lambda m, r: 2 * m.pi * r)
CONSTANTS.says("2*pi*r", "r=1.5", lambda m, r: 2 * m.pi * r)
CONSTANTS.says("sin(2*PI*x)", "x=0.2 PI=3", lambda m, x, big: m.sin(2 * big * x))
CONSTANTS.says("exp(1)*x", "x=2", lambda m, x: m.e * x)
CONSTANTS.says("e*x", "e=2 x=3", lambda m, e, x: e * x, known=("e",))
CONSTANTS.says("e = (a+b)*(b+1)", "a=2 b=1", lambda m, a, b: (a + b) * (b + 1))
CONSTANTS.says("c = a + b; d = b + 1; e = c*d", "a=2 b=1", lambda m, a, b: (a + b) * (b + 1))
CONSTANTS.says("e = 3; f = e*x", "x=2", lambda m, x: 3 * x)
CONSTANTS.says("e*x", "e=2 x=3", lambda m, e, x: e * x, names=frozenset({"e", "x"}))
CONSTANTS.says("E*x", "E=2 x=3", lambda m, e, x: e * x)
CONSTANTS.says("e1*e_2", "e1=2 e_2=3", lambda m, a, b: a * b)
CONSTANTS.says("π_θ*r", "π_θ=0.5 r=3", lambda m, p, r: p * r)
CONSTANTS.refuses("f = e*x; e = 2", "e*x", "before")

PRODUCTS.says("2x", "x=3", lambda m, x: 2 * x)
PRODUCTS.says("-2x", "x=3", lambda m, x: -2 * x)
PRODUCTS.says("2x + 3y", "x=3 y=-2", lambda m, x, y: 2 * x + 3 * y)
PRODUCTS.says("2x²", "x=3", lambda m, x: 2 * x**2)
PRODUCTS.says("2x^3", "x=3", lambda m, x: 2 * x**3)
PRODUCTS.says("0.5x", "x=3", lambda m, x: x / 2)
PRODUCTS.says("2 x", "x=3", lambda m, x: 2 * x)
PRODUCTS.says("2(x+1)", "x=3", lambda m, x: 2 * (x + 1))
PRODUCTS.says("(x+1)(y+2)", "x=3 y=-1", lambda m, x, y: (x + 1) * (y + 2))
PRODUCTS.says("2(x+1)(y+2)", "x=3 y=-1", lambda m, x, y: 2 * (x + 1) * (y + 2))
PRODUCTS.says(
    "100(y-x²)² + (1-x)²",
    "x=-1.2 y=1",
    lambda m, x, y: 100 * (y - x**2) ** 2 + (1 - x) ** 2,
)
PRODUCTS.says("2sin(x)", "x=0.5", lambda m, x: 2 * m.sin(x))
PRODUCTS.says("2√x", "x=9", lambda m, x: 2 * m.sqrt(x))
PRODUCTS.says("2|x|", "x=-3", lambda m, x: 2 * abs(x))
PRODUCTS.says("2e", "", lambda m: 2 * m.e)
PRODUCTS.says("2e^x", "x=0.5", lambda m, x: 2 * m.exp(x))
PRODUCTS.says("2e-x", "x=0.5", lambda m, x: 2 * m.e - x)
PRODUCTS.says("1e3x", "x=2", lambda m, x: 1000 * x)
PRODUCTS.says("2e3", "", lambda m: m.number(2000))
PRODUCTS.says("2πr", "r=1.5", lambda m, r: 2 * m.pi * r)
PRODUCTS.says("πr²", "r=1.5", lambda m, r: m.pi * r**2)
PRODUCTS.says("½x", "x=3", lambda m, x: x / 2)
PRODUCTS.says("½(y-t)²", "y=3 t=1", lambda m, y, t: (y - t) ** 2 / 2)
PRODUCTS.says("¾ + x", "x=1", lambda m, x: x + 0.75)
PRODUCTS.asks(
    "x + y + xy",
    reading("x=2 y=3", lambda m, x, y: x + y + x * y),
    reading("x=2 y=3 xy=7", lambda m, x, y, xy: x + y + xy),
)
PRODUCTS.says("x*y + xy", "x=2 y=3 xy=7", lambda m, x, y, xy: x * y + xy, known=("xy",))
PRODUCTS.says("xy", "x=2 y=3", lambda m, x, y: x * y, names=frozenset({"x", "y"}), fixed=True)
PRODUCTS.says("xy", "xy=2", lambda m, xy: xy)
PRODUCTS.says("lr*dw", "lr=0.1 dw=3", lambda m, a, b: a * b)
PRODUCTS.asks(
    "w0x0 + w1x1 + w2",
    reading("w0=2 x0=-1 w1=-3 x1=-2 w2=-3", lambda m, a, x, b, y, c: a * x + b * y + c),
    reading("w0x0=2 w1x1=3 w2=4", lambda m, a, b, c: a + b + c),
)
PRODUCTS.says(
    "w₁x₁ + w₂x₂ + b",
    "w₁=2 x₁=-1 w₂=-3 x₂=-2 b=-3",
    lambda m, a, x, c, y, b: a * x + c * y + b,
)
PRODUCTS.asks(
    "a/2b",
    reading("a=3 b=5", lambda m, a, b: a / 2 * b),
    reading("a=3 b=5", lambda m, a, b: a / (2 * b)),
)
PRODUCTS.asks(
    "1/2x",
    reading("x=3", lambda m, x: x / 2),
    reading("x=3", lambda m, x: 1 / (2 * x)),
)
PRODUCTS.asks(
    "1/2(y-t)^2",
    reading("y=3 t=1", lambda m, y, t: (y - t) ** 2 / 2),
    reading("y=3 t=1", lambda m, y, t: 1 / (2 * (y - t) ** 2)),
)
PRODUCTS.asks(
    "x^2y",
    reading("x=3 y=1.5", lambda m, x, y: x**2 * y),
    reading("x=3 y=1.5", lambda m, x, y: x ** (2 * y)),
)
PRODUCTS.asks(
    "e^2x",
    reading("x=0.4", lambda m, x: m.exp(2) * x),
    reading("x=0.4", lambda m, x: m.exp(2 * x)),
)
PRODUCTS.asks("x(y+1)", reading("x=3 y=1", lambda m, x, y: x * (y + 1)))
PRODUCTS.asks("2x(y+1)", reading("x=3 y=1", lambda m, x, y: 2 * x * (y + 1)))
PRODUCTS.asks("w x + b", reading("w=3 x=2 b=1", lambda m, w, x, b: w * x + b))
PRODUCTS.asks(
    "w x + u h",
    reading("w=3 x=2 u=4 h=5", lambda m, w, x, u, h: w * x + u * h),
)
PRODUCTS.asks(
    "x(y+1) + z(y+2)",
    reading("x=3 y=1 z=2", lambda m, x, y, z: x * (y + 1) + z * (y + 2)),
)
PRODUCTS.asks(
    "1/2x + 1/2y",
    reading("x=3 y=5", lambda m, x, y: x / 2 + y / 2),
    reading("x=3 y=5", lambda m, x, y: 1 / (2 * x) + 1 / (2 * y)),
)
PRODUCTS.asks(
    "a/b c",
    reading("a=3 b=5 c=4", lambda m, a, b, c: a / b * c),
    reading("a=3 b=5 c=4", lambda m, a, b, c: a / (b * c)),
)
PRODUCTS.asks(
    "a/bc",
    reading("a=3 b=5 c=4", lambda m, a, b, c: a / (b * c)),
    reading("a=3 bc=5", lambda m, a, b: a / b),
)
PRODUCTS.asks(
    "ex + x",
    reading("x=3", lambda m, x: m.e * x + x),
    reading("x=3 ex=2", lambda m, x, ex: ex + x),
)
PRODUCTS.asks(
    "pir²", reading("r=3", lambda m, r: m.pi * r * r), reading("pir=3", lambda m, p: p * p)
)
PRODUCTS.asks(
    "w_1x_1",
    reading("w_1=3 x_1=2", lambda m, w, x: w * x),
    reading("w_1x_1=3", lambda m, w: w),
)
PRODUCTS.says("(x+1)y", "x=3 y=2", lambda m, x, y: (x + 1) * y)
PRODUCTS.asks(
    "xe^-x",
    reading("x=0.5", lambda m, x: x * m.exp(-x)),
    reading("x=0.5 xe=2", lambda m, x, xe: xe ** (-x)),
)
PRODUCTS.asks(
    "1,000x + 1",
    reading("x=2", lambda m, x: 1000 * x + 1),
    reading("x=2", lambda m, x: x + 1),
)
PRODUCTS.refuses("2 3", "3")
PRODUCTS.refuses("x 2", "2")
PRODUCTS.refuses("1_000*x", "_000")
PRODUCTS.refuses("0x10", "x10")
PRODUCTS.refuses("1.2.3*x", ".3")
PRODUCTS.refuses("foo(x)", "foo", "not a function")
PRODUCTS.refuses("w + (x + b", "(x", "never closed")
PRODUCTS.says(
    "squared_norm(W @ x)",
    "W=[[0.1,0.5],[-0.3,0.8]] x=[0.2,0.4]",
    lambda m, W, x: squares([dot(row, x) for row in W]),
)
