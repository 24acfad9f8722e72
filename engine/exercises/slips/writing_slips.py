"""Slips in writing a number down: its sign, its rows and columns, its last digits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from engine.arrays import Array
from engine.exercises.case import Case
from engine.exercises.known_numbers import rounded
from engine.exercises.question import Quantity
from engine.exercises.slip import Slip

_ALL = frozenset(Quantity)
_MOST_DIGITS = 4


def _negated(case: Case) -> Iterator[Array]:
    yield -case.right


def _transposed(case: Case) -> Iterator[Array]:
    if case.right.ndim == 2:
        yield case.right.T


def _rounded(case: Case) -> Iterator[Array]:
    for digits in range(1, _MOST_DIGITS + 1):
        yield rounded(case.right, digits)


def _rounded_before(case: Case) -> Iterator[Array]:
    for decimals in range(1, _MOST_DIGITS + 1):
        yield replace(case, numbers=case.numbers.as_shown(decimals)).right


def _shifted(case: Case) -> Iterator[Array]:
    for factor in (10.0, 0.1, 100.0, 0.01):
        yield case.right * factor


RECORDS = (
    Slip(
        name="wrong_sign",
        title="Wrong sign",
        sentence="The size is right and the sign is wrong.",
        quantities=_ALL,
        rank=35,
        answers=_negated,
    ),
    Slip(
        name="transposed",
        title="Transposed",
        sentence="Rows and columns are exchanged. A gradient has the shape of its variable.",
        quantities=_ALL,
        rank=36,
        answers=_transposed,
    ),
    Slip(
        name="rounded_roughly",
        title="Rounded too roughly",
        sentence="The way is right, but not every digit typed is. Zeros at the end count: 1200 "
        "claims four digits, 1.2e3 two.",
        quantities=_ALL,
        rank=5,
        answers=_rounded,
        is_close=True,
    ),
    Slip(
        name="rounded_before",
        title="Rounded on the way",
        sentence="The way is right, but it began with rounded numbers, so that the last digits are "
        "not. Point at a number to see more of its digits, or write fewer.",
        quantities=_ALL,
        rank=6,
        answers=_rounded_before,
        is_close=True,
    ),
    Slip(
        name="shifted_point",
        title="Decimal point",
        sentence="The digits are right, and the decimal point stands in the wrong place.",
        quantities=_ALL,
        rank=95,
        answers=_shifted,
        fewest_digits=2,
    ),
)
