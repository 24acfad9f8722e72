"""Reductions: sum, mean and squared norm of all elements."""

from __future__ import annotations

import numpy as np

from engine.arrays import Array, Shape
from engine.operations.operation import Call, Category, Forward, Operation, PushForward, Role

ORDER = -4


def _to_scalar(shape: Shape) -> Shape:
    return ()


def _reduction(
    *,
    name: str,
    title: str,
    symbol: str,
    role: Role,
    summary: str,
    aliases: tuple[str, ...],
    jvp: PushForward,
    latex: str,
    local_latex: str,
    downstream_latex: str,
    numpy: str,
    numpy_downstream: str,
    look_alikes: tuple[str, ...],
    adds: Forward | None = None,
    definition: str = "",
) -> Operation:
    return Operation(
        name=name,
        title=title,
        symbol=symbol,
        category=Category.REDUCTIONS,
        role=role,
        summary=summary,
        reference="Petersen and Pedersen, The Matrix Cookbook, 2012, section 2",
        inputs=("x",),
        aliases=aliases,
        jvps=(jvp,),
        derivatives=None,
        shape=_to_scalar,
        latex=latex,
        local_latex=(local_latex,),
        downstream_latex=(downstream_latex,),
        spelling=Call(),
        numpy=numpy,
        numpy_downstream=(numpy_downstream,),
        look_alikes=look_alikes,
        adds=adds,
        definition=definition,
    )


def _norm_tangent(t: Array, y: Array, x: Array) -> Array:
    return np.asanyarray(2 * np.sum(x * t))


RECORDS = (
    _reduction(
        name="sum",
        title="Sum",
        symbol="Σ",
        role=Role.SPREADER,
        look_alikes=("mean", "squared_norm"),
        adds=np.sum,
        summary="The sum of all elements; hands the upstream gradient to each.",
        aliases=("Σ", "total"),
        jvp=lambda t, y, x: np.asanyarray(np.sum(t)),
        latex=r"\sum_i {$x}_i",
        local_latex="1",
        downstream_latex=r"$g \cdot \mathbf{1}",
        numpy="np.sum($x)",
        numpy_downstream="np.broadcast_to($g, np.shape($x))",
    ),
    _reduction(
        name="mean",
        title="Mean",
        symbol="mean",
        role=Role.EQUAL_SHARES,
        look_alikes=("sum",),
        adds=np.mean,
        summary="The mean of all elements; shares the upstream gradient equally.",
        aliases=("average", "avg"),
        jvp=lambda t, y, x: np.asanyarray(np.mean(t)),
        latex=r"\frac{1}{n} \sum_i {$x}_i",
        local_latex=r"\frac{1}{n}",
        downstream_latex=r"\frac{1}{n} \cdot $g \cdot \mathbf{1}",
        numpy="np.mean($x)",
        numpy_downstream="np.broadcast_to($g / np.size($x), np.shape($x))",
    ),
    _reduction(
        name="squared_norm",
        title="Squared norm",
        symbol="‖x‖²",
        role=Role.LOCAL,
        look_alikes=("sum",),
        summary="The sum of the squares of all elements.",
        aliases=("norm2", "sumsq", "L2", "‖·‖²"),
        jvp=_norm_tangent,
        latex=r"\lVert $x \rVert^2",
        definition=r"\sum_i {$x}_i^2",
        local_latex="2 $x",
        downstream_latex="2 $x \\cdot $g",
        numpy="np.sum(np.square($x))",
        numpy_downstream="2 * $g * $x",
    ),
)
