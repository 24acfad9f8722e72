"""The arithmetic written out beside each gate says the course's numbers, and reads as LaTeX."""

from __future__ import annotations

import re

import numpy as np
import pytest
from numpy.typing import ArrayLike

from engine.autodiff.passes.evaluation import evaluate
from engine.autodiff.passes.reverse import Gradients
from engine.explanation.gate_arithmetic import GateArithmetic, branch_sum
from engine.explanation.number_latex import Ink, array_latex, number_latex
from engine.formula.parser import parse_formula
from engine.graph.edits import set_value
from engine.graph.model import Graph, InputPort, NodeId

INK = Ink("#00aa00", "#cc0000", 2)
_COLOR = re.compile(r"\\textcolor\{#\w+\}")


def graph_of(formula: str, **values: ArrayLike) -> Graph:
    graph = parse_formula(formula)
    for name, value in values.items():
        node = graph.named(name)
        assert node is not None
        graph = set_value(graph, node, np.array(value, dtype=float))
    return graph


def gate(graph: Graph, operation: str) -> NodeId:
    return next(key for key, node in graph.nodes.items() if node.operation == operation)


def arithmetic(graph: Graph, operation: str) -> GateArithmetic:
    evaluation = evaluate(graph)
    node = gate(graph, operation)
    return GateArithmetic(graph, node, evaluation.values, evaluation.gradients, INK)


def plain(latex: str) -> str:
    """Return LaTeX without its colours and the braces that only group."""
    text = _COLOR.sub("", latex)
    while text != (text := re.sub(r"(?<![\w}^_])\{([^{}]*)\}(?!\^)", r"\1", text)):
        pass
    return text


A2 = graph_of("1/(1 + exp(-(w0*x0 + w1*x1 + w2)))", w0=2, x0=-1, w1=-3, x1=-2, w2=-3)


def test_a_switcher_multiplies_upstream_by_the_other_input() -> None:
    graph = graph_of("(x + y)*z", x=-2, y=5, z=-4)
    to_sum, to_z = arithmetic(graph, "multiply").backward()
    assert plain(to_sum.numbers) == r"-4 \cdot 1 = -4"
    assert plain(to_z.numbers) == r"3 \cdot 1 = 3"
    assert to_z.symbols == (
        r"\frac{\partial f}{\partial z} = q \cdot \frac{\partial f}{\partial f}"
    )


def test_a_letter_taken_by_an_input_is_not_the_outputs() -> None:
    forward = arithmetic(graph_of("(x + y)*z", x=-2, y=5), "add").forward()
    assert forward.symbols == "q = x + y"
    assert plain(forward.numbers) == "-2 + 5 = 3"


def test_the_exponential_shows_its_local_gradient_before_its_number() -> None:
    (to_x,) = arithmetic(A2, "exp").backward()
    assert plain(to_x.local_numbers) == r"e^{-1} \approx 0.37"
    assert plain(to_x.numbers) == (
        r"\approx e^{-1} \cdot \left(-0.534\right) "
        r"\approx 0.368 \cdot \left(-0.534\right) \approx -0.20"
    )


def test_values_and_gradients_have_their_inks() -> None:
    (to_x,) = arithmetic(A2, "exp").backward()
    assert r"\textcolor{#00aa00}{-1}" in to_x.numbers
    assert to_x.numbers.endswith(r"\approx \textcolor{#cc0000}{-0.20}")


def test_a_node_that_feeds_two_gates_sums_its_branches() -> None:
    graph = graph_of("(a + b)*(b + 1)", a=2, b=1)
    _, to_b = arithmetic(graph, "add").backward()
    assert plain(to_b.branches) == r"\frac{\partial f}{\partial b} = 2 + 3 = 5"
    assert to_b.symbols.startswith(r"\left. \frac{\partial f}{\partial b} \right|_{q} = ")


def test_a_branch_not_reached_yet_is_dots_and_not_zero() -> None:
    graph = graph_of("(a + b)*(b + 1)", a=2, b=1)
    everything = evaluate(graph).gradients
    b = graph.named("b")
    assert b is not None
    first, second = sorted(graph.consumers(b))
    partial = Gradients(everything.nodes, {second: everything.wires[second]})
    assert plain(branch_sum(graph, b, partial, INK)).endswith(r"= 3 + \cdots")
    assert branch_sum(graph, b, Gradients({}, {}), INK) == ""
    assert first != second


def test_a_branch_that_leads_nowhere_does_not_count() -> None:
    graph = graph_of("a + b; f = b*2", b=3)
    b = graph.named("b")
    assert b is not None
    assert branch_sum(graph, b, evaluate(graph).gradients, INK) == ""


def test_a_matrix_gate_writes_its_small_matrices_out() -> None:
    graph = graph_of("squared_norm(W @ x)", W=[[0.1, 0.5], [-0.3, 0.8]], x=[0.2, 0.4])
    to_w, to_x = arithmetic(graph, "matmul").backward()
    assert to_w.symbols == r"\nabla_{W} f = \nabla_{q} f \cdot {x}^{\top}"
    assert (
        r"\left[\begin{matrix} 0.088 & 0.176 \\ 0.104 & 0.208 \end{matrix}\right]" in to_w.numbers
    )
    assert r"\left[\begin{matrix} -0.112 \\ 0.636 \end{matrix}\right]" in to_x.numbers
    assert to_w.local == ""


def test_a_squared_norm_writes_its_sum_out() -> None:
    graph = graph_of("squared_norm(W @ x)", W=[[0.1, 0.5], [-0.3, 0.8]], x=[0.2, 0.4])
    numbers = arithmetic(graph, "squared_norm").forward().numbers
    assert plain(numbers) == "{0.22}^2 + {0.26}^2 = 0.116"


def test_a_mean_squared_error_writes_each_term() -> None:
    graph = graph_of("mse(p, t)", p=[27, 40], t=[25, 50])
    numbers = arithmetic(graph, "mean_squared_error").forward().numbers
    assert plain(numbers) == r"\frac{1}{2} \left( (27 - 25)^2 + (40 - 50)^2 \right) = 52"


def test_an_input_that_was_repeated_sums_over_its_copies() -> None:
    graph = graph_of("sum(w*x)", w=2, x=[1, 2, 3])
    to_w, to_x = arithmetic(graph, "multiply").backward()
    assert to_w.numbers.startswith(r"\sum \left(")
    assert plain(to_w.numbers).endswith("= 6")
    assert r"\odot" in to_x.symbols


def test_of_what_is_too_large_to_read_the_first_and_last_numbers_are_told() -> None:
    graph = graph_of("sum(W @ x)", W=np.diag([1.0, 2, 3, 4, 5]), x=[1, 2, 3, 4, 5])
    forward = arithmetic(graph, "matmul").forward()
    assert r"\begin{matrix} 1 \\ 4 \\ \vdots \\ 25 \end{matrix}" in plain(forward.numbers)
    assert array_latex(np.arange(30.0).reshape(5, 6), 2) == (
        r"\left[\begin{matrix} 0 & 1 & \cdots & 5 \\ 6 & 7 & \cdots & 11 \\ "
        r"\vdots & \vdots & \ddots & \vdots \\ 24 & 25 & \cdots & 29 \end{matrix}\right]"
    )
    assert array_latex(np.arange(6.0), 2, as_row=True) == (
        r"\left[\begin{matrix} 0 & 1 & \cdots & 5 \end{matrix}\right]"
    )


def test_settings_enter_the_arithmetic() -> None:
    (to_x,) = arithmetic(graph_of("leaky_relu(x)", x=-2), "leaky_relu").backward()
    assert plain(to_x.local_numbers).endswith("= 0.01")


def test_an_unfinished_gate_has_symbols_only() -> None:
    graph = graph_of("x*y")
    wire = InputPort(gate(graph, "multiply"), 1)
    unfinished = Graph(graph.nodes, {p: s for p, s in graph.wires.items() if p != wire})
    made = arithmetic(unfinished, "multiply")
    assert made.forward().symbols == r"f = x \cdot \square"
    assert made.forward().numbers == ""
    assert made.backward() == []


@pytest.mark.parametrize(
    ("number", "latex"),
    [(0.0, "0"), (-0.5, "-0.5"), (1e-8, r"1 \times 10^{-8}"), (np.inf, r"\infty")],
)
def test_numbers(number: float, latex: str) -> None:
    assert number_latex(number, 2) == latex


def test_a_vector_stands_or_lies() -> None:
    vector = np.array([1.0, 2.0])
    assert array_latex(vector, 2) == r"\left[\begin{matrix} 1 \\ 2 \end{matrix}\right]"
    assert array_latex(vector, 2, as_row=True) == r"\left[\begin{matrix} 1 & 2 \end{matrix}\right]"


def test_numbers_never_run_together_with_a_setting() -> None:
    (to_x,) = arithmetic(graph_of("swish(x)", x=0.56), "swish").backward()
    assert r"\sigma(1 \cdot 0.56)" in plain(to_x.local_numbers)
    numbers = arithmetic(graph_of("l2_penalty(w)", w=0.56), "l2_penalty").forward().numbers
    assert plain(numbers).startswith(r"0.01 \cdot {0.56}^2")


def test_letters_that_a_formula_brings_along_are_explained_on_a_line_of_their_own() -> None:
    (to_x,) = arithmetic(graph_of("gelu(x)", x=0.5), "gelu").backward()
    assert "u = " not in to_x.symbols
    assert to_x.definitions[0].startswith("u = ")
    graph = graph_of("multiclass_hinge(s, t)", s=[3.0, 1.0], t=[1.0, 0.0])
    to_scores, _ = arithmetic(graph, "multiclass_hinge").backward()
    assert [line[:4] for line in to_scores.definitions] == ["v = ", "u = "]
    assert "v" not in plain(to_scores.numbers)


def test_a_softmax_adds_its_exponentials_up() -> None:
    numbers = arithmetic(graph_of("softmax(x)", x=[1.0, 2.0]), "softmax").forward().numbers
    assert "e^{1} + e^{2}" in plain(numbers)
    back = arithmetic(graph_of("sum(log_softmax(x)*[1, -2])", x=[1, 2]), "log_softmax").backward()
    assert r"1 + \left(-2\right)" in plain(back[0].numbers)
