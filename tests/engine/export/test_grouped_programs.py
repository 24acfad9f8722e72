"""Programs in which each group is a function of its own compute what the engine computes."""

from __future__ import annotations

import ast
import runpy
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings

from engine.autodiff.passes.evaluation import evaluate
from engine.autodiff.passes.plan import compile_plan
from engine.export.identifiers import identifiers
from engine.export.numpy_source import numpy_source
from engine.export.pytorch_source import pytorch_source
from engine.formula.parser import parse_formula
from engine.graph import edits
from engine.graph.builder import GraphBuilder
from engine.graph.groups import group_nodes, ungroup
from engine.graph.model import Graph, Group, GroupId, InputPort, Node, NodeId
from engine.graph.topology import topological_order
from engine.operations.catalog import OPERATIONS
from engine.training.run.run import TrainingRun
from tests.engine.graph.test_groups import grouped_graphs, neuron, tail
from tests.support.graphs import node

IN_A_FOLDER = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def nested() -> Graph:
    """Return a neuron in a group, and in it its σ in another."""
    graph = neuron()
    graph, _ = group_nodes(graph, tail(graph), "σ")
    return group_nodes(graph, graph.gates(), "neuron")[0]


def grouped_formula(formula: str, group: str, **values: Any) -> Graph:
    """Return a formula's graph with these names, and what only they use, in a group g."""
    graph = parse_formula(formula)
    for name, value in values.items():
        graph = edits.set_value(graph, node(graph, name), value)
    members = {node(graph, name) for name in group}
    for key in reversed(topological_order(graph)):
        consumers = graph.consumers(key)
        if not graph.nodes[key].name and consumers:
            members |= {key} if all(port.node in members for port in consumers) else set()
    return group_nodes(graph, members, "g")[0]


def with_groups(graph: Graph, groups: Iterable[tuple[str, Iterable[NodeId]]]) -> Graph:
    """Return a graph with groups that nobody has checked, as in a file made by hand."""
    made = {
        GroupId(number): Group(name, frozenset(members))
        for number, (name, members) in enumerate(groups, start=1)
    }
    return replace(graph, groups=made)


def module(source: str, folder: Path) -> Mapping[str, Any]:
    path = folder / "exported.py"
    path.write_text(source, encoding="utf-8")
    return runpy.run_path(str(path))


def functions(source: str) -> list[str]:
    """Return the names of all functions that a program defines."""
    return [item.name for item in ast.walk(ast.parse(source)) if isinstance(item, ast.FunctionDef)]


def check_numpy(graph: Graph, folder: Path, target: NodeId | None = None) -> None:
    """Run the program and compare values and gradients with the engine's."""
    function = module(numpy_source(graph, target, grouped=True), folder)["value_and_gradients"]
    expected = evaluate(graph if target is None else replace(graph, target=target))
    names = identifiers(graph)
    inputs = {
        names[key]: np.array(graph.nodes[key].value)
        for key in graph.sources()
        if key in expected.gradients.nodes
    }
    value, gradients = function(**inputs)
    assert expected.target is not None
    np.testing.assert_allclose(value, expected.values[expected.target], rtol=1e-12, atol=1e-12)
    assert gradients.keys() == inputs.keys()
    for key, gradient in expected.gradients.nodes.items():
        if graph.nodes[key].is_source:
            assert gradients[names[key]].shape == gradient.shape
            np.testing.assert_allclose(gradients[names[key]], gradient, rtol=1e-12, atol=1e-12)


def check_pytorch(graph: Graph, folder: Path) -> None:
    """Run the program and compare values and autograd's gradients with the engine's."""
    torch = pytest.importorskip("torch")
    function = module(pytorch_source(graph, grouped=True), folder)["forward"]
    expected = evaluate(graph)
    assert expected.target is not None
    keys = [key for key in graph.sources() if key in expected.gradients.nodes]
    tensors = [
        torch.tensor(np.array(graph.nodes[key].value), dtype=torch.float64, requires_grad=True)
        for key in keys
    ]
    names = identifiers(graph)
    value = function(**{names[key]: tensor for key, tensor in zip(keys, tensors, strict=True)})
    found = value.detach().numpy()
    np.testing.assert_allclose(found, expected.values[expected.target], rtol=1e-12, atol=1e-12)
    if keys:
        value.sum().backward()
    for key, tensor in zip(keys, tensors, strict=True):
        gradient = expected.gradients.nodes[key]
        np.testing.assert_allclose(tensor.grad.numpy(), gradient, rtol=1e-12, atol=1e-12)


@given(grouped_graphs())
@IN_A_FOLDER
def test_the_numpy_program_of_any_grouped_graph_agrees(tmp_path: Path, graph: Graph) -> None:
    check_numpy(graph, tmp_path)


@given(grouped_graphs())
@IN_A_FOLDER
def test_the_pytorch_program_of_any_grouped_graph_agrees(tmp_path: Path, graph: Graph) -> None:
    check_pytorch(graph, tmp_path)


@given(grouped_graphs())
@settings(max_examples=30, deadline=None)
def test_without_groups_both_forms_are_the_same(graph: Graph) -> None:
    flat = graph
    for group in graph.groups:
        flat = ungroup(flat, group)
    for write in (numpy_source, pytorch_source):
        assert write(flat, grouped=True) == write(flat) == write(graph)


def test_nested_groups_are_functions_that_call_each_other(tmp_path: Path) -> None:
    graph = nested()
    source = numpy_source(graph, grouped=True)
    assert functions(source) == [
        *("σ_forward", "σ_backward"),
        *("neuron_forward", "neuron_backward"),
        "value_and_gradients",
    ]
    assert '"""f = σ(w0*x0 + w1*x1 + w2)"""' in source
    assert "d_x = d_f * (np.where(f < 0.999, f * (1 - f), f * f * np.exp(-np.abs(x))))" in source
    check_numpy(graph, tmp_path)
    torch_source = pytorch_source(graph, grouped=True)
    assert functions(torch_source) == ["σ", "neuron", "forward"]
    assert "f = neuron(w0, x0, w1, x1, w2)" in torch_source


def test_the_pytorch_program_of_nested_groups_agrees(tmp_path: Path) -> None:
    check_pytorch(nested(), tmp_path)


@pytest.mark.parametrize("value", [0.5, -3.0, 12.0, 36.5, [0.3, -40.0], -700.0])
@pytest.mark.parametrize(
    "formula",
    ["1/(1 + exp(-x))", "2*sigmoid(2*x) - 1", "log(exp(x) + 1)", "exp(x)/(1 + exp(x))"],
)
def test_a_simplified_gradient_is_taken_only_where_it_is_as_exact(
    formula: str, value: Any, tmp_path: Path
) -> None:
    graph = parse_formula(formula)
    graph = edits.set_value(graph, node(graph, "x"), value)
    graph, _ = group_nodes(graph, graph.gates(), "known")
    check_numpy(graph, tmp_path)


def test_a_sigmoid_that_is_nearly_one_keeps_its_simplified_gradient(tmp_path: Path) -> None:
    graph = edits.set_value(nested(), node(nested(), "w2"), 40.0)
    assert "simplified" in numpy_source(nested(), grouped=True)
    assert "simplified" in numpy_source(graph, grouped=True)
    check_numpy(graph, tmp_path)


def test_a_group_inside_a_known_function_stays_a_function(tmp_path: Path) -> None:
    graph = parse_formula("f = 1/(1 + exp(-x))")
    inner = [key for key in graph.gates() if graph.nodes[key].operation in ("exp", "negate")]
    graph, _ = group_nodes(graph, inner, "decay")
    graph, _ = group_nodes(graph, graph.gates(), "σ")
    assert "decay_backward" in functions(numpy_source(graph, grouped=True))
    check_numpy(graph, tmp_path)


def test_shares_of_a_group_and_of_other_gates_meet(tmp_path: Path) -> None:
    graph = grouped_formula("c = a*b; d = c*a*2; e = sin(a) + b; f = e*d*b", "cd", a=0.4, b=-1.3)
    source = numpy_source(graph, grouped=True)
    assert "    d_a, _d_b = g_backward(d_d, g_cache)\n    d_b = d_b + _d_b\n" in source
    check_numpy(graph, tmp_path)


def test_matrices_broadcasting_and_several_constants(tmp_path: Path) -> None:
    graph = grouped_formula(
        "k = 2; h = W @ x + b; y = tanh(h)*k + 1; f = squared_norm(y) + mean(W)",
        "hy",
        W=[[0.1, 0.5, -1.0], [-0.3, 0.8, 0.2]],
        x=[0.2, 0.4, -0.7],
        b=0.25,
    )
    assert "unbroadcast(" in numpy_source(graph, grouped=True).split("def value_and")[0]
    check_numpy(graph, tmp_path)


def test_the_group_of_a_network_agrees(tmp_path: Path) -> None:
    network = TrainingRun(seed=3).network
    graph = network.with_parameters(network.start)
    result = graph.result
    assert result is not None
    graph, _ = group_nodes(graph, graph.gates(), "loss")
    check_numpy(graph, tmp_path)


def test_a_group_of_constants_alone_has_no_backward_function(tmp_path: Path) -> None:
    graph = parse_formula("a = 2*3; b = square(a); f = b*x")
    graph, _ = group_nodes(graph, [node(graph, "a"), node(graph, "b")], "thirty_six")
    source = numpy_source(graph, grouped=True)
    assert functions(source) == ["thirty_six_forward", "value_and_gradients"]
    assert "b = thirty_six_forward()" in source
    check_numpy(graph, tmp_path)


def test_a_group_whose_gradient_needs_no_value_keeps_none(tmp_path: Path) -> None:
    graph = grouped_formula("a = x + y; b = a - z; f = square(b)", "ab")
    source = numpy_source(graph, grouped=True)
    assert "return b, ()" in source
    assert "= g_cache" not in source
    check_numpy(graph, tmp_path)


def test_a_broken_group_and_one_that_is_only_partly_needed_are_written_out(tmp_path: Path) -> None:
    graph = grouped_formula("a = sin(x); b = cos(a); f = b*x", "ab", x=0.3)
    tapped, probe = edits.add_node(graph, Node("exp", "probe"))
    tapped = edits.connect(tapped, node(graph, "a"), InputPort(probe, 0))
    both, total = edits.add_node(tapped, Node("add", "total"))
    both = edits.connect(both, node(both, "f"), InputPort(total, 0))
    both = edits.connect(both, probe, InputPort(total, 1))
    assert functions(numpy_source(both, total, grouped=True)) == ["value_and_gradients"]
    check_numpy(both, tmp_path, total)
    # What the result does not need does not break the group.
    assert "g_forward" in functions(numpy_source(tapped, node(tapped, "f"), grouped=True))
    check_numpy(tapped, tmp_path, node(tapped, "f"))
    assert functions(numpy_source(graph, node(graph, "a"), grouped=True)) == ["value_and_gradients"]
    check_numpy(graph, tmp_path, node(graph, "a"))


def test_inputs_in_a_group_stay_arguments_and_a_group_of_no_gates_is_none(tmp_path: Path) -> None:
    graph = parse_formula("f = sin(x)*2")
    everything = list(graph.nodes)
    sources = [key for key in everything if graph.nodes[key].is_source]
    gates = [key for key in everything if key != node(graph, "x")]
    odd = with_groups(graph, [("sources", sources), ("gates", gates), ("all", everything)])
    source = numpy_source(odd, grouped=True)
    assert functions(source) == ["gates_forward", "gates_backward", "value_and_gradients"]
    assert "def value_and_gradients(x):" in source
    check_numpy(odd, tmp_path)


HOSTILE = (
    'x(): pass\nimport os; os.abort() #"""',
    '"""\nraise SystemExit\n"""',
    "lambda",
    "np",
    "torch",
    "forward",
    "value_and_gradients",
    "unbroadcast",
    "print",
    "d_x",
    "_",
    "_1",
    "f",
    "x",
    "",
    "\\",
    "ﬁ",
)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_group_name_runs_nothing_and_hides_nothing(name: str, tmp_path: Path) -> None:
    graph = parse_formula("f = square(sin(x))*x + exp(x)")
    inner = [key for key in graph.gates() if graph.nodes[key].operation in ("sin", "square")]
    hostile = with_groups(graph, [(name, inner), (name, graph.gates())])
    check_numpy(hostile, tmp_path)
    assert len(functions(numpy_source(hostile, grouped=True))) == 5
    assert len(set(functions(pytorch_source(hostile, grouped=True)))) == 3


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_group_name_does_no_harm_in_pytorch(name: str, tmp_path: Path) -> None:
    graph = parse_formula("f = square(sin(x))*x + exp(x)")
    inner = [key for key in graph.gates() if graph.nodes[key].operation in ("sin", "square")]
    check_pytorch(with_groups(graph, [(name, inner), (name, graph.gates())]), tmp_path)


def test_group_names_make_way_for_those_of_nodes(tmp_path: Path) -> None:
    graph = parse_formula(
        "g_forward = sin(x); g_cache = cos(g_forward); g = g_cache*x; x1 = exp(g); f = x1*g_cache"
    )
    ids = [node(graph, name) for name in ("g", "x1", "f")]
    graph, _ = group_nodes(graph, ids, "g")
    source = numpy_source(graph, grouped=True)
    assert "g_1_forward" in functions(source)
    check_numpy(graph, tmp_path)
    assert functions(pytorch_source(graph, grouped=True)) == ["g_1", "forward"]


def test_what_has_no_name_is_called_x_inside_unless_that_is_taken(tmp_path: Path) -> None:
    builder = GraphBuilder()
    x, x2 = builder.source("input", 0.7, "x"), builder.source("input", -0.2, "x2")
    before = builder.gate("multiply", x2, builder.gate("sin", x))
    inside = builder.gate("cos", builder.gate("multiply", x2, before), name="x1")
    graph = builder.build(builder.gate("exp", inside))
    graph, _ = group_nodes(graph, [inside, *(k for k in graph.gates() if k > before)], "g")
    source = numpy_source(graph, grouped=True)
    assert "def g_forward(x2, x2_1):" in source
    check_numpy(graph, tmp_path)


@pytest.mark.parametrize("name", ["_1", "d_x", "__", "d__", "_d_y", "None", "d_"])
def test_node_names_are_made_safe(name: str, tmp_path: Path) -> None:
    builder = GraphBuilder()
    odd, other = builder.source("input", 0.7, name), builder.source("input", 2.0, "x_1")
    graph = builder.build(builder.gate("multiply", odd, other))
    check_numpy(graph, tmp_path)
    names = identifiers(graph)
    assert names[odd].isidentifier()
    assert not names[odd].startswith(("d_", "_"))


def test_every_elementwise_operation_differentiates_inside_a_group(tmp_path: Path) -> None:
    for record in OPERATIONS.values():
        if record.arity != 1 or record.derivatives is None:
            continue
        builder = GraphBuilder()
        x = builder.source("input", [0.3, 0.6], "x")
        last = builder.gate("square", builder.gate(record.name, builder.gate("tanh", x)))
        graph, _ = group_nodes(builder.build(last), builder.build(last).gates(), "g")
        assert not compile_plan(graph).problems
        check_numpy(graph, tmp_path)
