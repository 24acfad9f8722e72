"""Every operation, in both modes, against values that PyTorch computed."""

from __future__ import annotations

import numpy as np
import pytest

from engine.operations.catalog import OPERATIONS
from engine.operations.operation import Operation
from tests.engine.operations.domains import case, count_cases
from tests.engine.reference.make_torch_values import read_answers
from tests.engine.reference.torch_answers import Answer, ask_torch

TOLERANCE = 1e-12
GATES = [record for record in OPERATIONS.values() if not record.is_source]
ANSWERS = read_answers()

# Steps are flat, so PyTorch knows no gradient, and neither do comparisons and a condition. The
# right class is an index in PyTorch's hinge loss, which has no gradient either. At a prediction of
# exactly 0 or 1 PyTorch clips the logarithms of the cross-entropy, but not those in its target's
# gradient.
WITHOUT_GRADIENT = {
    "binary_step": {0},
    "bipolar_step": {0},
    "where": {0},
    **{
        name: {0, 1}
        for name in ("greater", "greater_equal", "less", "less_equal", "equal", "not_equal")
    },
    "multiclass_hinge": {1},
    "binary_cross_entropy": {1},
}

WITHOUT_FORWARD_MODE = {"multiclass_hinge"}

# The slope at a prediction of exactly 0 or 1 is bounded by 1e−12, which PyTorch keeps in single
# precision.
BOUNDED_SLOPE = "binary_cross_entropy"
BOUNDED_TOLERANCE = 1e-8


@pytest.mark.parametrize(
    "answer", ANSWERS, ids=[f"{answer.operation}-{number}" for number, answer in enumerate(ANSWERS)]
)
def test_an_operation_agrees_with_the_stored_values(answer: Answer) -> None:
    assert_agrees(OPERATIONS[answer.operation], answer)


def test_every_operation_has_stored_values() -> None:
    assert {answer.operation for answer in ANSWERS} == {record.name for record in GATES}


@pytest.mark.parametrize("record", GATES, ids=lambda record: record.name)
def test_an_operation_agrees_with_pytorch_where_it_is_installed(record: Operation) -> None:
    pytest.importorskip("torch")
    for pick in range(count_cases(record)):
        place = case(record, pick, seed=pick)
        assert_agrees(record, ask_torch(record, place.inputs, place.settings, pick))


def assert_agrees(record: Operation, answer: Answer) -> None:
    settings = answer.settings
    with np.errstate(divide="ignore"):
        output = np.asarray(record.forward(*answer.inputs, **settings))
        pulled = [rule(answer.upstream, output, *answer.inputs, **settings) for rule in record.vjps]
        pushed = [
            rule(tangent, output, *answer.inputs, **settings)
            for rule, tangent in zip(record.jvps, answer.tangents, strict=True)
        ]
    assert_close(output, answer.value)
    for index in range(record.arity):
        downstream, change = answer.downstream[index], answer.pushed[index]
        if downstream is None:
            assert index in WITHOUT_GRADIENT[record.name]
            continue
        at_end = record.name == BOUNDED_SLOPE and np.isin(answer.inputs[0], (0.0, 1.0)).any()
        tolerance = BOUNDED_TOLERANCE if at_end else TOLERANCE
        assert_close(pulled[index], downstream, tolerance)
        if change is None:
            assert record.name in WITHOUT_FORWARD_MODE
        else:
            assert_close(pushed[index], change, tolerance)


def assert_close(found: object, expected: object, tolerance: float = TOLERANCE) -> None:
    np.testing.assert_allclose(
        np.asarray(found), np.asarray(expected), rtol=tolerance, atol=tolerance, strict=True
    )
