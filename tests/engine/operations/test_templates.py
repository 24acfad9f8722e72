"""Every record's NumPy and PyTorch templates against the functions that they stand for."""

from __future__ import annotations

import importlib.util
from string import Template
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.arrays import Array, unbroadcast
from engine.operations.catalog import OPERATIONS
from engine.operations.operation import Operation
from engine.settings import complete
from tests.engine.operations.domains import case

GATES = [record for record in OPERATIONS.values() if not record.is_source]
EXTREMES = np.array([-1000.0, -40.0, -1.0, -1e-9, 0.0, 1e-9, 0.5, 1.0, 40.0, 1000.0])
# Each draws its own numbers in PyTorch.
RANDOM = {"dropout", "gaussian_noise"}


def _filled(record: Operation, template: str, chosen: dict[str, float]) -> str:
    written = {name: name for name in (*record.inputs, "y", "g")} | {
        item.name: repr(int(chosen[item.name]) if item.integer else chosen[item.name])
        for item in record.settings
    }
    return Template(template).substitute(written)


def _evaluate(source: str, names: dict[str, Any]) -> Any:
    # The templates are the table's own, and the names hold what they may use, no builtins.
    return eval(source, {"__builtins__": {}, "np": np}, names)


def _check(record: Operation, inputs: list[Array], chosen: dict[str, float]) -> None:
    named: dict[str, Any] = dict(zip(record.inputs, inputs, strict=True))
    with np.errstate(all="ignore"):
        output = np.asarray(record.forward(*inputs, **chosen))
        found = _evaluate(_filled(record, record.numpy, chosen), named)
        np.testing.assert_allclose(found, output, rtol=1e-13, atol=1e-300)
        upstream = np.random.default_rng(1).normal(size=output.shape)
        named |= {"y": output, "g": upstream}
        is_elementwise = record.derivatives is not None
        templates = record.numpy_local if is_elementwise else record.numpy_downstream
        for index, value in enumerate(inputs):
            expected = np.asarray(record.vjps[index](upstream, output, *inputs, **chosen))
            found = _evaluate(_filled(record, templates[index], chosen), named)
            if is_elementwise:
                found = upstream * found
            found = unbroadcast(np.asarray(found), value.shape)
            np.testing.assert_allclose(found, expected, rtol=1e-12, atol=1e-14)


@pytest.mark.parametrize("record", GATES, ids=lambda record: record.name)
@given(pick=st.integers(0, 60), seed=st.integers(0, 2**31))
@settings(max_examples=20, deadline=None)
def test_numpy_templates_compute_what_the_functions_do(
    record: Operation, pick: int, seed: int
) -> None:
    drawn = case(record, pick, seed)
    _check(record, drawn.inputs, drawn.settings)


@pytest.mark.parametrize(
    "record", [gate for gate in GATES if gate.derivatives], ids=lambda record: record.name
)
def test_numpy_templates_agree_at_extremes_and_ties(record: Operation) -> None:
    chosen = complete(record.settings, {})
    for turn in range(len(EXTREMES)):
        inputs = [np.roll(EXTREMES, turn * place) for place in range(record.arity)]
        _check(record, inputs, chosen)


@pytest.mark.parametrize("record", GATES, ids=lambda record: record.name)
def test_every_gate_has_a_template_for_each_input(record: Operation) -> None:
    elementwise = record.derivatives is not None
    assert record.numpy
    assert record.torch_template
    assert len(record.numpy_local) == (record.arity if elementwise else 0)
    assert len(record.numpy_downstream) == (0 if elementwise else record.arity)


@pytest.mark.skipif(importlib.util.find_spec("torch") is None, reason="PyTorch is not installed")
@pytest.mark.parametrize(
    "record", [gate for gate in GATES if gate.name not in RANDOM], ids=lambda record: record.name
)
def test_pytorch_templates_compute_the_same_values_and_gradients(record: Operation) -> None:
    torch = importlib.import_module("torch")
    for pick in range(30):
        drawn = case(record, pick, seed=pick)
        inputs, chosen = drawn.inputs, drawn.settings
        tensors = [torch.tensor(value, requires_grad=True) for value in inputs]
        names = {"__builtins__": {}, "torch": torch}
        named = dict(zip(record.inputs, tensors, strict=True))
        result = eval(_filled(record, record.torch_template, chosen), names, named)
        output = np.asarray(record.forward(*inputs, **chosen))
        np.testing.assert_allclose(result.detach().numpy(), output, rtol=1e-12, atol=1e-14)
        upstream = np.random.default_rng(pick).normal(size=output.shape)
        if not result.requires_grad:
            continue
        result.backward(torch.tensor(upstream))
        for index, tensor in enumerate(tensors):
            expected = record.vjps[index](upstream, output, *inputs, **chosen)
            found = 0.0 if tensor.grad is None else tensor.grad.numpy()
            np.testing.assert_allclose(found, expected, rtol=1e-11, atol=1e-13)
