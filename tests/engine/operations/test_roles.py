"""What a gate is said to do with the gradient that comes back is what it does."""

from __future__ import annotations

from collections.abc import Callable
from itertools import zip_longest

import numpy as np
import pytest

from engine.arrays import Array, unbroadcast
from engine.operations.catalog import OPERATIONS
from engine.operations.operation import Operation, Role
from tests.engine.operations.domains import Case, case, count_cases

Check = Callable[[Operation, Case, Array, list[Array]], bool]

GATES = [record for record in OPERATIONS.values() if not record.is_source]


def _as_it_is(found: Array, expected: Array) -> bool:
    return found.shape == expected.shape and np.allclose(found, expected, rtol=1e-12, atol=0)


def _shares(factors: tuple[float, ...]) -> Check:
    def check(_record: Operation, place: Case, up: Array, down: list[Array]) -> bool:
        return all(
            _as_it_is(share, unbroadcast(factor * up, value.shape))
            for share, value, factor in zip_longest(down, place.inputs, factors[: len(down)])
        )

    return check


def _to_each_element(_record: Operation, place: Case, up: Array, down: list[Array]) -> bool:
    return _as_it_is(down[0], np.broadcast_to(up, place.inputs[0].shape))


def _equal_shares(_record: Operation, place: Case, up: Array, down: list[Array]) -> bool:
    value = place.inputs[0]
    return _as_it_is(down[0], np.broadcast_to(up / value.size, value.shape))


def _rearranged(_record: Operation, _place: Case, up: Array, down: list[Array]) -> bool:
    together = np.sort(np.concatenate([share.reshape(-1) for share in down]))
    return np.array_equal(together, np.sort(up.reshape(-1)))


def _to_what_is_picked(record: Operation, place: Case, up: Array, down: list[Array]) -> bool:
    marked = np.arange(1.0, place.inputs[0].size + 1).reshape(place.inputs[0].shape)
    picked = record.forward(marked, **place.settings)
    expected = np.zeros_like(marked)
    expected.reshape(-1)[np.asarray(picked, int).reshape(-1) - 1] = up.reshape(-1)
    return np.array_equal(down[0], expected)


def _by_the_other(_record: Operation, place: Case, up: Array, down: list[Array]) -> bool:
    one, other = place.inputs
    return _as_it_is(down[0], unbroadcast(up * other, one.shape)) and _as_it_is(
        down[1], unbroadcast(up * one, other.shape)
    )


def _all_or_nothing(_record: Operation, _place: Case, up: Array, down: list[Array]) -> bool:
    # Where an input is broadcast, several places send back to one.
    sums = {0.0, *up.reshape(-1).tolist()}
    shares = [number for share in down for number in share.reshape(-1).tolist()]
    same = [share.shape == up.shape for share in down]
    return not all(same) or all(any(np.isclose(share, one) for one in sums) for share in shares)


def _nothing(_record: Operation, _place: Case, _up: Array, down: list[Array]) -> bool:
    return not any(share.any() for share in down)


def _by_slopes(record: Operation, place: Case, up: Array, down: list[Array]) -> bool:
    output = record.forward(*place.inputs, **place.settings)
    if record.derivatives is None:
        # One number comes out, so its slope along each element is one number too.
        return output.ndim < place.inputs[0].ndim or output.size == 1
    return all(
        _as_it_is(
            share, unbroadcast(up * rule(output, *place.inputs, **place.settings), value.shape)
        )
        for share, value, rule in zip(down, place.inputs, record.derivatives, strict=True)
    )


def _by_the_jacobian(record: Operation, _place: Case, _up: Array, _down: list[Array]) -> bool:
    return record.derivatives is None


CHECKS: dict[Role, Check] = {
    Role.DISTRIBUTOR: _shares((1.0, 1.0, 1.0)),
    Role.PASSAGE: _shares((1.0,)),
    Role.DIFFERENCE: _shares((1.0, -1.0)),
    Role.NEGATOR: _shares((-1.0,)),
    Role.SPREADER: _to_each_element,
    Role.EQUAL_SHARES: _equal_shares,
    Role.REARRANGER: _rearranged,
    Role.SELECTOR: _to_what_is_picked,
    Role.SWITCHER: _by_the_other,
    Role.ROUTER: _all_or_nothing,
    Role.VALVE: _all_or_nothing,
    Role.STOP: _nothing,
    Role.LOCAL: _by_slopes,
    Role.SLOPES: _by_slopes,
    Role.MIXER: _by_the_jacobian,
}


@pytest.mark.parametrize("record", GATES, ids=lambda record: record.name)
def test_a_gate_does_what_its_role_says(record: Operation) -> None:
    check = CHECKS.get(record.role)
    for pick in range(count_cases(record)) if check is not None else ():
        place = case(record, pick, seed=pick)
        output = np.asarray(record.forward(*place.inputs, **place.settings))
        up = np.random.default_rng(pick).normal(size=output.shape)
        down = [np.asarray(vjp(up, output, *place.inputs, **place.settings)) for vjp in record.vjps]
        assert check is not None
        assert check(record, place, up, down), [value.shape for value in place.inputs]


def test_only_what_the_course_calls_so_has_one_of_its_words() -> None:
    def named(title: str) -> set[str]:
        return {record.name for record in GATES if record.role.title == title}

    assert named("distributor") == {"add", "sum", "gaussian_noise"}
    assert named("switcher") == {"multiply", "dot_product"}
    assert named("router") == {"max", "min", "where", "maxout", "amax", "amin"}
