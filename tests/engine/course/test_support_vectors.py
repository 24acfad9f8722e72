"""COURSE A10: scores, hinge loss and regularization as one graph, all of it differentiable."""

from __future__ import annotations

import numpy as np
import pytest

from engine.autodiff.checks.gradient_check import check_gradients
from engine.autodiff.passes.evaluation import Evaluation, evaluate
from engine.formula.parser import parse_formula
from engine.graph.edits import set_value
from tests.support.graphs import node

W = [[0.2, -0.5, 0.1], [1.5, 1.3, 2.1], [0.0, 0.25, 0.2]]
X = [0.4, -1.0, 0.7]
RIGHT = [0.0, 0.0, 1.0]

GATE = "s = W @ x; data = multiclass_hinge(s, t); f = data + l2_penalty(W, strength=0.1)"
# Σ over j ≠ y of max(0, s_j − s_y + 1), taken apart: 1 − t leaves out the right class.
APART = (
    "s = W @ x; y = dot_product(s, t); data = dot_product(1 - t, max(0, s - y + 1)); "
    "f = data + 0.1*squared_norm(W)"
)


def evaluated(formula: str) -> Evaluation:
    graph = parse_formula(formula)
    for name, value in (("W", W), ("x", X), ("t", RIGHT)):
        graph = set_value(graph, node(graph, name), value)
    result = evaluate(graph)
    assert not result.problems
    return result


def test_the_loss_is_data_plus_regularization() -> None:
    result = evaluated(GATE)
    s = np.array(W) @ np.array(X)
    data = sum(max(0.0, s[j] - s[2] + 1) for j in (0, 1))
    graph = result.plan.graph
    assert result.values[node(graph, "data")] == pytest.approx(data)
    assert result.values[node(graph, "f")] == pytest.approx(data + 0.1 * np.square(W).sum())


@pytest.mark.parametrize("formula", [GATE, APART])
def test_every_gradient_agrees_with_finite_differences(formula: str) -> None:
    result = evaluated(formula)
    assert result.target is not None
    checks = list(check_gradients(result.plan, result.target))
    assert len(checks) == 3
    assert max(check.relative_error for check in checks) < 1e-8


def test_the_gate_and_its_parts_have_the_same_gradients() -> None:
    whole, apart = evaluated(GATE), evaluated(APART)
    for name in ("W", "x", "t", "s"):
        np.testing.assert_allclose(
            whole.gradients.nodes[node(whole.plan.graph, name)],
            apart.gradients.nodes[node(apart.plan.graph, name)],
            rtol=1e-13,
        )


def test_samples_in_rows_cost_their_mean() -> None:
    # Three pictures with scores for cat, car and frog, a common example: 2.9, 0 and 12.9.
    graph = parse_formula("multiclass_hinge(s, t)")
    scores = [[3.2, 5.1, -1.7], [1.3, 4.9, 2.0], [2.2, 2.5, -3.1]]
    graph = set_value(graph, node(graph, "s"), scores)
    graph = set_value(graph, node(graph, "t"), np.eye(3))
    result = evaluate(graph)
    assert result.target is not None
    assert result.values[result.target] == pytest.approx((2.9 + 0.0 + 12.9) / 3)
