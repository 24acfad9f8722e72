"""What is said of a loss beside the list: its formula, and whether it is a sum or a mean."""

from __future__ import annotations

import numpy as np
import pytest

from engine.autodiff.passes.plan import compile_plan
from engine.autodiff.passes.reverse import forward_pass
from engine.explanation.added_terms import added_terms
from engine.explanation.latex_text import latex_text
from engine.explanation.number_latex import Ink
from engine.operations.catalog import OPERATIONS
from engine.training.network.losses import Reduction, loss_formula, reduction_of, use_of
from engine.training.network.mlp import build_mlp
from tests.engine.operations.domains import case

# Those that a network can be trained by.
LOSSES = [name for name, record in OPERATIONS.items() if record.loss_use is not None]


@pytest.mark.parametrize("name", LOSSES)
def test_the_same_samples_twice_leave_a_mean_and_double_a_sum(name: str) -> None:
    record = OPERATIONS[name]
    place = case(record, 2, seed=1)
    one = [np.atleast_2d(np.broadcast_to(value, place.inputs[0].shape)) for value in place.inputs]
    twice = [np.concatenate([value, value]) for value in one]
    loss, doubled = (record.forward(*given, **place.settings) for given in (one, twice))
    is_sum = reduction_of(record) is Reduction.SUM
    np.testing.assert_allclose(doubled, 2 * loss if is_sum else loss)


@pytest.mark.parametrize("name", LOSSES)
def test_a_mean_of_numbers_is_none_of_samples(name: str) -> None:
    record = OPERATIONS[name]
    place = case(record, 2, seed=1)
    one = [np.atleast_2d(np.broadcast_to(value, place.inputs[0].shape)) for value in place.inputs]
    if use_of(name).needs_columns:
        assert reduction_of(record) is Reduction.MEAN_OF_SAMPLES
        return
    wide = [np.concatenate([value, value], axis=1) for value in one]
    loss, wider = (record.forward(*given, **place.settings) for given in (one, wide))
    is_sum = reduction_of(record) is Reduction.SUM
    np.testing.assert_allclose(wider, 2 * loss if is_sum else loss)


def test_formulas_speak_of_predictions_scores_and_targets() -> None:
    assert loss_formula(OPERATIONS["half_squared_error"]) == (
        r"\frac{1}{2} \sum_i ({p}_i - {t}_i)^2"
    )
    assert "{z}" in loss_formula(OPERATIONS["hinge"])


def test_a_loss_with_penalties_is_written_out_to_its_end() -> None:
    inputs, targets = np.array([[0.0, 1.0], [1.0, 1.0]]), np.array([[1.0], [0.0]])
    network = build_mlp(
        (2, 1, 1), inputs=inputs, targets=targets, loss="mean_squared_error", l2=0.1
    )
    values = forward_pass(compile_plan(network.graph))
    lines = [
        latex_text(line)
        for line in added_terms(
            network.graph, network.data_loss, network.loss, values, Ink("", "", 4)
        )
    ]
    assert lines[0] == "E = 1/n Σ_i (p_i − t_i)^2"
    assert lines[1].startswith("≈ 1/2 ((")
    assert sum("λ" in line for line in lines) == 2
    told = float(lines[-1].rpartition("≈ ")[2])
    assert told == pytest.approx(float(values[network.loss]), abs=5e-5)


def test_of_many_samples_the_first_and_the_last_are_told() -> None:
    dice = np.random.default_rng(0)
    inputs, targets = dice.normal(size=(1000, 2)), np.ones((1000, 1))
    network = build_mlp((2, 1), inputs=inputs, targets=targets, loss="squared_error")
    values = forward_pass(compile_plan(network.graph))
    lines = added_terms(network.graph, network.data_loss, network.loss, values, Ink("", "", 4))
    assert "…" in latex_text(" ".join(lines))
