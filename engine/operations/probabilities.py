"""From scores to probabilities: softmax, its logarithm, and the logarithm of a sum of powers."""

from __future__ import annotations

import numpy as np

from engine.arrays import Array, Shape
from engine.errors import ShapeError
from engine.operations.operation import Call, Category, Operation, Role
from engine.operations.written import pull_backs, write_template

# Each subtracts the largest score first, which changes nothing on paper and keeps eˣ in range.
_STABLE = "shifted by the largest score (Goodfellow, Bengio and Courville, 2016, section 4.1)"


def _row_shape(x: Shape) -> Shape:
    if not x:
        raise ShapeError(
            "needs_row",
            "A single number has no others to be compared with; give a vector of scores, or a "
            "matrix with one row for each sample.",
        )
    return x


def _to_scalar(_x: Shape) -> Shape:
    return ()


def _log_softmax_push(t: Array, y: Array, _x: Array) -> Array:
    return np.asanyarray(t - np.sum(np.exp(y) * t, axis=-1, keepdims=True))


def softmax_numpy(x: str) -> str:
    """Return the template of eˣ over its sum along the last axis, without overflow at any x."""
    powers = f"np.exp{_shifted_numpy(x)}"
    return f"{powers} / np.sum({powers}, axis=-1, keepdims=True)"


def log_softmax_numpy(x: str) -> str:
    """Return the template of softmax's logarithm, exact also where that rounds to 0."""
    low = _shifted_numpy(x)
    return f"{low} - np.log(np.sum(np.exp{low}, axis=-1, keepdims=True))"


def _shifted_numpy(x: str) -> str:
    """Return the template of each row less its largest element."""
    return f"({x} - np.max({x}, axis=-1, keepdims=True))"


softmax = write_template(softmax_numpy("$x"), ("x",))
log_softmax = write_template(log_softmax_numpy("$x"), ("x",))

_SOFTMAX_DOWNSTREAM = ("$y * ($g - np.sum($g * $y, axis=-1, keepdims=True))",)
_SOFTMAX_PRODUCTS = pull_backs(_SOFTMAX_DOWNSTREAM, ("x",))

RECORDS = (
    Operation(
        name="softmax",
        title="Softmax",
        symbol="softmax",
        category=Category.PROBABILITIES,
        role=Role.MIXER,
        is_distribution=True,
        summary="Turns a row of scores into probabilities that sum to 1; the largest gets most.",
        reference=f"Bridle, Training stochastic model recognition, 1990; {_STABLE}",
        inputs=("x",),
        aliases=("softargmax",),
        # Its Jacobian diag(y) − y·yᵀ is symmetric, so one product serves both modes.
        vjps=_SOFTMAX_PRODUCTS,
        jvps=_SOFTMAX_PRODUCTS,
        derivatives=None,
        shape=_row_shape,
        latex=r"\frac{e^{$x}}{\sum_j e^{{$x}_j}}",
        local_latex=(r"\mathrm{diag}($y) - $y {$y}^{\top}",),
        downstream_latex=(r"$y \cdot ($g - \sum_j {$y}_j \cdot \left($g\right)_j)",),
        spelling=Call(),
        numpy=softmax_numpy("$x"),
        numpy_downstream=_SOFTMAX_DOWNSTREAM,
        pytorch="torch.softmax($x, -1)",
    ),
    Operation(
        name="log_softmax",
        title="Log-softmax",
        symbol="ln softmax",
        category=Category.PROBABILITIES,
        role=Role.MIXER,
        summary="The logarithms of softmax's probabilities, exact even where these round to 0.",
        reference=f"Bishop, Pattern Recognition and Machine Learning, 2006, eq. 4.62; {_STABLE}",
        inputs=("x",),
        jvps=(_log_softmax_push,),
        derivatives=None,
        shape=_row_shape,
        latex=r"$x - \ln \sum_j e^{{$x}_j}",
        local_latex=(r"I - \mathbf{1} \cdot e^{{$y}^{\top}}",),
        downstream_latex=(r"$g - e^{$y} \cdot \sum_j \left($g\right)_j",),
        spelling=Call(),
        numpy=log_softmax_numpy("$x"),
        numpy_downstream=("$g - np.exp($y) * np.sum($g, axis=-1, keepdims=True)",),
        pytorch="torch.log_softmax($x, -1)",
    ),
    Operation(
        name="log_sum_exp",
        title="Log-sum-exp",
        symbol="ln Σeˣ",
        category=Category.PROBABILITIES,
        role=Role.LOCAL,
        summary="A smooth maximum of all elements; its gradient is their softmax.",
        reference=f"Boyd and Vandenberghe, Convex Optimization, 2004, section 3.1.5; {_STABLE}",
        inputs=("x",),
        aliases=("logsumexp",),
        derivatives=None,
        shape=_to_scalar,
        latex=r"\ln \sum_i e^{{$x}_i}",
        local_latex=(r"e^{$x - $y}",),
        downstream_latex=(r"e^{$x - $y} \cdot $g",),
        spelling=Call(),
        numpy="np.max($x) + np.log(np.sum(np.exp($x - np.max($x))))",
        numpy_downstream=("$g * np.exp($x - $y)",),
        pytorch="torch.logsumexp($x.reshape(-1), 0)",
    ),
)
