"""A surface's slope is recorded on a tape, or a race of it takes fifteen times as long."""

from __future__ import annotations

import pytest

from engine.autodiff.tapes.tape import Tape, TapeValue
from engine.operations.catalog import OPERATIONS
from engine.operations.operation import Operation
from engine.settings import complete

# What draws numbers, or only hands them on, is no arithmetic that could be written down.
ELEMENTWISE = [
    record
    for record in OPERATIONS.values()
    if record.derivatives is not None and "random" not in record.numpy and record.passes is None
]


@pytest.mark.parametrize("record", ELEMENTWISE, ids=lambda record: record.name)
def test_the_slope_of_what_is_recorded_is_recorded(record: Operation) -> None:
    tape = Tape()
    inputs = [tape.input(name) for name in record.inputs]
    output = record.forward(*inputs, **complete(record.settings, {}))
    assert isinstance(output, TapeValue)
    assert record.derivatives is not None
    for rule in record.derivatives:
        slope = rule(output, *inputs, **complete(record.settings, {}))
        assert isinstance(slope, TapeValue | float)
