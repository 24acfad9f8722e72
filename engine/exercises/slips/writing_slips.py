"""Slips in writing a number down: its sign, its rows and columns, its last digits."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from engine.arrays import Array
from engine.exercises.case import Case
from engine.exercises.known_numbers import as_shown
from engine.exercises.question import Quantity
from engine.exercises.slip import Slip

_ALL = frozenset(Quantity)
# Smaller numbers that lost all their decimals are more likely to be something else.
_WHOLE_FROM = 5.0


def _negated(case: Case) -> Iterator[Array]:
    yield -case.right


def _transposed(case: Case) -> Iterator[Array]:
    if case.right.ndim == 2:
        yield case.right.T


def _rounded(case: Case) -> Iterator[Array]:
    yield as_shown(case.right, 1)
    if np.all(np.abs(case.right) >= _WHOLE_FROM):
        yield np.round(case.right)


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
        sentence="The way is right: write as many decimals as the screen shows, or three digits.",
        quantities=_ALL,
        rank=5,
        answers=_rounded,
    ),
    Slip(
        name="shifted_point",
        title="Decimal point",
        sentence="The digits are right, and the decimal point stands in the wrong place.",
        quantities=_ALL,
        rank=95,
        answers=_shifted,
    ),
)
