"""Many sets of numbers at once get what each of them gets alone."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.arrays import Array
from engine.autodiff.codegen.array_form import ArrayForm
from engine.autodiff.codegen.array_tape import ArrayTape
from engine.autodiff.codegen.lanes import Lanes, NoLanesError
from engine.autodiff.codegen.lowering import Lowered, lower
from engine.autodiff.passes.plan import Plan, compile_plan
from engine.autodiff.passes.reverse import backward_pass, forward_pass
from engine.graph.builder import GraphBuilder
from engine.graph.model import NodeId
from engine.operations.catalog import OPERATIONS
from engine.operations.operation import Operation
from tests.engine.operations.domains import case

LANES = 3
# Each calls a function that knows nothing of lanes.
ALONE = {
    *("dropout", "gaussian_noise", "maxout", "concatenate"),
    *("prod", "index", "element", "slice"),
}
GATES = [record for record in OPERATIONS.values() if not record.is_source]


def _plan_of(record: Operation, pick: int, seed: int) -> tuple[Plan, NodeId, list[NodeId]]:
    drawn = case(record, pick, seed)
    builder = GraphBuilder()
    sources = [builder.source("input", value) for value in drawn.inputs]
    gate = builder.gate(record.name, *sources, name="", **drawn.settings)
    # What comes back differs from lane to lane.
    total = builder.gate("sin", builder.gate("sum", gate))
    target = builder.gate("add", builder.gate("mean", gate), total)
    return compile_plan(builder.build(target)), target, sources


def _on_lanes(lowered: Lowered, columns: list[Array], shared: set[int]) -> list[Array]:
    names = [value.entry.detail for value in lowered.inputs]
    lanes = Lanes(lowered.tape, LANES, [names[number] for number in shared])
    results = lanes.record((lowered.value, *lowered.gradients))
    form = ArrayForm(lanes.tape, results)
    for number, (name, value) in enumerate(zip(names, columns, strict=True)):
        if name in form.inputs:
            home = form.inputs[name]
            home[...] = (value[..., 0] if number in shared else value).reshape(home.shape)
    with np.errstate(all="ignore"):
        form.run()
    return list(form.outputs)


@pytest.mark.parametrize("record", GATES, ids=lambda record: record.name)
@given(pick=st.integers(0, 60), seed=st.integers(0, 2**31), data=st.data())
@settings(max_examples=6, deadline=None)
def test_each_operation(record: Operation, pick: int, seed: int, data: st.DataObject) -> None:
    plan, target, sources = _plan_of(record, pick, seed)
    lowered = lower(plan, target, sources, sources)
    shared = data.draw(st.sets(st.sampled_from(range(len(sources)))))
    columns = [
        np.stack(
            [plan.sources[source] * (1.0 if number in shared else scale) for scale in _SCALES], -1
        )
        for number, source in enumerate(sources)
    ]
    if record.name in ALONE:
        if len(shared) < len(sources):
            with pytest.raises(NoLanesError):
                _on_lanes(lowered, columns, shared)
        return
    found = _on_lanes(lowered, columns, shared)
    for lane in range(LANES):
        replaced = {
            source: column[..., lane] for source, column in zip(sources, columns, strict=True)
        }
        passed = forward_pass(plan, replaced)
        slopes = backward_pass(plan, passed, target).nodes
        wanted = [passed[target], *(slopes.get(s, np.zeros(plan.shapes[s])) for s in sources)]
        for result, expected in zip(found, wanted, strict=True):
            np.testing.assert_allclose(result[..., lane], expected, rtol=1e-12, atol=1e-13)


_SCALES = (1.0, 0.875, 0.75)


@pytest.mark.parametrize("shared", [set(), {0}, {1}])
@pytest.mark.parametrize("factor", [0.25, -2.0])
def test_a_safe_loss_of_a_sigmoid_also_where_it_saturates(shared: set[int], factor: float) -> None:
    totals = np.array([[-60.0, -3.0, 0.5, 2.0, 50.0]]).T
    builder = GraphBuilder()
    scores, answers = (builder.source("input", value) for value in (totals, totals > 0.0))
    loss = builder.gate("binary_cross_entropy", builder.gate("sigmoid", scores), answers)
    target = builder.gate("multiply", loss, builder.source("constant", factor))
    plan, sources = compile_plan(builder.build(target)), [scores, answers]
    columns = [
        np.stack([plan.sources[scores] * (1.0 if 0 in shared else s) for s in _SCALES], -1),
        np.stack([plan.sources[answers] * 0.5 + 0.25] * LANES, -1),
    ]
    found = _on_lanes(lower(plan, target, sources, sources), columns, shared)
    for lane in range(LANES):
        replaced = {
            source: column[..., lane] for source, column in zip(sources, columns, strict=True)
        }
        passed = forward_pass(plan, replaced)
        slopes = backward_pass(plan, passed, target).nodes
        np.testing.assert_allclose(found[0][..., lane], passed[target], rtol=1e-12)
        np.testing.assert_allclose(found[1][..., lane], slopes[scores], rtol=1e-12, atol=1e-15)


@pytest.mark.parametrize("shared", [[], ["v"], ["x"]])
def test_a_guarded_quotient_is_the_same_whatever_has_lanes(shared: list[str]) -> None:
    tape = ArrayTape()
    x, v = tape.input("x", (2,)), tape.input("v", (2,))
    quotient = tape.elementwise("divide", x, tape.elementwise("maximum", v, 0.5))
    lanes = Lanes(tape, LANES, shared)
    form = ArrayForm(lanes.tape, lanes.record([tape.elementwise("multiply", quotient, v)]))
    drawn = {"x": np.arange(6.0).reshape(2, 3), "v": np.array([[0.1, 0.5, 3.0], [0.0, 1.0, 0.4]])}
    values = {name: grid[:, :1] if name in shared else grid for name, grid in drawn.items()}
    for name, value in values.items():
        form.inputs[name][...] = value.ravel()

    form.run()

    expected = values["x"] / np.maximum(values["v"], 0.5) * values["v"]
    np.testing.assert_allclose(form.outputs[0], expected, rtol=1e-14)
