"""Slips on the forward pass, where a gate computes its value."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from engine.arrays import Array
from engine.errors import EngineError
from engine.exercises.case import Case
from engine.exercises.question import Quantity
from engine.exercises.slip import Slip
from engine.formula.vocabulary import shorthands
from engine.operations.catalog import OPERATIONS
from engine.operations.operation import POWER_PRECEDENCE, Infix, Operation

_VALUE = frozenset([Quantity.VALUE])


def _another_operation(case: Case) -> Iterator[Array]:
    for name in case.operation.look_alikes:
        with np.errstate(all="ignore"):
            yield np.asarray(OPERATIONS[name].forward(*case.inputs))


def _doubled(case: Case) -> Iterator[Array]:
    if _is_power(case.operation):
        yield np.asarray(case.inputs[0] * case.inputs[1])
    for (other, port, exponent), name in shorthands().items():
        if name == case.operation.name and port == 1 and _is_power(OPERATIONS[other]):
            yield exponent * case.inputs[0]


def _is_power(operation: Operation) -> bool:
    spelling = operation.spelling
    return isinstance(spelling, Infix) and spelling.precedence == POWER_PRECEDENCE


def _swapped_inputs(case: Case) -> Iterator[Array]:
    if case.operation.arity != 2:
        return
    first, second = case.inputs
    try:
        case.operation.output_shape((second.shape, first.shape), case.instruction.settings)
    except EngineError:
        return
    yield case.value(second, first)


def _input_for_output(case: Case) -> Iterator[Array]:
    yield from case.inputs


def _gradient_for_value(case: Case) -> Iterator[Array]:
    gradient = case.numbers.nodes.get(case.question.node)
    if gradient is not None:
        yield gradient


RECORDS = (
    Slip(
        name="another_operation",
        title="Another operation",
        sentence="This is what a different gate would compute; look at the symbol again.",
        quantities=_VALUE,
        rank=20,
        answers=_another_operation,
    ),
    Slip(
        name="doubled_for_squared",
        title="Multiplied instead of raised",
        sentence="A power multiplies the base by itself; it does not multiply it by the exponent.",
        quantities=_VALUE,
        rank=15,
        answers=_doubled,
    ),
    Slip(
        name="swapped_operands",
        title="Swapped the inputs",
        sentence="Here the order of the inputs matters: the upper one comes first.",
        quantities=_VALUE,
        rank=30,
        answers=_swapped_inputs,
    ),
    Slip(
        name="input_for_output",
        title="Input instead of output",
        sentence="This is what enters the gate. What it computes from that goes on the wire.",
        quantities=_VALUE,
        rank=50,
        answers=_input_for_output,
    ),
    Slip(
        name="gradient_for_value",
        title="Gradient instead of value",
        sentence="This is the gradient. On the forward pass the gate's value is asked for.",
        quantities=_VALUE,
        rank=60,
        answers=_gradient_for_value,
    ),
)
