"""A function of x that was typed in: its numbers, its slope in symbols, and what is refused."""

from __future__ import annotations

import math

import numpy as np
import pytest

from engine.errors import FormulaError
from engine.formula.parser import parse_formula
from engine.formula.slope_latex import slope_latex
from engine.formula.typed_function import typed_function
from engine.operations.activation_analysis import ActivationFacts
from engine.operations.activation_definitions import definition_latex, derivative_latex
from engine.operations.sampled_activation import slope_of, value_of
from tests.support.activation_facts import facts_at_once

X = np.array([0.3, 0.7, 1.9])


def facts(text: str) -> ActivationFacts:
    return facts_at_once(typed_function(text, "mine").operation, {})


@pytest.mark.parametrize(
    ("text", "value", "slope"),
    [
        ("x*exp(-x)", X * np.exp(-X), (1 - X) * np.exp(-X)),
        ("c = x + 1; c**2*x", (X + 1) ** 2 * X, 2 * (X + 1) * X + (X + 1) ** 2),
        ("x", X, np.ones(3)),
        ("3", np.full(3, 3.0), np.zeros(3)),
        ("a = 2; x + a", X + 2, np.ones(3)),
        ("max(x, 1)", np.maximum(X, 1), np.where(X > 1, 1.0, 0.0)),
    ],
)
def test_its_values_and_slopes_are_those_of_the_formula(
    text: str, value: np.ndarray, slope: np.ndarray
) -> None:
    operation = typed_function(text, "mine").operation
    assert value_of(operation, X, {}) == pytest.approx(value)
    assert slope_of(operation, X, {}) == pytest.approx(slope)
    assert value_of(operation, np.array(0.7), {}).shape == ()


def test_its_name_and_symbol_are_those_given() -> None:
    made = typed_function("x**2", "own_1", "f₁")
    assert (made.operation.name, made.operation.symbol, made.operation.title) == (
        "own_1", "f₁", "x**2",
    )  # fmt: skip
    assert typed_function("x**2", "own_1").operation.symbol == "x**2"


def test_helpers_are_told_after_the_last_statement() -> None:
    operation = typed_function("c = x + 1; f = c*2", "mine").operation
    assert definition_latex(operation) == r"f(x) = c \cdot 2,\quad c = x + 1"
    assert derivative_latex(operation) == ("f'(x) = 2",)


@pytest.mark.parametrize(
    ("text", "latex"),
    [
        ("x**2", "2 x"),
        ("1 - x", "-1"),
        ("3*x - exp(2*x)", r"3 + \left(-\left(e^{2 \cdot x} \cdot 2\right)\right)"),
        ("5", "0"),
        ("2*gelu(3*x)", r"2 \cdot \left(\mathrm{gelu}'\left(3 \cdot x\right) \cdot 3\right)"),
        ("binary_step(x)", "0"),
    ],
)
def test_the_slope_in_symbols_follows_the_chain_rule(text: str, latex: str) -> None:
    assert typed_function(text, "mine").operation.local_latex == (latex,)


def test_what_the_result_does_not_need_is_not_told() -> None:
    graph = parse_formula("a = ? + x; x**2")
    target, source = graph.result, graph.named("x")
    assert target is not None
    assert source is not None
    assert slope_latex(graph, target, source) == "2 x"


@pytest.mark.parametrize(
    ("text", "code", "position", "length"),
    [
        ("2*y + x", "only_x", 2, 1),
        ("x*sum(x)", "one_number", 2, 3),
        ("x @ x", "one_number", 2, 1),
        ("x + [1, 2]", "one_number", 4, 6),
        ("x + ?", "unconnected", 4, 1),
        ("log(-x**2 - 1)", "defined_nowhere", 0, 14),
        ("sqrt(-x**2)", "defined_at_places", 0, 11),
        ("(-2)**x", "defined_at_places", 0, 7),
        ("sqrt(x - 1)*sqrt(1 - x)", "defined_at_places", 0, 23),
        ("x +* 3", "operand_expected", 3, 1),
        ("", "formula_empty", 0, 0),
    ],
)
def test_what_is_no_function_of_x_is_refused_at_its_place(
    text: str, code: str, position: int, length: int
) -> None:
    with pytest.raises(FormulaError) as refused:
        typed_function(text, "mine")
    assert refused.value.code == code
    assert (refused.value.position, refused.value.length) == (position, length)


def test_a_logarithm_is_defined_on_one_side_and_has_no_end() -> None:
    found = facts("log(x)")
    assert [(extent.low, extent.high) for extent in found.undefined] == [(-math.inf, 0.0)]
    assert (found.outputs.low, found.outputs.high) == (-math.inf, math.inf)
    assert found.largest_slope == math.inf
    assert math.isnan(found.mean_output)
    assert not found.is_zero_centred


def test_a_pole_is_one_place_and_the_values_beside_it_have_no_end() -> None:
    found = facts("1/x")
    assert [(extent.low, extent.high) for extent in found.undefined] == [(0.0, 0.0)]
    assert (found.outputs.low, found.outputs.high) == (-math.inf, math.inf)


def test_a_root_is_infinitely_steep_at_0() -> None:
    found = facts("sqrt(x)")
    assert found.largest_slope == math.inf
    assert found.largest_slope_at is not None
    assert found.largest_slope_at.low == 0.0
    assert (found.outputs.low, found.outputs.has_low) == (0.0, True)


def test_a_kink_beside_a_steep_stretch_is_found_with_the_slope_used_there() -> None:
    found = facts("exp(x) + abs(x - 1)")
    assert found.breaks == (1.0,)
    assert found.slopes_at_breaks == pytest.approx((math.e,))


def test_steep_is_not_torn() -> None:
    assert facts("x**9").breaks == ()


@pytest.mark.parametrize(
    "text", ["x*sigmoid(2*x)", "1/x", "sqrt(x)", "exp(100*x)", "max(x, 0)", "x**x", "2"]
)
def test_one_number_is_computed_as_many_are(text: str) -> None:
    operation = typed_function(text, "mine").operation
    places = np.array([-700.0, -1.5, -0.0, 0.0, 0.3, 2.0, 800.0])
    with np.errstate(all="ignore"):
        for compute in (value_of, slope_of):
            alone = [float(compute(operation, np.array(place), {})) for place in places]
            assert alone == pytest.approx(compute(operation, places, {}), rel=1e-12, nan_ok=True)


@pytest.mark.parametrize(
    "text",
    [
        "x*" * 4000 + "x",
        "sin(" * 1000 + "x" + ")" * 1000,
        "a0 = x; " + "; ".join(f"a{n + 1} = a{n}*a{n}/2" for n in range(60)),
    ],
    ids=["a long product", "nested", "used twice again and again"],
)
def test_a_slope_that_would_fill_a_library_is_not_written_but_computed(text: str) -> None:
    operation = typed_function(text, "mine").operation
    assert operation.local_latex == ("",)
    assert np.isfinite(slope_of(operation, np.array(0.5), {}))


def test_a_sum_of_300_terms_is_written_out() -> None:
    operation = typed_function(
        " + ".join(f"{n}*sin({n}*x)" for n in range(1, 301)), "mine"
    ).operation
    assert operation.local_latex[0].count(" + ") == 299


def test_a_text_that_nobody_reads_is_refused_behind_what_may_stand() -> None:
    with pytest.raises(FormulaError) as refused:
        typed_function("x+" * 5000 + "x", "mine")
    assert refused.value.code == "function_too_long"
    assert (refused.value.position, refused.value.length) == (10_000, 1)


@pytest.mark.parametrize(("most", "latex"), [(5, ""), (400, r"e^{x} + x \cdot e^{x}")])
def test_a_slope_longer_than_is_asked_for_is_not_written(most: int, latex: str) -> None:
    graph = parse_formula("x*exp(x)")
    target, source = graph.result, graph.named("x")
    assert target is not None
    assert source is not None
    assert slope_latex(graph, target, source, most) == latex
