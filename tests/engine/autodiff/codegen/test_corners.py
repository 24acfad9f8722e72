"""What the compiler does at its edges: choices, refusals, and simplifications."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import pytest

from engine.arrays import Array
from engine.autodiff.codegen.array_form import ArrayForm
from engine.autodiff.codegen.array_tape import ArrayTape, ArrayValue
from engine.autodiff.codegen.choice import MOST_WRITTEN_OUT, compile_passes
from engine.autodiff.codegen.float_form import compile_scalar
from engine.autodiff.codegen.levelled_form import LevelledForm
from engine.autodiff.codegen.lowering import lower
from engine.autodiff.codegen.program import Program
from engine.autodiff.codegen.template_reader import UnknownTemplateError, read_template
from engine.autodiff.passes.plan import Plan, compile_plan
from engine.autodiff.passes.reverse import backward_pass, forward_pass
from engine.graph.builder import GraphBuilder
from engine.graph.model import NodeId
from engine.operations.catalog import OPERATIONS


def _check(plan: Plan, target: NodeId, sources: Sequence[NodeId], values: Sequence[float]) -> None:
    """Compare a program in its quickest form with the ordinary passes."""
    program = Program(plan, target, changing=sources, asked=sources)
    value, gradients = program.compiled()(*values)
    passed = forward_pass(plan, dict(zip(sources, map(np.array, values), strict=True)))
    slopes = backward_pass(plan, passed, target).nodes
    assert value == pytest.approx(passed[target], rel=1e-12)
    expected = tuple(float(slopes.get(source, np.zeros(()))) for source in sources)
    assert gradients == pytest.approx(expected, rel=1e-12)


def _graph(gates: int, *, is_wide: bool, ending: str = "add") -> tuple[Plan, NodeId, list[NodeId]]:
    """Return a graph of numbers: sines side by side and summed up, or one after another."""
    builder = GraphBuilder()
    sources = [builder.source("input", value) for value in (0.3, 0.7)]
    row = list(sources)
    if is_wide:
        row = [builder.gate("sin", sources[number % 2]) for number in range(gates)]
        while len(row) > 1:
            pairs = zip(row[::2], row[1::2], strict=False)
            row = [builder.gate("add", *pair) for pair in pairs] + row[len(row) & ~1 :]
    for number in range(0 if is_wide else gates):
        row[number % 2] = builder.gate("sin", row[number % 2])
    last = row[0] if ending == "sum" else row[-1]
    target = builder.gate("sum", last) if ending == "sum" else builder.gate("add", row[0], last)
    return compile_plan(builder.build(target)), target, sources


@pytest.mark.parametrize("ending", ["add", "sum"])
@pytest.mark.parametrize("is_wide", [True, False])
@pytest.mark.parametrize("gates", [10, MOST_WRITTEN_OUT + 1])
def test_numbers_in_small_and_large_wide_and_long_graphs(
    gates: int, is_wide: bool, ending: str
) -> None:
    _check(*_graph(gates, is_wide=is_wide, ending=ending), (0.4, 0.9))


def test_a_large_wide_graph_of_numbers_runs_by_levels() -> None:
    plan, target, sources = _graph(MOST_WRITTEN_OUT + 1, is_wide=True)
    assert isinstance(compile_passes(plan, target, sources, sources), LevelledForm)


def test_a_source_that_nothing_depends_on_has_no_slope() -> None:
    builder = GraphBuilder()
    x, idle = builder.source("input", 1.0), builder.source("input", 2.0)
    row = builder.source("constant", [1.0, 2.0])
    target = builder.gate("sum", builder.gate("multiply", x, row))
    plan = compile_plan(builder.build(target))
    _check(plan, target, [x, idle], (3.0, 5.0))

    # With an array among what changes there are no floats.
    function = compile_passes(plan, target, [x, idle, row], [idle, x])
    value, slopes = function(np.array(2.0), np.array(1.0), np.array([1.0, 4.0]))
    assert (value, slopes) == (10.0, (0.0, 5.0))


def test_a_gate_that_draws_numbers_runs_as_the_function_it_is() -> None:
    builder = GraphBuilder()
    x = builder.source("input", 1.5)
    target = builder.gate("gaussian_noise", x)
    plan = compile_plan(builder.build(target))
    assert compile_scalar(plan, target, [x], [x]) is None
    _check(plan, target, [x], [2.0])


def test_graphs_with_arrays_are_no_graphs_of_numbers() -> None:
    builder = GraphBuilder()
    x, row = builder.source("input", 1.0), builder.source("constant", [1.0, 2.0])
    target = builder.gate("sum", builder.gate("multiply", x, row))
    wide = builder.gate("multiply", x, row)
    plan = compile_plan(builder.build(target))
    assert compile_scalar(plan, wide, [x], [x]) is None
    assert compile_scalar(plan, target, [x, row], [x]) is None
    with pytest.raises(UnknownTemplateError, match="an array"):
        LevelledForm(plan, target, [x], [x])


def test_gates_that_mix_elements_do_not_run_by_levels() -> None:
    builder = GraphBuilder()
    x = builder.source("input", 1.0)
    target = builder.gate("sum", x)
    plan = compile_plan(builder.build(target))
    with pytest.raises(UnknownTemplateError, match="mixes elements"):
        LevelledForm(plan, target, [x], [x])


@pytest.mark.parametrize(
    "template",
    [
        "", "elsewhere", "(1, 2)", "1.0 if $a > 0 else 2.0", "not $a", "+$a", "$a | $b",
        "$a + np.shape($b)", "$a is $b", "$a < $b < 1.0", "$a.real", "(1, 2).T", "$a[0]",
        "[$a]", "np.cumsum($a)", "np.sum($a, where=1)[0]", "$a.sum()",
    ],
)  # fmt: skip
def test_a_template_that_cannot_be_recorded_is_refused(template: str) -> None:
    tape = ArrayTape()
    names = {"a": tape.input("x0", (3,)), "b": tape.input("x1", (3,))}
    with pytest.raises((UnknownTemplateError, TypeError)):
        read_template(tape, OPERATIONS["add"], template, names, {})


def test_a_template_may_ask_for_shapes() -> None:
    tape = ArrayTape()
    names = {"a": tape.input("x0", (2, 3)), "b": tape.input("x1", (3,))}
    template = "$a * $a.shape[1] + (1.0 if $a.ndim > 1 else 2.0) * np.size($b)"
    found = read_template(tape, OPERATIONS["add"], template, names, {})
    assert np.array_equal(_run(tape, found, x0=np.ones((2, 3))), np.full((2, 3), 6.0))


def _run(tape: ArrayTape, result: ArrayValue, **inputs: Array) -> Array:
    form = ArrayForm(tape, [result])
    for name, home in form.inputs.items():
        home[...] = inputs[name]
    form.run()
    return np.array(form.outputs[0])


X = np.array([[1.5, -2.0, 0.5], [3.0, 0.25, -1.0]])
ROW = np.array([0.0, 0.0, 0.0])


@pytest.mark.parametrize("is_finite", [False, True])
@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (lambda tape, x: tape.elementwise("add", x, ROW), X),
        (lambda tape, x: tape.elementwise("add", ROW, x), X),
        (lambda tape, x: tape.elementwise("multiply", x, ROW), 0.0 * X),
        (lambda tape, x: tape.elementwise("power", x, 0.0), np.ones((2, 3))),
        (lambda tape, x: tape.elementwise("power", x, -3.0), X**-3.0),
        (lambda tape, x: tape.elementwise("power", x, 0.0 * X), np.ones((2, 3))),
        (lambda tape, x: tape.elementwise("positive", x), X),
        (lambda tape, x: tape.elementwise("divide", x, 3.0), X / 3.0),
        (lambda tape, x: tape.elementwise("add", x, tape.sum(tape.value(X))), X + X.sum()),
        (lambda tape, x: tape.elementwise("multiply", x, tape.largest(tape.value(X))), X * 3.0),
    ],
)
def test_what_is_known_beforehand_changes_no_number(
    record: Callable[[ArrayTape, ArrayValue], ArrayValue], expected: Array, is_finite: bool
) -> None:
    tape = ArrayTape(is_finite=is_finite)
    found = record(tape, tape.input("x0", X.shape))
    np.testing.assert_allclose(_run(tape, found, x0=X), expected, rtol=1e-14)


@pytest.mark.parametrize("bias_shape", [(2,), (1, 2), (4, 2)])
@pytest.mark.parametrize("are_neighbours", [True, False])
def test_a_layer_by_one_product_or_by_two(
    bias_shape: tuple[int, ...], are_neighbours: bool
) -> None:
    draw = np.random.default_rng(0)
    shapes = ((4, 3), (3, 2), bias_shape)
    values = [draw.normal(size=shape) for shape in shapes]
    builder = GraphBuilder()
    x, weights, bias = (builder.source("input", value) for value in values)
    layer = builder.gate("add", builder.gate("matmul", x, weights), bias)
    target = builder.gate("squared_norm", builder.gate("tanh", layer))
    plan = compile_plan(builder.build(target))
    lowered = lower(plan, target, (x, weights, bias), (weights, bias))
    vector = np.zeros(6 + values[2].size)
    parts = {"x1": vector[:6].reshape(3, 2), "x2": vector[6:].reshape(bias_shape)}
    if not are_neighbours:
        parts = {name: np.array(part) for name, part in parts.items()}
    form = ArrayForm(lowered.tape, (lowered.value, *lowered.gradients), inputs=parts)
    for number, value in enumerate(values):
        form.inputs[f"x{number}"][...] = value
    form.run()

    passed = forward_pass(plan)
    slopes = backward_pass(plan, passed, target).nodes
    expected = (passed[target], slopes[weights], slopes[bias])
    for found, wanted in zip(form.outputs, expected, strict=True):
        np.testing.assert_allclose(found, wanted, rtol=1e-12)
