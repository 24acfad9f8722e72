"""Reductions: sum, mean, product, norms and extremes of all elements."""

from __future__ import annotations

import numpy as np

from engine.arrays import Array, Shape
from engine.operations.causes import squares_too_large
from engine.operations.operation import (
    Call,
    Category,
    Explanation,
    Forward,
    Ignoring,
    Operation,
    Otherwise,
    PushForward,
    Role,
    Worked,
)

ORDER = -4

_COOKBOOK = "Petersen and Pedersen, The Matrix Cookbook, 2012, section 2"
# Products of all elements before each, and of all behind each.
_BEFORE = "np.cumprod(np.append(1.0, np.ravel($x)[:-1]))"
_BEHIND = "np.cumprod(np.append(1.0, np.ravel($x)[:0:-1]))[::-1]"
# No formula says how many share the gradient, and none holds where a norm has its tip.
_NO_FORMULA = r"\frac{\partial $y}{\partial $x}"


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
    jvp: PushForward | None = None,
    latex: str,
    local_latex: str,
    downstream_latex: str,
    numpy: str,
    numpy_downstream: str,
    look_alikes: tuple[str, ...],
    reference: str = _COOKBOOK,
    adds: Forward | None = None,
    definition: str = "",
    pytorch: str = "",
    spelling: Call | None = None,
    explain: Explanation | None = None,
    worked: Worked | None = None,
    otherwise: tuple[Otherwise, ...] = (),
    numpy_ignores: tuple[str, ...] = (),
    zero: Ignoring | None = None,
) -> Operation:
    return Operation(
        name=name,
        title=title,
        symbol=symbol,
        category=Category.REDUCTIONS,
        role=role,
        summary=summary,
        reference=reference,
        inputs=("x",),
        aliases=aliases,
        jvps=() if jvp is None else (jvp,),
        derivatives=None,
        shape=_to_scalar,
        latex=latex,
        local_latex=(local_latex,),
        downstream_latex=(downstream_latex,),
        explain=explain,
        worked=worked,
        otherwise=otherwise,
        spelling=spelling or Call(),
        numpy=numpy,
        numpy_downstream=(numpy_downstream,),
        look_alikes=look_alikes,
        adds=adds,
        definition=definition,
        pytorch=pytorch,
        numpy_ignores=numpy_ignores,
        zero=zero,
    )


def _squared_norm_tangent(t: Array, y: Array, x: Array) -> Array:
    return np.asanyarray(2 * np.sum(x * t))


def _extreme(
    *, name: str, title: str, called: str, beyond: str, look_alike: str, summary: str
) -> Operation:
    """Return the record of the largest or the smallest element.

    Args:
        name: NumPy's and PyTorch's name for it.
        title: Its title.
        called: What formulas call it, as the gate that compares two inputs.
        beyond: The sign between an element that does not count and the extreme.
        look_alike: The other one.
        summary: Its summary.
    """
    where = r"\mathbf{1}[{$x}_i = $y]"
    return _reduction(
        name=name,
        title=title,
        symbol=f"{called} xᵢ",
        role=Role.ROUTER,
        look_alikes=(look_alike, called),
        summary=summary,
        reference=(
            "Subgradient of a maximum, Boyd and Vandenberghe, Subgradients, 2008; equal elements "
            "share the gradient, as in PyTorch"
        ),
        aliases=(),
        latex=rf"\{called}_i {{$x}}_i",
        local_latex=where,
        downstream_latex=rf"{where} \cdot $g",
        otherwise=(
            Otherwise(
                applies=lambda x: bool(np.sum(x == getattr(np, called)(x)) > 1),
                local_latex=(_NO_FORMULA,),
                downstream_latex=(rf"{_NO_FORMULA} \cdot $g",),
            ),
        ),
        worked=Worked(latex=rf"\{called} $x", value=lambda _letters, x: getattr(np, called)(x)),
        spelling=Call(called),
        numpy=f"np.{called}($x)",
        numpy_downstream=("np.where($x == $y, $g, 0.0) / np.sum(np.where($x == $y, 1.0, 0.0))"),
        numpy_ignores=(f"$x {beyond} np.{called}($x)",),
        pytorch=f"torch.{name}($x)",
    )


RECORDS = (
    _reduction(
        name="sum",
        title="Sum",
        symbol="Σ",
        role=Role.SPREADER,
        look_alikes=("mean", "squared_norm"),
        adds=np.sum,
        summary="The sum of all elements; hands the upstream gradient to each.",
        aliases=("Σ", "∑", "total"),
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
        look_alikes=("norm", "sum"),
        summary="The sum of the squares of all elements.",
        aliases=("norm2", "sumsq", "L2", "‖·‖²"),
        jvp=_squared_norm_tangent,
        latex=r"\lVert $x \rVert^2",
        definition=r"\sum_i {$x}_i^2",
        local_latex="2 $x",
        downstream_latex="2 $x \\cdot $g",
        numpy="np.sum(np.square($x))",
        numpy_downstream="2 * $g * $x",
    ),
    _reduction(
        name="norm",
        title="Norm",
        symbol="‖x‖",
        role=Role.LOCAL,
        look_alikes=("squared_norm",),
        summary="The length of a vector: the square root of the sum of its squares.",
        reference=f"{_COOKBOOK}.6; slope 0 used at 0, where it has a tip, as PyTorch does",
        aliases=("l2_norm", "‖·‖"),
        explain=squares_too_large,
        latex=r"\lVert $x \rVert",
        definition=r"\sqrt{\sum_i {$x}_i^2}",
        local_latex=r"\frac{$x}{\lVert $x \rVert}",
        downstream_latex=r"\frac{$x}{\lVert $x \rVert} \cdot $g",
        otherwise=(
            Otherwise(
                applies=lambda x: not np.any(x),
                local_latex=(_NO_FORMULA,),
                downstream_latex=(rf"{_NO_FORMULA} \cdot $g",),
            ),
        ),
        numpy="np.sqrt(np.sum(np.square($x)))",
        numpy_downstream="$g * $x / np.where($y == 0, 1.0, $y)",
        pytorch="torch.linalg.vector_norm($x)",
        zero=lambda x: not np.any(x),
    ),
    _reduction(
        name="prod",
        title="Product",
        symbol="Π",
        role=Role.LOCAL,
        look_alikes=("sum",),
        summary="The product of all elements; the slope of each is the product of the others.",
        reference="Griewank and Walther, Evaluating Derivatives, 2008, section 3.3",
        aliases=("product", "Π", "∏"),
        latex=r"\prod_i {$x}_i",
        local_latex=r"\prod_{j \ne i} {$x}_j",
        downstream_latex=r"\prod_{j \ne i} {$x}_j \cdot $g",
        otherwise=(
            # Of elements that are told by two places, or by none, a short formula says less.
            Otherwise(
                applies=lambda x: np.ndim(x) != 1,
                local_latex=(_NO_FORMULA,),
                downstream_latex=(rf"{_NO_FORMULA} \cdot $g",),
            ),
        ),
        numpy="np.prod($x)",
        numpy_downstream=f"$g * np.reshape({_BEFORE} * {_BEHIND}, np.shape($x))",
        pytorch="torch.prod($x)",
        zero=lambda x: bool(np.any(x == 0)),
    ),
    _extreme(
        name="amax",
        title="Largest element",
        called="max",
        beyond="<",
        look_alike="amin",
        summary="The largest of all elements, which also gets the whole gradient.",
    ),
    _extreme(
        name="amin",
        title="Smallest element",
        called="min",
        beyond=">",
        look_alike="amax",
        summary="The smallest of all elements, which also gets the whole gradient.",
    ),
)
