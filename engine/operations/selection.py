"""Gates that choose: absolute value, clip, where, and the maximum of k pieces."""

from __future__ import annotations

import numpy as np

from engine.arrays import Array, Shape, shape_text
from engine.errors import ShapeError
from engine.operations.elementwise import elementwise
from engine.operations.operation import Call, Category, Operation, Otherwise, Role
from engine.settings import Setting

_SUBGRADIENT = "Subgradient of a maximum, Boyd and Vandenberghe, Subgradients, 2008"


def _maxout_shape(x: Shape, pieces: float = 2) -> Shape:
    count = int(pieces)
    if not x or x[-1] % count:
        raise ShapeError(
            "maxout_pieces",
            f"Maxout of {count} pieces takes vectors or rows whose length is a multiple of "
            f"{count}; {shape_text(x)} is not.",
            shape=shape_text(x),
            pieces=count,
        )
    return (*x[:-1], x[-1] // count)


def _in_pieces(x: Array, pieces: float) -> Array:
    return np.reshape(x, (*np.shape(x)[:-1], -1, int(pieces)))


def _shares(y: Array, x: Array, pieces: float) -> Array:
    """Return which piece wins each maximum; equal pieces share it."""
    wins = np.where(_in_pieces(x, pieces) == y[..., None], 1.0, 0.0)
    return np.asanyarray(wins / np.sum(wins, axis=-1, keepdims=True))


def _has_ties(x: Array, pieces: float) -> bool:
    rows = _in_pieces(x, pieces)
    wins = rows == np.max(rows, axis=-1, keepdims=True)
    return bool(np.any(np.sum(wins, axis=-1) > 1))


_PIECES = "np.reshape($x, np.shape($x)[:-1] + (-1, $pieces))"

RECORDS = (
    elementwise(
        name="absolute",
        title="Absolute value",
        symbol="|x|",
        category=Category.ELEMENTARY,
        role=Role.LOCAL,
        summary="The input without its sign; its slope is −1 or 1, and 0 at 0.",
        reference=f"{_SUBGRADIENT}; slope 0 used at 0",
        aliases=("abs",),
        forward=np.abs,
        latex="|$x|",
        local_latex=(r"\mathrm{sign}($x)",),
        numpy_local=("np.sign($x)",),
    ),
    elementwise(
        name="clip",
        title="Clip",
        symbol="clip",
        category=Category.ROUTING,
        role=Role.VALVE,
        summary="Keeps the input between two limits; beyond them no gradient passes.",
        reference=f"{_SUBGRADIENT}; slope 1 used at the limits, as PyTorch does",
        settings=(
            Setting(
                name="low",
                title="Lower limit",
                symbol="l",
                default=-1.0,
                minimum=-100.0,
                maximum=100.0,
                summary="The smallest output.",
            ),
            Setting(
                name="high",
                title="Upper limit",
                symbol="h",
                default=1.0,
                minimum=-100.0,
                maximum=100.0,
                summary="The largest output; it wins where the limits are crossed.",
            ),
        ),
        aliases=("clamp",),
        latex=r"\min(\max($x, $low), $high)",
        local_latex=(r"\mathbf{1}[$low \le $x \le $high]",),
        numpy="np.minimum(np.maximum($x, $low), $high)",
        numpy_local=("np.where(($x >= $low) & ($x <= $high), 1.0, 0.0)",),
        numpy_ignores=("($x < $low) | ($x > $high)",),
        pytorch="torch.clamp($x, $low, $high)",
    ),
    elementwise(
        name="where",
        title="Where",
        symbol="where",
        category=Category.ROUTING,
        role=Role.ROUTER,
        summary="Where the condition is above 0 the first value, elsewhere the second.",
        reference=f"{_SUBGRADIENT}; the condition itself has slope 0",
        inputs=("condition", "a", "b"),
        aliases=("if_else", "if"),
        latex=r"\begin{cases} $a & $condition > 0 \\ $b & $condition \le 0 \end{cases}",
        local_latex=("0", r"\mathbf{1}[$condition > 0]", r"\mathbf{1}[$condition \le 0]"),
        numpy="np.where($condition > 0, $a, $b)",
        numpy_local=(
            "0.0",
            "np.where($condition > 0, 1.0, 0.0)",
            "np.where($condition > 0, 0.0, 1.0)",
        ),
        numpy_ignores=("True", "np.logical_not($condition > 0)", "$condition > 0"),
        # The second term is 0 and gives the condition a gradient of 0 instead of none.
        pytorch="torch.where($condition > 0, $a, $b) + 0.0 * torch.sign($condition)",
    ),
    Operation(
        name="maxout",
        title="Maxout",
        symbol="maxout",
        category=Category.ROUTING,
        role=Role.ROUTER,
        summary="The largest of each k neighbors: after W·x + b, the maximum of k linear pieces.",
        reference=(
            "Goodfellow et al., Maxout networks, 2013, section 3; equal pieces share the gradient"
        ),
        inputs=("x",),
        settings=(
            Setting(
                name="pieces",
                title="Pieces",
                symbol="k",
                default=2.0,
                minimum=1.0,
                maximum=64.0,
                summary="How many neighboring elements compete for one output.",
                integer=True,
            ),
        ),
        jvps=(
            lambda t, y, x, pieces: np.sum(_shares(y, x, pieces) * _in_pieces(t, pieces), axis=-1),
        ),
        derivatives=None,
        shape=_maxout_shape,
        latex=r"\max_{j \le $pieces} {$x}_{ij}",
        local_latex=(r"\mathbf{1}[{$x}_{ij} = {$y}_i]",),
        downstream_latex=(r"\mathbf{1}[{$x}_{ij} = {$y}_i] \cdot \left($g\right)_i",),
        otherwise=(
            # Equal pieces share the gradient: how many there are, no short formula says.
            Otherwise(
                applies=_has_ties,
                local_latex=(r"\frac{\partial $y}{\partial $x}",),
                downstream_latex=(r"\frac{\partial $y}{\partial $x} \cdot $g",),
            ),
        ),
        spelling=Call(),
        numpy=f"np.max({_PIECES}, axis=-1)",
        numpy_downstream=(
            f"np.reshape(({_PIECES} == $y[..., None]) * $g[..., None] / "
            f"np.sum({_PIECES} == $y[..., None], axis=-1, keepdims=True), np.shape($x))",
        ),
        numpy_ignores=(
            f"np.reshape({_PIECES} < np.max({_PIECES}, axis=-1, keepdims=True), np.shape($x))",
        ),
        pytorch="torch.amax($x.reshape(*$x.shape[:-1], -1, $pieces), -1)",
    ),
)
