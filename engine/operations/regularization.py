"""What keeps a network from learning by heart: L1 and L2 terms, dropout and noise.

Dropout and noise draw from a generator that their seed makes anew in each call, so that they are
functions: the same seed and shape give the same mask, forward, backward and in an exported
program. Another seed is another draw.
"""

from __future__ import annotations

import numpy as np

from engine.arrays import Array, Shape
from engine.operations.elementwise import elementwise
from engine.operations.operation import Call, Category, Letter, Operation, Role, Worked
from engine.settings import Setting

_STRENGTH = Setting(
    name="strength",
    title="Strength",
    symbol=r"\lambda",
    default=0.01,
    minimum=0.0,
    maximum=10.0,
    summary="How much the term weighs beside the loss.",
)
_SEED = Setting(
    name="seed",
    title="Seed",
    symbol="s",
    default=0.0,
    minimum=0.0,
    maximum=1e9,
    summary="Makes the generator: the same seed draws the same numbers.",
    integer=True,
)
# What is drawn, as a letter: the mask with the chance of an element to be kept.
_MASK_LATEX = r"\ m = \mathrm{Bernoulli}_{$seed}(1 - $rate)"
_DRAWN = "np.random.default_rng($seed)"


def _to_scalar(_x: Shape, **_settings: float) -> Shape:
    return ()


def _kept(shape: Shape, rate: float, seed: float) -> Array:
    """Return 1 for what is kept and 0 for what is dropped."""
    return np.where(np.random.default_rng(int(seed)).random(shape) >= rate, 1.0, 0.0)


def _noise(shape: Shape, seed: float) -> Array:
    return np.asanyarray(np.random.default_rng(int(seed)).standard_normal(shape))


RECORDS = (
    Operation(
        name="l1_penalty",
        title="L1 term",
        symbol="λ‖w‖₁",
        category=Category.REGULARIZATION,
        role=Role.LOCAL,
        summary="Strength times the sum of absolute values; drives small weights to exactly 0.",
        reference="Tibshirani, Regression shrinkage via the lasso, 1996; slope 0 used at 0",
        inputs=("x",),
        settings=(_STRENGTH,),
        aliases=("lasso",),
        jvps=(lambda t, y, x, strength: np.asanyarray(strength * np.sum(np.sign(x) * t)),),
        derivatives=None,
        shape=_to_scalar,
        latex=r"$strength \cdot \sum_i |{$x}_i|",
        local_latex=(r"$strength \cdot \mathrm{sign}($x)",),
        downstream_latex=(r"$strength \cdot \mathrm{sign}($x) \cdot $g",),
        spelling=Call(),
        numpy="$strength * np.sum(np.abs($x))",
        numpy_downstream=("$g * $strength * np.sign($x)",),
    ),
    Operation(
        name="l2_penalty",
        title="L2 term",
        symbol="λ‖w‖²",
        category=Category.REGULARIZATION,
        role=Role.LOCAL,
        summary="Strength times the sum of squares; as weight decay it is twice the strength.",
        reference="Goodfellow, Bengio and Courville, Deep Learning, 2016, section 7.1.1",
        inputs=("x",),
        settings=(_STRENGTH,),
        aliases=("ridge",),
        jvps=(lambda t, y, x, strength: np.asanyarray(2.0 * strength * np.sum(x * t)),),
        derivatives=None,
        shape=_to_scalar,
        latex=r"$strength \cdot \sum_i {$x}_i^2",
        local_latex=(r"2 \cdot $strength \cdot $x",),
        downstream_latex=(r"2 \cdot $strength \cdot $x \cdot $g",),
        spelling=Call(),
        numpy="$strength * np.sum(np.square($x))",
        numpy_downstream=("$g * (2.0 * $strength) * $x",),
    ),
    elementwise(
        name="dropout",
        title="Dropout",
        symbol="drop",
        category=Category.REGULARIZATION,
        role=Role.LOCAL,
        summary="Sets a random share of the elements to 0 and scales the others up to make up.",
        reference="Srivastava et al., Dropout, 2014; scaled while training, so not at test",
        settings=(
            Setting(
                name="rate",
                title="Dropped share",
                symbol="p",
                default=0.5,
                minimum=0.0,
                maximum=0.95,
                summary="The chance of each element to be dropped; 0 when testing.",
            ),
            _SEED,
        ),
        latex=r"\frac{m_{$seed}}{1 - $rate} \cdot $x",
        local_latex=(rf"\frac{{m}}{{1 - $rate}},{_MASK_LATEX}",),
        letters=(Letter("m", lambda x, rate, seed: _kept(np.shape(x), rate, seed)),),
        worked=Worked(
            latex=rf"\frac{{m}}{{1 - $rate}} \cdot $x,{_MASK_LATEX}",
            value=lambda letters, x, rate, seed: letters["m"] / (1.0 - rate) * x,
        ),
        numpy=f"$x * np.where({_DRAWN}.random(np.shape($x)) >= $rate, 1.0 / (1.0 - $rate), 0.0)",
        numpy_local=(
            f"np.where({_DRAWN}.random(np.shape($x)) >= $rate, 1.0 / (1.0 - $rate), 0.0)",
        ),
        numpy_ignores=(f"{_DRAWN}.random(np.shape($x)) < $rate",),
        pytorch=(
            f"$x * torch.as_tensor(np.where({_DRAWN}.random($x.shape) >= $rate, "
            "1.0 / (1.0 - $rate), 0.0))"
        ),
    ),
    elementwise(
        name="gaussian_noise",
        title="Gaussian noise",
        symbol="+noise",
        category=Category.REGULARIZATION,
        role=Role.DISTRIBUTOR,
        summary="Adds normally distributed random numbers; the gradient passes unchanged.",
        reference="Bishop, Training with noise is equivalent to Tikhonov regularization, 1995",
        settings=(
            Setting(
                name="spread",
                title="Standard deviation",
                symbol=r"\sigma",
                default=0.1,
                minimum=0.0,
                maximum=10.0,
                summary="How far the added numbers spread round 0.",
            ),
            _SEED,
        ),
        aliases=("jitter",),
        latex=r"$x + $spread \cdot n_{$seed}",
        letters=(Letter("z", lambda x, spread, seed: _noise(np.shape(x), seed)),),
        worked=Worked(
            latex=r"$x + $spread \cdot z,\ z = \mathrm{Normal}_{$seed}(0, 1)",
            value=lambda letters, x, spread, seed: x + spread * letters["z"],
        ),
        local_latex=("1",),
        numpy=f"$x + $spread * {_DRAWN}.standard_normal(np.shape($x))",
        numpy_local=("1.0",),
        pytorch=(f"$x + $spread * torch.as_tensor({_DRAWN}.standard_normal($x.shape))"),
    ),
)
