"""Slips at a gate on the way back, where downstream = local × upstream."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import numpy as np

from engine.arrays import Array, unbroadcast
from engine.exercises.case import Case
from engine.exercises.question import Quantity
from engine.exercises.slip import Slip
from engine.operations.operation import Role

_GRADIENT = frozenset([Quantity.GRADIENT])
_MOST_BRANCHES = 5


def partial_sums(shares: list[Array]) -> Iterator[Array]:
    """Yield what is left of a sum when some of its terms are forgotten, one missing first."""
    count = len(shares)
    sizes = range(count - 1, 0, -1) if count <= _MOST_BRANCHES else (count - 1, 1)
    for size in sizes:
        for kept in combinations(shares, size):
            yield np.asarray(sum(kept[1:], start=kept[0]))


def _missed_branch(case: Case) -> Iterator[Array]:
    for upstream in partial_sums(case.upstream_shares):
        yield case.gradient(upstream)


def _swapped_inputs(case: Case) -> Iterator[Array]:
    for index in range(case.operation.arity):
        if index != case.index and case.operation.role is not Role.ROUTER:
            yield case.gradient(case.upstream, index)


def _forgot_upstream(case: Case) -> Iterator[Array]:
    yield case.gradient(np.ones_like(case.upstream))


def _forgot_local(case: Case) -> Iterator[Array]:
    yield case.upstream


def _value_for_gradient(case: Case) -> Iterator[Array]:
    yield case.inputs[case.index]
    yield case.output


def _wrong_point(case: Case) -> Iterator[Array]:
    own = case.inputs[case.index]
    points = [point for point in (case.output, *case.values_before()) if point.shape == own.shape]
    for point in points:
        inputs = [*case.inputs[: case.index], point, *case.inputs[case.index + 1 :]]
        yield from _times_upstream(case, case.slope(case.value(*inputs), inputs))
    # A slope that is written with the output, such as y(1 − y), taken with the input.
    yield from _times_upstream(case, case.slope(own, case.inputs))


def _routed_wrongly(case: Case) -> Iterator[Array]:
    if case.operation.role is Role.ROUTER:
        yield case.gradient(case.upstream, 1 - case.index)
        yield case.upstream
        yield case.upstream / 2


def _divided(case: Case) -> Iterator[Array]:
    local = case.local
    if local is not None:
        with np.errstate(all="ignore"):
            yield unbroadcast(case.upstream / local, case.right.shape)
            yield unbroadcast(local / case.upstream, case.right.shape)


def _added(case: Case) -> Iterator[Array]:
    local = case.local
    if local is not None:
        yield unbroadcast(case.upstream + local, case.right.shape)


def _multiplied_at_sum(case: Case) -> Iterator[Array]:
    if case.operation.role in (Role.DISTRIBUTOR, Role.DIFFERENCE) and case.operation.arity == 2:
        for factor in (case.inputs[1 - case.index], case.inputs[case.index]):
            yield from _times_upstream(case, factor)


def _times_upstream(case: Case, local: Array | None) -> Iterator[Array]:
    if local is not None:
        with np.errstate(all="ignore"):
            yield unbroadcast(np.asarray(local * case.upstream), case.right.shape)


RECORDS = (
    Slip(
        name="missed_upstream_branch",
        title="Missed a branch",
        sentence="The upstream gradient is the sum over all branches that the gate's output "
        "feeds; one of them is missing here.",
        quantities=_GRADIENT,
        rank=10,
        answers=_missed_branch,
    ),
    Slip(
        name="swapped_inputs",
        title="Swapped the inputs",
        sentence="This is the gradient of the gate's other input. At × each input gets the "
        "upstream gradient times the other input's value.",
        quantities=_GRADIENT,
        rank=20,
        answers=_swapped_inputs,
    ),
    Slip(
        name="routed_wrongly",
        title="Routed wrongly",
        sentence="A router hands the whole upstream gradient to the input that won, and 0 to the "
        "other one.",
        quantities=_GRADIENT,
        rank=25,
        answers=_routed_wrongly,
    ),
    Slip(
        name="forgot_upstream",
        title="Forgot upstream",
        sentence="This is the local gradient alone. Multiply it by the upstream gradient, which "
        "comes back to the gate's output.",
        quantities=_GRADIENT,
        rank=30,
        answers=_forgot_upstream,
    ),
    Slip(
        name="value_for_gradient",
        title="Value instead of gradient",
        sentence="This is a value of the forward pass. The gradient says how the result changes "
        "with it: local × upstream.",
        quantities=_GRADIENT,
        rank=50,
        answers=_value_for_gradient,
    ),
    Slip(
        name="forgot_local",
        title="Forgot local",
        sentence="This is the upstream gradient as it arrives. Multiply it by the gate's local "
        "gradient.",
        quantities=_GRADIENT,
        rank=60,
        answers=_forgot_local,
    ),
    Slip(
        name="wrong_point",
        title="Derivative at the wrong point",
        sentence="The gate's derivative was taken at another number. It belongs at the value that "
        "enters this gate.",
        quantities=_GRADIENT,
        rank=70,
        answers=_wrong_point,
        fewest_digits=2,
    ),
    Slip(
        name="divided",
        title="Divided instead of multiplied",
        sentence="The local and the upstream gradient are multiplied, not divided by each other.",
        quantities=_GRADIENT,
        rank=80,
        answers=_divided,
        fewest_digits=2,
    ),
    Slip(
        name="added",
        title="Added instead of multiplied",
        sentence="The local and the upstream gradient are multiplied along a path; only different "
        "branches are added.",
        quantities=_GRADIENT,
        rank=90,
        answers=_added,
        fewest_digits=2,
    ),
    Slip(
        name="multiplied_at_sum",
        title="Treated + as ×",
        sentence="An add gate hands the upstream gradient on as it is; multiplying by an input is "
        "what × does.",
        quantities=_GRADIENT,
        rank=65,
        answers=_multiplied_at_sum,
    ),
)
