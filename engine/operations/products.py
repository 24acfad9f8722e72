"""Products of two vectors: the outer product, a matrix, and the dot product, a number."""

from __future__ import annotations

import numpy as np

from engine.arrays import Shape, shape_text
from engine.errors import ShapeError
from engine.operations.operation import Call, Category, Operation, Role

ORDER = -4

_COOKBOOK = "Petersen and Pedersen, The Matrix Cookbook, 2012, section 2.4"


def _outer_shape(a: Shape, b: Shape) -> Shape:
    if len(a) != 1 or len(b) != 1:
        raise ShapeError(
            "outer_needs_vectors",
            f"The outer product takes two vectors, and {shape_text(a)} and {shape_text(b)} "
            "are not; reshape makes a vector of a matrix.",
            a=shape_text(a),
            b=shape_text(b),
        )
    return a + b


def _dot_shape(a: Shape, b: Shape) -> Shape:
    if a != b:
        raise ShapeError(
            "dot_shapes_differ",
            f"The dot product pairs each element with one of the other: {shape_text(a)} and "
            f"{shape_text(b)} must be the same shape.",
            a=shape_text(a),
            b=shape_text(b),
        )
    return ()


RECORDS = (
    Operation(
        name="outer_product",
        title="Outer product",
        symbol="a·bᵀ",
        category=Category.LINEAR,
        role=Role.LINEAR,
        summary="The matrix of all products of an element of the first and one of the second.",
        reference=_COOKBOOK,
        inputs=("a", "b"),
        aliases=("outer",),
        jvps=(
            lambda t, y, a, b: np.multiply.outer(t, b),
            lambda t, y, a, b: np.multiply.outer(a, t),
        ),
        derivatives=None,
        shape=_outer_shape,
        latex=r"$a \cdot {$b}^{\top}",
        local_latex=("$b", "$a"),
        downstream_latex=(r"$g \cdot $b", r"{$g}^{\top} \cdot $a"),
        spelling=Call(),
        numpy="np.multiply.outer($a, $b)",
        numpy_downstream=("$g @ $b", "$a @ $g"),
        pytorch="torch.outer($a, $b)",
    ),
    Operation(
        name="dot_product",
        title="Dot product",
        symbol="a·b",
        category=Category.LINEAR,
        role=Role.SWITCHER,
        adds=lambda a, b: np.sum(a * b),
        summary="The sum of the products of matching elements: how far two vectors point alike.",
        reference=_COOKBOOK,
        inputs=("a", "b"),
        aliases=("inner_product",),
        derivatives=None,
        shape=_dot_shape,
        latex=r"\sum_i {$a}_i \cdot {$b}_i",
        local_latex=("$b", "$a"),
        downstream_latex=(r"$b \cdot $g", r"$a \cdot $g"),
        spelling=Call(),
        numpy="np.sum($a * $b)",
        numpy_downstream=("$g * $b", "$g * $a"),
    ),
)
