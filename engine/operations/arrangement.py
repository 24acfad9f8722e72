"""How the elements stand: transpose, reshape, concatenate. Their values pass unchanged."""

from __future__ import annotations

import math

import numpy as np

from engine.arrays import Array, Shape, shape_text
from engine.errors import ShapeError
from engine.operations.operation import Call, Category, Operation, Role, Worked
from engine.settings import Setting

_PERMUTATION = "A permutation's transpose is its inverse: Strang, Linear Algebra, 2016, section 2.7"
_LARGEST_SIDE = 10_000.0


def _transposed_shape(x: Shape) -> Shape:
    return x[::-1]


def _wanted(rows: float, columns: float) -> Shape:
    return (int(rows),) if columns == 0 else (int(rows), int(columns))


def _reshaped_shape(x: Shape, rows: float = -1, columns: float = 0) -> Shape:
    wanted = _wanted(rows, columns)
    free, size = wanted.count(-1), math.prod(x)
    known = math.prod(side for side in wanted if side != -1)
    if free > 1:
        raise ShapeError(
            "reshape_two_free",
            "Rows and columns cannot both be −1: only one of them follows from the other.",
        )
    if known < 1 or (size % known if free else size != known):
        asked = shape_text(tuple(side for side in wanted if side != -1) or wanted)
        kind = "groups of" if free else "the shape"
        raise ShapeError(
            "reshape_count",
            f"The {size} elements of {shape_text(x)} do not fill {kind} {asked}.",
            shape=shape_text(x),
            count=size,
            asked=asked,
        )
    return tuple(size // known if side == -1 else side for side in wanted)


def _joined_shape(a: Shape, b: Shape, axis: float = 0) -> Shape:
    # Two numbers make a vector.
    left, right, along = a or (1,), b or (1,), int(axis)
    others = left[:along] + left[along + 1 :], right[:along] + right[along + 1 :]
    if len(left) != len(right) or along >= len(left) or others[0] != others[1]:
        raise ShapeError(
            "concatenate_differ",
            f"{shape_text(a)} and {shape_text(b)} cannot be joined along axis {along}: all other "
            "axes must be equal (axis 0 puts rows below each other, axis 1 side by side).",
            a=shape_text(a),
            b=shape_text(b),
            axis=along,
        )
    return (*left[:along], left[along] + right[along], *left[along + 1 :])


def _join(a: Array, b: Array, axis: float) -> Array:
    return np.concatenate((np.atleast_1d(a), np.atleast_1d(b)), axis=int(axis))


def _part_numpy(index: int, port: str) -> str:
    split = "np.split($g, [np.shape(np.atleast_1d($a))[$axis]], axis=$axis)"
    return f"np.reshape({split}[{index}], np.shape({port}))"


RECORDS = (
    Operation(
        name="transpose",
        title="Transpose",
        symbol="xᵀ",
        category=Category.LINEAR,
        role=Role.REARRANGER,
        summary="Turns rows into columns; vectors and numbers stay as they are.",
        reference=_PERMUTATION,
        inputs=("x",),
        jvps=(lambda t, y, x: np.transpose(t),),
        derivatives=None,
        shape=_transposed_shape,
        latex=r"{$x}^{\top}",
        local_latex=("1",),
        downstream_latex=(r"{$g}^{\top}",),
        spelling=Call(),
        numpy="np.transpose($x)",
        numpy_downstream=("np.transpose($g)",),
        pytorch="torch.permute($x, torch.arange($x.dim() - 1, -1, -1).tolist())",
    ),
    Operation(
        name="reshape",
        title="Reshape",
        symbol="reshape",
        category=Category.LINEAR,
        role=Role.REARRANGER,
        summary="The same elements, row by row, as a vector or as a matrix of other sides.",
        reference=_PERMUTATION,
        inputs=("x",),
        settings=(
            Setting(
                name="rows",
                title="Rows",
                symbol="r",
                default=-1.0,
                minimum=-1.0,
                maximum=_LARGEST_SIDE,
                summary="How many rows; −1 takes as many as there are elements for.",
                integer=True,
            ),
            Setting(
                name="columns",
                title="Columns",
                symbol="c",
                default=0.0,
                minimum=-1.0,
                maximum=_LARGEST_SIDE,
                summary="How many columns; 0 makes a vector, −1 takes as many as are needed.",
                integer=True,
            ),
        ),
        aliases=("flatten",),
        jvps=(lambda t, y, x, rows, columns: np.reshape(t, np.shape(y)),),
        derivatives=None,
        shape=_reshaped_shape,
        latex=r"\mathrm{reshape}($x)",
        local_latex=("1",),
        downstream_latex=(r"\mathrm{reshape}($g)",),
        spelling=Call(),
        numpy="np.reshape($x, ($rows, $columns) if $columns else $rows)",
        numpy_downstream=("np.reshape($g, np.shape($x))",),
        pytorch="$x.reshape(($rows, $columns) if $columns else ($rows,))",
    ),
    Operation(
        name="concatenate",
        title="Concatenate",
        symbol="[a, b]",
        category=Category.LINEAR,
        role=Role.REARRANGER,
        summary="Joins its inputs end to end; each gets its own part of the gradient back.",
        reference=_PERMUTATION,
        inputs=("a", "b"),
        settings=(
            Setting(
                name="axis",
                title="Axis",
                symbol="k",
                default=0.0,
                minimum=0.0,
                maximum=1.0,
                summary="0 puts rows below each other, 1 puts matrices side by side.",
                integer=True,
            ),
        ),
        aliases=("concat",),
        jvps=(
            lambda t, y, a, b, axis: _join(t, np.zeros_like(b), axis),
            lambda t, y, a, b, axis: _join(np.zeros_like(a), t, axis),
        ),
        derivatives=None,
        shape=_joined_shape,
        latex="[$a, $b]",
        worked=Worked(
            latex=r"\left[\begin{matrix} $a \\ $b \end{matrix}\right]",
            value=lambda _letters, a, b, axis: _join(a, b, axis),
        ),
        local_latex=("1", "1"),
        downstream_latex=(
            r"\left($g\right)_{\mathrm{first}}",
            r"\left($g\right)_{\mathrm{second}}",
        ),
        spelling=Call(),
        numpy="np.concatenate((np.atleast_1d($a), np.atleast_1d($b)), axis=$axis)",
        numpy_downstream=(_part_numpy(0, "$a"), _part_numpy(1, "$b")),
        pytorch="torch.cat((torch.atleast_1d($a), torch.atleast_1d($b)), $axis)",
    ),
)
