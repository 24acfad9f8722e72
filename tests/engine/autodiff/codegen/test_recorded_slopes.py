"""A surface's slope is recorded on a tape, or a race of it takes fifteen times as long."""

from __future__ import annotations

import pytest

from engine.autodiff.codegen.slopes import record_slopes
from engine.autodiff.passes.plan import compile_plan
from engine.graph.builder import GraphBuilder
from engine.operations.catalog import OPERATIONS
from engine.operations.operation import Operation

# What draws numbers is no arithmetic that could be written down.
ELEMENTWISE = [
    record
    for record in OPERATIONS.values()
    if record.derivatives is not None and "random" not in record.numpy
]


@pytest.mark.parametrize("record", ELEMENTWISE, ids=lambda record: record.name)
def test_value_and_slopes_of_every_elementwise_gate_are_recorded(record: Operation) -> None:
    builder = GraphBuilder()
    sources = [builder.source("input", 0.5, name) for name in record.inputs]
    gate = builder.gate(record.name, *sources)
    slopes = record_slopes(compile_plan(builder.build(gate)), gate, sources, record.inputs)
    assert slopes is not None
    assert len(slopes.gradient) == record.arity
