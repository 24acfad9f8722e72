"""Routers: gates that pass one of their inputs on, and its gradient back."""

from __future__ import annotations

import numpy as np

from engine.operations.elementwise import elementwise
from engine.operations.operation import Call, Category, Otherwise, Role

ORDER = -7

_SUBGRADIENT = (
    "Subgradient of a maximum, Boyd and Vandenberghe, Subgradients, 2008; a tie is split in "
    "half, as PyTorch does"
)


def _tied(sign: str) -> Otherwise:
    """Return the local gradients where two inputs are equal somewhere, and share the gradient."""
    return Otherwise(
        applies=lambda a, b: bool(np.any(a == b)),
        local_latex=(
            rf"\mathbf{{1}}[$a {sign} $b] + \frac{{1}}{{2}} \mathbf{{1}}[$a = $b]",
            rf"\mathbf{{1}}[$b {sign} $a] + \frac{{1}}{{2}} \mathbf{{1}}[$b = $a]",
        ),
    )


RECORDS = (
    elementwise(
        name="max",
        title="Maximum",
        symbol="max",
        category=Category.ROUTING,
        role=Role.ROUTER,
        look_alikes=("min", "add"),
        summary="The larger of its inputs, which also gets the whole gradient.",
        reference=_SUBGRADIENT,
        inputs=("a", "b"),
        aliases=("maximum",),
        forward=np.maximum,
        latex=r"\max($a, $b)",
        local_latex=(r"\mathbf{1}[$a > $b]", r"\mathbf{1}[$b > $a]"),
        otherwise=(_tied(">"),),
        numpy_local=(
            "np.where($a == $b, 0.5, np.where($a > $b, 1.0, 0.0))",
            "np.where($a == $b, 0.5, np.where($b > $a, 1.0, 0.0))",
        ),
        numpy_ignores=("$a < $b", "$b < $a"),
        spelling=Call(nests=True),
    ),
    elementwise(
        name="min",
        title="Minimum",
        symbol="min",
        category=Category.ROUTING,
        role=Role.ROUTER,
        look_alikes=("max", "add"),
        summary="The smaller of its inputs, which also gets the whole gradient.",
        reference=_SUBGRADIENT,
        inputs=("a", "b"),
        aliases=("minimum",),
        forward=np.minimum,
        latex=r"\min($a, $b)",
        local_latex=(r"\mathbf{1}[$a < $b]", r"\mathbf{1}[$b < $a]"),
        otherwise=(_tied("<"),),
        numpy_local=(
            "np.where($a == $b, 0.5, np.where($a < $b, 1.0, 0.0))",
            "np.where($a == $b, 0.5, np.where($b < $a, 1.0, 0.0))",
        ),
        numpy_ignores=("$a > $b", "$b > $a"),
        spelling=Call(nests=True),
    ),
)
