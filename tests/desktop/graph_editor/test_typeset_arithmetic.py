"""All that the arithmetic of a gate says can be set as a formula."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from desktop.widgets.formulas.formula_picture import formula_picture
from engine.autodiff.passes.evaluation import evaluate
from engine.explanation.gate_arithmetic import GateArithmetic
from engine.explanation.number_latex import Ink
from engine.formula.parser import parse_formula
from engine.graph.edits import set_value

INK = Ink("#00aa00", "#cc0000", 2)
FORMULAS = (
    "max(a, b)*min(a, b) - a/b + a**b",
    "sqrt(x)*log(x) + sigmoid(x) - tanh(-x)*relu(x)",
    "bce(sigmoid(w*x), t) + mse(w*x, t)",
    "mean(leaky_relu(v))*sum(v)",
)


@pytest.mark.parametrize("formula", FORMULAS)
def test_everything_written_can_be_typeset(qapp: QApplication, formula: str) -> None:
    graph = parse_formula(formula)
    for name in ("v", "t"):
        node = graph.named(name)
        if node is not None:
            graph = set_value(graph, node, np.array([0.5, -2.0]))
    evaluation = evaluate(graph)
    for item in evaluation.plan.instructions:
        made = GateArithmetic(graph, item.node, evaluation.values, evaluation.gradients, INK)
        lines = [made.forward().symbols, made.forward().numbers]
        for back in made.backward():
            lines += [back.local, back.local_numbers, back.symbols, back.numbers, back.branches]
        for line in filter(None, lines):
            assert formula_picture(line, "#000000", 15.0) is not None, line
            assert "$" not in line
