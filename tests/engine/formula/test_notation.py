"""Whatever notation an expression is written in, it is read as that expression."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from engine.autodiff.passes.evaluation import evaluate
from engine.formula.parser import parse_formula
from engine.formula.printer import format_formula
from engine.graph.edits import set_value
from engine.graph.model import Graph

_VALUES = {"x": 0.7, "y": -1.3, "θ": 0.4, "w₁": 1.9, "ŷ": -0.6, "손실": 2.2, "x′": 1.1}
_SUM, _PRODUCT, _SIGN, _POWER, _ATOM = range(5)
_LARGE = 1e6
_MOST_POWER = 50.0


@dataclass(frozen=True)
class Written:
    """An expression as it is written, and what it is worth.

    Attributes:
        text: How it is written.
        binds: How tightly its outermost sign binds.
        value: Its value.
        is_number: Whether it is a bare number, behind which a factor may stand.
        is_wordy: Whether it begins with a letter, so that a letter before it would join it.
    """

    text: str
    binds: int
    value: float
    is_number: bool = False
    is_wordy: bool = False

    def within(self, needed: int) -> str:
        return self.text if self.binds >= needed else f"({self.text})"


def _number(text: str, value: float) -> Written:
    return Written(text, _ATOM, value, is_number=True)


_NUMBERS = [_number("2", 2.0), _number("3", 3.0), _number("0.5", 0.5), _number("½", 0.5)]
_NAMES = [Written(name, _ATOM, value, is_wordy=True) for name, value in _VALUES.items()]
_CONSTANTS = [Written("e", _ATOM, math.e, is_wordy=True), Written("π", _ATOM, math.pi)]
_FUNCTIONS: dict[str, Callable[[float], float]] = {
    "sin": math.sin,
    "np.cos": math.cos,
    "torch.tanh": math.tanh,
    "\\sin": math.sin,
    "사인": math.sin,
    "σ": lambda z: 1 / (1 + math.exp(-z)),
    "tanh": math.tanh,
    "sigmoid": lambda z: 1 / (1 + math.exp(-z)),
    "ln": lambda z: math.log(z) if z > 0 else math.nan,
    "√": lambda z: math.sqrt(z) if z >= 0 else math.nan,
    "exp": lambda z: math.exp(min(z, _MOST_POWER)),
}


def _sum(a: Written, b: Written) -> Written:
    return Written(f"{a.text} + {b.within(_PRODUCT)}", _SUM, a.value + b.value)


def _difference(sign: str) -> Callable[[Written, Written], Written]:
    return lambda a, b: Written(f"{a.text} {sign} {b.within(_PRODUCT)}", _SUM, a.value - b.value)


def _product(sign: str) -> Callable[[Written, Written], Written]:
    return lambda a, b: Written(
        f"{a.within(_PRODUCT)}{sign}{b.within(_POWER)}", _PRODUCT, a.value * b.value
    )


def _quotient(sign: str) -> Callable[[Written, Written], Written]:
    return lambda a, b: Written(
        f"{a.within(_PRODUCT)}{sign}{b.within(_ATOM)}", _PRODUCT, _over(a.value, b.value)
    )


def _fraction(a: Written, b: Written) -> Written:
    return Written(f"\\frac{{{a.text}}}{{{b.text}}}", _ATOM, _over(a.value, b.value))


def _maximum(a: Written, b: Written) -> Written:
    value = math.nan if math.isnan(a.value + b.value) else max(a.value, b.value)
    return Written(f"max({a.text}, {b.text})", _ATOM, value)


def _side_by_side(a: Written, b: Written) -> Written:
    """Write a product without a sign: 2x, 2(x + 1), (x + 1)(y + 2)."""
    left = a.text if a.is_number else f"({a.text})"
    right = b.text if a.is_number and b.is_wordy and b.binds == _ATOM else f"({b.text})"
    return Written(left + right, _PRODUCT, a.value * b.value)


def _over(above: float, below: float) -> float:
    return above / below if below else math.nan


def _negative(sign: str) -> Callable[[Written], Written]:
    return lambda a: Written(f"{sign}{a.within(_POWER)}", _SIGN, -a.value)


def _power(sign: str, exponent: int) -> Callable[[Written], Written]:
    return lambda a: Written(
        f"{a.within(_ATOM)}{sign}", _POWER, a.value**exponent if a.value else math.nan
    )


def _bars(a: Written) -> Written:
    # Bars within bars are asked about.
    return a if "|" in a.text else Written(f"|{a.text}|", _ATOM, abs(a.value))


def _exponential(brackets: tuple[str, str]) -> Callable[[Written], Written]:
    return lambda a: Written(
        f"e^{a.text.join(brackets)}", _POWER, math.exp(min(a.value, _MOST_POWER))
    )


def _call(name: str) -> Callable[[Written], Written]:
    return lambda a: Written(
        f"{name}({a.text})", _ATOM, _FUNCTIONS[name](a.value), is_wordy=name[0].isalpha()
    )


def _bare_call(name: str) -> Callable[[Written], Written]:
    function = _call(name)
    return lambda a: (
        replace(function(a), text=f"{name} {a.text}", binds=_SUM)
        if a.is_wordy and a.binds == _ATOM
        else function(a)
    )


_TWO = (
    *(_sum, _fraction, _maximum, _side_by_side),
    *(_difference(sign) for sign in "-−–"),
    *(_product(sign) for sign in "*·×⊙"),
    *(_quotient(sign) for sign in "/÷"),
)
_ONE = (
    *(_negative("-"), _negative("−"), _bars, _exponential(("(", ")")), _exponential(("{", "}"))),
    *(_power("²", 2), _power("^2", 2), _power("³", 3), _power("**3", 3), _power("⁻¹", -1)),
    *(_call(name) for name in _FUNCTIONS),
    *(_bare_call(name) for name in ("ln", "tanh", "사인", "\\sin", "√")),
)


def _larger(parts: st.SearchStrategy[Written]) -> st.SearchStrategy[Written]:
    two = st.builds(lambda write, a, b: write(a, b), st.sampled_from(_TWO), parts, parts)
    one = st.builds(lambda write, a: write(a), st.sampled_from(_ONE), parts)
    return st.one_of(two, one)


_EXPRESSIONS = st.recursive(
    st.sampled_from([*_NUMBERS, *_NAMES, *_CONSTANTS]),
    _larger,
    max_leaves=8,
)


def _value(graph: Graph) -> float:
    for name, value in _VALUES.items():
        for node_id in graph.sources():
            node = graph.nodes[node_id]
            if node.operation == "input" and _same(node.name, name):
                graph = set_value(graph, node_id, value)
    evaluation = evaluate(graph)
    assert evaluation.target is not None
    return float(evaluation.values[evaluation.target])


def _same(name: str, other: str) -> bool:
    return name.replace("_1", "₁") == other


@given(_EXPRESSIONS)
@settings(max_examples=150)
def test_an_expression_is_read_as_it_is_written(written: Written) -> None:
    assume(math.isfinite(written.value) and abs(written.value) < _LARGE)
    graph = parse_formula(written.text)
    assert _value(graph) == pytest.approx(written.value, rel=1e-9, abs=1e-9), written.text
    again = parse_formula(format_formula(graph), graph)
    assert _value(again) == pytest.approx(written.value, rel=1e-9, abs=1e-9)
