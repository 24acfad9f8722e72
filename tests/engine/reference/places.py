"""The places at which the stored values are taken: ordinary ones, and extremes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
from numpy.typing import ArrayLike

from engine.operations.operation import Category, Operation
from engine.settings import complete
from tests.engine.operations.domains import Case, case, count_cases

_MOST_PLACES = 5

# Neither 0 itself, where slopes are a matter of convention, nor infinities.
_FAR = [-1e4, -1000.0, -40.0, -1e-9, 1e-9, 40.0, 1000.0, 1e4]
_ROW = [[1e4, 0.0, -1e4], [1e4, 1e4, 0.0], [-745.0, -1000.0, -720.0]]
_RIGHT = [[0.0, 1.0, 0.0], [1.0, 0.0, 0.0], [0.0, 0.0, 1.0]]

EXTREMES: Mapping[str, tuple[ArrayLike, ...]] = {
    "softmax": (_ROW,),
    "log_softmax": (_ROW,),
    "log_sum_exp": ([1e4, 1e4, -1e4],),
    "softmax_cross_entropy": (_ROW, _RIGHT),
    "binary_cross_entropy": ([0.0, 1.0, 0.0, 1.0], [0.0, 1.0, 1.0, 0.0]),
    "binary_cross_entropy_with_logits": (
        [-1e4, 1e4, -1000.0, 1000.0, 50.0, -50.0],
        [0.0, 1.0, 1.0, 0.0, 1.0, 0.0],
    ),
    "hinge": ([-1e4, 1e4], [1.0, 1.0]),
    "multiclass_hinge": ([[1e4, 1.0, -1e4], [0.5, -0.25, 1e4]], [[0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    "log": ([1e-300, 1e300],),
    "sqrt": ([1e-300, 1e300],),
    "absolute": (_FAR,),
}


def places(record: Operation) -> Iterator[Case]:
    """Yield a few places for an operation, the same in every run."""
    count = count_cases(record)
    for pick in range(0, count, max(1, count // _MOST_PLACES)):
        place = case(record, pick, seed=1000 + pick)
        # Fewer digits make a file that people can read.
        yield Case([np.round(value, 6) for value in place.inputs], place.settings)
    if record.category is Category.ACTIVATIONS:
        yield Case([np.array(_FAR)], complete(record.settings, {}))
    elif record.name in EXTREMES:
        inputs = [np.asarray(value, dtype=np.float64) for value in EXTREMES[record.name]]
        yield Case(inputs, complete(record.settings, {}))
