"""Textbook formulas of CS231n, of Nielsen's book and of the course, as they are written there."""

from __future__ import annotations

from tests.support.formula_corpus.entry import Shelf, reading
from tests.support.formula_corpus.helpers import (
    dot,
    mean,
    plus,
    relu,
    sigmoid,
    softmax,
    squares,
    times,
)

CS231N = Shelf("CS231n")
NIELSEN = Shelf("Nielsen")
COURSE = Shelf("the course")

_cs = CS231N.says
_cs("q = x + y; f = q * z", "x=-2 y=5 z=-4", lambda m, x, y, z: (x + y) * z)
CS231N.says("(x + y)z", "x=-2 y=5 z=-4", lambda m, x, y, z: (x + y) * z)
_cs(
    "z = w[0]*x[0] + w[1]*x[1] + w[2]\nf = 1.0 / (1 + math.exp(-z))",
    "w=[2,-3,-3] x=[-1,-2]",
    lambda m, w, x: sigmoid(m, w[0] * x[0] + w[1] * x[1] + w[2]),
)
CS231N.refuses("dot = w[0]*x[0] + w[1]*x[1]", "dot", "another name")
_cs("(1 - σ(x))σ(x)", "x=0.5", lambda m, x: (1 - sigmoid(m, x)) * sigmoid(m, x))
_cs(
    "(x + σ(y)) / (σ(x) + (x+y)²)",
    "x=3 y=-4",
    lambda m, x, y: (x + sigmoid(m, y)) / (sigmoid(m, x) + (x + y) ** 2),
)
_cs(
    "max(0, s₁ − s₀ + 1) + max(0, s₂ − s₀ + 1)",
    "s₀=3.2 s₁=5.1 s₂=-1.7",
    lambda m, s, a, b: relu(a - s + 1) + relu(b - s + 1),
)
_cs("np.maximum(0, 1 - y*f)**2", "y=1 f=0.25", lambda m, y, f: (1 - y * f) ** 2)
_cs(
    "-log(exp(f)[0] / sum(exp(f)))",
    "f=[1,-2,0.5]",
    lambda m, f: -m.log(softmax(m, f)[0]),
)
_cs("-f[0] + log(Σ e^f)", "f=[1,-2,0.5]", lambda m, f: -m.log(softmax(m, f)[0]))
_cs("p = np.exp(f) / np.sum(np.exp(f))", "f=[1,-2,0.5]", softmax)
_cs("λ*sum(W²)", "λ=0.1 W=[[1,2],[3,4]]", lambda m, s, W: s * (squares(W[0]) + squares(W[1])))
CS231N.asks(
    "½λw²",
    reading("λ=0.1 w=3", lambda m, s, w: s * w * w / 2),
    reading("λw=3", lambda m, w: w * w / 2),
)
_cs("λ*Σ|w|", "λ=0.1 w=[3,-2]", lambda m, s, w: s * (abs(w[0]) + abs(w[1])))
_cs(
    "max(w1 @ x + b1, w2 @ x + b2)",
    "w1=[1,2] x=[3,-1] b1=0.5 w2=[-1,1] b2=2",
    lambda m, u, x, b, v, c: max(dot(u, x) + b, dot(v, x) + c),
)
_cs("max(0.1*x, x)", "x=-3", lambda m, x: 0.1 * x)
_cs("2σ(2x) − 1", "x=0.5", lambda m, x: m.tanh(x))
_cs(
    "W2 @ max(0, W1 @ x)",
    "W2=[[1,-1]] W1=[[1,2],[3,4]] x=[3,-1]",
    lambda m, W2, W1, x: times(W2, [relu(z) for z in times(W1, x)]),
)
_cs(
    "h = np.tanh(np.dot(W_hh, h0) + np.dot(W_xh, x))",
    "W_hh=[[0.1,0.2],[0.3,-0.4]] h0=[1,-1] W_xh=[[1,2],[0.3,0.4]] x=[0.3,-0.1]",
    lambda m, W1, h, W2, x: [m.tanh(z) for z in plus(times(W1, h), times(W2, x))],
)
_cs(
    "v_next = mu * v - learning_rate * dx",
    "mu=0.9 v=2 learning_rate=0.1 dx=3",
    lambda m, u, v, r, d: u * v - r * d,
)
_cs(
    "x_next = x - learning_rate * dx / (np.sqrt(cache) + eps)",
    "x=1 learning_rate=0.1 dx=3 cache=4 eps=0.01",
    lambda m, x, r, d, c, p: x - r * d / (m.sqrt(c) + p),
)
_cs(
    "m1 = beta1*m + (1-beta1)*dx\nv1 = beta2*v + (1-beta2)*(dx**2)\n"
    "x1 = x - learning_rate * m1 / (np.sqrt(v1) + eps)",
    "beta1=0.9 m=1 dx=3 beta2=0.99 v=2 x=1 learning_rate=0.1 eps=0.01",
    lambda m, b, a, d, c, v, x, r, p: (
        x - r * (b * a + (1 - b) * d) / (m.sqrt(c * v + (1 - c) * d * d) + p)
    ),
)
_cs(
    "gamma*(x - x.mean())/sqrt(((x - x.mean())**2).mean() + eps) + beta",
    "gamma=2 x=[1,2,4] eps=0.01 beta=0.5",
    lambda m, g, x, p, b: [
        g * (part - mean(x)) / m.sqrt(mean([(q - mean(x)) ** 2 for q in x]) + p) + b for part in x
    ],
)
_cs("|a - n| / max(|a|, |n|)", "a=3 n=-2", lambda m, a, n: abs(a - n) / abs(a))
CS231N.refuses("x += v", "=")

_ni = NIELSEN.says
_ni("σ(w·x + b)", "w=2 x=3 b=-5", lambda m, w, x, b: sigmoid(m, w * x + b))
_ni(
    "1/(1+exp(-(w₁*x₁ + w₂*x₂) - b))",
    "w₁=2 x₁=-1 w₂=-3 x₂=-2 b=-3",
    lambda m, a, x, c, y, b: sigmoid(m, a * x + c * y + b),
)
_ni("(y − a)²/2", "y=1 a=0.3", lambda m, y, a: (y - a) ** 2 / 2)
_ni(
    "C = ½‖y − a‖²",
    "y=[1,0] a=[0.3,0.6]",
    lambda m, y, a: ((y[0] - a[0]) ** 2 + (y[1] - a[1]) ** 2) / 2,
)
NIELSEN.asks(
    "1/2n*Σ(x²)",
    reading("n=4 x=[1,2]", lambda m, n, x: n / 2 * squares(x)),
    reading("n=4 x=[1,2]", lambda m, n, x: squares(x) / (2 * n)),
)
_ni(
    "(a − y)*σ(z)*(1 − σ(z))*x",
    "a=0.8 y=1 z=0.5 x=2",
    lambda m, a, y, z, x: (a - y) * sigmoid(m, z) * (1 - sigmoid(m, z)) * x,
)
_ni(
    "C = -[y ln a + (1-y) ln(1-a)]",
    "y=1 a=0.3",
    lambda m, y, a: -y * m.log(a) - (1 - y) * m.log(1 - a),
)
_ni(
    "C = -(y*ln(a) + (1-y)*ln(1-a))",
    "y=1 a=0.3",
    lambda m, y, a: -y * m.log(a) - (1 - y) * m.log(1 - a),
)
_ni("C = -ln(a)", "a=0.3", lambda m, a: -m.log(a))
_ni(
    "C = C₀ + λ/(2n)*Σw²",
    "C₀=0.3 λ=0.1 n=5 w=[1,2]",
    lambda m, c, s, n, w: c + s / (2 * n) * squares(w),
)
_ni(
    "w′ = (1 − η*λ/n)*w − η*g",
    "η=0.5 λ=0.1 n=5 w=2 g=3",
    lambda m, r, s, n, w, g: (1 - r * s / n) * w - r * g,
)
_ni("v′ = μ*v − η*g", "μ=0.9 v=2 η=0.1 g=3", lambda m, u, v, r, g: u * v - r * g)
_ni("e^z1 / (e^z1 + e^z2)", "z1=1 z2=-0.5", lambda m, a, b: softmax(m, [a, b])[0])
_ni("tanh(z) = (e^z − e^{−z})/(e^z + e^{−z})", "z=0.5", lambda m, z: m.tanh(z))
_ni("(1 + tanh(z/2))/2", "z=0.5", sigmoid)
_ni("max(0, w·x + b)", "w=2 x=3 b=-5", lambda m, w, x, b: relu(w * x + b))
_ni(
    "δ = (a − y) ⊙ σ(z) ⊙ (1 − σ(z))",
    "a=[0.8,0.2] y=[1,0] z=[0.5,-1]",
    lambda m, a, y, z: [
        (a[i] - y[i]) * sigmoid(m, z[i]) * (1 - sigmoid(m, z[i])) for i in range(2)
    ],
)
NIELSEN.refuses("∂C/∂w = (a − y)*x", "∂")

_co = COURSE.says
_co("f = (x + y)·z", "x=-2 y=5 z=-4", lambda m, x, y, z: (x + y) * z)
_co(
    "f = 1/(1+exp(−(w0·x0+w1·x1+w2)))",
    "w0=2 x0=-1 w1=-3 x1=-2 w2=-3",
    lambda m, w0, x0, w1, x1, w2: sigmoid(m, w0 * x0 + w1 * x1 + w2),
)
_co("f = ‖W·x‖²", "W=3 x=2", lambda m, W, x: W * W * x * x)
_co("f = ‖W @ x‖²", "W=[[0.1,0.5],[-0.3,0.8]] x=[0.2,0.4]", lambda m, W, x: squares(times(W, x)))
_co("e = (a+b)·(b+1)", "a=2 b=1", lambda m, a, b: (a + b) * (b + 1))
_co(
    "Z = (α+β+γ)·X·(δ+ε+ζ)",
    "α=2 β=1 γ=3 X=2 δ=1 ε=4 ζ=-2",
    lambda m, a, b, c, x, d, e, f: (a + b + c) * x * (d + e + f),
)
_co("f = 2·(x·y + max(z,w))", "x=3 y=-4 z=2 w=-1", lambda m, x, y, z, w: 2 * (x * y + z))
_co("z = 2w² + 5", "w=2", lambda m, w: 2 * w * w + 5)
_co("f = x² + x·y + a", "x=2 y=3 a=1", lambda m, x, y, a: x * x + x * y + a)
_co(
    "E = ½((t3 − y3)² + (t4 − y4)²)",
    "t3=0 y3=0.789735 t4=1 y4=0.375265",
    lambda m, t, y, u, v: ((t - y) ** 2 + (u - v) ** 2) / 2,
)
_co("x/(1+e^(-x))", "x=0.5", lambda m, x: x * sigmoid(m, x))
COURSE.asks(
    "0.5x(1 + tanh(√(2/π)*(x + 0.044715x³)))",
    reading("x=0.5", lambda m, x: x / 2 * (1 + m.tanh(m.sqrt(2 / m.pi) * (x + 0.044715 * x**3)))),
)
_co("ln(1+e^x)", "x=0.5", lambda m, x: m.log(1 + m.exp(x)))
_co("where(x < 0, α*(e^x − 1), x)", "x=-0.5 α=1.5", lambda m, x, a: a * (m.exp(x) - 1))
_co("max(a*x, x)", "a=0.1 x=-2", lambda m, a, x: a * x)
_co(
    "w − η*m̂/(√v̂ + ε)",
    "w=1 η=0.1 m̂=2 v̂=4 ε=0.01",
    lambda m, w, r, a, v, p: w - r * a / (m.sqrt(v) + p),
)
_co(
    "w − η*g/√(G + ε)",
    "w=1 η=0.1 g=2 G=4 ε=0.01",
    lambda m, w, r, g, a, p: w - r * g / m.sqrt(a + p),
)
_co("γ*G + (1−γ)*g²", "γ=0.9 G=4 g=2", lambda m, c, a, g: c * a + (1 - c) * g * g)
_co(
    "−√(D + ε)/√(E + ε)·g",
    "D=1 ε=0.01 E=4 g=2",
    lambda m, d, p, e, g: -m.sqrt(d + p) / m.sqrt(e + p) * g,
)
_co(
    "mean((13x + 1 − y)²)",
    "x=[2,3,4,5] y=[25,50,42,61]",
    lambda m, x, y: mean([(13 * a + 1 - b) ** 2 for a, b in zip(x, y, strict=True)]),
)
COURSE.refuses("w ← w − η*g", "←")
