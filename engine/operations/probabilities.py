"""From scores to probabilities: softmax, its logarithm, and the logarithm of a sum of powers."""

from __future__ import annotations

import numpy as np

from engine.arrays import Array, Shape
from engine.errors import ShapeError
from engine.operations.operation import Call, Category, Operation, Role

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


def shifted(x: Array) -> Array:
    """Return each row less its largest element."""
    return np.asanyarray(x - np.max(x, axis=-1, keepdims=True))


def softmax(x: Array) -> Array:
    """Return eˣ over its sum along the last axis, without overflow at any x."""
    powers = np.exp(shifted(x))
    return np.asanyarray(powers / np.sum(powers, axis=-1, keepdims=True))


def log_softmax(x: Array) -> Array:
    """Return the logarithm of `softmax`, exact also where the probability rounds to 0."""
    low = shifted(x)
    return np.asanyarray(low - np.log(np.sum(np.exp(low), axis=-1, keepdims=True)))


def _softmax_product(other: Array, y: Array, _x: Array) -> Array:
    # The Jacobian diag(y) − y·yᵀ is symmetric, so it serves both modes.
    return np.asanyarray(y * (other - np.sum(other * y, axis=-1, keepdims=True)))


def _log_softmax_pull(g: Array, y: Array, _x: Array) -> Array:
    return np.asanyarray(g - np.exp(y) * np.sum(g, axis=-1, keepdims=True))


def _log_softmax_push(t: Array, y: Array, _x: Array) -> Array:
    return np.asanyarray(t - np.sum(np.exp(y) * t, axis=-1, keepdims=True))


def _log_sum_exp(x: Array) -> Array:
    top = np.max(x)
    return np.asanyarray(top + np.log(np.sum(np.exp(x - top))))


SHIFTED_NUMPY = "($x - np.max($x, axis=-1, keepdims=True))"
_POWERS_NUMPY = f"np.exp{SHIFTED_NUMPY}"

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
        forward=softmax,
        vjps=(_softmax_product,),
        jvps=(_softmax_product,),
        derivatives=None,
        shape=_row_shape,
        latex=r"\frac{e^{$x}}{\sum_j e^{{$x}_j}}",
        local_latex=(r"\mathrm{diag}($y) - $y {$y}^{\top}",),
        downstream_latex=(r"$y \cdot ($g - \sum_j {$y}_j \cdot \left($g\right)_j)",),
        spelling=Call(),
        numpy=f"{_POWERS_NUMPY} / np.sum({_POWERS_NUMPY}, axis=-1, keepdims=True)",
        numpy_downstream=("$y * ($g - np.sum($g * $y, axis=-1, keepdims=True))",),
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
        forward=log_softmax,
        vjps=(_log_softmax_pull,),
        jvps=(_log_softmax_push,),
        derivatives=None,
        shape=_row_shape,
        latex=r"$x - \ln \sum_j e^{{$x}_j}",
        local_latex=(r"I - \mathbf{1} \cdot e^{{$y}^{\top}}",),
        downstream_latex=(r"$g - e^{$y} \cdot \sum_j \left($g\right)_j",),
        spelling=Call(),
        numpy=f"{SHIFTED_NUMPY} - np.log(np.sum({_POWERS_NUMPY}, axis=-1, keepdims=True))",
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
        forward=_log_sum_exp,
        vjps=(lambda g, y, x: g * np.exp(x - y),),
        jvps=(lambda t, y, x: np.asanyarray(np.sum(np.exp(x - y) * t)),),
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
