"""Every compiled form against the ordinary passes: each operation, and random graphs."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.arrays import Array
from engine.autodiff.codegen import choice
from engine.autodiff.codegen.array_form import ArrayForm
from engine.autodiff.codegen.array_tape import ArrayValue
from engine.autodiff.codegen.choice import PassFunction
from engine.autodiff.codegen.float_form import compile_scalar
from engine.autodiff.codegen.levelled_form import LevelledForm
from engine.autodiff.codegen.lowering import lower
from engine.autodiff.codegen.unrolling import Elements, unroll
from engine.autodiff.passes.plan import Plan, compile_plan
from engine.autodiff.passes.reverse import backward_pass, forward_pass
from engine.autodiff.tapes.float_source import FloatSource
from engine.autodiff.tapes.tape import Tape
from engine.graph.builder import GraphBuilder
from engine.graph.model import Graph, InputPort, Node, NodeId
from engine.operations.catalog import OPERATIONS
from engine.operations.operation import Operation
from engine.written_functions import make_function
from tests.engine.operations.domains import case
from tests.support.graphs import scalar_graphs

GATES = [record for record in OPERATIONS.values() if not record.is_source]
# Each draws from a generator, which floats do not have.
ONLY_ON_ARRAYS = {
    *("dropout", "gaussian_noise", "maxout", "concatenate"),
    *("prod", "index", "element", "slice"),
}
SCALAR_GATES = [
    record for record in GATES if record.derivatives and record.name not in ONLY_ON_ARRAYS
]


def _plan_of(record: Operation, pick: int, seed: int) -> tuple[Plan, NodeId, list[NodeId]]:
    """Return the plan of one gate, used twice so that gradients add up, behind a sum."""
    drawn = case(record, pick, seed)
    builder = GraphBuilder()
    sources = [builder.source("input", value) for value in drawn.inputs]
    one = builder.add_node(Node(record.name, settings=drawn.settings))
    for index, source in enumerate(sources):
        builder.wire(source, InputPort(one, index))
    weights = np.random.default_rng(seed).normal(size=compile_plan(builder.build()).shapes[one])
    weighted = builder.gate("multiply", one, builder.source("constant", weights))
    target = builder.gate("add", builder.gate("sum", weighted), builder.gate("mean", one))
    return compile_plan(builder.build(target)), target, sources


def _expected(
    plan: Plan, target: NodeId, sources: Sequence[NodeId], values: Sequence[Array]
) -> tuple[Array, list[Array]]:
    passed = forward_pass(plan, dict(zip(sources, values, strict=True)))
    found = backward_pass(plan, passed, target).nodes
    return passed[target], [
        found.get(source, np.zeros(np.shape(value)))
        for source, value in zip(sources, values, strict=True)
    ]


def _check(
    function: PassFunction,
    plan: Plan,
    target: NodeId,
    sources: Sequence[NodeId],
    values: Sequence[Array],
) -> None:
    value, gradients = function(*values)
    expected, slopes = _expected(plan, target, sources, values)
    np.testing.assert_allclose(value, expected, rtol=1e-12, atol=1e-13)
    for gradient, slope in zip(gradients, slopes, strict=True):
        assert np.shape(gradient) == slope.shape
        np.testing.assert_allclose(gradient, slope, rtol=1e-12, atol=1e-13)


def _values(plan: Plan, sources: Sequence[NodeId]) -> list[Array]:
    return [plan.sources[source] for source in sources]


@pytest.mark.parametrize("record", GATES, ids=lambda record: record.name)
@given(pick=st.integers(0, 60), seed=st.integers(0, 2**31))
@settings(max_examples=5, deadline=None)
def test_each_operation_on_arrays(record: Operation, pick: int, seed: int) -> None:
    plan, target, sources = _plan_of(record, pick, seed)
    function = choice._on_arrays(plan, target, sources, sources)
    values = _values(plan, sources)
    for scale in (1.0, 0.75):
        _check(function, plan, target, sources, [scale * value for value in values])
        _check(_in_columns(plan, target, sources), plan, target, sources, values)


def _in_columns(plan: Plan, target: NodeId, sources: Sequence[NodeId]) -> PassFunction:
    lowered = lower(plan, target, sources, sources)
    form = ArrayForm(lowered.tape, (lowered.value, *lowered.gradients), in_columns=True)

    def run(*values: Array) -> tuple[Array, tuple[Array, ...]]:
        for name, value in zip(lowered.inputs, values, strict=True):
            if name.entry.detail in form.inputs:
                form.inputs[name.entry.detail][...] = value
        with np.errstate(all="ignore"):
            form.run()
        return form.outputs[0], form.outputs[1:]

    return run


def _elements(tape: Tape, inputs: Sequence[ArrayValue]) -> tuple[dict[str, Elements], list[str]]:
    names: list[str] = []
    found = {}
    for value in inputs:
        elements = np.empty(value.shape, object)
        for index in np.ndindex(value.shape):
            names.append(f"p{len(names)}")
            elements[index] = tape.input(names[-1])
        found[value.entry.detail] = elements
    return found, names


@pytest.mark.parametrize(
    "record",
    [record for record in GATES if record.name not in ONLY_ON_ARRAYS],
    ids=lambda record: record.name,
)
@given(pick=st.integers(0, 60), seed=st.integers(0, 2**31))
@settings(max_examples=2, deadline=None)
def test_each_operation_unrolled_into_floats(record: Operation, pick: int, seed: int) -> None:
    plan, target, sources = _plan_of(record, pick, seed)
    lowered = lower(plan, target, sources, sources)
    tape = Tape()
    inputs, names = _elements(tape, lowered.inputs)
    results = unroll(lowered.tape, (lowered.value, *lowered.gradients), inputs, tape)
    flat = [element for part in results for element in part.ravel()]
    source = FloatSource(tape, flat)
    lines = [*source.lines(0), f"return [{', '.join(map(source.name, flat))}]"]
    values = _values(plan, sources)
    numbers = np.concatenate([np.ravel(value) for value in values]).tolist()
    found = make_function("unrolled", names, lines, {})(*numbers)
    expected, slopes = _expected(plan, target, sources, values)
    wanted = np.concatenate([np.ravel(part) for part in (expected, *slopes)])
    np.testing.assert_allclose(found, wanted, rtol=1e-12, atol=1e-13)


@pytest.mark.parametrize("record", SCALAR_GATES, ids=lambda record: record.name)
@given(data=st.data())
@settings(max_examples=10, deadline=None)
def test_each_elementwise_operation_on_one_number(record: Operation, data: st.DataObject) -> None:
    builder = GraphBuilder()
    sources = [builder.source("input", 1.0) for _ in record.inputs]
    target = builder.gate(record.name, *sources)
    plan = compile_plan(builder.build(target))
    numbers = st.sampled_from([-1000.0, -1.5, -1.0, 0.0, 0.5, 1.0, 2.0, 800.0, 1e200])
    values = [np.array(data.draw(numbers)) for _ in sources]
    function = compile_scalar(plan, target, sources, sources)
    assert function is not None
    _check(function, plan, target, sources, [value.item() for value in values])
    with np.errstate(all="ignore"):
        _check(LevelledForm(plan, target, sources, sources), plan, target, sources, values)


def _inputs(graph: Graph) -> list[NodeId]:
    return [key for key in graph.sources() if graph.nodes[key].operation == "input"]


@given(scalar_graphs())
@settings(max_examples=30, deadline=None)
def test_random_graphs_in_every_form(graph: Graph) -> None:
    target, sources = graph.result, _inputs(graph)
    assert target is not None
    plan = compile_plan(graph)
    values = _values(plan, sources)
    function = compile_scalar(plan, target, sources, sources)
    assert function is not None
    levelled = LevelledForm(plan, target, sources, sources)
    for scale in (1.0, 0.5, -1.25):
        moved = [scale * value for value in values]
        _check(function, plan, target, sources, moved)
        _check(levelled, plan, target, sources, moved)
        _check(choice._on_arrays(plan, target, sources, sources), plan, target, sources, moved)
