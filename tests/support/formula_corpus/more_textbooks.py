"""Textbook formulas of Dive into Deep Learning and of Goodfellow, Bengio and Courville."""

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
    turned,
)

D2L = Shelf("Dive into Deep Learning")
GOODFELLOW = Shelf("Deep Learning")

_d2 = D2L.says
_d2("l = ½(ŷ − y)²", "ŷ=3 y=1", lambda m, a, y: (a - y) ** 2 / 2)
_d2(
    "y_hat = X @ w + b\nl = (y_hat - y)**2 / 2\nl.mean()",
    "X=[[1,2],[3,4],[5,6]] w=[1,-2] b=0.5 y=[1,2,3]",
    lambda m, X, w, b, y: mean([(z + b - t) ** 2 / 2 for z, t in zip(times(X, w), y, strict=True)]),
)
_d2("exp(o) / sum(exp(o))", "o=[1,2,0.5]", softmax)
_d2("-sum(y*log(ŷ))", "y=[0,1] ŷ=[0.3,0.7]", lambda m, y, a: -dot(y, [m.log(p) for p in a]))
_d2(
    "log(sum(exp(o))) - y @ o",
    "o=[1,2,0.5] y=[0,1,0]",
    lambda m, o, y: m.log(sum(m.exp(p) for p in o)) - dot(y, o),
)
_d2("max(x, 0)", "x=2", lambda m, x: x)
_d2("max(0, x) + α*min(0, x)", "x=-2 α=0.25", lambda m, x, a: a * x)
_d2("(1 − exp(−2x))/(1 + exp(−2x))", "x=0.5", lambda m, x: m.tanh(x))
_d2("L + λ/2*‖w‖²", "L=0.5 λ=0.1 w=[1,2]", lambda m, b, s, w: b + s / 2 * squares(w))
_d2("(1 − η*λ)*w − η*g", "η=0.1 λ=0.2 w=3 g=2", lambda m, r, s, w, g: (1 - r * s) * w - r * g)
_d2(
    "γ ⊙ (x − μ̂)/σ̂ + β",
    "γ=2 x=[1,3] μ̂=2 σ̂=0.5 β=1",
    lambda m, c, x, u, s, b: [c * (p - u) / s + b for p in x],
)
_d2("1/√(2π)*exp(−u²/2)", "u=0.5", lambda m, u: m.exp(-u * u / 2) / m.sqrt(2 * m.pi))
_d2(
    "softmax(q @ Kᵀ/√d)",
    "q=[1,2] K=[[1,0],[0.5,1]] d=2",
    lambda m, q, k, d: softmax(m, [z / m.sqrt(d) for z in times(k, q)]),
)
D2L.refuses("H = φ(X @ W + b)", "φ", "φ")
_d2(
    "Z ⊙ H₀ + (1 − Z) ⊙ H₁",
    "Z=[0.1,0.9] H₀=[1,2] H₁=[3,4]",
    lambda m, z, a, b: [z[i] * a[i] + (1 - z[i]) * b[i] for i in range(2)],
)
_d2(
    "F ⊙ C₀ + I ⊙ C₁",
    "F=[0.1,0.9] C₀=[1,2] I=[0.5,1] C₁=[3,4]",
    lambda m, f, a, i, b: [f[k] * a[k] + i[k] * b[k] for k in range(2)],
)
_d2("O ⊙ tanh(C)", "O=[0.5,1] C=[1,2]", lambda m, o, c: [o[i] * m.tanh(c[i]) for i in range(2)])
_d2(
    "I = σ(X @ W_xi + H @ W_hi + b_i)",
    "X=[1,2] W_xi=[[0.1,0.2],[0.3,0.4]] H=[0.5,-1] W_hi=[[1,0],[0,1]] b_i=[0.1,0.2]",
    lambda m, X, W, H, W2, b: [
        sigmoid(m, z) for z in plus(times(turned(W), X), times(turned(W2), H), b)
    ],
)
_d2("s = γ*s₀ + (1 − γ)*g²", "γ=0.9 s₀=4 g=2", lambda m, c, a, g: c * a + (1 - c) * g * g)
_d2(
    "x − η/√(s + ϵ) ⊙ g",
    "x=[1,2] η=0.1 s=[1,4] ϵ=0.01 g=[2,3]",
    lambda m, x, r, s, p, g: [x[i] - r / m.sqrt(s[i] + p) * g[i] for i in range(2)],
)
_d2("v̂ = v/(1 − β₁^t)", "v=0.5 β₁=0.9 t=3", lambda m, v, b, t: v / (1 - b**t))
_d2("η₀*(t + 1)^(−1/2)", "η₀=0.1 t=3", lambda m, r, t: r / m.sqrt(t + 1))
_d2(
    "η₁ + (η₀ − η₁)/2*(1 + cos(πt/T))",
    "η₀=0.5 η₁=0.1 t=3 T=10",
    lambda m, a, b, t, n: b + (a - b) / 2 * (1 + m.cos(m.pi * t / n)),
)
_d2("−Σ(p·log(p))", "p=[0.25,0.75]", lambda m, p: -dot(p, [m.log(q) for q in p]))
_d2(
    "sum(p*log(p/q))",
    "p=[0.25,0.75] q=[0.5,0.5]",
    lambda m, p, q: sum(a * m.log(a / b) for a, b in zip(p, q, strict=True)),
)
_d2("−log σ(u @ v)", "u=[1,2] v=[0.5,-0.1]", lambda m, u, v: -m.log(sigmoid(m, dot(u, v))))
_d2(
    "where(|y − t| > δ, |y − t| − δ/2, (y − t)²/(2δ))",
    "y=3 t=1 δ=0.5",
    lambda m, y, t, d: y - t - d / 2,
)
D2L.asks(
    "y = wx + b",
    reading("w=2 x=3 b=1", lambda m, w, x, b: w * x + b),
    reading("wx=2 b=1", lambda m, w, b: w + b),
)

_go = GOODFELLOW.says
_go("σ(x) = 1/(1 + exp(−x))", "x=0.5", sigmoid)
_go("ζ(x) = log(1 + exp(x))", "x=0.5", lambda m, x: m.log(1 + m.exp(x)))
_go(
    "wᵀ @ max{0, Wᵀ @ x + c} + b",
    "w=[1,-2] W=[[1,1],[1,1]] x=[1,0.5] c=[0,-1] b=0.5",
    lambda m, w, W, x, c, b: dot(w, [relu(z) for z in plus(times(turned(W), x), c)]) + b,
)
_go(
    "1/m*‖ŷ − y‖²",
    "m=2 ŷ=[1,2] y=[3,1]",
    lambda f, k, a, y: ((a[0] - y[0]) ** 2 + (a[1] - y[1]) ** 2) / k,
)
_go("MSE_train + λ*wᵀ @ w", "MSE_train=0.5 λ=0.1 w=[1,2]", lambda m, a, s, w: a + s * squares(w))
_go("α/2*wᵀ @ w + J", "α=0.1 w=[1,2] J=0.5", lambda m, s, w, j: s / 2 * squares(w) + j)
_go("max(−1, min(1, a))", "a=0.5", lambda m, a: a)
_go("|z|", "z=-2", lambda m, z: -z)
_go(
    "exp(−1/s²*‖w − x‖²)",
    "s=2 w=[1,2] x=[0.5,1]",
    lambda m, s, w, x: m.exp(-((w[0] - x[0]) ** 2 + (w[1] - x[1]) ** 2) / s**2),
)
_go("softmax(z − max(z))", "z=[1,2,0.5]", softmax)
_go("z[1] − log(Σ(exp(z)))", "z=[1,2,0.5]", lambda m, z: m.log(softmax(m, z)[1]))
_go("ζ = softplus((1 − 2y)*z)", "y=1 z=0.5", lambda m, y, z: m.log(1 + m.exp((1 - 2 * y) * z)))
_go(
    "√(β/(2π))*exp(−½β*(x − μ)²)",
    "β=2 x=1 μ=0.5",
    lambda m, b, x, u: m.sqrt(b / (2 * m.pi)) * m.exp(-b * (x - u) ** 2 / 2),
)
_go("1/(2γ)*exp(−|x − μ|/γ)", "γ=2 x=1 μ=0.5", lambda m, c, x, u: m.exp(-abs(x - u) / c) / (2 * c))
_go("φ^x*(1 − φ)^(1 − x)", "φ=0.3 x=1", lambda m, p, x: p**x * (1 - p) ** (1 - x))
_go(
    "v1 = α*v − ϵ*g\nθ1 = θ + v1",
    "α=0.9 v=2 ϵ=0.1 g=3 θ=1",
    lambda m, a, v, p, g, t: t + a * v - p * g,
)
_go("−ϵ*ŝ/(√r̂ + δ)", "ϵ=0.1 ŝ=2 r̂=4 δ=0.01", lambda m, p, s, r, d: -p * s / (m.sqrt(r) + d))
_go("g*v/‖g‖", "g=[3,4] v=2", lambda m, g, v: [p * v / m.sqrt(squares(g)) for p in g])
_go("x − f/g", "x=1 f=2 g=4", lambda m, x, f, g: x - f / g)
_go("log σ(z)", "z=0.5", lambda m, z: m.log(sigmoid(m, z)))
GOODFELLOW.asks(
    "½αw²",
    reading("α=0.1 w=3", lambda m, s, w: s * w * w / 2),
    reading("αw=3", lambda m, w: w * w / 2),
)
_go(
    "1/√(2π*σ²)*exp(−(x − μ)²/(2σ²))",
    "σ=2 x=1 μ=0.5",
    lambda m, s, x, u: m.exp(-((x - u) ** 2) / (2 * s * s)) / m.sqrt(2 * m.pi * s * s),
)
_go(
    "1/√(2π*s²)*exp(−(x − μ)²/(2s²))",
    "s=2 x=1 μ=0.5",
    lambda m, s, x, u: m.exp(-((x - u) ** 2) / (2 * s * s)) / m.sqrt(2 * m.pi * s * s),
)
GOODFELLOW.refuses("E[x]", "[")
