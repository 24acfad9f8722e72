"""The number that a canvas opens: how it comes about, from its symbols to its result."""

from __future__ import annotations

import numpy as np

from engine.autodiff.passes.evaluation import evaluate
from engine.autodiff.passes.reverse import Gradients
from engine.explanation.number_arithmetic import (
    NumberArithmetic,
    NumberPlace,
    number_arithmetic,
)
from engine.graph.model import Graph, InputPort, NodeId
from tests.engine.explanation.test_gate_arithmetic import INK, gate, graph_of, plain
from tests.support.graphs import node


def asked(graph: Graph, place: InputPort | NodeId, *, gradient: bool) -> NumberArithmetic:
    evaluation = evaluate(graph)
    which = NumberPlace(place, gradient)
    found = number_arithmetic(graph, which, evaluation.values, evaluation.gradients, INK)
    assert found is not None
    return found


def lines(graph: Graph, place: InputPort | NodeId, *, gradient: bool) -> list[str]:
    return [plain(line) for line in asked(graph, place, gradient=gradient).lines]


PRODUCT = graph_of("(x + y)*z", x=-2, y=5, z=-4)


def test_a_value_is_its_symbols_then_its_numbers_then_itself() -> None:
    product = gate(PRODUCT, "multiply")
    assert lines(PRODUCT, product, gradient=False) == [
        r"f = q \cdot z",
        r"= 3 \cdot \left(-4\right)",
        "= -12",
    ]
    assert asked(PRODUCT, product, gradient=False).number == -12
    # A wire has the value of the node that it comes from.
    on_wire = lines(PRODUCT, InputPort(product, 0), gradient=False)
    assert on_wire == ["q = x + y", "= -2 + 5", "= 3"]


def test_the_value_of_an_input_is_stated_and_a_rounded_one_as_about_so_much() -> None:
    graph = graph_of("3*x", x=1.234)
    (number,) = (key for key, item in graph.nodes.items() if item.operation == "constant")
    assert lines(graph, node(graph, "x"), gradient=False) == [r"x \approx 1.23"]
    assert lines(PRODUCT, node(PRODUCT, "x"), gradient=False) == ["x = -2"]
    assert lines(graph, number, gradient=False) == ["3"]


def test_the_gradient_of_the_result_by_itself_is_one() -> None:
    product = gate(PRODUCT, "multiply")
    stated = [r"\frac{\partial f}{\partial f} = 1"]
    assert lines(PRODUCT, product, gradient=True) == stated


def test_a_node_with_one_wire_has_the_gradient_on_that_wire() -> None:
    wire = InputPort(gate(PRODUCT, "multiply"), 1)
    found = lines(PRODUCT, node(PRODUCT, "z"), gradient=True)
    assert found == [
        r"\frac{\partial f}{\partial z} = q \cdot \frac{\partial f}{\partial f}",
        r"= 3 \cdot 1",
        "= 3",
    ]
    assert lines(PRODUCT, wire, gradient=True) == found
    assert asked(PRODUCT, wire, gradient=True).branches == ()


def test_where_a_node_branches_a_wire_has_its_share_and_the_node_the_sum() -> None:
    graph = graph_of("x*y + sin(x)", x=0, y=2)
    wire = InputPort(gate(graph, "sin"), 0)
    on_wire = asked(graph, wire, gradient=True)
    assert plain(on_wire.lines[0]).startswith(r"\left. \frac{\partial f}{\partial x} \right|_{r}")
    assert on_wire.number == 1
    total = [plain(line) for line in on_wire.branches]
    assert total[-2:] == ["= 2 + 1", "= 3"]
    whole = asked(graph, node(graph, "x"), gradient=True)
    assert [plain(line) for line in whole.lines] == total
    assert whole.branches == ()
    assert whole.number == 3


def test_what_is_gone_or_not_computed_has_no_arithmetic() -> None:
    evaluation = evaluate(PRODUCT)
    product = gate(PRODUCT, "multiply")
    none = Gradients({}, {})

    def ask(place: InputPort | NodeId, *, gradient: bool) -> NumberArithmetic | None:
        return number_arithmetic(PRODUCT, NumberPlace(place, gradient), {}, none, INK)

    for gradient in (False, True):
        which = NumberPlace(NodeId(99), gradient)
        gone = number_arithmetic(PRODUCT, which, evaluation.values, evaluation.gradients, INK)
        assert gone is None
        assert ask(product, gradient=gradient) is None
        assert ask(InputPort(product, 0), gradient=gradient) is None


def test_the_gradient_of_an_array_is_an_array() -> None:
    graph = graph_of("sum(v)", v=[1, 2])
    found = asked(graph, node(graph, "v"), gradient=True)
    assert np.array_equal(found.number, [1, 1])
    assert plain(found.lines[0]).startswith(r"\nabla_{v} f = ")
