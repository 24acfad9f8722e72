"""Losses from squared errors: their sum, and half of it, whose gradient is the error itself."""

from __future__ import annotations

from engine.arrays import Shape
from engine.operations.elementwise import broadcast_shape
from engine.operations.loss_use import LossUse
from engine.operations.operation import (
    Call,
    Category,
    Operation,
    Role,
)

ORDER = -2


def loss_shape(prediction: Shape, target: Shape, **_settings: float) -> Shape:
    """Return the shape of a loss whose inputs are compared element by element: a number.

    Raises:
        ShapeError: The inputs do not fit.
    """
    broadcast_shape(prediction, target)
    return ()


def _squared_error(
    *, name: str, title: str, symbol: str, summary: str, reference: str, factor: float
) -> Operation:
    front = "" if factor == 1 else r"\frac{1}{2} "
    slope_latex = "2 ($prediction - $target)" if factor == 1 else "($prediction - $target)"
    before = "" if factor == 1 else f"{factor} * "
    slope = "2 * ($prediction - $target)" if factor == 1 else "($prediction - $target)"
    return Operation(
        name=name,
        title=title,
        symbol=symbol,
        category=Category.LOSSES,
        role=Role.LOSS,
        loss_use=LossUse(),
        summary=summary,
        reference=reference,
        inputs=("prediction", "target"),
        derivatives=None,
        shape=loss_shape,
        latex=front + r"\sum_i ({$prediction}_i - {$target}_i)^2",
        local_latex=(slope_latex, f"-{slope_latex}"),
        downstream_latex=(rf"{slope_latex} \cdot $g", rf"-{slope_latex} \cdot $g"),
        spelling=Call(),
        numpy=f"{before}np.sum(np.square($prediction - $target))",
        numpy_downstream=(f"$g * {slope}", f"-$g * {slope}"),
    )


RECORDS = (
    _squared_error(
        name="squared_error",
        title="Squared error",
        symbol="SE",
        summary="The sum of the squared differences between prediction and target.",
        reference="Legendre, Sur la méthode des moindres quarrés, 1805",
        factor=1.0,
    ),
    _squared_error(
        name="half_squared_error",
        title="Half squared error",
        symbol="½SE",
        summary="Half the sum of squared differences, so that the gradient is the error itself.",
        reference="Rumelhart, Hinton and Williams, Learning representations, 1986, eq. 3",
        factor=0.5,
    ),
)
