"""Losses of scores instead of probabilities: cross-entropy from logits, and hinge losses."""

from __future__ import annotations

import numpy as np

from engine.arrays import Array, Shape, shape_text
from engine.errors import ShapeError
from engine.operations.activations import sigmoid_numpy
from engine.operations.error_losses import loss_shape
from engine.operations.loss_use import LossUse
from engine.operations.operation import (
    Call,
    Category,
    Letter,
    Operation,
    Otherwise,
    Role,
    Worked,
)
from engine.operations.probabilities import log_softmax, log_softmax_numpy, softmax, softmax_numpy
from engine.settings import Setting

ORDER = -2

_MARGIN = Setting(
    name="margin",
    title="Margin",
    symbol="m",
    default=1.0,
    minimum=0.0,
    maximum=10.0,
    summary="How far on the right side a score must be to cost nothing.",
)


def _class_shape(scores: Shape, target: Shape, **_settings: float) -> Shape:
    if scores != target or not scores:
        raise ShapeError(
            "scores_and_targets_differ",
            f"Scores of shape {shape_text(scores)} and targets of shape {shape_text(target)} do "
            "not fit: each sample is a vector, or a row, with one score and one target (1 for "
            "the right class, 0 for the others) for each class.",
            scores=shape_text(scores),
            target=shape_text(target),
        )
    return ()


def _samples(scores: Array) -> float:
    return float(np.size(scores) / np.shape(scores)[-1])


def _gap(s: Array, t: Array, margin: float) -> Array:
    """Return by how much each class comes too near to the right one, or past it."""
    return np.asanyarray(s - np.sum(s * t, axis=-1, keepdims=True) + margin)


_LOGIT_COUNT = "np.size($logits - $target)"
_SAMPLES = "(np.size($scores) / np.shape($scores)[-1])"
_LOG_SOFTMAX = f"({log_softmax_numpy('$scores')})"
# Which samples miss the margin, and which classes do, as 0 and 1.
_MISSES = "np.where($margin - $target * $score > 0, 1.0, 0.0)"
_GAP = "($scores - np.sum($scores * $target, axis=-1, keepdims=True) + $margin)"
# Which classes that may be wrong are not beyond the margin.
_NEARBY = f"(({_GAP} >= 0) & ($target != 1))"
_CLASS_MISSES = f"((1 - $target) * np.where({_GAP} > 0, 1.0, 0.0))"
# Which classes miss the margin, v, from how far they reach into it, u.
_MISSES_LATEX = (
    r"\ v = (1 - $target) \cdot \mathbf{1}[u > 0],"
    r"\ u = $scores - \sum_k {$scores}_k \cdot {$target}_k + $margin"
)

_FOR_CLASSES = LossUse(takes_scores=True, needs_classes=True, needs_columns=True)

RECORDS = (
    Operation(
        name="binary_cross_entropy_with_logits",
        title="Binary cross-entropy from logits",
        symbol="BCE∘σ",
        category=Category.LOSSES,
        role=Role.LOSS,
        loss_use=LossUse(takes_scores=True, needs_classes=True),
        summary="Sigmoid and cross-entropy in one gate: exact for any score, slope σ(z) − t.",
        reference="Bishop, Pattern Recognition and Machine Learning, 2006, eq. 4.90 and 4.91",
        inputs=("logits", "target"),
        aliases=("bce_with_logits",),
        derivatives=None,
        shape=loss_shape,
        latex=(
            r"\frac{1}{n} \sum_i \left( \ln(1 + e^{{$logits}_i})"
            r" - {$target}_i \cdot {$logits}_i \right)"
        ),
        local_latex=(
            r"\frac{1}{n} (\sigma($logits) - $target)",
            r"-\frac{1}{n} $logits",
        ),
        downstream_latex=(
            r"\frac{1}{n} (\sigma($logits) - $target) \cdot $g",
            r"-\frac{1}{n} $logits \cdot $g",
        ),
        spelling=Call(),
        # Both terms are never negative, so that nothing cancels: −t ln σ(z) − (1 − t) ln(1 − σ(z)).
        numpy=(
            "np.mean($target * np.logaddexp(0.0, -$logits)"
            " + (1 - $target) * np.logaddexp(0.0, $logits))"
        ),
        numpy_downstream=(
            f"$g * ((({sigmoid_numpy('$logits')}) - $target) / {_LOGIT_COUNT})",
            f"$g * ((0.0 * $target - $logits) / {_LOGIT_COUNT})",
        ),
        pytorch=(
            "torch.nn.functional.binary_cross_entropy_with_logits("
            "*torch.broadcast_tensors($logits, $target))"
        ),
    ),
    Operation(
        name="softmax_cross_entropy",
        title="Softmax cross-entropy",
        symbol="CE",
        category=Category.LOSSES,
        role=Role.LOSS,
        loss_use=_FOR_CLASSES,
        summary="The mean surprise at the right class, given scores; slope softmax − target.",
        reference="Bishop, Pattern Recognition and Machine Learning, 2006, eq. 4.108 and 4.109",
        inputs=("scores", "target"),
        aliases=("cross_entropy",),
        derivatives=None,
        shape=_class_shape,
        latex=r"-\frac{1}{n} \sum_i {$target}_i \cdot \ln \mathrm{softmax}($scores)_i",
        letters=(Letter("p", lambda s, t: softmax(s)),),
        worked=Worked(
            latex=(
                r"-\frac{1}{n} \sum_i {$target}_i \cdot \ln p_i,\ "
                r"p = \mathrm{softmax}($scores)"
            ),
            value=lambda letters, s, t: -np.sum(t * np.log(letters["p"])) / _samples(s),
        ),
        counts_samples=True,
        local_latex=(
            r"\frac{1}{n} (\mathrm{softmax}($scores) - $target)",
            r"-\frac{1}{n} \ln \mathrm{softmax}($scores)",
        ),
        downstream_latex=(
            r"\frac{1}{n} (\mathrm{softmax}($scores) - $target) \cdot $g",
            r"-\frac{1}{n} \ln \mathrm{softmax}($scores) \cdot $g",
        ),
        # Shares of a target that do not add up to 1.
        otherwise=(
            Otherwise(
                applies=lambda s, t: not np.allclose(np.sum(t, axis=-1), 1, rtol=0, atol=1e-12),
                downstream_latex=(
                    r"\frac{1}{n} (\mathrm{softmax}($scores) \cdot \sum_k {$target}_k - $target)"
                    r" \cdot $g",
                    r"-\frac{1}{n} \ln \mathrm{softmax}($scores) \cdot $g",
                ),
            ),
            # A probability below a computer's numbers, of which 0 would be all that is written.
            Otherwise(
                applies=lambda s, t: not np.all(softmax(s)),
                letters=(Letter("l", lambda s, t: log_softmax(s)),),
                worked=Worked(
                    latex=(
                        r"-\frac{1}{n} \sum_i {$target}_i \cdot l_i,\ "
                        r"l = \ln \mathrm{softmax}($scores)"
                    ),
                    value=lambda letters, s, t: -np.sum(t * letters["l"]) / _samples(s),
                ),
            ),
        ),
        spelling=Call(),
        numpy=f"-np.sum($target * {_LOG_SOFTMAX}) / {_SAMPLES}",
        numpy_downstream=(
            (
                f"$g * (({softmax_numpy('$scores')} * np.sum($target, axis=-1, keepdims=True)"
                f" - $target) / {_SAMPLES})"
            ),
            f"$g * (-{_LOG_SOFTMAX} / {_SAMPLES})",
        ),
        pytorch=(
            "-torch.sum($target * torch.log_softmax($scores, -1))"
            " / ($scores.numel() / $scores.shape[-1])"
        ),
    ),
    Operation(
        name="hinge",
        title="Hinge loss",
        symbol="hinge",
        category=Category.LOSSES,
        role=Role.LOSS,
        loss_use=LossUse(takes_scores=True, signs=True, needs_classes=True),
        summary="The mean miss of the margin for targets −1 and 1; beyond the margin it is 0.",
        reference="Cortes and Vapnik, Support-vector networks, 1995; slope 0 used at the kink",
        inputs=("score", "target"),
        settings=(_MARGIN,),
        aliases=("hinge_loss",),
        derivatives=None,
        shape=loss_shape,
        latex=r"\frac{1}{n} \sum_i \max(0, $margin - {$target}_i \cdot {$score}_i)",
        local_latex=(
            r"-\frac{1}{n} \mathbf{1}[$target \cdot $score < $margin] \cdot $target",
            r"-\frac{1}{n} \mathbf{1}[$target \cdot $score < $margin] \cdot $score",
        ),
        downstream_latex=(
            r"-\frac{1}{n} \mathbf{1}[$target \cdot $score < $margin] \cdot $target \cdot $g",
            r"-\frac{1}{n} \mathbf{1}[$target \cdot $score < $margin] \cdot $score \cdot $g",
        ),
        spelling=Call(),
        numpy="np.mean(np.maximum(0.0, $margin - $target * $score))",
        numpy_downstream=(
            f"$g * (-$target * {_MISSES} / np.size({_MISSES}))",
            f"$g * (-$score * {_MISSES} / np.size({_MISSES}))",
        ),
        numpy_ignores=("$target * $score > $margin", "$target * $score > $margin"),
        pytorch="torch.mean(torch.relu($margin - $target * $score))",
    ),
    Operation(
        name="multiclass_hinge",
        title="Multi-class hinge loss",
        symbol="SVM",
        category=Category.LOSSES,
        role=Role.LOSS,
        loss_use=_FOR_CLASSES,
        summary="How far wrong classes come within the margin of the right one; a mean over rows.",
        reference="Weston and Watkins, Support vector machines for multi-class, 1999",
        inputs=("scores", "target"),
        settings=(_MARGIN,),
        aliases=("svm_loss",),
        derivatives=None,
        shape=_class_shape,
        latex=(
            r"\frac{1}{n} \sum_i (1 - {$target}_i)"
            r" \cdot \max(0, {$scores}_i - \sum_k {$scores}_k \cdot {$target}_k + $margin)"
        ),
        letters=(
            Letter("v", lambda s, t, margin: (1 - t) * np.where(_gap(s, t, margin) > 0, 1.0, 0.0)),
            Letter("u", _gap),
        ),
        worked=Worked(
            latex=(
                r"\frac{1}{n} \sum_i (1 - {$target}_i) \cdot \max(0, u_i),"
                r"\ u = $scores - \sum_k {$scores}_k \cdot {$target}_k + $margin"
            ),
            value=lambda letters, s, t, margin: (
                np.sum((1 - t) * np.maximum(0.0, letters["u"])) / _samples(s)
            ),
        ),
        counts_samples=True,
        local_latex=(
            rf"\frac{{1}}{{n}} (v - $target \cdot \sum_k v_k),{_MISSES_LATEX}",
            rf"-\frac{{1}}{{n}} (\max(0, u) + $scores \cdot \sum_k v_k),{_MISSES_LATEX}",
        ),
        downstream_latex=(
            rf"\frac{{1}}{{n}} (v - $target \cdot \sum_k v_k) \cdot $g,{_MISSES_LATEX}",
            rf"-\frac{{1}}{{n}} (\max(0, u) + $scores \cdot \sum_k v_k) \cdot $g,{_MISSES_LATEX}",
        ),
        spelling=Call(),
        numpy=f"np.sum((1 - $target) * np.maximum(0.0, {_GAP})) / {_SAMPLES}",
        numpy_downstream=(
            (
                f"$g * (({_CLASS_MISSES}"
                f" - $target * np.sum({_CLASS_MISSES}, axis=-1, keepdims=True)) / {_SAMPLES})"
            ),
            (
                f"$g * (-(np.maximum(0.0, {_GAP})"
                f" + $scores * np.sum({_CLASS_MISSES}, axis=-1, keepdims=True)) / {_SAMPLES})"
            ),
        ),
        # Its target chooses what a score is compared with, as a condition does.
        numpy_ignores=(
            (
                f"np.logical_not({_NEARBY} | (($target != 0)"
                f" & np.any({_NEARBY}, axis=-1, keepdims=True)))"
            ),
            f"({_GAP} < 0) & np.logical_not(np.any({_NEARBY}, axis=-1, keepdims=True))",
        ),
        pytorch=(
            "torch.sum((1 - $target) * torch.relu($scores"
            " - torch.sum($scores * $target, -1, keepdim=True) + $margin))"
            " / ($scores.numel() / $scores.shape[-1])"
        ),
    ),
)
