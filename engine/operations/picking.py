"""Gates that pick elements by their place: x[i], W[i, j] and v[i:j]."""

from __future__ import annotations

import math

from engine.arrays import Array, Shape, shape_text
from engine.errors import ShapeError
from engine.operations.operation import Category, Operation, Otherwise, Role, Subscript
from engine.settings import Setting

ORDER = 1

_PICKED = "Rows of the identity pick elements: Strang, Linear Algebra, 2016, section 2.7"


def _place(name: str, title: str, symbol: str, summary: str, default: float = 0.0) -> Setting:
    return Setting(
        name=name,
        title=title,
        symbol=symbol,
        default=default,
        # What there is the input's shape says, and no slider.
        minimum=-math.inf,
        maximum=math.inf,
        summary=summary,
        integer=True,
    )


def _check_within(place: int, axis: int, shape: Shape) -> None:
    """Check that there is something at a place along an axis, from the end if it is negative.

    Raises:
        ShapeError: There is not; the sentence says which places there are.
    """
    count = shape[axis]
    if -count <= place < count:
        return
    raise ShapeError(
        "index_outside",
        f"The index {place} is out of range: axis {axis} of the shape {shape_text(shape)} has the "
        f"indices 0 to {count - 1}, or −{count} to −1 counted from the end.",
        place=place,
        shape=shape_text(shape),
        axis=axis,
        last=count - 1,
        count=count,
    )


def _index_shape(x: Shape, position: float = 0) -> Shape:
    if not x:
        raise _nothing_to_pick()
    _check_within(int(position), 0, x)
    return x[1:]


def _nothing_to_pick() -> ShapeError:
    return ShapeError(
        "picked_from_number",
        "A single number has no elements to pick; a vector or a matrix belongs at this input.",
    )


def _element_shape(x: Shape, row: float = 0, column: float = 0) -> Shape:
    if len(x) != 2:
        raise ShapeError(
            "element_of_matrix",
            f"Two indices, a row and a column, pick an element of a matrix; {shape_text(x)} is "
            "none. One index picks an element of a vector.",
            shape=shape_text(x),
        )
    _check_within(int(row), 0, x)
    _check_within(int(column), 1, x)
    return ()


def _runs_to_the_end(x: Array, start: float, stop: float) -> bool:
    return stop == 0


def _slice_shape(x: Shape, start: float = 0, stop: float = 0) -> Shape:
    if not x:
        raise _nothing_to_pick()
    if not stop:
        _check_within(int(start), 0, x)
    kept = len(range(x[0])[int(start) : int(stop) or None])
    if not kept:
        raise ShapeError(
            "slice_empty",
            f"Nothing lies from {int(start)} up to {int(stop)} in {shape_text(x)}, which has "
            f"{x[0]}: they are counted from 0, and the one at the stop is not taken itself.",
            start=int(start),
            stop=int(stop),
            shape=shape_text(x),
            count=x[0],
        )
    return (kept, *x[1:])


RECORDS = (
    Operation(
        name="index",
        title="Element at a place",
        symbol="x[i]",
        category=Category.LINEAR,
        role=Role.SELECTOR,
        summary="One element of a vector, or one row of a matrix; the first has the index 0.",
        reference=_PICKED,
        inputs=("x",),
        settings=(
            _place(
                "position",
                "Index",
                "i",
                "Which one, counted from 0; −1 is the last, −2 the one before it.",
            ),
        ),
        jvps=(lambda t, y, x, position: t[int(position)],),
        derivatives=None,
        shape=_index_shape,
        latex=r"{$x}_{[$position]}",
        local_latex=("1",),
        downstream_latex=(r"\mathrm{put}_{[$position]}\left($g\right)",),
        spelling=Subscript("$position"),
        numpy="$x[$position]",
        numpy_downstream=(
            "np.concatenate((np.zeros_like($x[:$position]), np.expand_dims($g, 0), "
            "np.zeros_like($x[$position:][1:])))",
        ),
        pytorch="$x[$position]",
    ),
    Operation(
        name="element",
        title="Element of a matrix",
        symbol="W[i, j]",
        category=Category.LINEAR,
        role=Role.SELECTOR,
        summary="The element in one row and one column of a matrix; both are counted from 0.",
        reference=_PICKED,
        inputs=("x",),
        settings=(
            _place("row", "Row", "i", "Which row, counted from 0; −1 is the last."),
            _place("column", "Column", "j", "Which column, counted from 0; −1 is the last."),
        ),
        jvps=(lambda t, y, x, row, column: t[int(row), int(column)],),
        derivatives=None,
        shape=_element_shape,
        latex=r"{$x}_{[$row,\,$column]}",
        local_latex=("1",),
        downstream_latex=(r"\mathrm{put}_{[$row,\,$column]}\left($g\right)",),
        spelling=Subscript("$row, $column"),
        numpy="$x[$row, $column]",
        numpy_downstream=(
            "np.reshape(np.insert(np.zeros(np.size($x) - 1), "
            "$row % np.shape($x)[0] * np.shape($x)[1] + $column % np.shape($x)[1], $g), "
            "np.shape($x))",
        ),
        pytorch="$x[$row, $column]",
    ),
    Operation(
        name="slice",
        title="Slice",
        symbol="v[i:j]",
        category=Category.LINEAR,
        role=Role.SELECTOR,
        summary="The elements of a vector, or the rows of a matrix, from one place up to another.",
        reference=_PICKED,
        inputs=("x",),
        settings=(
            _place("start", "Start", "i", "The first one taken, counted from 0; −1 is the last."),
            _place(
                "stop",
                "Stop",
                "j",
                "The first one not taken any more; 0 takes all up to the end.",
            ),
        ),
        jvps=(lambda t, y, x, start, stop: t[int(start) : int(stop) or None],),
        derivatives=None,
        shape=_slice_shape,
        latex=r"{$x}_{[$start:$stop]}",
        local_latex=("1",),
        downstream_latex=(r"\mathrm{put}_{[$start:$stop]}\left($g\right)",),
        otherwise=(
            Otherwise(
                applies=_runs_to_the_end,
                latex=r"{$x}_{[$start:]}",
                downstream_latex=(r"\mathrm{put}_{[$start:]}\left($g\right)",),
            ),
        ),
        spelling=Subscript("$start:$stop"),
        numpy="$x[$start:$stop or None]",
        numpy_downstream=(
            "np.concatenate((np.zeros_like($x[:$start]), $g, "
            "np.zeros_like($x[$stop or np.shape($x)[0]:])))",
        ),
        pytorch="$x[$start:$stop or None]",
    ),
)
