"""What the single operations are for, at their extremes, and which inputs they refuse."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from numpy.typing import ArrayLike

from engine.arrays import Array, Shape, unbroadcast
from engine.autodiff.passes.evaluation import evaluate
from engine.autodiff.passes.forward_mode import push_forward
from engine.errors import ShapeError
from engine.formula.parser import parse_formula
from engine.graph.edits import connect, set_settings, set_value
from engine.graph.model import Graph, InputPort
from engine.operations.catalog import OPERATIONS
from engine.operations.operation import Category
from engine.settings import complete
from tests.support.graphs import node


def value_of(name: str, *inputs: ArrayLike, **given_settings: float) -> Array:
    record = OPERATIONS[name]
    chosen = complete(record.settings, given_settings)
    numbers = [np.asarray(value, dtype=np.float64) for value in inputs]
    with np.errstate(divide="ignore"):
        return np.asarray(record.forward(*numbers, **chosen))


def gradients_of(name: str, *inputs: ArrayLike, **given_settings: float) -> list[Array]:
    record = OPERATIONS[name]
    chosen = complete(record.settings, given_settings)
    numbers = [np.asarray(value, dtype=np.float64) for value in inputs]
    output = value_of(name, *inputs, **given_settings)
    with np.errstate(divide="ignore"):
        return [rule(np.ones_like(output), output, *numbers, **chosen) for rule in record.vjps]


def graph_of(formula: str, **values: ArrayLike) -> Graph:
    graph = parse_formula(formula)
    for name, value in values.items():
        graph = set_value(graph, node(graph, name), value)
    return graph


def result_of(formula: str, **values: ArrayLike) -> Array:
    result = evaluate(graph_of(formula, **values))
    assert not result.problems
    assert result.target is not None
    return result.values[result.target]


class TestExtremes:
    """Where the formula on paper overflows, cancels or divides 0 by 0."""

    def test_sigmoid(self) -> None:
        assert value_of("sigmoid", [-1000.0, 0.0, 1000.0]).tolist() == [0.0, 0.5, 1.0]
        assert gradients_of("sigmoid", [-1000.0, 1000.0])[0].tolist() == [0.0, 0.0]

    def test_log_sum_exp_and_softmax_of_ten_thousand(self) -> None:
        assert value_of("log_sum_exp", [1e4, 1e4]) == 1e4 + math.log(2)
        assert value_of("log_sum_exp", -1e4) == -1e4
        assert value_of("softmax", [1e4, 0.0, 1e4]).tolist() == [0.5, 0.0, 0.5]
        assert value_of("log_softmax", [1e4, 0.0]).tolist() == [0.0, -1e4]
        assert gradients_of("log_softmax", [1e4, 0.0])[0].tolist() == [-1.0, 1.0]

    def test_cross_entropies(self) -> None:
        assert value_of("binary_cross_entropy", [0.0, 1.0], [0.0, 1.0]) == 0.0
        assert value_of("binary_cross_entropy", 0.0, 1.0) == 100.0
        assert np.isfinite(gradients_of("binary_cross_entropy", 0.0, 1.0)[0])
        assert value_of("binary_cross_entropy_with_logits", 1000.0, 0.0) == 1000.0
        assert value_of("binary_cross_entropy_with_logits", -1000.0, 0.0) == 0.0
        # The sum of two large terms would round this to 0.
        small = value_of("binary_cross_entropy_with_logits", 50.0, 1.0)
        assert small == pytest.approx(math.exp(-50.0), rel=1e-12)
        assert value_of("softmax_cross_entropy", [1e4, 0.0], [0.0, 1.0]) == 1e4
        slope = gradients_of("softmax_cross_entropy", [1e4, 0.0], [0.0, 1.0])[0]
        assert slope.tolist() == [1.0, -1.0]

    def test_softplus_and_its_kin_keep_their_small_values(self) -> None:
        assert value_of("softplus", [1e4, -50.0]).tolist() == pytest.approx(
            [1e4, math.exp(-50.0)], rel=1e-12
        )
        assert value_of("elu", -1e-12) == pytest.approx(-1e-12, rel=1e-12)
        assert value_of("gelu", [-1e4, 1e4]).tolist() == [0.0, 1e4]

    @pytest.mark.parametrize(
        "record", [item for item in OPERATIONS.values() if item.category is Category.ACTIVATIONS]
    )
    @given(x=st.floats(-1e150, 1e150))
    @settings(max_examples=30, deadline=None)
    def test_no_activation_leaves_the_numbers(self, record: object, x: float) -> None:
        name = getattr(record, "name", "")
        assert np.isfinite(value_of(name, x))
        assert np.isfinite(gradients_of(name, x)[0])


@given(
    arrays.mutually_broadcastable_shapes(num_shapes=2, max_dims=4, max_side=4),
    st.integers(0, 2**31),
)
def test_unbroadcasting_is_the_transpose_of_broadcasting(
    shapes: arrays.BroadcastableShapes, seed: int
) -> None:
    rng = np.random.default_rng(seed)
    shape, whole = shapes.input_shapes[0], shapes.result_shape
    value, gradient = rng.normal(size=shape), rng.normal(size=whole)
    back = unbroadcast(gradient, shape)
    assert back.shape == shape
    spread = np.broadcast_to(value, whole)
    assert np.sum(back * value) == pytest.approx(np.sum(gradient * spread), abs=1e-9)


def test_unbroadcasting_fills_what_a_constant_derivative_leaves_out() -> None:
    assert unbroadcast(np.array(2.0), (2, 1)).tolist() == [[2.0], [2.0]]
    assert unbroadcast(np.array([1.0, 2.0, 3.0]), (2, 1)).tolist() == [[6.0], [6.0]]


class TestChoices:
    def test_clip_passes_gradients_inside_its_limits_only(self) -> None:
        x = [-2.0, -1.0, 0.0, 1.0, 2.0]
        assert value_of("clip", x).tolist() == [-1.0, -1.0, 0.0, 1.0, 1.0]
        assert gradients_of("clip", x)[0].tolist() == [0.0, 1.0, 1.0, 1.0, 0.0]
        assert value_of("clip", x, low=1.0, high=0.0).tolist() == [0.0] * 5

    def test_where_takes_each_element_from_one_side(self) -> None:
        found = value_of("where", [1.0, 0.0, -1.0], [1.0, 2.0, 3.0], -7.0)
        assert found.tolist() == [1.0, -7.0, -7.0]
        condition, a, b = gradients_of("where", [1.0, 0.0, -1.0], [1.0, 2.0, 3.0], -7.0)
        assert condition.tolist() == [0.0, 0.0, 0.0]
        assert a.tolist() == [1.0, 0.0, 0.0]
        assert b == 2.0

    def test_steps_fire_at_0(self) -> None:
        assert value_of("binary_step", [-0.1, 0.0, 0.1]).tolist() == [0.0, 1.0, 1.0]
        assert value_of("bipolar_step", [-0.1, 0.0, 0.1]).tolist() == [-1.0, 1.0, 1.0]

    def test_maxout_is_the_maximum_of_k_linear_pieces_of_its_input(self) -> None:
        # |x| as the larger of the pieces x and −x, each a row of W.
        formula = "maxout(W @ x + b, pieces=2)"
        graph = graph_of(formula, W=[[1.0], [-1.0]], x=[-3.0], b=[0.0, 0.0])
        result = evaluate(graph)
        assert result.target is not None
        assert result.values[result.target].tolist() == [3.0]
        assert result.gradients.nodes[node(graph, "W")].tolist() == [[0.0], [-3.0]]
        assert result.gradients.nodes[node(graph, "x")].tolist() == [-1.0]

    def test_equal_pieces_share_the_gradient(self) -> None:
        assert gradients_of("maxout", [2.0, 2.0, 1.0], pieces=3)[0].tolist() == [0.5, 0.5, 0.0]
        crossing = gradients_of("two_line_maxout", 0.0)[0]
        assert crossing == 0.25

    def test_maxout_of_two_lines_holds_relu_and_the_absolute_value(self) -> None:
        x = np.linspace(-2, 2, 9)
        relu = value_of("two_line_maxout", x, left_slope=0.0)
        assert relu.tolist() == value_of("relu", x).tolist()
        size = value_of("two_line_maxout", x, left_slope=-1.0)
        assert size.tolist() == value_of("absolute", x).tolist()


class TestArrangement:
    def test_reshape_reads_row_by_row(self) -> None:
        x = [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]
        assert result_of("reshape(x)", x=x).tolist() == [1, 2, 3, 4, 5, 6]
        assert result_of("reshape(x, rows=3, columns=-1)", x=x).tolist() == [[1, 2], [3, 4], [5, 6]]
        assert result_of("reshape(x, columns=2)", x=x).shape == (3, 2)
        assert result_of("reshape(x, rows=6)", x=x).shape == (6,)

    def test_a_number_is_reshaped_to_a_vector(self) -> None:
        assert result_of("reshape(x)", x=5.0).tolist() == [5.0]

    def test_the_shape_follows_the_settings(self) -> None:
        graph = graph_of("reshape(x) @ y", x=[[1.0, 2.0], [3.0, 4.0]], y=[1.0, 1.0])
        assert evaluate(graph).problems
        gate = next(key for key, item in graph.nodes.items() if item.operation == "reshape")
        graph = set_settings(graph, gate, {"rows": 2, "columns": 2})
        result = evaluate(graph)
        assert not result.problems
        assert result.target is not None
        assert result.values[result.target].tolist() == [3.0, 7.0]

    def test_a_wire_that_the_settings_do_not_fit_is_marked(self) -> None:
        graph = graph_of("y = reshape(?, rows=4); x + 1", x=[1.0, 2.0])
        graph = connect(graph, node(graph, "x"), InputPort(node(graph, "y"), 0))
        problem = evaluate(graph).problems[node(graph, "y")]
        assert problem.sentence == "The 2 elements of 2 do not fill the shape 4."

    def test_concatenation_gives_each_part_its_own_gradient(self) -> None:
        graph = graph_of("squared_norm(concatenate(a, b))", a=[1.0, 2.0], b=3.0)
        gradients = evaluate(graph).gradients.nodes
        assert gradients[node(graph, "a")].tolist() == [2.0, 4.0]
        assert gradients[node(graph, "b")] == 6.0
        assert result_of("concatenate(a, b)", a=1.0, b=2.0).tolist() == [1.0, 2.0]
        side = result_of("concatenate(a, b, axis=1)", a=[[1.0], [2.0]], b=[[3.0], [4.0]])
        assert side.tolist() == [[1.0, 3.0], [2.0, 4.0]]

    def test_concatenating_side_by_side_sends_gradients_back_and_tangents_on(self) -> None:
        graph = graph_of("concatenate(a, b, axis=1)", a=[[1.0], [2.0]], b=[[3.0], [4.0]])
        result = evaluate(graph)
        assert result.target is not None
        assert result.gradients.nodes[node(graph, "b")].shape == (2, 1)
        moved = push_forward(result.plan, result.values, node(graph, "b"), [[1.0], [2.0]])
        assert moved[result.target].tolist() == [[0.0, 1.0], [0.0, 2.0]]

    def test_products_of_vectors(self) -> None:
        assert result_of("outer_product(a, b)", a=[1.0, 2.0], b=[3.0, 4.0]).tolist() == [
            [3.0, 4.0],
            [6.0, 8.0],
        ]
        assert result_of("dot_product(a, b)", a=[1.0, 2.0], b=[3.0, 4.0]) == 11.0
        assert result_of("dot(a, b)", a=[1.0, 2.0], b=[3.0, 4.0]) == 11.0
        assert result_of("transpose(a)", a=[[1.0, 2.0]]).tolist() == [[1.0], [2.0]]


@pytest.mark.parametrize(
    ("name", "shapes", "chosen", "sentence"),
    [
        ("softmax", [()], {}, "A single number has no others"),
        ("log_softmax", [()], {}, "A single number has no others"),
        ("maxout", [(5,)], {}, "multiple of 2; 5 is not"),
        ("maxout", [()], {}, "scalar is not"),
        ("reshape", [(2, 3)], {"rows": 4}, "The 6 elements of 2×3 do not fill the shape 4."),
        ("reshape", [(2, 3)], {"columns": 4}, "do not fill groups of 4"),
        ("reshape", [(2, 3)], {"rows": -1, "columns": -1}, "cannot both be −1"),
        ("reshape", [(2,)], {"rows": 0}, "The 2 elements of 2 do not fill the shape 0."),
        ("concatenate", [(2, 3), (3,)], {}, "cannot be joined along axis 0"),
        ("concatenate", [(2, 3), (2, 2)], {}, "2×3 and 2×2 cannot be joined along axis 0"),
        ("concatenate", [(2,), (2,)], {"axis": 1}, "cannot be joined along axis 1"),
        ("outer_product", [(2, 2), (2,)], {}, "takes two vectors, and 2×2 and 2"),
        ("dot_product", [(2,), (3,)], {}, "2 and 3 must be the same shape"),
        ("softmax_cross_entropy", [(3,), (2,)], {}, "one score and one target"),
        ("softmax_cross_entropy", [(), ()], {}, "one score and one target"),
        ("multiclass_hinge", [(2, 3), (3,)], {}, "one score and one target"),
        ("hinge", [(2,), (3,)], {}, "do not fit element by element"),
        ("squared_error", [(2,), (3,)], {}, "do not fit element by element"),
        ("where", [(2,), (3,), ()], {}, "do not fit element by element"),
    ],
)
def test_shapes_that_do_not_fit_are_refused_with_a_sentence(
    name: str, shapes: list[Shape], chosen: dict[str, float], sentence: str
) -> None:
    with pytest.raises(ShapeError) as caught:
        OPERATIONS[name].output_shape(shapes, chosen)
    assert sentence in caught.value.sentence
    assert caught.value.sentence.endswith(".")


class TestDrawnNumbers:
    def test_the_same_seed_drops_the_same_elements(self) -> None:
        x = np.ones((50, 40))
        first, again = value_of("dropout", x, seed=3), value_of("dropout", x, seed=3)
        assert np.array_equal(first, again)
        assert not np.array_equal(first, value_of("dropout", x, seed=4))
        assert set(np.unique(first)) == {0.0, 2.0}
        assert np.array_equal(gradients_of("dropout", x, seed=3)[0], first)

    def test_what_is_kept_is_scaled_so_that_the_mean_stays(self) -> None:
        scaled = value_of("dropout", np.ones((200, 200)), rate=0.2)
        assert scaled.mean() == pytest.approx(1.0, abs=0.02)
        x = np.arange(6.0)
        assert value_of("dropout", x, rate=0.0).tolist() == x.tolist()

    def test_noise_is_added_to_the_value_and_not_to_the_gradient(self) -> None:
        x = np.zeros((100, 100))
        noisy = value_of("gaussian_noise", x, spread=2.0, seed=1)
        assert noisy.std() == pytest.approx(2.0, rel=0.05)
        assert np.array_equal(noisy, value_of("gaussian_noise", x, spread=2.0, seed=1))
        assert np.all(gradients_of("gaussian_noise", x)[0] == 1.0)
        assert value_of("gaussian_noise", 3.0, spread=0.0) == 3.0


class TestLosses:
    def test_d1_and_its_squared_errors(self) -> None:
        hours, scores = [2.0, 3.0, 4.0, 5.0], [25.0, 50.0, 42.0, 61.0]
        assert result_of("squared_error(13*x + 1, t)", x=hours, t=scores) == 250.0
        assert result_of("half_squared_error(13*x + 1, t)", x=hours, t=scores) == 125.0
        assert result_of("mean_squared_error(13*x + 1, t)", x=hours, t=scores) == 62.5

    def test_the_gradient_of_half_the_squared_error_is_the_error(self) -> None:
        assert gradients_of("half_squared_error", [3.0, 5.0], [1.0, 6.0])[0].tolist() == [2.0, -1.0]

    def test_losses_of_logits_are_those_of_probabilities(self) -> None:
        z, t = [0.3, -1.2, 2.0], [1.0, 0.0, 0.0]
        apart = result_of("binary_cross_entropy(sigmoid(z), t)", z=z, t=t)
        together = result_of("binary_cross_entropy_with_logits(z, t)", z=z, t=t)
        assert together == pytest.approx(float(apart), rel=1e-14)
        apart = result_of("-sum(t*log(softmax(z)))", z=z, t=t)
        assert result_of("softmax_cross_entropy(z, t)", z=z, t=t) == pytest.approx(float(apart))

    def test_hinge_is_0_beyond_the_margin_only(self) -> None:
        assert value_of("hinge", [2.0, 0.5, -1.0], [1.0, 1.0, 1.0]) == pytest.approx(2.5 / 3)
        assert value_of("hinge", [-2.0], [-1.0]) == 0.0
        assert value_of("hinge", [2.0], [1.0], margin=3.0) == 1.0

    def test_regularization_terms(self) -> None:
        w = [[3.0, -4.0]]
        assert value_of("l1_penalty", w, strength=0.5) == 3.5
        assert value_of("l2_penalty", w, strength=0.5) == 12.5
        assert gradients_of("l1_penalty", w, strength=0.5)[0].tolist() == [[0.5, -0.5]]
        assert gradients_of("l2_penalty", w, strength=0.5)[0].tolist() == [[3.0, -4.0]]


def test_no_name_is_one_that_a_learner_would_give_a_variable() -> None:
    ordinary = [*"abcdefghijklmnopqrstuvwxyzWXYAB", "w0", "x1", "loss", "score", "target", "bias"]
    ordinary += ["weight1", "hidden", "out", "error", "cost", "rate", "noise", "mask", "axis"]
    assert [name for name in ordinary if OPERATIONS.find(name) is not None] == []


def test_a_source_holds_its_value_and_computes_none() -> None:
    for name in ("input", "parameter", "constant"):
        with pytest.raises(TypeError, match="holds its value"):
            OPERATIONS[name].forward()
        with pytest.raises(TypeError, match="shape of its value"):
            OPERATIONS[name].shape()
