"""The activation functions that networks use most: identity, sigmoid, tanh, ReLU, leaky ReLU."""

from __future__ import annotations

import numpy as np

from engine.arrays import Array
from engine.operations.elementwise import elementwise, never
from engine.operations.operation import Category, Role
from engine.settings import Setting

ORDER = -6


# Up to here a slope that is 1 less something known keeps 13 digits; beyond, other forms do.
_SATURATED = 0.999


def sigmoid(x: Array) -> Array:
    """Return 1/(1 + e⁻ˣ), to the last digits and without overflow at any x.

    Below 0 it is eˣ/(1 + eˣ). The form by tanh, which needs no such case, has lost every digit at
    −37.
    """
    small = np.exp(-np.abs(x))
    return np.asanyarray(np.where(x > 0, 1.0, small) / (1 + small))


def sigmoid_numpy(x: str) -> str:
    """Return the template of what `sigmoid` computes from an expression, in brackets or a name."""
    inside = x if x.startswith("(") else f"({x})"
    return f"np.where({x} > 0, 1.0, np.exp(-np.abs{inside})) / (1 + np.exp(-np.abs{inside}))"


def _sigmoid_slope(y: Array, x: Array) -> Array:
    slope = y * (1 - y)
    if not _is_saturated(y):
        return slope
    # 1 − σ(x) is σ(x)·e⁻ˣ, which has digits left where 1 − y has none.
    return np.where(y < _SATURATED, slope, y * y * np.exp(-np.abs(x)))


def _tanh_slope(y: Array, x: Array) -> Array:
    slope = 1 - y * y
    if not _is_saturated(y):
        return slope
    # The same as 1/cosh² x.
    tail = np.square(2 * np.exp(-np.abs(x)) / (1 + np.exp(-2 * np.abs(x))))
    return np.where(np.abs(y) < _SATURATED, slope, tail)


def _is_saturated(y: Array) -> bool:
    # To look is no arithmetic of the gate, so arrays that count are not asked to. What is beyond 1
    # is no output: somebody asks what the textbook's form gives there.
    size = np.abs(np.array(y, copy=None))
    return bool(np.any((size >= _SATURATED) & (size <= 1)))


RECORDS = (
    elementwise(
        name="identity",
        title="Identity",
        symbol="id",
        category=Category.ACTIVATIONS,
        role=Role.PASSAGE,
        summary="The input itself: a layer with it stays linear.",
        reference="Goodfellow, Bengio and Courville, Deep Learning, 2016, section 6.3",
        aliases=("linear",),
        forward=np.positive,
        latex="$x",
        local_latex=("1",),
        numpy_local=("1.0",),
    ),
    elementwise(
        name="sigmoid",
        title="Sigmoid",
        symbol="σ",
        category=Category.ACTIVATIONS,
        role=Role.LOCAL,
        look_alikes=("tanh",),
        known_range=(0.0, 1.0),
        zero=never,
        summary="Squeezes any number into (0, 1); its slope is at most 0.25.",
        reference="Goodfellow, Bengio and Courville, Deep Learning, 2016, section 3.10",
        aliases=("σ", "logistic"),
        forward=sigmoid,
        derivatives=(_sigmoid_slope,),
        latex=r"\sigma($x)",
        definition=r"\frac{1}{1 + e^{-$x}}",
        local_latex=(r"\sigma($x) \cdot (1 - \sigma($x))",),
        numpy=sigmoid_numpy("$x"),
        numpy_local=(f"np.where($y < {_SATURATED}, $y * (1 - $y), $y * $y * np.exp(-np.abs($x)))",),
        numpy_quick=("$y * (1 - $y)",),
        pytorch="torch.sigmoid($x)",
    ),
    elementwise(
        name="tanh",
        title="Hyperbolic tangent",
        symbol="tanh",
        category=Category.ACTIVATIONS,
        role=Role.LOCAL,
        look_alikes=("sigmoid",),
        known_range=(-1.0, 1.0),
        summary="Squeezes any number into (−1, 1), centred on 0; its slope is at most 1.",
        reference="LeCun et al., Efficient BackProp, 1998, section 4.4",
        forward=np.tanh,
        derivatives=(_tanh_slope,),
        latex=r"\tanh($x)",
        definition=r"\frac{e^{$x} - e^{-$x}}{e^{$x} + e^{-$x}}",
        local_latex=(r"1 - \tanh^2($x)",),
        numpy_local=(
            f"np.where(np.abs($y) < {_SATURATED}, 1 - $y * $y, "
            "np.square(2 * np.exp(-np.abs($x)) / (1 + np.exp(-2 * np.abs($x)))))",
        ),
        numpy_quick=("1 - $y * $y",),
    ),
    elementwise(
        name="relu",
        title="ReLU",
        symbol="ReLU",
        category=Category.ACTIVATIONS,
        role=Role.VALVE,
        summary="Passes what is positive and blocks the rest; the slope is 1 or 0.",
        reference="Nair and Hinton, Rectified linear units improve RBMs, 2010; slope 0 used at 0",
        aliases=("rectifier",),
        latex=r"\max(0, $x)",
        local_latex=(r"\mathbf{1}[$x > 0]",),
        numpy="np.maximum($x, 0.0)",
        numpy_local=("np.where($x > 0, 1.0, 0.0)",),
        numpy_ignores=("$x < 0",),
        pytorch="torch.relu($x)",
    ),
    elementwise(
        name="leaky_relu",
        title="Leaky ReLU",
        symbol="LReLU",
        category=Category.ACTIVATIONS,
        role=Role.LOCAL,
        summary="ReLU that lets a little through on the negative side, so that no unit dies.",
        reference="Maas, Hannun and Ng, Rectifier nonlinearities, 2013; slope a used at 0",
        settings=(
            Setting(
                name="slope",
                title="Slope",
                symbol="a",
                default=0.01,
                minimum=0.0,
                maximum=1.0,
                summary="The slope on the negative side.",
            ),
        ),
        aliases=("lrelu", "leaky"),
        latex=r"\max($slope \cdot $x, $x)",
        local_latex=(r"\mathbf{1}[$x > 0] + $slope \cdot \mathbf{1}[$x \le 0]",),
        numpy="np.where($x > 0, $x, $slope * $x)",
        numpy_local=("np.where($x > 0, 1.0, $slope)",),
        pytorch="torch.nn.functional.leaky_relu($x, $slope)",
    ),
)
