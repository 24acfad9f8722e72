"""Further activation functions: step, arctan, PReLU, ELU, SELU, softplus, swish, mish and GELU."""

from __future__ import annotations

import math

import numpy as np

from engine.operations.activations import sigmoid_numpy
from engine.operations.elementwise import elementwise, never
from engine.operations.operation import Category, Letter, Role
from engine.settings import Setting

ORDER = -5

# Klambauer et al., 2017: with these two a layer's outputs keep mean 0 and variance 1.
SELU_SCALE = 1.0507009873554805
SELU_ALPHA = 1.6732632423543772

# Of u = 2√(2/π)(x + 0.044715x³) = x(rate + cubic·x²).
_GELU_RATE = 2.0 * math.sqrt(2.0 / math.pi)
_GELU_CUBIC = 0.044715 * _GELU_RATE
# Beyond it σ(u) is 1, or below the range, so cutting there changes nothing and u stays finite.
_GELU_REACH = 30.0
# Beyond it a sigmoid's distance from 1 is below the range of numbers.
_SATURATED = 745.0


# x above 0 and α(eˣ − 1) below, without overflow at any x.
_ELU_NUMPY = "np.where($x > 0, $x, $alpha * np.expm1(np.minimum($x, 0.0)))"
# Its slope below 0. The output plus α is the same on paper, and has lost its digits where eˣ is
# small.
_ELU_TAIL_NUMPY = "$alpha * np.exp(np.minimum($x, 0.0))"

# x·(1 + tanh(√(2/π)(x + 0.044715x³)))/2 is x·σ(u), u being twice the tanh's input; its slope is
# σ(u)·(1 + x·u′·σ(−u)).
_GELU_NEAR_NUMPY = f"np.minimum(np.maximum($x, -{_GELU_REACH}), {_GELU_REACH})"
_GELU_INNER_NUMPY = (
    f"({_GELU_NEAR_NUMPY} * ({_GELU_RATE} + {_GELU_CUBIC} * np.square({_GELU_NEAR_NUMPY})))"
)
_GELU_NUMPY = f"$x * ({sigmoid_numpy(_GELU_INNER_NUMPY)})"
_GELU_SLOPE_NUMPY = (
    f"(1 + {_GELU_NEAR_NUMPY} "
    f"* ({_GELU_RATE} + {3.0 * _GELU_CUBIC} * np.square({_GELU_NEAR_NUMPY})) "
    f"* ({sigmoid_numpy(f'(-{_GELU_INNER_NUMPY})')})) * ({sigmoid_numpy(_GELU_INNER_NUMPY)})"
)

# tanh(ln(1 + eˣ)) is n/(n + 2) of n = eˣ(eˣ + 2). Above 0 both are divided by e²ˣ, so that of
# s = e^(−|x|) alone nothing overflows and nothing cancels.
_MISH_SMALL = "np.exp(-np.abs($x))"
_MISH_ABOVE = f"(1 + 2 * {_MISH_SMALL})"
_MISH_BELOW = f"({_MISH_SMALL} * ({_MISH_SMALL} + 2))"
_MISH_ABOVE_ALL = f"({_MISH_ABOVE} + 2 * np.square({_MISH_SMALL}))"
_MISH_BELOW_ALL = f"({_MISH_BELOW} + 2)"
_MISH_FACTOR = (
    f"np.where($x > 0, {_MISH_ABOVE}, {_MISH_BELOW}) "
    f"/ np.where($x > 0, {_MISH_ABOVE_ALL}, {_MISH_BELOW_ALL})"
)
# Of x times the slope of that factor, 4eˣ(1 + eˣ)/(n + 2)², likewise.
_MISH_REST = (
    f"4 * np.minimum($x, {_SATURATED}) * {_MISH_SMALL} * (1 + {_MISH_SMALL}) "
    f"* np.where($x > 0, {_MISH_SMALL}, 1.0) "
    f"/ np.square(np.where($x > 0, {_MISH_ABOVE_ALL}, {_MISH_BELOW_ALL}))"
)

_ALPHA_SUMMARY = "How far below 0 the function goes: its limit is minus this number."

RECORDS = (
    elementwise(
        name="binary_step",
        title="Binary step",
        symbol="step",
        category=Category.ACTIVATIONS,
        role=Role.STOP,
        summary="Fires or not; its slope is 0 everywhere, so nothing can be learnt through it.",
        reference="McCulloch and Pitts, A logical calculus, 1943; 1 used at 0, where it jumps",
        aliases=("heaviside", "step"),
        latex=r"\mathbf{1}[$x \ge 0]",
        local_latex=("0",),
        numpy="np.where($x >= 0, 1.0, 0.0)",
        numpy_local=("0.0",),
        numpy_ignores=("$x != 0",),
        pytorch="0.5 + 0.5 * torch.sign(torch.sign($x) + 0.5)",
    ),
    elementwise(
        name="arctan",
        title="Arctangent",
        symbol="arctan",
        category=Category.ACTIVATIONS,
        role=Role.LOCAL,
        summary="Like tanh, but it flattens slowly: its slope falls as 1/x² only.",
        reference="Abramowitz and Stegun, Handbook of Mathematical Functions, 1964, 4.4.52",
        aliases=("atan",),
        forward=np.arctan,
        latex=r"\arctan($x)",
        local_latex=(r"\frac{1}{1 + $x^2}",),
        # hypot instead of 1 + x², which overflows for large x
        numpy_local=("np.hypot(1.0, $x) ** -2.0",),
    ),
    elementwise(
        name="prelu",
        title="PReLU",
        symbol="PReLU",
        category=Category.ACTIVATIONS,
        role=Role.LOCAL,
        summary="Leaky ReLU whose slope on the negative side is learnt with the weights.",
        reference="He et al., Delving deep into rectifiers, 2015; slope a used at 0",
        settings=(
            Setting(
                name="slope",
                title="Slope",
                symbol="a",
                default=0.25,
                minimum=0.0,
                maximum=2.0,
                summary="The slope on the negative side, which training would adjust.",
            ),
        ),
        aliases=("parametric_relu",),
        latex=r"\max(0, $x) + $slope \cdot \min(0, $x)",
        local_latex=(r"\mathbf{1}[$x > 0] + $slope \cdot \mathbf{1}[$x \le 0]",),
        numpy="np.where($x > 0, $x, $slope * $x)",
        numpy_local=("np.where($x > 0, 1.0, $slope)",),
        pytorch="torch.nn.functional.leaky_relu($x, $slope)",
    ),
    elementwise(
        name="elu",
        title="ELU",
        symbol="ELU",
        category=Category.ACTIVATIONS,
        role=Role.LOCAL,
        summary="ReLU with a soft negative side, which brings the mean output closer to 0.",
        reference="Clevert, Unterthiner and Hochreiter, Exponential linear units, 2016",
        settings=(
            Setting(
                name="alpha",
                title="Alpha",
                symbol=r"\alpha",
                default=1.0,
                minimum=0.0,
                maximum=3.0,
                summary=_ALPHA_SUMMARY,
            ),
        ),
        aliases=("exponential_linear",),
        latex=(r"\begin{cases} $x & $x > 0 \\ $alpha (e^{$x} - 1) & $x \le 0 \end{cases}"),
        local_latex=(r"\begin{cases} 1 & $x > 0 \\ $alpha e^{$x} & $x \le 0 \end{cases}",),
        numpy=_ELU_NUMPY,
        numpy_local=(f"np.where($x > 0, 1.0, {_ELU_TAIL_NUMPY})",),
        pytorch="torch.nn.functional.elu($x, $alpha)",
    ),
    elementwise(
        name="selu",
        title="SELU",
        symbol="SELU",
        category=Category.ACTIVATIONS,
        role=Role.LOCAL,
        summary="ELU scaled so that mean 0 and variance 1 survive from layer to layer.",
        reference="Klambauer et al., Self-normalizing neural networks, 2017",
        settings=(
            Setting(
                name="scale",
                title="Scale",
                symbol=r"\lambda",
                default=SELU_SCALE,
                minimum=0.1,
                maximum=3.0,
                summary="Stretches the whole function; 1.0507 keeps the variance at 1.",
            ),
            Setting(
                name="alpha",
                title="Alpha",
                symbol=r"\alpha",
                default=SELU_ALPHA,
                minimum=0.0,
                maximum=3.0,
                summary="How deep the negative side goes; 1.6733 keeps the mean at 0.",
            ),
        ),
        aliases=("scaled_elu",),
        latex=(r"$scale \begin{cases} $x & $x > 0 \\ $alpha (e^{$x} - 1) & $x \le 0 \end{cases}"),
        local_latex=(r"$scale \begin{cases} 1 & $x > 0 \\ $alpha e^{$x} & $x \le 0 \end{cases}",),
        numpy=f"$scale * {_ELU_NUMPY}",
        numpy_local=(f"np.where($x > 0, $scale, $scale * ({_ELU_TAIL_NUMPY}))",),
        pytorch="$scale * torch.nn.functional.elu($x, $alpha)",
    ),
    elementwise(
        name="softplus",
        title="Softplus",
        symbol="softplus",
        category=Category.ACTIVATIONS,
        role=Role.LOCAL,
        summary="A smooth ReLU; its slope is the sigmoid.",
        reference="Dugas et al., Incorporating second-order functional knowledge, 2001",
        aliases=("smooth_relu",),
        zero=never,
        latex=r"\ln(1 + e^{$x})",
        local_latex=(r"\sigma($x)",),
        numpy="np.logaddexp(0.0, $x)",
        numpy_local=(sigmoid_numpy("$x"),),
        pytorch="torch.logaddexp(torch.zeros_like($x), $x)",
    ),
    elementwise(
        name="swish",
        title="Swish",
        symbol="swish",
        category=Category.ACTIVATIONS,
        role=Role.LOCAL,
        summary="The input times its own sigmoid: smooth, and it dips below 0 before it flattens.",
        reference="Ramachandran, Zoph and Le, Searching for activation functions, 2017",
        settings=(
            Setting(
                name="beta",
                title="Beta",
                symbol=r"\beta",
                default=1.0,
                minimum=0.0,
                maximum=10.0,
                summary="Between x/2 at 0 and nearly ReLU at 10.",
            ),
        ),
        aliases=("silu",),
        zero=lambda x, beta: x == 0,
        latex=r"$x \cdot \sigma($beta $x)",
        definition=r"\frac{$x}{1 + e^{-$beta $x}}",
        local_latex=(
            r"\sigma($beta $x) + $beta $x \cdot \sigma($beta $x) \cdot (1 - \sigma($beta $x))",
        ),
        numpy=f"$x * ({sigmoid_numpy('($beta * $x)')})",
        # σ(βx)·(1 + βx·σ(−βx))
        numpy_local=(
            f"(1 + np.minimum(($beta * $x), {_SATURATED}) "
            f"* ({sigmoid_numpy(f'(-np.minimum(($beta * $x), {_SATURATED}))')})) "
            f"* ({sigmoid_numpy('($beta * $x)')})",
        ),
        pytorch="$x * torch.sigmoid($beta * $x)",
    ),
    elementwise(
        name="mish",
        title="Mish",
        symbol="mish",
        category=Category.ACTIVATIONS,
        role=Role.LOCAL,
        look_alikes=("swish",),
        zero=lambda x: x == 0,
        summary="The input times the tanh of its softplus: like swish, and a little deeper.",
        reference="Misra, Mish: a self regularized non-monotonic activation function, 2019",
        latex=r"$x \cdot \tanh(\ln(1 + e^{$x}))",
        local_latex=(r"\tanh u + $x \cdot \sigma($x) \cdot (1 - \tanh^2 u),\ u = \ln(1 + e^{$x})",),
        letters=(Letter("u", lambda x: np.logaddexp(0.0, x)),),
        numpy=f"$x * ({_MISH_FACTOR})",
        numpy_local=(f"{_MISH_FACTOR} + {_MISH_REST}",),
        pytorch="torch.nn.functional.mish($x)",
    ),
    elementwise(
        name="gelu",
        title="GELU",
        symbol="GELU",
        category=Category.ACTIVATIONS,
        role=Role.LOCAL,
        summary="The input times the chance that a standard normal number lies below it.",
        reference="Hendrycks and Gimpel, Gaussian error linear units, 2016; the tanh formula",
        aliases=("gaussian_error_linear",),
        zero=lambda x: x == 0,
        latex=(
            r"\frac{$x}{2} \cdot \left(1 + \tanh\left("
            r"\sqrt{\frac{2}{\pi}}\,($x + 0.044715 $x^3)\right)\right)"
        ),
        local_latex=(
            r"\frac{1 + \tanh u}{2} + \frac{$x \cdot v}{2 \cosh^2 u},"
            r"\ u = \sqrt{\frac{2}{\pi}}\,($x + 0.044715 $x^3),"
            r"\ v = \sqrt{\frac{2}{\pi}}\,(1 + 0.134145 $x^2)",
        ),
        letters=(
            Letter("u", lambda x: x * (_GELU_RATE + _GELU_CUBIC * np.square(x)) / 2.0),
            Letter("v", lambda x: (_GELU_RATE + 3.0 * _GELU_CUBIC * np.square(x)) / 2.0),
        ),
        numpy=_GELU_NUMPY,
        numpy_local=(_GELU_SLOPE_NUMPY,),
        pytorch='torch.nn.functional.gelu($x, approximate="tanh")',
    ),
)
