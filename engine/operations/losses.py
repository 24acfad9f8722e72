"""Losses: how far a prediction is from its target, as one number."""

from __future__ import annotations

import numpy as np

from engine.arrays import Array, Shape
from engine.operations.causes import probability_outside
from engine.operations.elementwise import broadcast_shape
from engine.operations.loss_use import LossUse
from engine.operations.operation import Call, Category, Operation, Otherwise, Role

ORDER = -3

# As PyTorch's binary_cross_entropy: logarithms end at −100 and the slope's denominator at 1e−12,
# so that a prediction of exactly 0 or 1 gives a large number instead of an infinite one.
_SMALLEST_LOG = -100.0
_SMALLEST_PRODUCT = 1e-12
_LOG = f"np.maximum(np.log($prediction), {_SMALLEST_LOG})"
# ln(1 − p), with the digits that 1 − p loses for small p.
_LOG_REST = f"np.maximum(np.log1p(-$prediction), {_SMALLEST_LOG})"


def _loss_shape(prediction: Shape, target: Shape) -> Shape:
    broadcast_shape(prediction, target)
    return ()


def _is_cut_off(p: Array, t: Array) -> bool:
    """Tell whether a logarithm ends at −100 somewhere, or the slope's denominator at 1e−12."""
    return bool(np.any(p * (1 - p) < _SMALLEST_PRODUCT))


_PROBABILITY_SLOPE = (
    r"\frac{1}{n} \frac{$prediction - $target}{$prediction \cdot (1 - $prediction)}"
)

_CUT_OFF_SLOPE = (
    r"\frac{1}{n} \frac{$prediction - $target}{\max($prediction \cdot (1 - $prediction), 10^{-12})}"
)
_CUT_OFF_TARGET_SLOPE = (
    r"\frac{1}{n} (\max(\ln (1 - $prediction), -100) - \max(\ln $prediction, -100))"
)

RECORDS = (
    Operation(
        name="mean_squared_error",
        title="Mean squared error",
        symbol="MSE",
        category=Category.LOSSES,
        role=Role.LOSS,
        loss_use=LossUse(),
        summary="The mean of the squared differences between prediction and target.",
        reference="Goodfellow, Bengio and Courville, Deep Learning, 2016, section 5.1.4",
        inputs=("prediction", "target"),
        aliases=("mse",),
        derivatives=None,
        shape=_loss_shape,
        latex=r"\frac{1}{n} \sum_i ({$prediction}_i - {$target}_i)^2",
        local_latex=(
            r"\frac{2}{n} ($prediction - $target)",
            r"-\frac{2}{n} ($prediction - $target)",
        ),
        downstream_latex=(
            r"\frac{2}{n} ($prediction - $target) \cdot $g",
            r"-\frac{2}{n} ($prediction - $target) \cdot $g",
        ),
        spelling=Call(),
        numpy="np.mean(np.square($prediction - $target))",
        numpy_downstream=(
            "$g * (2 * ($prediction - $target) / np.size($prediction - $target))",
            "-$g * (2 * ($prediction - $target) / np.size($prediction - $target))",
        ),
    ),
    Operation(
        name="binary_cross_entropy",
        title="Binary cross-entropy",
        symbol="BCE",
        category=Category.LOSSES,
        role=Role.LOSS,
        loss_use=LossUse(needs_classes=True, needs_probabilities=True),
        summary="The mean surprise at the targets 0 and 1, given predicted probabilities.",
        reference="Bishop, Pattern Recognition and Machine Learning, 2006, eq. 4.90",
        inputs=("prediction", "target"),
        aliases=("bce", "log_loss"),
        derivatives=None,
        shape=_loss_shape,
        explain=probability_outside,
        latex=(
            r"-\frac{1}{n} \sum_i \left( {$target}_i \ln {$prediction}_i"
            r" + (1 - {$target}_i) \ln (1 - {$prediction}_i) \right)"
        ),
        local_latex=(
            _PROBABILITY_SLOPE,
            r"\frac{1}{n} \ln \frac{1 - $prediction}{$prediction}",
        ),
        downstream_latex=(
            rf"{_PROBABILITY_SLOPE} \cdot $g",
            r"\frac{1}{n} \ln \frac{1 - $prediction}{$prediction} \cdot $g",
        ),
        otherwise=(
            Otherwise(
                applies=_is_cut_off,
                latex=(
                    r"-\frac{1}{n} \sum_i \left( {$target}_i \max(\ln {$prediction}_i, -100)"
                    r" + (1 - {$target}_i) \max(\ln (1 - {$prediction}_i), -100) \right)"
                ),
                local_latex=(_CUT_OFF_SLOPE, _CUT_OFF_TARGET_SLOPE),
                downstream_latex=(
                    rf"{_CUT_OFF_SLOPE} \cdot $g",
                    rf"{_CUT_OFF_TARGET_SLOPE} \cdot $g",
                ),
            ),
        ),
        spelling=Call(),
        numpy=f"-np.mean($target * {_LOG} + (1 - $target) * {_LOG_REST})",
        numpy_downstream=(
            (
                "$g * (($prediction - $target) "
                f"/ np.maximum($prediction * (1 - $prediction), {_SMALLEST_PRODUCT}) "
                "/ np.size($prediction - $target))"
            ),
            f"$g * (({_LOG_REST} - {_LOG}) / np.size($prediction - $target))",
        ),
        pytorch=(
            "torch.nn.functional.binary_cross_entropy(*torch.broadcast_tensors($prediction, "
            "$target))"
        ),
    ),
)
