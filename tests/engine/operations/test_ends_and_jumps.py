"""What gates do where they jump, tie, end or run out of digits, and what formulas call them."""

from __future__ import annotations

import math

import numpy as np
import pytest

from engine.autodiff.passes.evaluation import evaluate
from engine.errors import ShapeError
from engine.formula.parser import parse_formula
from engine.formula.printer import format_formula
from engine.formula.vocabulary import find_function, subscripts
from engine.graph.edits import set_value
from engine.operations.catalog import OPERATIONS
from tests.engine.operations.test_operations import (
    gradients_of,
    graph_of,
    result_of,
    value_of,
)
from tests.support.graphs import node


class TestJumps:
    def test_a_sign_is_0_at_0_and_passes_no_gradient(self) -> None:
        x = [-2.0, -1e-300, 0.0, 1e-300, 3.0]
        assert value_of("sign", x).tolist() == [-1.0, -1.0, 0.0, 1.0, 1.0]
        assert gradients_of("sign", x)[0].tolist() == [0.0] * 5

    def test_a_floor_jumps_at_whole_numbers(self) -> None:
        x = [-1.5, -1.0, -0.5, 0.0, 0.999, 1.0]
        assert value_of("floor", x).tolist() == [-2.0, -1.0, -1.0, 0.0, 0.0, 1.0]
        assert gradients_of("floor", x)[0].tolist() == [0.0] * 6

    def test_comparisons_are_1_or_0_and_pass_no_gradient(self) -> None:
        a, b = [1.0, 2.0, 3.0], 2.0
        found = {
            name: value_of(name, a, b).tolist()
            for name in ("greater", "greater_equal", "less", "less_equal", "equal", "not_equal")
        }
        assert found == {
            "greater": [0.0, 0.0, 1.0],
            "greater_equal": [0.0, 1.0, 1.0],
            "less": [1.0, 0.0, 0.0],
            "less_equal": [1.0, 1.0, 0.0],
            "equal": [0.0, 1.0, 0.0],
            "not_equal": [1.0, 0.0, 1.0],
        }
        assert [slope.tolist() for slope in gradients_of("greater", a, b)] == [[0.0] * 3, 0.0]

    def test_a_comparison_is_the_condition_of_where(self) -> None:
        graph = graph_of("where(x >= 0, x**2, -x)", x=[-2.0, 0.0, 3.0])
        result = evaluate(graph)
        assert result.target is not None
        assert result.values[result.target].tolist() == [2.0, 0.0, 9.0]
        assert result.gradients.nodes[node(graph, "x")].tolist() == [-1.0, 0.0, 6.0]

    def test_relu6_and_hard_tanh_are_flat_from_their_ends_on(self) -> None:
        assert value_of("relu6", [-1.0, 0.0, 3.0, 6.0, 7.0]).tolist() == [0.0, 0.0, 3.0, 6.0, 6.0]
        assert gradients_of("relu6", [-1.0, 0.0, 3.0, 6.0, 7.0])[0].tolist() == [0, 0, 1, 0, 0]
        assert value_of("hardtanh", [-2.0, -1.0, 0.5, 1.0]).tolist() == [-1.0, -1.0, 0.5, 1.0]
        assert gradients_of("hardtanh", [-2.0, -1.0, 0.5, 1.0])[0].tolist() == [0, 0, 1, 0]


class TestElements:
    @pytest.mark.parametrize("name", ["amax", "amin"])
    def test_equal_extremes_share_the_gradient(self, name: str) -> None:
        sign = 1.0 if name == "amax" else -1.0
        x = sign * np.array([[1.0, 3.0], [3.0, 2.0]])
        assert value_of(name, x) == sign * 3.0
        assert gradients_of(name, x)[0].tolist() == [[0.0, 0.5], [0.5, 0.0]]

    def test_a_norm_has_the_slope_0_at_its_tip(self) -> None:
        assert value_of("norm", [3.0, -4.0]) == 5.0
        assert gradients_of("norm", [3.0, -4.0])[0].tolist() == [0.6, -0.8]
        assert gradients_of("norm", [0.0, 0.0])[0].tolist() == [0.0, 0.0]

    def test_a_norm_whose_squares_leave_the_range_says_so(self) -> None:
        result = evaluate(graph_of("norm(x)", x=[1e200, 1.0]))
        assert [problem.code for problem in result.problems.values()] == ["squares_too_large"]

    def test_a_product_sends_each_element_the_product_of_the_others(self) -> None:
        assert value_of("prod", [[2.0, -3.0], [4.0, 0.5]]) == -12.0
        assert gradients_of("prod", [[2.0, -3.0], [4.0, 0.5]])[0].tolist() == [
            [-6.0, 4.0],
            [-3.0, -24.0],
        ]
        # No quotient tells them where an element is 0.
        assert gradients_of("prod", [2.0, 0.0, 5.0])[0].tolist() == [0.0, 10.0, 0.0]
        assert gradients_of("prod", [0.0, 0.0, 5.0])[0].tolist() == [0.0, 0.0, 0.0]
        assert gradients_of("prod", 7.0)[0] == 1.0

    def test_picking_counts_from_0_and_from_the_end(self) -> None:
        x, w = [1.0, 2.0, 3.0], [[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]
        assert value_of("index", x, position=2) == 3.0
        assert value_of("index", w, position=-1).tolist() == [5.0, 6.0]
        assert value_of("element", w, row=1, column=-1) == 4.0
        assert value_of("slice", x, start=1).tolist() == [2.0, 3.0]
        assert value_of("slice", x, start=-3, stop=-1).tolist() == [1.0, 2.0]
        assert gradients_of("index", w, position=-1)[0].tolist() == [[0, 0], [0, 0], [1, 1]]
        assert gradients_of("element", w, row=-2)[0].tolist() == [[0, 0], [1, 0], [0, 0]]
        assert gradients_of("slice", x, start=1, stop=2)[0].tolist() == [0.0, 1.0, 0.0]

    @pytest.mark.parametrize(
        ("name", "shape", "chosen", "sentence"),
        [
            (
                "index",
                (3,),
                {"position": 3},
                "axis 0 of the shape 3 has the indices 0 to 2, or −3 to −1",
            ),
            ("index", (), {}, "A single number has no elements to pick"),
            ("element", (3,), {}, "3 is none. One index picks an element of a vector."),
            ("element", (2, 3), {"column": -4}, "axis 1 of the shape 2×3 has the indices 0 to 2"),
            ("slice", (4,), {"start": 2, "stop": 1}, "Nothing lies from 2 up to 1 in 4"),
            ("slice", (4,), {"start": 5}, "The index 5 is out of range: axis 0 of the shape 4"),
            ("slice", (), {}, "A single number has no elements to pick"),
        ],
    )
    def test_a_place_that_is_none_is_refused_with_those_that_are(
        self, name: str, shape: tuple[int, ...], chosen: dict[str, float], sentence: str
    ) -> None:
        with pytest.raises(ShapeError) as caught:
            OPERATIONS[name].output_shape([shape], chosen)
        assert sentence in caught.value.sentence


class TestDigits:
    def test_erf_is_that_of_the_standard_library(self) -> None:
        x = np.concatenate([np.linspace(-7, 7, 1401), [1e-300, -1e-9, 0.0, 1e300, math.inf]])
        expected = np.array([math.erf(place) for place in x])
        np.testing.assert_allclose(value_of("erf", x), expected, rtol=5e-16, atol=0)

    def test_next_to_0_no_digit_is_lost(self) -> None:
        assert value_of("log1p", 1e-20) == value_of("expm1", 1e-20) == 1e-20
        assert gradients_of("arcsin", 1 - 2.0**-53)[0] == pytest.approx(2.0**26, rel=1e-15)

    @pytest.mark.parametrize(
        ("formula", "x", "code"),
        [
            ("arcsin(x)", 1.5, "no_angle"),
            ("arccos(x)", [0.0, -2.0], "no_angle"),
            ("log2(x)", 0.0, "log_of_non_positive"),
            ("log10(x)", -1.0, "log_of_non_positive"),
            ("log1p(x)", -1.0, "log_one_plus"),
        ],
    )
    def test_what_does_not_exist_is_explained(
        self, formula: str, x: float | list[float], code: str
    ) -> None:
        result = evaluate(set_value(graph := parse_formula(formula), node(graph, "x"), x))
        assert [problem.code for problem in result.problems.values()] == [code]

    def test_a_root_of_a_negative_cube_exists(self) -> None:
        assert value_of("cbrt", [-27.0, 8.0]).tolist() == [-3.0, 2.0]
        assert np.isinf(gradients_of("cbrt", 0.0)[0])


class TestNames:
    def test_the_number_of_inputs_tells_operations_apart_that_are_called_the_same(self) -> None:
        assert result_of("max(v) + max(a, 2)", v=[1.0, 5.0, 3.0], a=1.0) == 7.0
        assert format_formula(parse_formula("min(v)*min(a, b)")) == "min(v)*min(a, b)"
        assert find_function("maximum", 1) is OPERATIONS["amax"]

    def test_no_two_operations_are_called_the_same_with_as_many_inputs(self) -> None:
        called = [(record.called, record.arity) for record in OPERATIONS.values()]
        assert len(set(called)) == len(called)

    @pytest.mark.parametrize(
        ("name", "operation"),
        [
            ("CE", "softmax_cross_entropy"),
            ("SE", "squared_error"),
            ("SVM", "multiclass_hinge"),
            ("L2", "squared_norm"),
            ("l2", "squared_norm"),
            ("ReLU", "relu"),
            ("RELU6", "relu6"),
            ("Sigmoid", "sigmoid"),
            ("asin", "arcsin"),
            ("sgn", "sign"),
            ("clamp", "clip"),
            ("drop", "dropout"),
        ],
    )
    def test_what_the_palette_says_and_other_letters_are_understood(
        self, name: str, operation: str
    ) -> None:
        assert find_function(name) is OPERATIONS[operation]

    def test_what_stands_on_a_gate_is_still_free_for_a_variable(self) -> None:
        assert result_of("CE + SE", CE=1.0, SE=2.0) == 3.0

    def test_what_stands_in_brackets_tells_what_is_picked(self) -> None:
        found = {pattern: record.name for pattern, record in subscripts().items()}
        assert found == {"#": "index", "#, #": "element", "#:#": "slice"}
