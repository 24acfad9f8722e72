"""The course's worked examples A1 to A10: formulas, inputs, and the numbers they must give."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from numpy.typing import ArrayLike

from engine.formula.parser import parse_formula
from engine.graph.edits import set_value
from engine.graph.model import Graph


@dataclass(frozen=True)
class WorkedExample:
    """One row of the course's table.

    Attributes:
        key: The row's id.
        title: What the menu of examples shows.
        description: What it teaches.
        formula: The formula as the app writes it.
        inputs: The value of each input.
        value: The result.
        gradients: The result's gradient for inputs and named gates.
        named: The value of each named gate.
    """

    key: str
    title: str
    description: str
    formula: str
    inputs: Mapping[str, ArrayLike]
    value: ArrayLike
    gradients: Mapping[str, ArrayLike]
    named: Mapping[str, ArrayLike] = field(default_factory=dict)

    @property
    def graph(self) -> Graph:
        """The formula's graph at its inputs."""
        graph = parse_formula(self.formula)
        for name, value in self.inputs.items():
            node = graph.named(name)
            assert node is not None, name
            graph = set_value(graph, node, value)
        return graph


_NEURON_INPUTS: dict[str, ArrayLike] = {"w0": 2, "x0": -1, "w1": -3, "x1": -2, "w2": -3}
_NEURON_GRADIENTS: dict[str, ArrayLike] = {
    "w0": -0.1966,
    "x0": 0.3932,
    "w1": -0.3932,
    "x1": -0.5898,
    "w2": 0.1966,
}
_SVM_INPUTS: dict[str, ArrayLike] = {"W": [[1.0, -1.0], [0.5, 0.5], [-1.0, 2.0]], "x": [1, 2]}
_SVM_GRADIENTS: dict[str, ArrayLike] = {
    "W": [[0.2, -0.2], [-0.9, -1.9], [0.8, 2.4]],
    "x": [-1.5, 1.5],
    "s": [0, -1, 1],
    "R": 0.1,
}
_SVM_VALUES: dict[str, ArrayLike] = {"s": [-1, 1.5, 3], "data": 2.5, "R": 7.5}

EXAMPLES = (
    WorkedExample(
        "A1",
        "A1 · (x + y)·z",
        "An add gate passes its gradient on; a multiply gate multiplies it by the other input.",
        "q = x + y; f = q*z",
        {"x": -2, "y": 5, "z": -4},
        -12,
        {"x": -4, "y": -4, "z": 3, "q": -4},
        {"q": 3},
    ),
    WorkedExample(
        "A2",
        "A2 · 1/(1 + exp(−(w0·x0 + w1·x1 + w2)))",
        "A sigmoid neuron, taken apart into its smallest gates.",
        "f = 1/(1 + exp(-(w0*x0 + w1*x1 + w2)))",
        _NEURON_INPUTS,
        0.7311,
        _NEURON_GRADIENTS,
    ),
    WorkedExample(
        "A3",
        "A3 · σ(w0·x0 + w1·x1 + w2)",
        "The same neuron with its tail as one σ gate, whose local gradient is σ·(1 − σ).",
        "f = sigmoid(w0*x0 + w1*x1 + w2)",
        _NEURON_INPUTS,
        0.7311,
        _NEURON_GRADIENTS,
    ),
    WorkedExample(
        "A4",
        "A4 · ‖W·x‖²",
        "A matrix times a vector: every gradient has the shape of its variable.",
        "q = W @ x; f = ‖q‖²",
        {"W": [[0.1, 0.5], [-0.3, 0.8]], "x": [0.2, 0.4]},
        0.116,
        {"q": [0.44, 0.52], "W": [[0.088, 0.176], [0.104, 0.208]], "x": [-0.112, 0.636]},
        {"q": [0.22, 0.26]},
    ),
    WorkedExample(
        "A5",
        "A5 · (a + b)·(b + 1)",
        "b feeds two gates: its gradient is the sum over both paths.",
        "c = a + b; d = b + 1; e = c*d",
        {"a": 2, "b": 1},
        6,
        {"a": 2, "b": 5, "c": 2, "d": 3},
        {"c": 3, "d": 2},
    ),
    WorkedExample(
        "A5b",
        "A5b · (α + β + γ)·(δ + ε + ζ)",
        "Nine paths lead from X to Z: written out nine products, factored a single one.",
        "Y = α*X + β*X + γ*X; Z = δ*Y + ε*Y + ζ*Y",
        {"X": 2, "α": 2, "β": 1, "γ": 3, "δ": 1, "ε": 4, "ζ": -2},
        36,
        {"X": 18, "α": 6, "β": 6, "γ": 6, "δ": 12, "ε": 12, "ζ": 12, "Y": 3},
        {"Y": 12},
    ),
    WorkedExample(
        "A6",
        "A6 · 2·(x·y + max(z, w))",
        "A max gate is a router: the larger input gets the whole gradient, the other 0.",
        "f = 2(x*y + max(z, w))",
        {"x": 3, "y": -4, "z": 2, "w": -1},
        -20,
        {"x": -8, "y": 6, "z": 2, "w": 0},
    ),
    WorkedExample(
        "A7",
        "A7 · 2w² + 5",
        "The smallest derivative worth a graph: 4w.",
        "z = 2w² + 5",
        {"w": 2},
        13,
        {"w": 8},
    ),
    WorkedExample(
        "A8",
        "A8 · x² + x·y + a",
        "a is a constant, so that no gradient is computed for it; x feeds two gates.",
        "a = 1; f = x² + x*y + a",
        {"x": 2, "y": 3},
        11,
        {"x": 7, "y": 2},
        {"a": 1},
    ),
    WorkedExample(
        "A9",
        "A9 · 2·w, backward again and again",
        "Without clearing, 21 backward passes add up to 2, 4, 6 … 42: clear gradients first.",
        "z = 2w",
        {"w": 2},
        4,
        {"w": 2},
    ),
    WorkedExample(
        "A10",
        "A10 · Σ max(0, sⱼ − s_y + 1) + λ·ΣW²",
        "A support vector machine: hinge loss plus regularization, all of it differentiable.",
        "s = W @ x; t = [0, 1, 0]; data = multiclass_hinge(s, t); λ = 0.1; R = ‖W‖²; "
        "L = data + λ*R",
        _SVM_INPUTS,
        3.25,
        _SVM_GRADIENTS,
        _SVM_VALUES,
    ),
    WorkedExample(
        "A10b",
        "A10b · The hinge loss taken apart",
        "1 − t leaves out the right class; the max gates let through what violates the margin.",
        "t = [0, 1, 0]; s = W @ x; y = dot_product(s, t); "
        "data = dot_product(1 - t, max(0, s - y + 1)); λ = 0.1; R = ‖W‖²; "
        "L = data + λ*R",
        _SVM_INPUTS,
        3.25,
        {**_SVM_GRADIENTS, "y": -1},
        {**_SVM_VALUES, "y": 1.5},
    ),
)
