"""Muted gates and reroute dots: whatever computes or tells a graph says the same of them."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.autodiff.checks.gradient_check import check_gradients
from engine.autodiff.codegen.program import Program
from engine.autodiff.costs.costs import gate_costs
from engine.autodiff.passes.evaluation import evaluate
from engine.autodiff.passes.forward_mode import push_forward
from engine.autodiff.passes.jacobian import Structure, gate_jacobian
from engine.autodiff.passes.plan import compile_plan
from engine.autodiff.paths.factoring import factor_paths
from engine.autodiff.paths.path_algebra import ZERO
from engine.autodiff.paths.paths import count_paths, leading_wires
from engine.errors import GraphError
from engine.explanation.paths.path_words import PathWords
from engine.export.dot import dot_source
from engine.export.latex_source import latex_source
from engine.export.numpy_source import numpy_source
from engine.formula.latex import format_latex
from engine.formula.parser import parse_formula
from engine.formula.printer import format_formula
from engine.graph import edits
from engine.graph.builder import GraphBuilder
from engine.graph.folding import fold
from engine.graph.groups import group_nodes
from engine.graph.model import Graph, InputPort, NodeId
from engine.graph.mute import mute, unmute
from engine.graph.passing import origin, seen_through, without_dots
from tests.support.graphs import scalar_graphs


def rerouted(graph: Graph, port: InputPort) -> tuple[Graph, NodeId]:
    """Put a dot into a wire."""
    builder = GraphBuilder(graph)
    dot = builder.gate("reroute", graph.wires[port])
    builder.wire(dot, port)
    return builder.build(graph.result), dot


def gate(graph: Graph, operation: str) -> NodeId:
    return next(key for key, node in graph.nodes.items() if node.operation == operation)


def named(graph: Graph, name: str) -> NodeId:
    found = graph.named(name)
    assert found is not None
    return found


@st.composite
def passing_graphs(draw: st.DrawFn) -> Graph:
    """Draw a graph in which some gates are muted and some wires led over dots."""
    graph = draw(scalar_graphs())
    for node in list(graph.gates()):
        if draw(st.booleans()):
            with suppress(GraphError):
                graph = mute(graph, node)
    for port in sorted(graph.wires):
        if draw(st.booleans()):
            graph, _ = rerouted(graph, port)
    return graph


@given(passing_graphs())
@settings(max_examples=80, deadline=None)
def test_passes_programs_and_exports_agree_on_what_is_handed_on(graph: Graph) -> None:
    plan, shown, target = compile_plan(graph), evaluate(graph), graph.result
    assert target is not None
    sources = [node for node in plan.sources if node in plan.differentiable]
    values = [plan.sources[node] for node in sources]
    program = Program(plan, target, changing=sources, asked=sources)
    slots = program.forward(*values)
    wanted = [shown.gradients.nodes.get(node, np.zeros(())) for node in sources]
    assert np.array_equal(program.value(slots), shown.values[target])
    assert all(map(np.array_equal, program.backward(slots), wanted))
    value, gradients = program.compiled()(*values)
    assert np.allclose(value, shown.values[target], rtol=1e-12)
    assert np.allclose(gradients, wanted, rtol=1e-12)
    pushed = [push_forward(plan, shown.values, node, np.ones(())) for node in sources]
    assert np.allclose([np.asarray(item.get(target, 0.0)) for item in pushed], wanted)
    _run_numpy(graph, shown.values[target], dict(zip(sources, wanted, strict=True)))


def _run_numpy(graph: Graph, value: np.ndarray, wanted: dict[NodeId, np.ndarray]) -> None:
    names = {graph.nodes[node].name: node for node in wanted}
    program: dict[str, Any] = {"__name__": "program"}
    exec(compile(numpy_source(graph), "program", "exec"), program)  # our own text
    function = program["value_and_gradients"]
    told = function.__code__.co_varnames[: function.__code__.co_argcount]
    arguments = [graph.nodes[names[name]].value for name in told]
    result, gradients = function(*arguments)
    assert np.allclose(result, value, rtol=1e-12)
    for name, node in names.items():
        assert np.allclose(gradients.get(name, 0.0), wanted[node], rtol=1e-12)


@given(passing_graphs())
@settings(max_examples=60, deadline=None)
def test_what_is_seen_through_has_the_same_result(graph: Graph) -> None:
    plain = seen_through(graph)
    assert all(node.record.passes is None for node in plain.nodes.values())
    assert graph.result is not None
    assert plain.result is not None
    assert plain.result == origin(graph, graph.result)
    assert np.array_equal(
        evaluate(plain).values[plain.result], evaluate(graph).values[graph.result]
    )
    assert format_formula(graph) == format_formula(plain)


def test_a_muted_product_hands_its_first_input_on_and_the_whole_gradient_back() -> None:
    graph = parse_formula("f = (x*y)*z")
    product = graph.wires[InputPort(named(graph, "f"), 0)]
    graph = edits.set_value(edits.set_value(graph, named(graph, "x"), 3.0), named(graph, "z"), 5.0)
    muted = mute(graph, product)
    shown = evaluate(muted)
    assert float(shown.values[named(graph, "f")]) == 15.0
    assert float(shown.gradients.wires[InputPort(product, 0)]) == 5.0
    assert float(shown.gradients.wires[InputPort(product, 1)]) == 0.0
    assert unmute(muted, product) == graph != muted
    assert all(
        check.relative_error < 1e-6
        for check in check_gradients(shown.plan, shown.target or product)
    )
    assert gate_costs(shown.plan)[product].forward.total == 0


def test_the_first_input_of_the_same_shape_passes() -> None:
    graph = parse_formula("f = a + v")
    graph = edits.set_value(graph, named(graph, "v"), [1.0, 2.0])
    total = named(graph, "f")
    muted = mute(graph, total)
    assert muted.nodes[total].muted == 1
    shown = evaluate(muted)
    assert shown.values[total].tolist() == [1.0, 2.0]
    assert shown.gradients.nodes[named(graph, "a")].shape == ()
    program = Program(shown.plan, total, changing=[named(graph, "a")], asked=[named(graph, "a")])
    assert program.compiled()(np.array(4.0))[1][0] == 0.0
    jacobian = gate_jacobian(shown.plan, shown.values, InputPort(total, 0))
    assert jacobian.structure is Structure.ZERO
    assert jacobian.dense().tolist() == [[0.0], [0.0]]


def test_a_muted_gate_keeps_its_input_when_shapes_change() -> None:
    graph = parse_formula("f = a*b")
    muted = mute(graph, named(graph, "f"))
    muted = edits.set_value(muted, named(graph, "b"), [1.0, 2.0, 3.0])
    muted = edits.set_value(muted, named(graph, "a"), [7.0, 8.0])
    shown = evaluate(muted)
    assert shown.values[named(graph, "f")].tolist() == [7.0, 8.0]
    assert shown.gradients.nodes[named(graph, "b")].tolist() == [0.0, 0.0, 0.0]


@pytest.mark.parametrize(
    ("formula", "operation", "code"),
    [
        ("x + 1", "input", "mute_source"),
        ("reroute(x)", "reroute", "mute_dot"),
        ("x*", "multiply", "mute_unfinished"),
        ("sum([1, 2]*x)", "sum", "mute_shape"),
    ],
)
def test_what_cannot_be_muted_is_refused_with_a_sentence(
    formula: str, operation: str, code: str
) -> None:
    graph = parse_formula(formula.rstrip("*"))
    if formula.endswith("*"):
        builder = GraphBuilder()
        node = builder.add_node(type(graph.nodes[1])(operation))  # type: ignore[index]
        graph = builder.build()
        assert node == gate(graph, operation)
    with pytest.raises(GraphError) as caught:
        mute(graph, gate(graph, operation))
    assert caught.value.code == code
    assert str(caught.value).endswith(".")


@pytest.mark.parametrize(
    ("formula", "operation", "told"),
    [
        ("relu(x)*y", "relu", "x*y"),
        ("(x + y)*z", "add", "x*z"),
        ("exp(2*x + 1)", "add", "exp(2x)"),
        ("u = x*y; f = u + u", "multiply", "x + x"),
        ("f = relu(x)", "relu", "x"),
        ("f = relu(x); g = x*2", "relu", "g = x*2"),
    ],
)
def test_formulas_tell_what_a_muted_gate_hands_on(formula: str, operation: str, told: str) -> None:
    graph = parse_formula(formula)
    muted = mute(graph, gate(graph, operation))
    assert told in format_formula(muted)
    assert "relu" not in format_formula(muted)
    assert r"\mathrm{ReLU}" not in format_latex(muted)


def test_a_node_told_by_itself_is_seen_through_too() -> None:
    graph = parse_formula("f = relu(x)*y")
    relu = gate(graph, "relu")
    muted = mute(graph, relu)
    assert format_formula(muted, relu) == "x"
    assert format_latex(muted, relu) == "x"
    loose = edits.disconnect(muted, InputPort(relu, 0))
    assert format_formula(loose, relu) == "?"
    assert format_latex(loose, relu) == r"\square"
    assert format_formula(loose) == "x; f = ?*y"


def test_no_path_leads_through_an_input_that_does_not_pass() -> None:
    graph = parse_formula("f = (x*y) + x")
    product = gate(graph, "multiply")
    muted = mute(graph, product)
    plan, f = compile_plan(muted), named(graph, "f")
    x, y = named(graph, "x"), named(graph, "y")
    assert count_paths(plan.graph, x, f) == 2
    assert count_paths(plan.graph, y, f) == 0
    assert factor_paths(plan, y, f) == ZERO
    words = PathWords(muted)
    wires = [wire for leaving in leading_wires(muted, x, f).values() for wire in leaving]
    assert wires
    assert all(words.factor(wire) != "y" for wire in wires)


def test_a_dot_changes_no_number_and_takes_part_in_groups() -> None:
    graph = parse_formula("f = exp(x*y)*y")
    with_dot, dot = rerouted(graph, InputPort(gate(graph, "exp"), 0))
    before, after = evaluate(graph), evaluate(with_dot)
    assert with_dot.nodes[dot].is_dot
    assert all(np.array_equal(after.values[node], value) for node, value in before.values.items())
    assert all(
        np.array_equal(after.gradients.nodes[node], gradient)
        for node, gradient in before.gradients.nodes.items()
    )
    product = gate(graph, "multiply")
    grouped, _ = group_nodes(with_dot, [product, dot, gate(graph, "exp")], "e")
    drawn = compile_plan(fold(grouped).graph).instructions
    assert len(drawn) == 2
    assert {item.node for item in drawn} <= after.gradients.nodes.keys()
    assert format_formula(with_dot) == format_formula(graph)


def test_the_wire_of_a_removed_dot_leads_on() -> None:
    graph = parse_formula("f = exp(x) + x*y")
    with_dot, dot = rerouted(graph, InputPort(gate(graph, "exp"), 0))
    with_two, other = rerouted(with_dot, InputPort(gate(graph, "exp"), 0))
    assert without_dots(with_two, [dot, other, gate(graph, "exp")]) == graph
    loose = edits.disconnect(with_dot, InputPort(dot, 0))
    assert InputPort(gate(graph, "exp"), 0) not in without_dots(loose, [dot]).wires


def test_exports_leave_dots_out_and_drawings_show_them() -> None:
    graph = parse_formula("f = relu(x*y)")
    with_dot, _ = rerouted(mute(graph, named(graph, "f")), InputPort(named(graph, "f"), 0))
    assert "reroute" not in numpy_source(with_dot)
    assert "x y" in latex_source(with_dot) or r"x \cdot y" in latex_source(with_dot)
    text = dot_source(with_dot, numbers=False)
    assert "shape=point" in text
    assert 'style="rounded,dashed"' in text
