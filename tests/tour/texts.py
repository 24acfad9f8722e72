"""What a wild hand types: what fits, what does not, and what nobody would."""

from __future__ import annotations

from random import Random

NUMBERS = (
    "0", "1", "-1", "0.5", "1/2", "1e-3", "-2.5", "3", "7", "10", "42", "100", "500", "0.01",
    "0,5", "1e308", "-1e308", "1e309", "1e-320", "-0", "nan", "inf", "-inf", "1e", "1//2", "1/0",
    "--1", "1 2", "99999999999999999999", "0x10", "½", "３", "−4", "+", ".", "1e400",
)  # fmt: skip
FORMULAS = (
    "x^2 + y^2", "(x + y)*z", "x*y", "sin(x)*exp(y)", "1/(1 + exp(-(w*x + b)))", "tanh(w*x + b)",
    "x^2 - y^2", "log(x)", "sqrt(x*y)", "1/x", "x/0", "exp(exp(x))", "max(x, 0)", "relu(x)", "x",
    "3", "x +", ")", "((((", "f(x)", "x y", "x = y", "", " ", "W @ x", "sum(x)", "x**y",
    "1e300*x*y",
    "[1, 2]", "[[1, 2], [3, 4]]", "[1, [2]]", "[]", "[[1, 2], [3]]", "x.y", "__import__('os')",
    "(1 - x)^2 + 100*(y - x^2)^2", "abs(x) + abs(y)", "sigmoid(x)", "-x^2", "x^0.5", "softmax(x)",
)  # fmt: skip
NAMES = (
    "a", "x1", "theta", "α", "가중치", "a b", "1a", "", "W", "loss", "e", "pi", "exp", "🙂", "xé",
    "<b>bold</b>", "<img src='/no/such'>", "&amp;", "%s {0} %1", "a\tb", "שלום", "x" * 300,
    "week 1.2", "2-4-1", "2-1", "3-200-1", "2--1", "2,4,1", "가" * 90,
)  # fmt: skip
_ALL = (NUMBERS, NUMBERS, NUMBERS, FORMULAS, FORMULAS, NAMES)


def any_text(random: Random) -> str:
    """Return a number, a formula, a name or a mixture."""
    text = random.choice(random.choice(_ALL))
    if random.random() < 0.1:
        text += random.choice(random.choice(_ALL))
    return text
