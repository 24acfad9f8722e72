"""Linear algebra: the matrix product."""

from __future__ import annotations

import numpy as np

from engine.arrays import Shape, shape_text
from engine.errors import ShapeError
from engine.operations.operation import PRODUCT_PRECEDENCE, Category, Infix, Operation, Role

ORDER = -5


def _matmul_shape(a: Shape, b: Shape) -> Shape:
    def refuse(code: str, why: str) -> ShapeError:
        return ShapeError(
            code,
            f"The matrix product of {shape_text(a)} and {shape_text(b)} does not exist: {why}.",
            a=shape_text(a),
            b=shape_text(b),
        )

    if not (1 <= len(a) <= 2 and 1 <= len(b) <= 2):
        raise refuse("product_of_scalar", "both must be vectors or matrices; use × for numbers")
    if a[-1] != b[0]:
        raise refuse("inner_sizes_differ", f"the inner sizes {a[-1]} and {b[0]} must be equal")
    return a[:-1] + b[1:]


RECORDS = (
    Operation(
        name="matmul",
        title="Matrix product",
        symbol="W·x",
        category=Category.LINEAR,
        role=Role.LINEAR,
        adds=np.matmul,
        summary="The matrix product of its inputs: each output is a row times a column, summed.",
        reference="Petersen and Pedersen, The Matrix Cookbook, 2012, section 2.4",
        inputs=("a", "b"),
        aliases=("@", "dot", "mm"),
        forward=np.matmul,
        jvps=(
            lambda t, y, a, b: np.matmul(t, b),
            lambda t, y, a, b: np.matmul(a, t),
        ),
        derivatives=None,
        shape=_matmul_shape,
        latex="$a $b",
        local_latex=("$b", "$a"),
        downstream_latex=(r"$g \cdot {$b}^{\top}", r"{$a}^{\top} \cdot $g"),
        spelling=Infix("@", PRODUCT_PRECEDENCE),
        numpy="$a @ $b",
        numpy_downstream=(
            # In parentheses, because a share may be added to another.
            "(np.multiply.outer($g, $b) if $b.ndim == 1 else $g @ $b.T)",
            "(np.multiply.outer($a, $g) if $a.ndim == 1 else $a.T @ $g)",
        ),
    ),
)
