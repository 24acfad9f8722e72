"""Every record's gradients, in both modes, against finite differences over random shapes."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.operations.catalog import OPERATIONS
from engine.operations.operation import Operation
from tests.engine.operations.domains import case, count_cases

GATES = [record for record in OPERATIONS.values() if not record.is_source]
STEP = 1e-6

each_gate = pytest.mark.parametrize("record", GATES, ids=lambda record: record.name)


@each_gate
@given(pick=st.integers(0, 23), seed=st.integers(0, 2**31))
@settings(max_examples=25, deadline=None)
def test_both_modes_agree_with_finite_differences(record: Operation, pick: int, seed: int) -> None:
    place = case(record, pick, seed)
    inputs, chosen = place.inputs, place.settings
    output = np.asarray(record.forward(*inputs, **chosen))
    assert output.shape == record.output_shape([value.shape for value in inputs], chosen)
    rng = np.random.default_rng(seed + 1)
    upstream = rng.normal(size=output.shape)
    for index, value in enumerate(inputs):
        tangent = rng.normal(size=value.shape)
        ends = []
        for sign in (1, -1):
            moved = list(inputs)
            moved[index] = value + sign * STEP * tangent
            ends.append(np.asarray(record.forward(*moved, **chosen)))
        numeric = (ends[0] - ends[1]) / (2 * STEP)
        pushed = np.asarray(record.jvps[index](tangent, output, *inputs, **chosen))
        pulled = np.asarray(record.vjps[index](upstream, output, *inputs, **chosen))
        assert pushed.shape == output.shape
        assert pulled.shape == value.shape
        np.testing.assert_allclose(pushed, numeric, rtol=1e-5, atol=1e-6)
        # A pull-back and a push-forward are each other's transpose: ⟨g, J t⟩ = ⟨Jᵀ g, t⟩.
        assert np.sum(pulled * tangent) == pytest.approx(np.sum(upstream * pushed), abs=1e-9)


@each_gate
def test_both_modes_are_linear_in_what_they_carry(record: Operation) -> None:
    for pick in range(count_cases(record)):
        place = case(record, pick, seed=pick)
        output = np.asarray(record.forward(*place.inputs, **place.settings))
        rng = np.random.default_rng(pick)
        for index, value in enumerate(place.inputs):
            for rules, shape in ((record.vjps, output.shape), (record.jvps, value.shape)):
                one, other = rng.normal(size=shape), rng.normal(size=shape)
                first, second, both = (
                    rules[index](carried, output, *place.inputs, **place.settings)
                    for carried in (one, other, 2.0 * one - other)
                )
                np.testing.assert_allclose(both, 2.0 * first - second, rtol=1e-9, atol=1e-12)


@each_gate
def test_every_record_explains_itself(record: Operation) -> None:
    assert record.title
    assert record.symbol
    assert record.summary.endswith(".")
    assert record.reference
    assert len(record.vjps) == len(record.jvps) == len(record.local_latex) == record.arity
    assert len(record.downstream_latex) == record.arity
    for port in record.inputs:
        assert f"${port}" in record.latex.replace("{", "").replace("}", "")


@pytest.mark.parametrize(("name", "winner"), [("max", 0), ("min", 1)])
def test_a_router_sends_everything_to_the_winner_and_splits_a_tie(name: str, winner: int) -> None:
    record = OPERATIONS[name]
    a, b, g = np.array(2.0), np.array(-1.0), np.array(3.0)
    shares = [float(vjp(g, a, a, b)) for vjp in record.vjps]
    assert shares[winner] == 3.0
    assert shares[1 - winner] == 0.0
    assert [float(vjp(g, a, a, a)) for vjp in record.vjps] == [1.5, 1.5]


def test_values_stay_correct_at_extremes() -> None:
    sigmoid = OPERATIONS["sigmoid"].forward
    assert sigmoid(np.array(-1000.0)) == 0.0
    assert sigmoid(np.array(1000.0)) == 1.0
    entropy = OPERATIONS["binary_cross_entropy"]
    with np.errstate(divide="ignore"):
        worst = entropy.forward(np.array(0.0), np.array(1.0))
        slope = entropy.vjps[0](np.array(1.0), worst, np.array(0.0), np.array(1.0))
    assert worst == 100.0
    assert np.isfinite(slope)


def test_the_exponent_of_zero_has_a_gradient_of_zero() -> None:
    power = OPERATIONS["power"]
    a, b = np.array(0.0), np.array(3.0)
    assert power.vjps[1](np.array(1.0), power.forward(a, b), a, b) == 0.0
