"""Slips at a node that feeds several gates, where the gradients that come back are added."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import numpy as np

from engine.arrays import Array
from engine.exercises.case import Case
from engine.exercises.question import Quantity
from engine.exercises.slip import Slip
from engine.exercises.slips.gradient_slips import partial_sums

_SUM = frozenset([Quantity.SUM])
_MOST_BRANCHES = 5


def _missed_branch(case: Case) -> Iterator[Array]:
    yield from partial_sums(case.branches)


def _multiplied(case: Case) -> Iterator[Array]:
    yield np.asarray(np.prod(np.stack(case.branches), axis=0))


def _averaged(case: Case) -> Iterator[Array]:
    yield case.right / len(case.branches)


def _subtracted(case: Case) -> Iterator[Array]:
    if len(case.branches) > _MOST_BRANCHES:
        return
    for signs in product((1.0, -1.0), repeat=len(case.branches)):
        if len(set(signs)) > 1:
            terms = [sign * branch for sign, branch in zip(signs, case.branches, strict=True)]
            yield np.asarray(sum(terms[1:], start=terms[0]))


def _value(case: Case) -> Iterator[Array]:
    yield case.numbers.values[case.question.node]


RECORDS = (
    Slip(
        name="missed_branch",
        title="Missed a branch",
        sentence="The value feeds several gates, and its gradient is the sum of all that come "
        "back; one of them is missing here.",
        quantities=_SUM,
        rank=10,
        answers=_missed_branch,
    ),
    Slip(
        name="multiplied_branches",
        title="Multiplied the branches",
        sentence="What comes back along different branches is added; only along one path it is "
        "multiplied.",
        quantities=_SUM,
        rank=20,
        answers=_multiplied,
    ),
    Slip(
        name="subtracted_branch",
        title="Wrong sign in the sum",
        sentence="A branch went into the sum with the wrong sign.",
        quantities=_SUM,
        rank=40,
        answers=_subtracted,
    ),
    Slip(
        name="value_for_sum",
        title="Value instead of gradient",
        sentence="This is the node's value. Its gradient is the sum of what comes back along the "
        "branches.",
        quantities=_SUM,
        rank=50,
        answers=_value,
    ),
    Slip(
        name="averaged_branches",
        title="Averaged the branches",
        sentence="The gradients that come back are added up, and not divided by their number.",
        quantities=_SUM,
        rank=60,
        answers=_averaged,
    ),
)
