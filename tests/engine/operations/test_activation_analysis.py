"""What is computed about activation functions, against values known in closed form."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.arrays import Array
from engine.operations.activation_analysis import (
    ActivationFacts,
    ActivationStudy,
    Family,
    facts_below,
    flat_ranges,
    last_of,
    study,
)
from engine.operations.activation_curve import sample_curve
from engine.operations.activation_definitions import definition_latex, derivative_latex
from engine.operations.catalog import OPERATIONS
from engine.operations.elementwise import elementwise
from engine.operations.operation import Category, Operation, Role
from engine.operations.sampled_activation import PIECE, chain_slopes, slope_of, value_of
from engine.operations.sampled_function import POINTS, Extent
from engine.settings import complete
from tests.support.activation_facts import facts_at_once

ACTIVATIONS = [
    operation
    for operation in OPERATIONS.values()
    if operation.category is Category.ACTIVATIONS and operation.arity == 1
]


def defaults(operation: Operation) -> dict[str, float]:
    return complete(operation.settings, {})


def facts_of(name: str, threshold: float = 0.05, **settings: float) -> ActivationFacts:
    operation = OPERATIONS[name]
    return facts_at_once(operation, complete(operation.settings, settings), threshold)


def test_the_course_names_are_all_there() -> None:
    names = {operation.name for operation in ACTIVATIONS}
    assert names >= {
        "identity", "binary_step", "sigmoid", "tanh", "arctan", "relu", "leaky_relu", "prelu",
        "elu", "selu", "softplus", "swish", "gelu", "bipolar_step", "two_line_maxout",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "low", "high", "has_low"),
    [
        ("identity", -math.inf, math.inf, False),
        ("binary_step", 0.0, 1.0, True),
        ("bipolar_step", -1.0, 1.0, True),
        ("two_line_maxout", 0.0, math.inf, True),
        ("sigmoid", 0.0, 1.0, False),
        ("tanh", -1.0, 1.0, False),
        ("arctan", -math.pi / 2, math.pi / 2, False),
        ("relu", 0.0, math.inf, True),
        ("leaky_relu", -math.inf, math.inf, False),
        ("elu", -1.0, math.inf, False),
        ("selu", -1.0507009873554805 * 1.6732632423543772, math.inf, False),
        ("softplus", 0.0, math.inf, False),
        ("swish", -0.2784645427610738, math.inf, True),
        ("gelu", -0.1700407505, math.inf, True),
    ],
)
def test_ranges(name: str, low: float, high: float, has_low: bool) -> None:
    outputs = facts_of(name).outputs
    assert (outputs.low, outputs.high) == pytest.approx((low, high), abs=1e-7)
    assert outputs.has_low is has_low


def test_largest_slopes_and_their_places() -> None:
    sigmoid, tanh, relu = facts_of("sigmoid"), facts_of("tanh"), facts_of("relu")
    assert (sigmoid.largest_slope, sigmoid.largest_slope_at) == (0.25, Extent(0.0, 0.0))
    assert (tanh.largest_slope, tanh.largest_slope_at) == (1.0, Extent(0.0, 0.0))
    assert (relu.largest_slope, relu.largest_slope_at) == (1.0, Extent(0.0, math.inf))
    assert facts_of("prelu", slope=2.0).largest_slope_at == Extent(-math.inf, 0.0)
    assert facts_of("softplus").largest_slope_at is None
    assert facts_of("softplus").largest_slope == pytest.approx(1.0)
    swish = facts_of("swish")
    assert swish.largest_slope == pytest.approx(1.0998393194, abs=1e-9)
    assert swish.largest_slope_at is not None
    assert swish.largest_slope_at.low == pytest.approx(2.39935728, abs=1e-5)


def test_saturation_is_where_the_slope_falls_below_the_threshold() -> None:
    # σ(1 − σ) = 0.05 at σ = (1 + √0.8)/2, and 1 − tanh² = 0.05 at tanh = √0.95.
    high = (1 + math.sqrt(0.8)) / 2
    edge = math.log(high / (1 - high))
    left, right = facts_of("sigmoid").saturated
    assert (left.low, right.high) == (-math.inf, math.inf)
    assert (left.high, right.low) == pytest.approx((-edge, edge), abs=1e-6)
    assert facts_of("tanh").saturated[1].low == pytest.approx(math.atanh(math.sqrt(0.95)), abs=1e-6)
    assert facts_of("relu").saturated == (Extent(-math.inf, 0.0),)
    assert facts_of("prelu").saturated == ()
    assert facts_of("binary_step").saturated == (Extent(-math.inf, math.inf),)
    # 1/(1 + x²) = 0.0005 far outside the finely sampled range.
    assert facts_of("arctan", 0.0005).saturated[1].low == pytest.approx(math.sqrt(1999), abs=1e-4)


def test_zero_centredness_is_the_mean_output_for_normal_inputs() -> None:
    assert facts_of("tanh").is_zero_centred
    assert facts_of("selu").is_zero_centred
    assert not facts_of("sigmoid").is_zero_centred
    assert facts_of("sigmoid").mean_output == pytest.approx(0.5, abs=1e-9)
    assert facts_of("binary_step").mean_output == pytest.approx(0.5, abs=1e-9)
    assert facts_of("relu").mean_output == pytest.approx(1 / math.sqrt(2 * math.pi), abs=1e-4)


def has_corner(operation: Operation) -> bool:
    """Tell by numbers alone whether a slope changes within less than a bend takes."""
    h = 1e-4
    x = np.arange(-5.0, 5.0, h)
    slopes = np.diff(value_of(operation, x, defaults(operation))) / h
    return bool(np.max(np.abs(np.diff(slopes))) > 100 * h)


def test_breaks_are_kinks_and_jumps_and_nothing_smooth() -> None:
    broken = {op.name for op in ACTIVATIONS if facts_of(op.name).breaks}
    assert broken == {op.name for op in ACTIVATIONS if has_corner(op)}
    assert broken >= {
        "binary_step", "bipolar_step", "relu", "leaky_relu", "prelu", "selu", "two_line_maxout",
    }  # fmt: skip
    assert facts_of("relu").breaks == (0.0,)
    assert facts_of("prelu", slope=1.0).breaks == ()
    assert facts_of("elu", alpha=2.0).breaks == (0.0,)
    assert facts_of("swish", beta=10.0).breaks == ()


def test_families() -> None:
    families = {op.name: facts_of(op.name).family for op in ACTIVATIONS}
    assert families["identity"] is families["binary_step"] is Family.STRAIGHT
    assert families["sigmoid"] is families["arctan"] is Family.SATURATING
    assert families["relu"] is families["elu"] is families["selu"] is Family.RECTIFIER
    assert families["softplus"] is families["gelu"] is families["mish"] is Family.SMOOTH
    assert families["relu6"] is families["hardtanh"] is Family.SATURATING


def test_facts_of_the_cut_functions_and_of_mish() -> None:
    relu6, hard, mish = facts_of("relu6"), facts_of("hardtanh"), facts_of("mish")
    assert (relu6.breaks, relu6.slopes_at_breaks) == ((0.0, 6.0), (0.0, 0.0))
    assert (relu6.outputs.low, relu6.outputs.high, relu6.is_zero_centred) == (0.0, 6.0, False)
    assert (hard.outputs.low, hard.outputs.high, hard.is_zero_centred) == (-1.0, 1.0, True)
    assert [(it.low, it.high) for it in hard.saturated] == [(-np.inf, -1.0), (1.0, np.inf)]
    assert mish.outputs.low == pytest.approx(-0.3088434130, abs=1e-9)
    assert mish.outputs.high == np.inf
    assert mish.largest_slope == pytest.approx(1.0884981613, abs=1e-9)


# Where a slope changes at once, besides 0.
_KINKS = {"relu6": (0.0, 6.0), "hardtanh": (-1.0, 1.0)}


@pytest.mark.parametrize("operation", ACTIVATIONS, ids=lambda item: item.name)
@given(x=st.floats(-30, 30), part=st.floats(0, 1))
def test_slopes_are_the_differences_of_values(operation: Operation, x: float, part: float) -> None:
    settings = {
        item.name: item.minimum + part * (item.maximum - item.minimum)
        for item in operation.settings
    }
    step = 1e-5
    if any(abs(x - kink) <= 2 * step for kink in _KINKS.get(operation.name, (0.0,))):
        return
    ends = value_of(operation, np.array([x - step, x + step]), settings)
    numeric = (ends[1] - ends[0]) / (2 * step)
    analytic = float(slope_of(operation, np.array(x), settings))
    assert analytic == pytest.approx(numeric, rel=1e-6, abs=1e-6)


@pytest.mark.parametrize("operation", ACTIVATIONS, ids=lambda item: item.name)
def test_nothing_overflows_at_extremes(operation: Operation) -> None:
    x = np.array([-1e150, -800.0, 800.0, 1e150])
    assert np.isfinite(value_of(operation, x, defaults(operation))).all()
    assert np.isfinite(slope_of(operation, x, defaults(operation))).all()


def test_known_values() -> None:
    x = np.array([1.0])
    for name, value in {
        "arctan": math.pi / 4,
        "softplus": math.log(1 + math.e),
        "swish": 1 / (1 + math.exp(-1)),
        "gelu": 0.5 * (1 + math.tanh(math.sqrt(2 / math.pi) * 1.044715)),
        "selu": 1.0507009873554805,
    }.items():
        assert value_of(OPERATIONS[name], x, defaults(OPERATIONS[name]))[0] == pytest.approx(value)
    below = value_of(OPERATIONS["elu"], -x, {"alpha": 2.0})[0]
    assert below == pytest.approx(2 * (math.exp(-1) - 1))


def test_a_chain_multiplies_the_slopes_it_meets() -> None:
    operation = OPERATIONS["sigmoid"]
    products = chain_slopes(operation, {}, 1.0, 4)

    def chain(x: float) -> float:
        here = np.array(x)
        for _ in range(4):
            here = value_of(operation, here, {})
        return float(here)

    numeric = (chain(1 + 1e-5) - chain(1 - 1e-5)) / 2e-5
    assert products[-1] == pytest.approx(numeric, rel=1e-6)
    assert products[0] == pytest.approx(0.19661193)
    assert chain_slopes(OPERATIONS["relu"], {}, -1.0, 3).tolist() == [0.0, 0.0, 0.0]


def test_a_sampled_jump_is_a_gap_and_a_kink_is_not() -> None:
    step = sample_curve(OPERATIONS["binary_step"], {}, -1, 1, (0.0,), 11)
    assert np.isnan(step.values).sum() == 1
    assert (np.diff(step.x) > 0).all()
    relu = sample_curve(OPERATIONS["relu"], {}, -1, 1, (0.0,), 11)
    assert not np.isnan(relu.values).any()
    assert np.isnan(relu.slopes).sum() == 1


def test_definitions_spell_out_what_a_name_hides() -> None:
    assert definition_latex(OPERATIONS["sigmoid"]) == r"f(x) = \sigma(x) = \frac{1}{1 + e^{-x}}"
    assert definition_latex(OPERATIONS["relu"]) == r"f(x) = \max(0, x)"
    slope, *meanings = derivative_latex(OPERATIONS["gelu"])
    assert slope.startswith("f'(x) = ")
    assert [line[:4] for line in meanings] == ["u = ", "v = "]
    for operation in ACTIVATIONS:
        assert "$" not in definition_latex(operation) + "".join(derivative_latex(operation))


def test_an_operation_without_a_slope_is_refused() -> None:
    with pytest.raises(ValueError, match="has no slope"):
        slope_of(OPERATIONS["sum"], np.array([1.0]), {})


def test_there_is_no_slope_where_there_is_no_value() -> None:
    with np.errstate(invalid="ignore"):
        slopes = slope_of(OPERATIONS["log"], np.array([-2.0, 1.0, 2.0]), {})
    assert np.isnan(slopes[0])
    np.testing.assert_allclose(slopes[1:], [1.0, 0.5])


class Wave:
    """A sine of some frequency, as an operation that keeps the sizes of what it was asked for."""

    def __init__(self, frequency: float) -> None:
        self.sizes: list[int] = []

        def value(x: Array) -> Array:
            self.sizes.append(np.size(x))
            return np.sin(frequency * x)

        def slope(_y: Array, x: Array) -> Array:
            self.sizes.append(np.size(x))
            return frequency * np.cos(frequency * x)

        self.operation = elementwise(
            name="wave", title="wave", symbol="w", category=Category.ACTIVATIONS, role=Role.LOCAL,
            summary="", reference="", forward=value, derivatives=(slope,),
            latex="w", local_latex=("w",),
        )  # fmt: skip


def test_all_ends_of_ranges_are_narrowed_down_by_the_same_evaluations() -> None:
    calls = {}
    for frequency in (1.0, 30.0):
        wave = Wave(frequency)
        facts = facts_at_once(wave.operation, {}, 0.05 * frequency)
        assert len(facts.saturated) > 10 * frequency
        calls[frequency] = len(wave.sizes)
        assert max(wave.sizes) <= PIECE
    # Each asks for values and slopes; thirty times as many ends cost no more of them.
    assert calls[30.0] <= calls[1.0] + 2 * len(POINTS) / PIECE
    assert calls[30.0] < 600


def test_another_threshold_asks_only_for_the_new_ends() -> None:
    wave = Wave(1.0)
    known = last_of(study(wave.operation, {}))
    wave.sizes.clear()
    assert flat_ranges(known, 0.3)
    assert wave.sizes == []
    facts = last_of(facts_below(known, 0.3))
    # Two ends of each range, values and slopes of each, at most 60 times; not the samples again.
    assert len(wave.sizes) <= 2 * 60
    assert max(wave.sizes) <= 2 * len(facts.saturated)
    assert facts == facts_at_once(wave.operation, {}, 0.3)


@pytest.mark.parametrize("threshold", [0.001, 0.05, 0.7, 2.0])
def test_ranges_known_at_once_are_those_that_are_computed(threshold: float) -> None:
    for operation in ACTIVATIONS:
        known = last_of(study(operation, defaults(operation)))
        exact = last_of(facts_below(known, threshold)).saturated
        quick = flat_ranges(known, threshold)
        assert len(quick) == len(exact), operation.name
        for one, other in zip(exact, quick, strict=True):
            # As near as two samples are: 0.002 near 0, and some hundredths of x further out.
            assert (one.low, one.high) == pytest.approx((other.low, other.high), abs=2e-3, rel=0.03)


def test_a_study_is_made_of_pieces_and_says_how_far_it_is() -> None:
    *before, last = study(OPERATIONS["gelu"], {})
    assert isinstance(last, ActivationStudy)
    shares = [share for share in before if isinstance(share, float)]
    assert len(shares) == len(before) > 20
    assert shares == sorted(shares)
    assert 0.0 <= shares[0] < shares[-1] < 1.0


def test_a_study_leaves_the_error_state_of_its_caller_alone() -> None:
    before = np.geterr()
    for _ in study(OPERATIONS["log"], {}):
        assert np.geterr() == before
